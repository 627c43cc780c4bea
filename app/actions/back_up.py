"""Copy the vault, so that a lost computer is not lost evidence."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from evidence_store import Report, Vault


def back_up(
    vault: Vault, target: Path, *, progress: Callable[[int, int], None] | None = None
) -> Report:
    """Write an encrypted copy and answer how the copy, not the vault, was found.

    Args:
        vault: what is copied. Nothing can be sealed in it while the copy is written.
        target: where the copy goes.
        progress: told (bytes of objects read, bytes in all) while the copy is checked; what it raises leaves no copy.

    Raises:
        VaultExistsError: something lies at ``target``; it was not touched.
        FileNotFoundError: there is no such folder.
        ReadOnlyError, DiskFullError, DiskFaultError, DamagedVaultError: no half copy is left.
    """
    _must_have_folder(target)
    return vault.backup(target, progress=progress)


def back_up_plain(vault: Vault, folder: Path, verifier: bytes) -> None:
    """Write every object and the ledgers as text into a new folder, unencrypted, with the verifier.

    Args:
        vault: what is copied.
        folder: not there yet, or empty.
        verifier: bytes of the script that checks it.

    Raises:
        VaultExistsError: something lies in the folder; it was not touched.
        FileNotFoundError: there is no folder for it to lie in.
        ObjectDamagedError, ReadOnlyError, DiskFullError, DiskFaultError: it was not written whole.
    """
    _must_have_folder(folder)
    vault.backup_plain(folder, verifier)


def _must_have_folder(target: Path) -> None:
    # The vault would say that there is no vault, which is not what is missing.
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(target.parent))
