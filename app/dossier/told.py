"""What a dossier tells with other names, and the links that hold one."""

from __future__ import annotations

import msgspec

from app.casework.kinds.shared_text import SharedField
from evidence_store import EntryId


class ToldText(msgspec.Struct, frozen=True):
    """A part that is told with other names.

    Attributes:
        source: the entry.
        part: its name.
        fields: each text that differs.
        sealed: the entry that says them; None where it is not sealed yet.
        sealed_at: when that was sealed.
    """

    source: EntryId
    part: str
    fields: tuple[SharedField, ...]
    sealed: EntryId | None = None
    sealed_at: str = ""


class LinkWithName(msgspec.Struct, frozen=True):
    """A link that holds a name, the entry that it stands in, and whether the person sends it all the same."""

    link: str
    source: EntryId
    sent: bool = False
