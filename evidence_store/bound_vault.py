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
from evidence_store.connection import OpenedFile, open_file
from evidence_store.entries import Head
from evidence_store.errors import (
    DiskFaultError,
    VaultFileError,
    VaultReplacedError,
    VaultWrittenOverError,
)
from evidence_store.fault_translation import PAGE_DAMAGE, UNREADABLE, os_errors_as_ours
from evidence_store.file_identity import FileIdentity, FileState
from evidence_store.index_repair import copy_without_index
from evidence_store.rescue import rescue
from evidence_store.vault_reader import VaultReader


class Rescued(msgspec.Struct, frozen=True):
    """The vault's file was taken away while it was open, and the work goes on in a copy.

    Attributes:
        lost: where the file was; another one may lie there.
        kept: the rescue vault.
    """

    lost: Path
    kept: Path


class BoundVault(VaultReader):
    """A connection bound to the file at the vault's path.

    Args:
        path: the vault's file.
        opened: its connection.
        key: the normalised passphrase.

    Attributes:
        rescued: set once the work goes on in a rescue vault.
    """

    def __init__(self, path: Path, opened: OpenedFile, key: bytes) -> None:
        super().__init__(path, opened.db)
        self.rescued: Rescued | None = None
        self._parameters = opened.parameters
        self._key = key
        self._file = FileIdentity(path.absolute(), opened.db)
        self._heads_here: dict[str, Head] = {}
        self._sealed_here = self._journal_lies_there = False
        self._spilled = 0

    @contextmanager
    def _writing(self) -> Iterator[apsw.Connection]:
        with self._lock:
            self._check_file()
            try:
                with self._using() as db:
                    yield db
            finally:
                with suppress(DiskFaultError):
                    self._file.remember()

    def _load_heads(self) -> None:
        with self._using() as db:
            self._heads_here = rows.heads(db)

    def _load_damaged_caches(self) -> None:
        with self._using() as db:
            self._damaged_caches |= searching.damaged_caches(db)
            if not searching.can_be_read(db):
                self._damaged_caches.add(WORDS)

    def _check_file(self, *, wrote: bool = False) -> None:
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
            match self._file.state():
                case FileState.OURS:
                    return
                case FileState.WRITTEN_OVER if wrote:
                    self._file.remember()
                case FileState.RENAMED:
                    self._follow_rename(db)
                case FileState.REPLACED:
                    self._rescue(db)
                case FileState.WRITTEN_OVER:
                    self._compare_content(db)

    def _try_to_check_file(self) -> None:
        """As ``_check_file``, for somebody who only reads what is there, whatever became of the file."""
        with suppress(VaultFileError):
            self._check_file()

    def _begin(self) -> apsw.Connection:
        """Begin a transaction on the file at ``path``, and return the connection. Raises as ``_check_file``."""
        self._check_file()
        try:
            return self._begin_here()
        except VaultReplacedError:  # between the question and here
            self._check_file()
            return self._begin_here()

    def _begin_here(self) -> apsw.Connection:
        with self._using() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                if not self._journal_lies_there:
                    # SQLite refuses to open its journal beside a file that was replaced, and opens it with the first
                    # page that is written. That is done now, so that an act does not fail in its midst; it is the
                    # page that the first transaction writes anyway.
                    db.pragma("user_version", db.pragma("user_version"))
                self._journal_lies_there = True
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            self._spilled = _cache_spills(db)
            return db

    def _commit(self, db: apsw.Connection, act: Act) -> None:
        """Commit, unless the file was written over while nothing of the transaction was in it yet."""
        unwritten = _cache_spills(db) == self._spilled
        if unwritten and self._file.state() is FileState.WRITTEN_OVER:
            raise VaultWrittenOverError(self.path)
        try:
            db.execute("COMMIT")
        except PAGE_DAMAGE:
            act.failed_cache = WORDS  # the index alone writes pages as late as that
            raise

    def _reload_after_failure(self, failed_cache: str) -> None:
        """Read again what the file holds: where only the last sync of a commit failed, that may be all of it.

        Args:
            failed_cache: one that turned out to be damaged: later acts go without it, after a restart too.
        """
        with suppress(VaultFileError):
            self._file.remember()
            self._load_heads()
            self._load_damaged_caches()
            if failed_cache:
                self._damaged_caches.add(failed_cache)
                with self._writing() as db, db:
                    searching.mark_damaged(db, failed_cache)

    def _follow_rename(self, db: apsw.Connection) -> None:
        target = self._file.new_name()
        if target is None:
            self._rescue(db)
            return
        _close_leaving_journal(db)
        self._connection = None
        self._switch_to(target, self._open_copy(target))

    def _rescue(self, db: apsw.Connection) -> None:
        lost = self.rescued.lost if self.rescued is not None else self.path
        target, opened = rescue(db, self._file.path, self._open_copy)
        _close_leaving_journal(db)
        self._switch_to(target, opened)
        self.rescued = Rescued(lost, target)

    def _compare_content(self, db: apsw.Connection) -> None:
        """Note the file's new time where its entries are those that we know."""
        db.release_memory()  # read from the disk, not from what this process remembers of it
        try:
            same = rows.heads(db) == self._heads_here
        except UNREADABLE:
            same = False
        if not same:
            raise VaultWrittenOverError(self.path)
        self._file.remember()

    def _replace_without_index(self) -> None:
        """Put a copy with an empty index in the file's place, since the pages of the old index cannot be read.

        Raises:
            DamagedVaultError: other pages are damaged, too; the file is as it was.
            DiskFullError, ReadOnlyError, DiskFaultError: the file is as it was.
        """
        with self._lock:
            self._check_file()
            db, path = self._open_connection(), self._file.path
            fresh = copy_without_index(path, self._open_copy, rows.heads(db))
            try:
                self._take_place(fresh, self._key)
            finally:
                fresh.unlink(missing_ok=True)

    def _take_place(self, fresh: Path, key: bytes) -> None:
        """Put a whole copy, which that key opens, in the file's place, and go on with it. The lock is held.

        Raises:
            DiskFullError, ReadOnlyError, DiskFaultError: the file is as it was, or the copy is there but not synced.
        """
        db, path = self._open_connection(), self._file.path
        # Windows replaces no file that is open.
        with suppress(apsw.Error):
            db.pragma("journal_mode", "delete")
        db.close()
        self._connection = None
        try:
            with os_errors_as_ours(path):
                fresh.replace(path)
                self._key = key
                sync_folder(path.parent)
        finally:
            self._switch_to(path, self._open_copy(path))

    def _open_copy(self, path: Path) -> OpenedFile:
        return open_file(path, self._key, wait_s=0, sets=(self._parameters,))

    def _switch_to(self, path: Path, opened: OpenedFile) -> None:
        self._connection = opened.db
        self._journal_lies_there = False
        self._file = FileIdentity(path, opened.db)
        self.path = path

    def close(self) -> None:
        """Close the file and release the lock. Closing twice does nothing.

        What was sealed since it was opened, and is in no file any more, is copied to a rescue vault first.
        """
        with self._lock:
            if self._connection is None:
                return
            if self._sealed_here:
                self._try_to_check_file()
            db, self._connection = self._connection, None
            try:
                here = self._file.state() in (FileState.OURS, FileState.WRITTEN_OVER)
            except DiskFaultError:
                here = False
            if here:
                # Takes the emptied journal away while the lock is still ours; a full disk may refuse it.
                with suppress(apsw.Error):
                    db.pragma("journal_mode", "delete")
                db.close()
            else:
                _close_leaving_journal(db)


def _cache_spills(db: apsw.Connection) -> int:
    """Return how often pages went into the file before the commit, since the memory for them was full."""
    return db.status(apsw.SQLITE_DBSTATUS_CACHE_SPILL)[0]


def _close_leaving_journal(db: apsw.Connection) -> None:
    """Close a connection and leave what lies under the journal's name: it may be another file's."""
    with suppress(apsw.Error):
        db.pragma("journal_mode", "memory")
    db.close()
