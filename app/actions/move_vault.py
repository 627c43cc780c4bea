"""Move the vault to another folder: copied, checked, and gone on with there. The old file stays until it may go."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from evidence_store import Vault


def move_vault(
    vault: Vault, folder: Path, *, progress: Callable[[int, int], None] | None = None
) -> Path:
    """Go on with the vault in another folder, and answer where the old file lies.

    Args:
        vault: the open vault; ``vault.path`` leads to the new place afterwards.
        folder: where it goes, under the name that it has.
        progress: told (bytes of objects read, bytes in all) while the copy is checked; what it raises leaves everything
            as it was.

    Raises:
        FileNotFoundError: there is no such folder.
        VaultError: see ``Vault.move_to``; the vault is where it was.
    """
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(folder))
    old = vault.path
    vault.move_to(folder / old.name, progress=progress)
    return old


def delete_old(vault: Vault, old: Path) -> bool:
    """Delete the file that the vault was moved from, unless it holds something that the vault lacks.

    Returns:
        Whether it is gone.

    Raises:
        VaultError: it cannot be opened, so nobody knows what it holds; it is still there.
    """
    return vault.discard_copy(old)
