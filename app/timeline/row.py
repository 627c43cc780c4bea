"""One row of the timeline, as a value. No Qt."""

from __future__ import annotations

from typing import Any

import msgspec

from app.casework import Exhibit, Icon, Kept, Thing, Unread, Versioned, Written, noon_of
from evidence_store import EntryId

EXHIBIT: Kept[Exhibit] = Kept(tag="exhibit", parts={}, icon=Icon.PICTURE)
UNREAD: Kept[Unread] = Kept(tag="unread", parts={}, icon=Icon.CROSSED_DOCUMENT)


class Row(msgspec.Struct, frozen=True, gc=False):
    """One row.

    Attributes:
        stamp: the time at which it lies, a ledger stamp.
        thing: the thing itself.
        kind: its kind; EXHIBIT and UNREAD where the state keeps it otherwise than the kinds do.
        private: whether it was written down in the private chain.
        along: rows that belong to it and have none of their own, as a report to its hand-over.
    """

    stamp: str
    thing: Thing | Unread
    kind: Kept[Any]
    private: bool = False
    along: tuple[Row, ...] = ()

    @property
    def id(self) -> EntryId:
        """The entry that names the thing."""
        match self.thing:
            case Exhibit() as exhibit:
                return exhibit.original
            case Versioned() as said:
                return said.id
            case thing:
                return thing.entry

    @property
    def ids(self) -> tuple[EntryId, ...]:
        """The entries that name the thing and what goes along with it."""
        return (self.id, *(each.id for each in self.along))

    @property
    def value(self) -> object:
        """What the thing says as it stands."""
        return self.thing.current if isinstance(self.thing, Versioned) else self.thing

    @property
    def day_only(self) -> bool:
        """Whether it lies on a day of which no time of day is known."""
        kind, value = self.kind, self.value
        if not isinstance(kind, Written) or not kind.day_happened:
            return False
        facts: Any = getattr(value, "facts", None)
        return noon_of(getattr(facts, kind.day_happened, "")) is not None

    @property
    def icon(self) -> Icon:
        """What stands before it."""
        return Icon.LOCK if self.private else self.kind.icon

    @property
    def hidden(self) -> bool:
        """Whether it was put out of sight; reports and packages never are."""
        return isinstance(self.thing, Exhibit | Versioned) and self.thing.hidden
