"""Which rows the timeline has and in what order. Values only; nothing is worded here. No Qt.

Rules:
- One row for each exhibit, and for each thing of a kind that is shown in the timeline. Pictures made from an exhibit
  belong to it and have no row.
- What cannot be read and so belongs to none of them has a row of its own: nothing is passed over in silence.
- A row stands where it happened: when a post was seen, when somebody was told; what tells no such time stands where
  it was sealed, and so does a picture, for it is sealed when it is taken.
- Days are those of a clock in Denmark.
- A long case is put in order by a few simple passes over its sequences. ``first_look`` gives the rows of what was
  sealed last (or first) without touching all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec

from app.casework import (
    KEPT,
    KINDS,
    CaseState,
    Exhibit,
    Icon,
    Kept,
    Place,
    Thing,
    Unread,
    Versioned,
    Written,
    unread,
)
from app.clock import DANISH_TIME
from app.vocabulary import Zone
from evidence_store import EntryId

_STAMP = attrgetter("stamp")
_HOUR = len("2026-11-23T14")


EXHIBIT: Kept[Exhibit] = Kept(tag="exhibit", parts={})
UNREAD: Kept[Unread] = Kept(tag="unread", parts={}, icon=Icon.CROSSED_DOCUMENT)


class Row(msgspec.Struct, frozen=True, gc=False):
    """One row.

    Attributes:
        stamp: when it happened, a ledger stamp.
        thing: the thing itself.
        kind: its kind; EXHIBIT and UNREAD where the state keeps it otherwise than the kinds do.
        private: whether it was written down in the private chain.
    """

    stamp: str
    thing: Thing | Unread
    kind: Kept[Any]
    private: bool = False

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
    def value(self) -> object:
        """What the thing says as it stands."""
        return self.thing.current if isinstance(self.thing, Versioned) else self.thing

    @property
    def icon(self) -> Icon:
        """What stands before it."""
        return Icon.LOCK if self.private else self.kind.icon

    @property
    def hidden(self) -> bool:
        """Whether it was put out of sight; reports and packages never are."""
        return isinstance(self.thing, Exhibit | Versioned) and self.thing.hidden


class TimelineRows(msgspec.Struct, frozen=True):
    """The rows in the order they are shown.

    Attributes:
        rows: all of them.
        days: the Danish day of each row.
        starts: places in ``rows`` where a day begins.
        whole: whether all rows are there, or only those for the first look.
    """

    rows: Sequence[Row] = ()
    days: Sequence[date] = ()
    starts: Sequence[int] = ()
    whole: bool = True


class Days(dict[str, date | None]):
    """The Danish day of an hour of UTC, reckoned once for each hour: all offsets there are whole hours."""

    def __missing__(self, hour: str) -> date | None:
        try:
            day = datetime.fromisoformat(f"{hour}:00:00+00:00").astimezone(DANISH_TIME).date()
        except (ValueError, OverflowError):
            # Written by another program, in a form of its own: whoever asks takes the time of the seal.
            day = None
        self[hour] = day
        return day


def size(state: CaseState) -> int:
    """Return how many things the timeline is made from, the hidden ones included."""
    return sum(len(shelf.things) for shelf in _shelves(state))


def first_look(state: CaseState, most: int, *, newest_first: bool, hidden: bool) -> TimelineRows:
    """Return the rows for the first look: those of the things that were sealed last (or first)."""
    whole = _shelves(state)
    ends = [
        shelf._replace(things=shelf.things[-most:] if newest_first else shelf.things[:most])
        for shelf in whole
    ]
    days = Days()
    rows = _rows(ends, days, hidden=hidden)
    cut = rows[-most:] if newest_first else rows[:most]
    return _arranged(cut, days, newest_first=newest_first, whole=size(state) <= most)


def all_rows(state: CaseState, *, newest_first: bool, hidden: bool) -> TimelineRows:
    """Return every row."""
    days = Days()
    rows = _rows(_shelves(state), days, hidden=hidden)
    return _arranged(rows, days, newest_first=newest_first, whole=True)


def found_rows(
    state: CaseState, entries: Iterable[EntryId], *, newest_first: bool, hidden: bool
) -> TimelineRows:
    """Return the rows of what a search answered; contacts are among them."""
    days = Days()
    places = dict.fromkeys(filter(None, map(state.places.get, entries)))
    every = (_row_in(state, place, days) for place in places)
    rows = [row for row in every if hidden or not row.hidden]
    rows.sort(key=_STAMP)
    return _arranged(rows, days, newest_first=newest_first, whole=True)


def row_at(state: CaseState, entry: EntryId) -> Row | None:
    """Return the row of an entry's thing, or of the entry itself where it cannot be read."""
    place = state.places.get(entry)
    if place is not None:
        return _row_in(state, place, Days())
    aside = next((each for each in _aside(state) if each.entry == entry), None)
    return Row(aside.time, aside, UNREAD) if aside is not None else None


class _Shelf(NamedTuple):
    """Things of one kind in their own order, or one end of them."""

    kind: Kept[Any]
    things: Sequence[Any]
    private: bool = False


def _shelves(state: CaseState) -> list[_Shelf]:
    shelves = [_Shelf(EXHIBIT, state.exhibits)]
    for kind in KINDS:
        if isinstance(kind, Kept) and kind.is_thing and kind.in_timeline:
            shelves.append(_Shelf(kind, state.of(kind)))
            if isinstance(kind, Written) and Zone.PRIVATE in kind.zones:
                shelves.append(_Shelf(kind, state.private_of(kind), private=True))
    return [*shelves, _Shelf(UNREAD, _aside(state))]


def _aside(state: CaseState) -> tuple[Unread, ...]:
    """Return what cannot be read and is part of no row."""
    return tuple(each for each in unread(state) if state.thing_of(each.entry) is None)


def _row_in(state: CaseState, place: Place, days: Days) -> Row:
    """Return the row of what stands at a place."""
    thing, kind = state.thing_at(place), KEPT.get(place.tag, EXHIBIT)
    return Row(_happened(kind, thing, days), thing, kind, place.private)


def _happened(kind: Kept[Any], thing: Any, days: Days) -> str:  # noqa: ANN401 - a thing of that kind
    """Return when it happened; what tells no such time, or in a form of its own, stands where it was sealed."""
    if isinstance(kind, Written) and kind.happened:
        stamp: str = getattr(thing.current.facts, kind.happened)
        if stamp and days[stamp[:_HOUR]] is not None:
            return stamp
    sealed: str = thing.time
    return sealed


def _rows(shelves: Iterable[_Shelf], days: Days, *, hidden: bool) -> list[Row]:
    """Return the rows, oldest first; of one moment in the order of their kinds and numbers.

    The sequences that grow long are gone through one by one, with as little as possible done for each item.
    """
    rows: list[Row] = []
    for kind, things, private in shelves:
        hides = kind is EXHIBIT or isinstance(kind, Written)
        seen = [each for each in things if not each.hidden] if hides and not hidden else things
        if isinstance(kind, Written) and kind.happened:
            rows += [Row(_happened(kind, each, days), each, kind, private) for each in seen]
        else:
            rows += [Row(each.time, each, kind, private) for each in seen]
    rows.sort(key=_STAMP)
    return rows


def _arranged(rows: list[Row], days: Days, *, newest_first: bool, whole: bool) -> TimelineRows:
    if newest_first:
        rows.reverse()
    of_rows = [days[row.stamp[:_HOUR]] or date.min for row in rows]
    # Rows of one hour share one value, so most comparisons end at its identity.
    starts = [at for at, day in enumerate(of_rows) if at == 0 or day != of_rows[at - 1]]
    return TimelineRows(rows, of_rows, starts, whole)
