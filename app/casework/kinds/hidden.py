"""An item put out of sight, or shown again. Nothing is deleted."""

from __future__ import annotations

from app.casework.kind import BOTH, Kind
from app.casework.part import Part
from evidence_store import EntryId


class Hidden(Part, frozen=True, kw_only=True, tag="hidden"):
    """An item put out of sight, or shown again. Nothing is deleted."""

    target: EntryId
    hidden: bool = True


HIDDEN = Kind(tag="hidden", parts={"facts": Hidden}, zones=BOTH)
