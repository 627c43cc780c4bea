"""What the scratch pad of the vault holds of the letters of one case. Pure."""

from __future__ import annotations

import msgspec

from app.casework.letters.tables import Letter


class KeptLetters(msgspec.Struct, frozen=True):
    """What was typed for the letters, and changed in them; it is sealed nowhere, and deletable.

    Attributes:
        name: the person's own name, where it is not that of the reports.
        contact: how the person can be reached.
        changed: the whole words of each letter that was changed by hand.
    """

    name: str = ""
    contact: str = ""
    changed: dict[Letter, str] = {}


def read_kept(body: bytes | None) -> KeptLetters | None:
    """Return what bytes of the scratch pad say; None where nothing was made, and nothing where they cannot be read."""
    if not body:
        return None
    try:
        return msgspec.json.decode(body, type=KeptLetters)
    except msgspec.DecodeError:
        return KeptLetters()


def write_kept(kept: KeptLetters) -> bytes:
    """Return the bytes; a text that cannot be written loses only its odd sign."""
    clean = msgspec.structs.replace(
        kept,
        name=_clean(kept.name),
        contact=_clean(kept.contact),
        changed={letter: _clean(words) for letter, words in kept.changed.items()},
    )
    return msgspec.json.encode(clean)


def _clean(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")
