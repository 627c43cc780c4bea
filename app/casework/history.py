"""How the state of a thing changed: what stood in one field, and since when. Pure.

A state is a field that corrections change. Only changes are told: a correction of something else is none.
"""

from __future__ import annotations

from typing import Any

import msgspec

from app.casework.versions import Versioned
from evidence_store import EntryId


class StateSince(msgspec.Struct, frozen=True):
    """What a field said, from which entry on.

    Attributes:
        value: what it said.
        on: the day that the person gave for it, "" for none.
        sealed: when it was sealed.
        entry: the entry that says it.
    """

    value: Any
    on: str
    sealed: str
    entry: EntryId


def states_of(
    thing: Versioned[Any], field: str = "status", on: str = "", part: str = "facts"
) -> tuple[StateSince, ...]:
    """Return what a field of a part said, oldest first; ``on`` is the field with its day, where there is one.

    A version whose part cannot be read says nothing of it.
    """
    found: list[StateSince] = []
    for version in thing.versions:
        said = getattr(version.value, part, None)
        value = getattr(said, field, None)
        if value is None or (found and found[-1].value == value):
            continue
        day = str(getattr(said, on, "")) if on else ""
        found.append(StateSince(value, day, version.time, version.entry))
    return tuple(found)
