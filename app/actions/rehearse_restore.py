"""Try a backup as one would after a loss: it is opened to read alone, and read to its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from evidence_store import Report, Vault, VaultLockedError


class Rehearsed(msgspec.Struct, frozen=True):
    """How the copy was found; ``own`` says whether it is one of the open vault."""

    copy: Path
    own: bool
    report: Report


def rehearse_restore(
    vault: Vault,
    copy: Path,
    passphrase: str,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Rehearsed:
    """Open a copy and check it; neither it nor the vault is changed.

    Args:
        vault: the open vault, which is not held meanwhile.
        copy: the file.
        passphrase: as typed: that of the day when the copy was made.
        progress: told (bytes of objects read, bytes in all) between two slices.

    Raises:
        VaultLockedError: it is the open vault itself, or open elsewhere.
        VaultError: see ``Vault.rehearse``.
    """
    if copy.exists() and copy.samefile(vault.path):
        raise VaultLockedError(copy)
    rehearsal = vault.rehearse(copy, passphrase, progress=progress)
    return Rehearsed(copy, rehearsal.vault_id == vault.vault_id, rehearsal.report)
