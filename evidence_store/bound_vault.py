"""An open vault stays with its file: what is written goes to the file that the person has, or nowhere.

Rules (why: docs/adr/0014-a-vault-that-was-replaced.md):
- Before each writing, and before an act is acknowledged, it is asked whether the file at the path is still ours.
- Another name in the same folder is followed: the connection is made anew, so that the journal lies beside it.
- Another file at the path, or none: all that the connection holds is copied to a rescue vault beside it, and the
  work goes on there. The file that lies at the path is not touched, nor a journal beside it, which may be its own.
- Written over by somebody else: nothing more is written, since two writers would leave a file that is neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw
import msgspec

from atomic_file import sync_folder
from evidence_store import rows, searching
from evidence_store.act import WORDS, Act
from evidence_store.connection import Opened, open_file
from evidence_store.entries import Head
from evidence_store.errors import (
    DiskFaultError,
    VaultFileError,
    VaultReplacedError,
    VaultWrittenOverError,
)
from evidence_store.file_identity import Place, Standing
from evidence_store.index_repair import copy_without_index
from evidence_store.os_errors import os_errors_as_ours
from evidence_store.rescue import rescue
from evidence_store.sqlite_errors import PAGE_DAMAGE, UNREADABLE
from evidence_store.vault_reader import Reading


class Rescued(msgspec.Struct, frozen=True):
    """The vault's file was taken away while it was open, and the work goes on in a copy.

    Attributes:
        lost: where the file was; another one may lie there.
        kept: the rescue vault.
    """

    lost: Path
    kept: Path


class Keeping(Reading):
    """The connection, and the file it belongs to.

    Args:
        path: the vault's file.
        opened: its connection.
        key: the normalised passphrase.

    Attributes:
        rescued: set once the work goes on in a rescue vault.
    """

    def __init__(self, path: Path, opened: Opened, key: bytes) -> None:
        super().__init__(path, opened.db)
        self.rescued: Rescued | None = None
        self._parameters = opened.parameters
        self._key = key
        self._place = Place(path.absolute(), opened.db)
        self._heads_here: dict[str, Head] = {}
        self._sealed_here = self._journal_lies_there = False
        self._spilled = 0

    @contextmanager
    def _writing(self) -> Iterator[apsw.Connection]:
        with self._lock:
            self._stay()
            try:
                with self._using() as db:
                    yield db
            finally:
                with suppress(DiskFaultError):
                    self._place.note()

    def _note_heads(self) -> None:
        with self._using() as db:
            self._heads_here = rows.heads(db)

    def _note_caches(self) -> None:
        with self._using() as db:
            self._damaged_caches |= searching.given_up(db)
            if not searching.can_be_read(db):
                self._damaged_caches.add(WORDS)

    def _stay(self, *, wrote: bool = False) -> None:
        """Make sure that what is written next, or was just written, is in the file at ``path``.

        Args:
            wrote: we have just written: the file's size and time are no longer those that were noted.

        Raises:
            VaultReplacedError, VaultWrittenOverError, DiskFaultError: it is not, and nothing may be called saved.
        """
        with self._lock:
            db = self._open_connection()
            if db.in_transaction:
                return  # asked before it began, and again when it has ended
            match self._place.standing():
                case Standing.OURS:
                    return
                case Standing.WRITTEN_OVER if wrote:
                    self._place.note()
                case Standing.RENAMED:
                    self._follow(db)
                case Standing.REPLACED:
                    self._rescue(db)
                case Standing.WRITTEN_OVER:
                    self._look_again(db)

    def _try_to_stay(self) -> None:
        """As ``_stay``, for somebody who writes nothing and looks at what is there, whatever became of the file."""
        with suppress(VaultFileError):
            self._stay()

    def _begin(self) -> apsw.Connection:
        """Begin a transaction on the file at ``path``. Raises as ``_stay``, and what SQLite does."""
        self._stay()
        try:
            return self._begin_here()
        except VaultReplacedError:  # between the question and here
            self._stay()
            return self._begin_here()

    def _begin_here(self) -> apsw.Connection:
        with self._using() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                if not self._journal_lies_there:
                    # SQLite refuses to open its journal beside a file that was replaced, and opens it with the first
                    # page that is written. That is done now, so that an act does not fail in its midst; it is the
                    # page that the first transaction writes anyway.
                    db.pragma("user_version", self._parameters.version)
                self._journal_lies_there = True
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            self._spilled = _spills(db)
            return db

    def _commit(self, db: apsw.Connection, act: Act) -> None:
        """Commit, unless the file changed under the transaction while nothing of it was in the file yet."""
        unwritten = _spills(db) == self._spilled
        if unwritten and self._place.standing() is Standing.WRITTEN_OVER:
            raise VaultWrittenOverError(self.path)
        try:
            db.execute("COMMIT")
        except PAGE_DAMAGE:
            act.failed_cache = WORDS  # the index alone writes pages as late as that
            raise

    def _look_after_failure(self, failed_cache: str) -> None:
        """What stands in the file now is our own: where only the last sync of a commit failed, all of it may.

        Args:
            failed_cache: one that turned out to be damaged: later acts go without it, after a restart too.
        """
        with suppress(VaultFileError):
            self._place.note()
            self._note_heads()
            self._note_caches()
            if failed_cache:
                self._damaged_caches.add(failed_cache)
                with self._writing() as db, db:
                    searching.give_up(db, failed_cache)

    def _follow(self, db: apsw.Connection) -> None:
        target = self._place.new_name()
        if target is None:
            self._rescue(db)
            return
        _let_go(db)
        self._connection = None
        self._take(target, self._open_copy(target))

    def _rescue(self, db: apsw.Connection) -> None:
        lost = self.rescued.lost if self.rescued is not None else self.path
        target, opened = rescue(db, self._place.path, self._open_copy)
        _let_go(db)
        self._take(target, opened)
        self.rescued = Rescued(lost, target)

    def _look_again(self, db: apsw.Connection) -> None:
        """Whether only the time of the file was changed, and the entries are those that we know."""
        db.release_memory()  # read from the disk, not from what this process remembers of it
        try:
            same = rows.heads(db) == self._heads_here
        except UNREADABLE:
            same = False
        if not same:
            raise VaultWrittenOverError(self.path)
        self._place.note()

    def _take_out_index(self) -> None:
        """Put a copy with an empty index in the file's place, since the pages of the old one cannot be read.

        Raises:
            DamagedVaultError: other pages are damaged, too; the file is as it was.
            DiskFullError, ReadOnlyError, DiskFaultError: the file is as it was.
        """
        with self._lock:
            self._stay()
            db, path = self._open_connection(), self._place.path
            fresh = copy_without_index(path, self._open_copy, rows.heads(db))
            # Windows replaces no file that is open.
            with suppress(apsw.Error):
                db.pragma("journal_mode", "delete")
            db.close()
            self._connection = None
            try:
                with os_errors_as_ours(path):
                    fresh.replace(path)
                    sync_folder(path.parent)
            finally:
                fresh.unlink(missing_ok=True)
                self._take(path, self._open_copy(path))

    def _open_copy(self, path: Path) -> Opened:
        return open_file(path, self._key, wait_s=0, sets=(self._parameters,))

    def _take(self, path: Path, opened: Opened) -> None:
        self._connection = opened.db
        self._journal_lies_there = False
        self._place = Place(path, opened.db)
        self.path = path

    def close(self) -> None:
        """Close the file and let go of the lock. Closing twice is nothing.

        What was sealed since it was opened, and is in no file any more, is copied to a rescue vault first.
        """
        with self._lock:
            if self._connection is None:
                return
            if self._sealed_here:
                self._try_to_stay()
            db, self._connection = self._connection, None
            try:
                here = self._place.standing() in (Standing.OURS, Standing.WRITTEN_OVER)
            except DiskFaultError:
                here = False
            if here:
                # Takes the emptied journal away while the lock is still ours; a full disk may refuse it.
                with suppress(apsw.Error):
                    db.pragma("journal_mode", "delete")
                db.close()
            else:
                _let_go(db)


def _spills(db: apsw.Connection) -> int:
    """How often pages went into the file before the commit, since the memory for them was full."""
    return db.status(apsw.SQLITE_DBSTATUS_CACHE_SPILL)[0]


def _let_go(db: apsw.Connection) -> None:
    """Close a connection and leave alone what lies under the journal's name: it may be another file's."""
    with suppress(apsw.Error):
        db.pragma("journal_mode", "memory")
    db.close()
