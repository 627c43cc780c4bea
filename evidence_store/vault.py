"""One open vault: the door that everything else goes through.

Rules:
- One connection, locked for as long as the vault is open. Calls may come from several threads; each holds
  the vault only for one short piece of work, so a capture waits at most for a slice of a verification.
- One act of the user is one transaction. Head memory is written right after its commit.
- Nothing is read but what was asked for: opening looks at the chains' hashes, and at no object.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from evidence_store import losses, rows
from evidence_store.act import WORDS, Act
from evidence_store.connection import (
    PARAMETERS,
    OpenedFile,
    Parameters,
    create_file,
    open_with_any,
)
from evidence_store.copied_vault import CopiedVault
from evidence_store.entries import StagedObject, StoredEntry
from evidence_store.errors import (
    ActOpenError,
    DamagedVaultError,
    EmptyPassphraseError,
    LookOnlyError,
    VaultWrittenOverError,
)
from evidence_store.fault_translation import sqlite_errors_as_ours
from evidence_store.hashing import SALT_BYTES
from evidence_store.heads import HeadMemory
from evidence_store.index_repair import rebuild
from evidence_store.losses import Loss
from evidence_store.passphrase import normalise_passphrase, passphrase_keys
from evidence_store.report import FindingKind, Report
from evidence_store.searching import set_index_version
from evidence_store.staging import drop, stage, sweep
from evidence_store.verifying import check_hashes, verify_vault

_random_id = partial(secrets.token_hex, 16)
_random_salt = partial(os.urandom, SALT_BYTES)


class Vault(CopiedVault):
    """An open vault. ``create`` or ``open`` return it; a context manager that closes it.

    Attributes:
        path: its file, under the name that it has now.
        rescued: set once the file was taken away and the work goes on in a rescue vault, which ``path`` then is.
        vault_id: 32 hex digits, random, for ever.
        format_version: of the file.
        key_salt: the file's first 16 bytes as 32 hex digits, needed to find the key again.
        opened: what the look at the chains' hashes on opening gave.
        heads_kept: False when head memory cannot be written, or could not be after the last commit, which stands.
        look_only: set by whoever opened a file that lacks something, until the person has decided: nothing is sealed.
        heads_folder: where head memory lies.
    """

    def __init__(
        self,
        path: Path,
        opened: OpenedFile,
        heads: HeadMemory,
        key: bytes,
        *,
        new_id: Callable[[], str] = _random_id,
        new_salt: Callable[[], bytes] = _random_salt,
        sets: Sequence[Parameters] = PARAMETERS,
    ) -> None:
        super().__init__(path, opened, key)
        self._sets = sets
        self.format_version = opened.format_version
        self.key_salt = opened.key_salt
        self.heads_kept = heads.can_keep()
        self.look_only = False
        self.heads_folder = heads.folder
        self._heads = heads
        self._new_id = new_id
        self._new_salt = new_salt
        self._act: Act | None = None
        with self._using() as db:
            self.vault_id: str = db.execute("SELECT value FROM vault WHERE key = 'id'").get
        # Leftovers on a damaged page stay; verify names the page, and the evidence can still be read.
        with suppress(DamagedVaultError):
            sweep(self._writing)
        with self._using() as db:
            self.opened: Report = check_hashes(db)
        with suppress(DamagedVaultError):
            self._load_heads()
        self._load_damaged_caches()

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        heads: HeadMemory,
        parameters: Sequence[Parameters] = PARAMETERS,
        index_version: str = "",
        new_id: Callable[[], str] = _random_id,
        new_salt: Callable[[], bytes] = _random_salt,
    ) -> Vault:
        """Make a new vault and return it open.

        Args:
            path: where; nothing may be there yet.
            passphrase: as typed.
            heads: the profile's head memory.
            parameters: how files are encrypted; the first set is taken. Tests hand in one whose key takes no time.
            index_version: how the words for the search index will be picked, see ``rebuild_index``.
            new_id: gives 32 random hex digits; handed in by tests.
            new_salt: gives 32 random bytes; handed in by tests.

        Raises:
            VaultExistsError, VaultMissingError (no such folder), ReadOnlyError, DiskFullError, DiskFaultError,
            EmptyPassphraseError.
        """
        key = normalise_passphrase(passphrase)
        opened = create_file(path, key, parameters[0])
        try:
            with sqlite_errors_as_ours(path), opened.db:
                opened.db.execute("INSERT INTO vault VALUES('id', ?)", (new_id(),))
                set_index_version(opened.db, index_version)
            return cls(path, opened, heads, key, new_id=new_id, new_salt=new_salt, sets=parameters)
        except BaseException:
            opened.db.close()
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        *,
        heads: HeadMemory,
        wait_s: float = 5.0,
        parameters: Sequence[Parameters] = PARAMETERS,
        new_id: Callable[[], str] = _random_id,
        new_salt: Callable[[], bytes] = _random_salt,
    ) -> Vault:
        """Open a vault, lock it against every other process, and return it.

        Args:
            path: its file.
            passphrase: as typed.
            heads: the profile's head memory.
            wait_s: seconds to wait while it is open elsewhere.
            parameters: the sets to try, newest first; each that does not fit costs a derivation of the key.
            new_id: gives 32 random hex digits; handed in by tests.
            new_salt: gives 32 random bytes; handed in by tests.

        Raises:
            VaultMissingError, PlaceholderError, VaultLockedError, WrongPassphraseError (or a damaged first page),
            NewerVaultError, NotAVaultError, ReadOnlyError, DamagedVaultError, DiskFaultError, EmptyPassphraseError.
        """
        opened, key = open_with_any(path, passphrase_keys(passphrase), wait_s, parameters)
        try:
            return cls(path, opened, heads, key, new_id=new_id, new_salt=new_salt, sets=parameters)
        except BaseException:
            opened.db.close()
            raise

    def accepts(self, passphrase: str) -> bool:
        """Return whether this is the vault's passphrase: asked when a locked window is to show itself again."""
        try:
            keys = passphrase_keys(passphrase)
        except EmptyPassphraseError:
            return False
        return any(hmac.compare_digest(key, self._key) for key in keys)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- acts ------------------------------------------------------------------------------------

    @contextmanager
    def act(self, *, naming_losses: bool = False) -> Iterator[Act]:
        """Lend one act of the user: all of it is written when the block ends, or none of it when it raises.

        Args:
            naming_losses: this is the act that names what was lost, so a vault that may only be looked at takes it.

        Raises:
            LookOnlyError: see ``look_only``; nothing was written.
            ActOpenError: an act is under way in this thread.
            VaultReplacedError, VaultWrittenOverError: the file at ``path`` is not ours any more and nothing was saved.
                Where a rescue vault can be made the act is saved there, ``path`` leads to it, and nothing is raised.
            DiskFullError, ReadOnlyError, DamagedVaultError: nothing was written.
            DiskFaultError: nothing was written; or all of it, where only the very last sync of the commit failed.
        """
        with self._lock:
            if self._act is not None:
                raise ActOpenError
            if self.look_only and not naming_losses:
                raise LookOnlyError(self.path)
            db = self._begin()
            kept = self._damaged_caches
            act = Act(db, self.vault_id, new_id=self._new_id, new_salt=self._new_salt, without=kept)
            self._act = act
            try:
                with sqlite_errors_as_ours(self.path):
                    yield act
                    act.rewrite_index()
                    self._commit(db, act)
            except BaseException as error:
                # A full disk makes SQLite roll back by itself.
                if db.in_transaction:
                    with sqlite_errors_as_ours(self.path):
                        db.execute("ROLLBACK")
                if not isinstance(error, VaultWrittenOverError):
                    self._reload_after_failure(act.failed_cache)
                raise
            finally:
                act.end()
                self._act = None
            self._sealed_here = True
            self.look_only = self.look_only and not naming_losses
            self._heads_here |= act.heads
            self._check_file(wrote=True)
            self._remember(act)
            for key in act.leftovers:
                drop(self._writing, key)
            if act.erased or act.leftovers:
                with self._writing() as db:
                    db.execute("PRAGMA incremental_vacuum").fetchall()

    def stage(
        self,
        source: BinaryIO,
        media_type: str,
        *,
        progress: Callable[[int], None] | None = None,
    ) -> StagedObject:
        """Write an object ahead of its entry, in short transactions, so that nobody waits long, and return it.

        What no entry takes is swept when the vault is next opened.

        Args:
            source: read to its end.
            media_type: such as ``video/mp4``.
            progress: told the number of bytes written so far, between two transactions: it may use the vault, and
                what it raises ends the work and leaves nothing of it.

        Raises:
            ActOpenError: an act is under way in this thread.
            DiskFullError, DiskFaultError, ReadOnlyError: nothing of it is kept.
        """
        with self._lock:
            # The lock belongs to a thread: an act seen from inside it is this thread's own.
            if self._act is not None:
                raise ActOpenError
            if self.look_only:
                raise LookOnlyError(self.path)
        return stage(self._writing, source, media_type, progress)

    def discard(self, staged: StagedObject) -> None:
        """Delete a staged object that no entry will take."""
        with self._using() as db:
            sql = "SELECT EXISTS(SELECT 1 FROM staged WHERE object = ?)"
            listed = db.execute(sql, (staged.key,)).get
        if listed:
            drop(self._writing, staged.key)

    def rebuild_index(
        self,
        text_of: Callable[[StoredEntry], str],
        version: str,
        *,
        give_way: Callable[[], None] = lambda: None,
    ) -> None:
        """Make the search index anew from the entries; one whose pages are damaged is taken out first.

        Args:
            text_of: the words of an entry, as ``append`` would have been given them.
            version: names the way in which ``text_of`` picks words.
            give_way: called between two slices: it may use the vault, also to seal, and what it raises ends the work.
        """
        fine = partial(self._damaged_caches.discard, WORDS)
        rebuild(
            self.act, self._using, self._replace_without_index, fine, text_of, version, give_way
        )

    # -- proof -----------------------------------------------------------------------------------

    def verify(
        self,
        *,
        expect: str = "",
        progress: Callable[[int, int], None] | None = None,
        see: Callable[[StoredEntry], None] | None = None,
    ) -> Report:
        """Check everything (hashes, links, parts, bodies, objects, pages in use, held heads) and return the report.

        Works in slices and changes nothing. Damage does not stop it: it goes on to the next object.

        Args:
            expect: a receipt code got another way, or "".
            progress: told (bytes of objects read, bytes of objects in all) between two slices, (0, 0) while nobody
                knows. Nothing is held then: it may use the vault, also to seal, and what it raises ends the check.
            see: told of each entry as it is read, so that nobody has to go through them again; it must not use the
                vault.

        Raises:
            ReceiptFormatError: ``expect`` is not a receipt code.
        """
        self._try_to_check_file()
        held = self._heads.held(self.vault_id)
        report = verify_vault(
            self._slice, held, expect=expect, progress=progress, kept=self.heads_kept, see=see
        )
        damaged = (each.path for each in report.findings if each.kind is FindingKind.CACHE_PAGE)
        if any("words" in path for path in damaged):
            self._damaged_caches.add(WORDS)
        return report

    def losses(self) -> tuple[Loss, ...]:
        """Return what head memory holds and this file lacks: it is older than what was held, or a fork of it.

        An honest restore is told by ``Act.restored`` for each; from then on the loss has a name and is none any more.
        """
        held = self._heads.held(self.vault_id)
        with self._using() as db:
            return losses.losses(db, held)

    # -- inside ----------------------------------------------------------------------------------

    def _remember(self, act: Act) -> None:
        if not act.heads:
            return
        held = self._heads.held(self.vault_id)
        known = {head.chain: head for head in held.heads} if held else {}
        with self._using() as db:
            gone = {head for head in known.values() if not losses.holds(db, head)}
            named = losses.named_heads(db) if gone else set()
            ends = rows.heads(db) if named else {}
        # A head that was lost stays held until an entry names it: it is the proof of the loss.
        for head in gone & named:
            del known[head.chain]
            if head.chain in ends:
                known[head.chain] = ends[head.chain]
        known |= {chain: head for chain, head in act.heads.items() if known.get(chain) not in gone}
        try:
            self._heads.remember(self.vault_id, self.key_salt, known.values())
            self.heads_kept = True
        except OSError:
            self.heads_kept = False
