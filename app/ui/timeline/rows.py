"""Which rows the timeline has and in what order. Values only; nothing is worded here. No Qt.

Rules:
- One row for each exhibit, incident, note, private note, message, dossier, package, hand-over and older copy that was
  taken into use. Pictures made from an exhibit belong to it and have no row.
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
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple, TypeVar

import msgspec

from app.casework import (
    CaseState,
    Contact,
    Delivery,
    Exhibit,
    HandedOver,
    Incident,
    Note,
    Notification,
    Restoration,
    SealedDossier,
    Thing,
    Unread,
    Versioned,
    unread,
)
from app.casework.kinds.by_vault import RESTORED
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NOTE
from app.casework.kinds.notification import NOTIFICATION
from app.clock import DANISH_TIME
from evidence_store import EntryId

T = TypeVar("T")
_STAMP = attrgetter("stamp")
_HOUR = len("2026-11-23T14")


class RowKind(IntEnum):
    """What a row shows."""

    EXHIBIT = 0
    INCIDENT = 1
    NOTE = 2
    PRIVATE_NOTE = 3
    MESSAGE = 4
    DOSSIER = 5
    DELIVERY = 6
    CONTACT = 7
    HANDED_OVER = 8
    UNREAD = 9
    RESTORATION = 10


class Row(msgspec.Struct, frozen=True, gc=False):
    """One row: when it happened (a ledger stamp), what it is, and the thing itself."""

    stamp: str
    kind: RowKind
    thing: Thing | Unread

    @property
    def id(self) -> EntryId:
        """The entry that names the thing."""
        return name_of(self.thing)

    @property
    def hidden(self) -> bool:
        """Whether it was put out of sight."""
        return is_hidden(self.thing)


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


def is_hidden(thing: Thing | Unread) -> bool:
    """Whether a thing was put out of sight; reports and packages never are."""
    return isinstance(thing, Exhibit | Versioned) and thing.hidden


def name_of(thing: Thing | Unread) -> EntryId:
    """The entry by which a thing is known."""
    match thing:
        case Exhibit():
            return thing.original
        case Versioned():
            return thing.id
        case _:
            return thing.entry


def size(state: CaseState) -> int:
    """How many things the timeline is made from, the hidden ones included."""
    return sum(map(len, _shelves(state)))


def first_look(state: CaseState, most: int, *, newest_first: bool, hidden: bool) -> TimelineRows:
    """The rows for the first look: those of the things that were sealed last (or first)."""
    whole = _shelves(state)
    ends = _Shelves(
        _end(whole.exhibits, most, last=newest_first),
        _end(whole.incidents, most, last=newest_first),
        _end(whole.notes, most, last=newest_first),
        _end(whole.private_notes, most, last=newest_first),
        _end(whole.messages, most, last=newest_first),
        _end(whole.dossiers, most, last=newest_first),
        _end(whole.deliveries, most, last=newest_first),
        _end(whole.handed_over, most, last=newest_first),
        _end(whole.unread, most, last=newest_first),
        _end(whole.restorations, most, last=newest_first),
    )
    days = Days()
    rows = _rows(state, ends, days, hidden=hidden)
    cut = rows[-most:] if newest_first else rows[:most]
    return _arranged(cut, days, newest_first=newest_first, whole=size(state) <= most)


def all_rows(state: CaseState, *, newest_first: bool, hidden: bool) -> TimelineRows:
    """Every row."""
    days = Days()
    rows = _rows(state, _shelves(state), days, hidden=hidden)
    return _arranged(rows, days, newest_first=newest_first, whole=True)


def found_rows(
    state: CaseState, entries: Iterable[EntryId], *, newest_first: bool, hidden: bool
) -> TimelineRows:
    """The rows of what a search answered; contacts are among them."""
    days = Days()
    things = (state.thing_of(entry) for entry in entries)
    named = {name_of(thing): thing for thing in things if thing is not None}
    rows = [
        row_of(state, thing, days) for thing in named.values() if hidden or not is_hidden(thing)
    ]
    rows.sort(key=_STAMP)
    return _arranged(rows, days, newest_first=newest_first, whole=True)


def row_at(state: CaseState, entry: EntryId) -> Row | None:
    """The row of an entry's thing, or of the entry itself where it cannot be read."""
    thing = state.thing_of(entry)
    if thing is not None:
        return row_of(state, thing)
    aside = next((each for each in _aside(state) if each.entry == entry), None)
    return Row(aside.time, RowKind.UNREAD, aside) if aside is not None else None


def row_of(state: CaseState, thing: Thing, days: Days | None = None) -> Row:
    """The row of one thing."""
    match thing:
        case Exhibit():
            return Row(thing.time, RowKind.EXHIBIT, thing)
        case SealedDossier():
            return Row(thing.time, RowKind.DOSSIER, thing)
        case Delivery():
            return Row(thing.time, RowKind.DELIVERY, thing)
        case Restoration():
            return Row(thing.time, RowKind.RESTORATION, thing)
        case Versioned():
            pass
    stamp, kind = "", RowKind.NOTE
    match thing.current:
        case Incident() as incident:
            kind, stamp = RowKind.INCIDENT, incident.facts.first_seen_at
        case Notification() as told:
            kind, stamp = RowKind.MESSAGE, told.facts.at
        case HandedOver() as given:
            kind, stamp = RowKind.HANDED_OVER, given.facts.at
        case Contact():
            kind = RowKind.CONTACT
        case Note():
            kind = RowKind.PRIVATE_NOTE if thing.id.chain == state.private_chain else RowKind.NOTE
    if stamp and (Days() if days is None else days)[stamp[:_HOUR]] is not None:
        return Row(stamp, kind, thing)
    return Row(thing.time, kind, thing)


class _Shelves(NamedTuple):
    """The sequences of a case that have rows, or one end of each."""

    exhibits: Sequence[Exhibit]
    incidents: Sequence[Versioned[Incident]]
    notes: Sequence[Versioned[Note]]
    private_notes: Sequence[Versioned[Note]]
    messages: Sequence[Versioned[Notification]]
    dossiers: Sequence[SealedDossier]
    deliveries: Sequence[Delivery]
    handed_over: Sequence[Versioned[HandedOver]]
    unread: Sequence[Unread]
    restorations: Sequence[Restoration]


def _shelves(state: CaseState) -> _Shelves:
    return _Shelves(
        state.exhibits,
        state.of(INCIDENT),
        state.of(NOTE),
        state.private_of(NOTE),
        state.of(NOTIFICATION),
        state.of(DOSSIER),
        state.of(DELIVERY),
        state.of(HANDED_OVER),
        _aside(state),
        state.of(RESTORED),
    )


def _aside(state: CaseState) -> tuple[Unread, ...]:
    """What cannot be read and is part of no row."""
    return tuple(each for each in unread(state) if state.thing_of(each.entry) is None)


def _end(shelf: Sequence[T], most: int, *, last: bool) -> Sequence[T]:
    return shelf[-most:] if last else shelf[:most]


def _rows(state: CaseState, shelves: _Shelves, days: Days, *, hidden: bool) -> list[Row]:
    """The rows, oldest first; of one moment in the order of their kinds and numbers.

    The sequences that grow long are gone through one by one, with as little as possible done for each item.
    """
    exhibits, incidents, notes, private, messages, dossiers, deliveries, given, aside, older = (
        shelves
    )
    rows = [Row(each.time, RowKind.EXHIBIT, each) for each in exhibits if hidden or not each.hidden]
    rows += [row_of(state, each, days) for each in incidents if hidden or not each.hidden]
    for kind, shelf in ((RowKind.NOTE, notes), (RowKind.PRIVATE_NOTE, private)):
        rows += [
            Row(each.versions[0].time, kind, each) for each in shelf if hidden or not each.hidden
        ]
    rows += [row_of(state, each, days) for each in messages if hidden or not each.hidden]
    rows += [Row(each.time, RowKind.DOSSIER, each) for each in dossiers]
    rows += [Row(each.time, RowKind.DELIVERY, each) for each in deliveries]
    rows += [row_of(state, each, days) for each in given if hidden or not each.hidden]
    rows += [Row(each.time, RowKind.UNREAD, each) for each in aside]
    rows += [Row(each.time, RowKind.RESTORATION, each) for each in older]
    rows.sort(key=_STAMP)
    return rows


def _arranged(rows: list[Row], days: Days, *, newest_first: bool, whole: bool) -> TimelineRows:
    if newest_first:
        rows.reverse()
    of_rows = [days[row.stamp[:_HOUR]] or date.min for row in rows]
    # Rows of one hour share one value, so most comparisons end at its identity.
    starts = [at for at, day in enumerate(of_rows) if at == 0 or day != of_rows[at - 1]]
    return TimelineRows(rows, of_rows, starts, whole)
