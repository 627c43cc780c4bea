"""Copy the vault, so that a lost computer is not lost evidence."""

from __future__ import annotations

from pathlib import Path

from evidence_store import Report, Vault


def back_up(vault: Vault, target: Path) -> Report:
    """Write an encrypted copy and answer how the copy, not the vault, was found.

    Raises:
        VaultExistsError: something lies at ``target``.
        DiskFullError, DiskFaultError: no half copy is left.
    """
    return vault.backup(target)


def back_up_plain(vault: Vault, folder: Path, verifier: bytes) -> None:
    """Write every object and the ledgers as text into a new folder, unencrypted, with the verifier."""
    vault.backup_plain(folder, verifier)
