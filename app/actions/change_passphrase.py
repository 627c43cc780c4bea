"""Give the vault another passphrase; what it holds stays as it is."""

from __future__ import annotations

from collections.abc import Callable

from evidence_store import Report, Vault, WrongPassphraseError, check_strength


def change_passphrase(
    vault: Vault,
    new: str,
    *,
    present: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Change the passphrase, and answer how the vault was found under the new one.

    Args:
        vault: the open vault.
        new: the passphrase that it gets, as typed.
        present: the one that it has, as typed: who sits at an open window may be somebody else. None where the vault
            was just opened with it.
        progress: told (bytes of objects read, bytes in all) while the copy is checked; what it raises leaves everything
            as it was.

    Raises:
        WrongPassphraseError: ``present`` is not the vault's.
        EmptyPassphraseError, WeakPassphraseError: others could guess ``new``.
        VaultError: see ``Vault.change_passphrase``; the old passphrase still opens the vault.
    """
    if present is not None and not vault.accepts(present):
        raise WrongPassphraseError(vault.path)
    check_strength(new)
    return vault.change_passphrase(new, progress=progress)
