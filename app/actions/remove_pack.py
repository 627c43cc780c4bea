"""A pack is taken out of use; the program's own pieces stand again."""

from __future__ import annotations

from pathlib import Path

from app.packs import KeptPacks


def remove_pack(name: str, packs: Path) -> None:
    """Take a pack out of use, by its publisher's name, a stroke and its own; key and version stay known.

    Raises:
        NoSuchPackError: none of that name is in use.
        TrustFileError: what was accepted cannot be read.
        OSError: it cannot be written.
    """
    KeptPacks(packs).remove(name)
