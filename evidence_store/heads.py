"""Head memory: what this user's profile knows of each vault's chains, so that a cut tail is noticed.

A file per vault id, holding ids, places and hashes: no names, no paths, no times. A file that cannot be read
counts as not remembered. A held head that the vault no longer has is never written over by a later commit;
it goes only when an entry in the ledger names it (see ``Act.restored``).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from atomic_file import write_atomically
from evidence_store.entries import Head
from evidence_store.hashing import is_digest, is_id


class HeldHeads(msgspec.Struct, frozen=True, tag_field="kind", tag="bevismappe_heads"):
    """What is remembered of one vault."""

    version: int
    vault: str
    key_salt: str
    heads: tuple[Head, ...]


class HeadMemory:
    """Writes and reads the remembered heads of vaults.

    Args:
        folder: where the files lie; made when first needed, readable by its owner only.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Return the folder that the files lie in."""
        return self._folder

    def can_keep(self) -> bool:
        """Return whether something could be written there, as far as can be seen without writing."""
        if self._folder.is_dir():
            return os.access(self._folder, os.W_OK | os.X_OK)
        above = next((each for each in self._folder.parents if each.exists()), None)
        missing = not self._folder.exists() and not self._folder.is_symlink()
        return (
            missing and above is not None and above.is_dir() and os.access(above, os.W_OK | os.X_OK)
        )

    def held(self, vault_id: str) -> HeldHeads | None:
        """Return what is remembered of a vault, or None."""
        try:
            held = msgspec.json.decode(self._file(vault_id).read_bytes(), type=HeldHeads)
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return None
        good = held.version == 1 and held.vault == vault_id
        if not good or not all(is_id(h.chain) and is_digest(h.hash) for h in held.heads):
            return None
        return held

    def remember(self, vault_id: str, key_salt: str, heads: Iterable[Head]) -> None:
        """Replace what is remembered of a vault.

        Raises:
            OSError: it could not be written; what was remembered before still is.
        """
        held = HeldHeads(1, vault_id, key_salt, tuple(sorted(heads, key=lambda h: h.chain)))
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Not lasting: after a power cut the file may be one commit behind or empty, and both are
        # harmless, while a capture would have to wait for the disk a second time.
        with write_atomically(self._file(vault_id), lasting=False) as file:
            file.write(msgspec.json.encode(held) + b"\n")

    def _file(self, vault_id: str) -> Path:
        return self._folder / f"{vault_id}.json"
