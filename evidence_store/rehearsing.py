"""A copy is opened as after a loss, only to see that it can be: nothing in it is written, and no lock is left on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

import msgspec

from evidence_store.connection import OpenedFile, Parameters, open_to_read
from evidence_store.errors import WrongPassphraseError
from evidence_store.fault_translation import sqlite_errors_as_ours
from evidence_store.heads import HeadMemory
from evidence_store.passphrase import passphrase_keys
from evidence_store.report import Report
from evidence_store.verifying import verify_vault


class Rehearsal(msgspec.Struct, frozen=True):
    """How a copy was found.

    Attributes:
        vault_id: which vault it is a copy of.
        report: as of a verification; entries that only this computer remembers count as missing in it.
    """

    vault_id: str
    report: Report


def rehearse(
    copy: Path,
    passphrase: str,
    *,
    heads: HeadMemory,
    parameters: Sequence[Parameters],
    progress: Callable[[int, int], None] | None = None,
) -> Rehearsal:
    """Open a copy of a vault to read it, and verify it.

    Args:
        copy: the file.
        passphrase: as typed.
        heads: the profile's head memory.
        parameters: the sets to try, newest first.
        progress: as for ``Vault.verify``.

    Raises:
        VaultMissingError, WrongPassphraseError, NotAVaultError, NewerVaultError, DamagedVaultError, DiskFaultError,
        VaultLockedError, EmptyPassphraseError: it cannot be opened, and was not changed.
    """
    opened = _opened(copy, passphrase_keys(passphrase), parameters)
    try:
        with sqlite_errors_as_ours(copy):
            vault_id = str(opened.db.execute("SELECT value FROM vault WHERE key = 'id'").get)
        held = heads.held(vault_id)
        report = verify_vault(lambda: nullcontext(opened.db), held, progress=progress)
    finally:
        opened.db.close()
    return Rehearsal(vault_id, report)


def _opened(copy: Path, keys: Sequence[bytes], parameters: Sequence[Parameters]) -> OpenedFile:
    for key in keys[:-1]:
        try:
            return open_to_read(copy, key, parameters)
        except WrongPassphraseError:
            continue
    return open_to_read(copy, keys[-1], parameters)
