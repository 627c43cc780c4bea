"""An open vault that is copied: to a backup, to plain files, and to a file under another passphrase in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import apsw

from atomic_file import part_beside, sweep_beside, sync_folder
from evidence_store import backup, losses, records, rehearsing, rekeying, rows
from evidence_store.bound_vault import BoundVault
from evidence_store.connection import Parameters, open_file, open_to_read, read_key_salt
from evidence_store.errors import DamagedVaultError, DiskFaultError, LookOnlyError
from evidence_store.fault_translation import os_errors_as_ours, sqlite_errors_as_ours
from evidence_store.heads import HeadMemory
from evidence_store.passphrase import normalise_passphrase
from evidence_store.records import Record
from evidence_store.rehearsing import Rehearsal
from evidence_store.report import Report, Verdict

Told = Callable[[int, int], None]


class CopiedVault(BoundVault):
    """See ``Vault``, which says what these attributes are."""

    vault_id: str
    format_version: int
    key_salt: str
    heads_kept: bool
    look_only: bool
    _heads: HeadMemory
    _sets: Sequence[Parameters]

    def backup(self, target: Path, *, progress: Told | None = None) -> Report:
        """Write a whole copy of the vault, under the same passphrase, and return the report on the copy.

        The writing is one statement, and nobody else gets at the vault until it is done; the verifying is in slices.

        Args:
            target: the copy's path; nothing may be there yet.
            progress: as for ``verify``, while the copy is verified; what it raises leaves no copy.

        Returns:
            The report on the copy. The copy stands at ``target`` whatever the report says of it.

        Raises:
            VaultExistsError, VaultMissingError (no such folder), DiskFullError, DiskFaultError, ReadOnlyError,
            DamagedVaultError: no copy was left.
        """
        return backup.back_up(
            self._using,
            self._open_copy,
            target,
            self._heads.held(self.vault_id),
            progress,
        )

    def backup_plain(self, folder: Path, verifier: bytes) -> None:
        """Write everything unencrypted: ledgers as text, objects as files, and a verifier. Readable without us.

        Args:
            folder: must not exist yet, or be empty.
            verifier: bytes of the script that checks it.

        Raises:
            VaultExistsError: something is there.
            ObjectDamagedError, DiskFullError, DiskFaultError, ReadOnlyError.
        """
        backup.back_up_plain(self, self.vault_id, self.format_version, folder, verifier)

    def last_number(self) -> int:
        """Return the place of the last entry among all entries of the vault, from 1; 0 where there is none."""
        with self._using() as db:
            return records.last_number(db)

    def records(self, since: int, until: int) -> Iterator[Record]:
        """Yield the entries above one place and up to another, over all chains, each with all that belongs to it.

        Raises:
            ObjectDamagedError: also while the bytes of one are read.
        """
        return records.read_records(self._using, self.open_object, since, until)

    def own_rows(self) -> tuple[tuple[str, str], ...]:
        """Return the rows of the vault's own table, with its secrets: for a copy that only a key opens."""
        with self._using() as db:
            found = db.execute("SELECT key, value FROM vault ORDER BY key").fetchall()
        return tuple((str(key), str(value)) for key, value in found)

    def change_passphrase(self, passphrase: str, *, progress: Told | None = None) -> Report:
        """Put a copy under another passphrase in the file's place, and return the report on it.

        Entries, receipt codes and ids are as before; the salt of the key is another. Copies that were made before
        open with the passphrase that they had. Whatever stops it, the file at ``path`` is whole, under the old
        passphrase or the new one; once this has returned, under the new one.

        The copy is verified in slices. What is sealed between them is in no copy: then it is made once more, and
        nobody gets at the vault until that is done.

        Args:
            passphrase: the new one, as typed.
            progress: as for ``verify``, while the copy is verified; what it raises leaves everything as it was.

        Raises:
            EmptyPassphraseError, LookOnlyError, DamagedVaultError, DiskFullError, ReadOnlyError, DiskFaultError,
            VaultFileError: the passphrase is the old one.
        """
        key = normalise_passphrase(passphrase)
        if self.look_only:
            raise LookOnlyError(self.path)
        self._check_file()
        with os_errors_as_ours(self.path):
            sweep_beside(self.path, rekeying.ENDING)
        report = self._try_key(key, progress)
        if report is None:
            with self._lock:
                report = self._try_key(key, None)
        if report is None:
            raise DiskFaultError(self.path)  # somebody else takes the file away, twice
        held = self._heads.held(self.vault_id)
        if held is not None:
            with suppress(OSError):
                self._heads.remember(self.vault_id, self.key_salt, held.heads)
        return report

    def rehearse(self, copy: Path, passphrase: str, *, progress: Told | None = None) -> Rehearsal:
        """Open a copy as after a loss, verify it, and return how it was found; neither file is changed.

        The vault is not held meanwhile: any thread may call it, and captures go on.

        Args:
            copy: the file.
            passphrase: as typed: that of the day when the copy was made.
            progress: as for ``verify``.

        Raises:
            VaultMissingError, WrongPassphraseError, NotAVaultError, NewerVaultError, DamagedVaultError,
            DiskFaultError, VaultLockedError, EmptyPassphraseError: it cannot be opened.
        """
        return rehearsing.rehearse(
            copy,
            passphrase,
            heads=self._heads,
            parameters=self._sets,
            progress=progress,
        )

    def move_to(self, target: Path, *, progress: Told | None = None) -> Report:
        """Write a whole copy, verify it, and go on in it; the file that it was made of is left as it is.

        What is sealed while the copy is verified is in no copy: then it is made once more, and nobody gets at the
        vault until that is done.

        Args:
            target: the new path; nothing may be there yet.
            progress: as for ``verify``, while the copy is verified; what it raises leaves no copy.

        Raises:
            VaultExistsError, VaultMissingError (no such folder), DiskFullError, DiskFaultError, ReadOnlyError,
            DamagedVaultError, LookOnlyError: no copy was left, and the vault is where it was.
        """
        target = target.absolute()
        if self.look_only:
            raise LookOnlyError(self.path)
        self._check_file()
        report = self._try_to_move(target, progress)
        if report is None:
            with self._lock:
                report = self._try_to_move(target, None)
        if report is None:
            raise DiskFaultError(self.path)  # somebody else takes the file away, twice
        return report

    def discard_copy(self, copy: Path) -> bool:
        """Delete an older copy of this vault; return False where it is another vault, or holds what this one lacks.

        Args:
            copy: a file under the passphrase that the vault has now.

        Raises:
            VaultError: it cannot be read, or not be deleted; it is still there.
        """
        with os_errors_as_ours(copy):
            if not copy.exists():
                return True
            if copy.samefile(self.path):
                return False
            opened = open_to_read(copy, self._key, (self._parameters,))
            try:
                with sqlite_errors_as_ours(copy):
                    vault_id = opened.db.execute("SELECT value FROM vault WHERE key = 'id'").get
                    ends = rows.heads(opened.db).values()
            finally:
                opened.db.close()
            with self._using() as db:
                if vault_id != self.vault_id or not all(losses.holds(db, end) for end in ends):
                    return False
            copy.unlink()
            sync_folder(copy.parent)
        return True

    def _try_to_move(self, target: Path, progress: Told | None) -> Report | None:
        """Return None where something was written meanwhile: then there is no copy."""
        with self._using() as db:
            before = (db, db.total_changes())
        report = self.backup(target, progress=progress)
        moved = False
        try:
            if report.verdict not in {Verdict.CONSISTENT, Verdict.ANCHORED}:
                raise DamagedVaultError(self.path)
            with self._lock:
                self._check_file()
                db = self._open_connection()
                if (db, db.total_changes()) == before:
                    opened = self._open_copy(target)
                    with suppress(apsw.Error):
                        db.pragma("journal_mode", "delete")
                    db.close()
                    self._switch_to(target, opened)
                    moved = True
        finally:
            if not moved:
                target.unlink(missing_ok=True)
        return report if moved else None

    def _try_key(self, key: bytes, progress: Told | None) -> Report | None:
        """Return None where something was written meanwhile: then the file is as it was."""
        with os_errors_as_ours(self.path), part_beside(self.path, rekeying.ENDING) as fresh:
            with self._using() as db:
                before, expected = (db, db.total_changes()), rows.heads(db)
                rekeying.encrypt_copy(db, fresh, key, self._open_copy)
            report = rekeying.read_through(
                fresh,
                partial(open_file, key=key, wait_s=0, sets=(self._parameters,)),
                expected,
                self._heads.held(self.vault_id),
                progress,
            )
            with self._lock:
                self._check_file()
                db = self._open_connection()
                if (db, db.total_changes()) != before or fresh.parent != self._file.path.parent:
                    return None
                self._take_place(fresh, key)
                self.key_salt = read_key_salt(self.path)
        return report
