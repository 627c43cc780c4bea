"""Which rows the timeline has and in what order. Values only; nothing is worded here. No Qt.

Rules:
- Which things are rows, and which of them are one row together, is for the case to say (casework/in_timeline.py).
  Pictures made from an exhibit belong to it and have no row.
- What cannot be read and so belongs to none of them has a row of its own: nothing is passed over in silence.
- A row lies where it happened, such as when somebody was told; what tells no such time lies where it was sealed, and
  so do pictures and posts. Where the person wants it so, a post and its pictures lie where it was posted.
- Days are those of a clock in Denmark.
- A long case is put in order by a few simple passes over its sequences. ``first_look`` gives the rows of what was
  sealed last (or first) without touching all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from app.casework import (
    KEPT,
    KINDS,
    CaseState,
    Kept,
    Place,
    ReportTogether,
    Written,
    noon_of,
    reports_of,
    unread_apart,
)
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.handed_over import HANDED_OVER
from app.clock import DANISH_TIME
from app.clock import stamp as stamp_of
from app.timeline.filters import Filter, Group, counted_by_tag, of_group
from app.timeline.row import EXHIBIT, UNREAD, Row
from app.vocabulary import Zone
from evidence_store import EntryId

_STAMP = attrgetter("stamp")
_HOUR = len("2026-11-23T14")
_TAGS = frozenset({DOSSIER.tag, DELIVERY.tag, HANDED_OVER.tag})


class Ways(msgspec.Struct, frozen=True):
    """How the person wants to see the case.

    Attributes:
        newest_first: which end is on top.
        hidden: whether what was put out of sight is shown too.
        as_posted: whether a post lies where it was posted, and not where it was saved.
        wanted: which of the rows.
    """

    newest_first: bool = True
    hidden: bool = False
    as_posted: bool = False
    wanted: Filter = Filter()


class TimelineRows(msgspec.Struct, frozen=True):
    """The rows in the order they are shown.

    Attributes:
        rows: all of them.
        days: the Danish day of each row.
        starts: places in ``rows`` where a day begins.
        whole: whether all rows are there, or only those for the first look.
        counts: how many there would be of each group.
    """

    rows: Sequence[Row] = ()
    days: Sequence[date] = ()
    starts: Sequence[int] = ()
    whole: bool = True
    counts: Mapping[Group, int] = {}


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

    def told(self, stamp: str) -> bool:
        """Return whether it is the stamp of a moment."""
        return bool(stamp) and self[stamp[:_HOUR]] is not None


def size(state: CaseState) -> int:
    """Return how many things the timeline is made from, the hidden ones included."""
    reports = len(state.of(DOSSIER)) + len(state.of(DELIVERY)) + len(state.of(HANDED_OVER))
    return reports + sum(len(shelf.things) for shelf in _shelves(state))


def first_look(state: CaseState, most: int, ways: Ways) -> TimelineRows:
    """Return the rows for the first look: those of the things that were sealed last (or first)."""
    ends = [
        shelf._replace(things=shelf.things[-most:] if ways.newest_first else shelf.things[:most])
        for shelf in _shelves(state)
    ]
    days = Days()
    rows = list(chain(*_rows(state, ends, days, ways)))
    rows.sort(key=_STAMP)
    cut = rows[-most:] if ways.newest_first else rows[:most]
    return _arranged(cut, days, ways, whole=size(state) <= most)


def all_rows(state: CaseState, ways: Ways) -> TimelineRows:
    """Return every row that is wanted."""
    days = Days()
    return _wanted(state, _rows(state, _shelves(state), days, ways), days, ways)


def found_rows(state: CaseState, entries: Iterable[EntryId], ways: Ways) -> TimelineRows:
    """Return the rows of what a search answered; contacts are among them."""
    days, posted = Days(), _posted(state, ways)
    found: dict[EntryId, Row] = {}
    for row in filter(None, (_row_of(state, entry, days, posted) for entry in entries)):
        found[row.id] = row
    return _wanted(
        state, [[row] for row in found.values() if ways.hidden or not row.hidden], days, ways
    )


def row_at(state: CaseState, entry: EntryId, *, as_posted: bool = False) -> Row | None:
    """Return the row of an entry's thing, or of the entry itself where it cannot be read."""
    found = _row_of(state, entry, Days(), _posted(state, Ways(as_posted=as_posted)))
    if found is not None:
        return found
    aside = next((each for each in unread_apart(state) if each.entry == entry), None)
    return Row(aside.time, aside, UNREAD) if aside is not None else None


class _Shelf(NamedTuple):
    """Things of one kind in their own order, or one end of them."""

    kind: Kept[Any]
    things: Sequence[Any]
    private: bool = False


def _shelves(state: CaseState) -> list[_Shelf]:
    """Return what is a row each; reports stand by themselves."""
    shelves = [_Shelf(EXHIBIT, state.exhibits)]
    for kind in KINDS:
        if not isinstance(kind, Kept) or kind.tag in _TAGS:
            continue
        if kind.is_thing and kind.in_timeline:
            shelves.append(_Shelf(kind, state.of(kind)))
            if isinstance(kind, Written) and Zone.PRIVATE in kind.zones:
                shelves.append(_Shelf(kind, state.private_of(kind), private=True))
    return [*shelves, _Shelf(UNREAD, unread_apart(state))]


def _posted(state: CaseState, ways: Ways) -> dict[EntryId, str]:
    """Return when what was posted, by the entries of the posts and of the pictures of them."""
    times: dict[EntryId, str] = {}
    if not ways.as_posted:
        return times
    days = Days()
    for kind in KINDS:
        if isinstance(kind, Written) and kind.posted:
            for each in state.of(kind):
                stamp = getattr(each.current.facts, kind.posted)
                if each.hidden or not days.told(stamp):
                    continue
                times[each.id] = stamp
                for named in kind.refers(each.current):
                    exhibit = state.exhibit_of(named)
                    if exhibit is not None:
                        times[exhibit.original] = stamp
    return times


def _row_of(
    state: CaseState, entry: EntryId, days: Days, posted: Mapping[EntryId, str]
) -> Row | None:
    """Return the row in which an entry's thing stands."""
    place = state.places.get(entry)
    if place is None:
        return None
    if place.tag in _TAGS:
        named = _row_in(state, place, days).id
        every = _report_rows(state, days, hidden=True)
        return next((row for row in every if named in row.ids), None)
    row = _row_in(state, place, days)
    return replace(row, stamp=posted[row.id]) if row.id in posted else row


def _row_in(state: CaseState, place: Place, days: Days) -> Row:
    """Return the row of what stands at a place, with nothing along."""
    thing, kind = state.thing_at(place), KEPT.get(place.tag, EXHIBIT)
    return Row(_happened(kind, thing, days), thing, kind, place.private)


def _happened(kind: Kept[Any], thing: Any, days: Days) -> str:  # noqa: ANN401 - a thing of that kind
    """Return when it happened; what tells no such time, or in a form of its own, stands where it was sealed."""
    if isinstance(kind, Written) and kind.happened:
        stamp: str = getattr(thing.current.facts, kind.happened)
        if days.told(stamp):
            return stamp
    if isinstance(kind, Written) and kind.day_happened:
        noon = noon_of(getattr(thing.current.facts, kind.day_happened))
        if noon is not None:
            return stamp_of(noon)
    sealed: str = thing.time
    return sealed


def _rows(
    state: CaseState, shelves: Iterable[_Shelf], days: Days, ways: Ways
) -> list[Sequence[Row]]:
    """Return the rows of one kind after the other, in no order among each other.

    The sequences that grow long are gone through one by one, with as little as possible done for each item.
    """
    posted = _posted(state, ways)
    rows: list[Sequence[Row]] = []
    for kind, things, private in shelves:
        hides = kind is EXHIBIT or isinstance(kind, Written)
        seen = [each for each in things if not each.hidden] if hides and not ways.hidden else things
        if isinstance(kind, Written) and (kind.happened or kind.day_happened):
            rows.append([Row(_happened(kind, each, days), each, kind, private) for each in seen])
        elif posted and kind is EXHIBIT:
            rows.append([Row(posted.get(each.original, each.time), each, kind) for each in seen])
        elif posted and isinstance(kind, Written) and kind.posted:
            rows.append([Row(posted.get(each.id, each.time), each, kind, private) for each in seen])
        else:
            rows.append([Row(each.time, each, kind, private) for each in seen])
    return [*rows, _report_rows(state, days, hidden=ways.hidden)]


def _report_rows(state: CaseState, days: Days, *, hidden: bool) -> list[Row]:
    """Return the rows of reports, and of packages and hand-overs that go along with none."""
    reports = reports_of(state)
    rows = [_of_report(report, days) for report in reports]
    joined = {id for row in rows for id in row.ids}
    rows += [
        Row(each.time, each, DELIVERY) for each in state.of(DELIVERY) if each.entry not in joined
    ]
    rows += [
        Row(_happened(HANDED_OVER, each, days), each, HANDED_OVER)
        for each in state.of(HANDED_OVER)
        if each.id not in joined and (hidden or not each.hidden)
    ]
    return rows


def _of_report(report: ReportTogether, days: Days) -> Row:
    """Return the one row of a report: what became of it last stands in front."""
    row = Row(report.made.time, report.made, DOSSIER)
    for package in report.packages:
        row = Row(package.time, package, DELIVERY, along=_behind(row))
    if report.given is not None:
        stamp = _happened(HANDED_OVER, report.given, days)
        row = Row(stamp, report.given, HANDED_OVER, along=_behind(row))
    return row


def _behind(row: Row) -> tuple[Row, ...]:
    return (replace(row, along=()), *row.along)


def _wanted(
    state: CaseState, by_kind: Iterable[Sequence[Row]], days: Days, ways: Ways
) -> TimelineRows:
    """Return the rows that are wanted, in order; of one moment in the order of their kinds and numbers."""
    wanted = ways.wanted
    if wanted.chooses:
        by_kind = [[row for row in rows if wanted.fits(state, row)] for rows in by_kind]
    groups = [rows for rows in by_kind if rows]
    counts = counted_by_tag((rows[0].kind.tag, len(rows)) for rows in groups)
    rows = list(chain(*(rows for rows in groups if of_group(rows[0].kind, wanted.group))))
    rows.sort(key=_STAMP)
    return _arranged(rows, days, ways, whole=True, counts=counts)


def _arranged(
    rows: list[Row],
    days: Days,
    ways: Ways,
    *,
    whole: bool,
    counts: Mapping[Group, int] | None = None,
) -> TimelineRows:
    if ways.newest_first:
        rows.reverse()
    of_rows = [days[row.stamp[:_HOUR]] or date.min for row in rows]
    # Rows of one hour share one value, so most comparisons end at its identity.
    starts = [at for at, day in enumerate(of_rows) if at == 0 or day != of_rows[at - 1]]
    return TimelineRows(rows, of_rows, starts, whole, counts or {})
