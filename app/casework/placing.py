"""Small steps of the fold that every kind of entry needs. Pure."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from app.casework import records
from app.casework.decoding import Decoded, Gap
from app.casework.items import Unplaced, Version, WhyUnplaced
from app.casework.rows import Rows
from app.casework.state import CaseState, Place, Shelf
from evidence_store import EntryId

T = TypeVar("T")


def unplaced(
    state: CaseState, entry: Decoded, why: WhyUnplaced, gap: Gap | None = None
) -> CaseState:
    """Keep an entry aside that has no place in the case."""
    row = Unplaced(entry.id, entry.time, entry.kind, why, gap)
    return replace(state, unreadable=state.unreadable.added(row))


def placed(state: CaseState, entry: EntryId, shelf: Shelf, index: int) -> CaseState:
    """Note where the thing of an entry stands."""
    return replace(state, places=state.places.having(entry, Place(shelf, index)))


def version_of(entry: Decoded, value: T) -> Version[T]:
    """What an entry says, with when and by whom."""
    return Version(entry.id, entry.time, value, entry.read("person", records.Person))


def with_rows(state: CaseState, shelf: Shelf, rows: Rows[Any]) -> CaseState:
    """The state with other rows on one of its shelves."""
    return replace(state, **{shelf.value: rows})
