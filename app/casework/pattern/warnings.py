"""Earlier warnings and demands for removal with what followed them, and what was posted again. Pure.

Rules:
- A warning is a demand for removal, a measure that is one or goes to the sender, and what an event names as one
  that came before it.
- What followed it is what names it, and what the same profile did after it.
- Something is posted again after its removal where it was gone on that day: by the demand or by another look at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from app.casework.kind import Written
from app.casework.kinds.incident import Incident
from app.casework.kinds.incident_more import IncidentRelations
from app.casework.kinds.measure import MEASURE
from app.casework.kinds.own_reply import OWN_REPLY
from app.casework.kinds.recheck import RECHECK
from app.casework.kinds.request import REQUEST
from app.casework.kinds.takedown import TAKEDOWN
from app.casework.state import CaseState
from app.casework.times import danish_day, plain_day
from app.casework.versions import Versioned
from app.vocabulary import MeasureKind, OnlineStatus, TakedownStatus, moment_of
from evidence_store import EntryId

_TO_SENDER = frozenset({MeasureKind.CONTACT_SENDER, MeasureKind.REMOVAL_DEMAND})
_TAKEN_DOWN = frozenset({TakedownStatus.REMOVED, TakedownStatus.PARTLY})
_GONE = frozenset({OnlineStatus.REMOVED, OnlineStatus.HIDDEN})
_KINDS: tuple[Written[Any], ...] = (TAKEDOWN, MEASURE, OWN_REPLY, REQUEST)
Events = Sequence[Versioned[Incident]]


class Warned(msgspec.Struct, frozen=True):
    """A warning, or a demand that something is removed.

    Attributes:
        entry: the thing.
        kind: its tag.
        on: its day in Denmark; None where none is known.
        followed: the events after it, the earliest first, those without a day last.
    """

    entry: EntryId
    kind: str
    on: date | None
    followed: tuple[EntryId, ...]


class Repost(msgspec.Struct, frozen=True):
    """Something that was posted again.

    Attributes:
        entry: the event.
        of: the event that it repeats; None where that is out of sight.
        after_removal: whether that one had been removed by then.
    """

    entry: EntryId
    of: EntryId | None
    after_removal: bool


def warnings_of(
    state: CaseState, events: Events, moments: Mapping[EntryId, datetime | None]
) -> tuple[Warned, ...]:
    """Return the warnings in sight, the earliest first; ``moments`` are those of the events in sight."""
    naming: dict[EntryId, list[EntryId]] = {}
    for event in events:
        named = _relations(event.current).after_warning
        thing = state.thing_of(named) if named is not None else None
        if isinstance(thing, Versioned):
            naming.setdefault(thing.id, []).append(event.id)
    profiles = {event.id: event.current.label for event in events}
    found = []
    for kind in _KINDS:
        for thing in state.of(kind):
            facts = thing.current.facts
            if thing.hidden or not (thing.id in naming or _warns(kind, facts)):
                continue
            at = moment_of(facts.at)
            about = {profiles.get(each, "") for each in _about(state, facts)} - {""}
            followed = {*naming.get(thing.id, ()), *_later(at, about, profiles, moments)}
            found.append(
                Warned(thing.id, kind.tag, _day(at), tuple(sorted(followed, key=_by(moments))))
            )
    return tuple(sorted(found, key=lambda each: (each.on or date.max, each.kind, each.entry)))


def reposts_of(
    state: CaseState, events: Events, days: Mapping[EntryId, date | None]
) -> tuple[Repost, ...]:
    """Return what was posted again, the earliest first; ``days`` are those of the events in sight."""
    found = []
    gone: dict[EntryId, date] | None = None
    for event in events:
        named = _relations(event.current).repost_of
        if named is None:
            continue
        gone = _gone(state) if gone is None else gone
        thing = state.thing_of(named)
        first = thing.id if isinstance(thing, Versioned) and thing.id in days else None
        on, since = days[event.id], gone.get(first) if first is not None else None
        removed = on is not None and since is not None and since <= on
        found.append(Repost(event.id, first, removed))
    return tuple(sorted(found, key=lambda each: (days[each.entry] or date.max, each.entry)))


def _relations(event: Incident) -> IncidentRelations:
    return event.relations if isinstance(event.relations, IncidentRelations) else _NONE


_NONE = IncidentRelations()


def _warns(kind: Written[Any], facts: Any) -> bool:  # noqa: ANN401 - of any of the kinds
    return kind is TAKEDOWN or (kind is MEASURE and facts.action in _TO_SENDER)


def _about(state: CaseState, facts: Any) -> Iterator[EntryId]:  # noqa: ANN401 - of any of the kinds
    """The events that a warning is about."""
    named = (*getattr(facts, "incidents", ()), getattr(facts, "about", None))
    for entry in named:
        thing = state.thing_of(entry) if entry is not None else None
        if isinstance(thing, Versioned):
            yield thing.id


def _later(
    at: datetime | None,
    about: set[str],
    profiles: Mapping[EntryId, str],
    moments: Mapping[EntryId, datetime | None],
) -> Iterator[EntryId]:
    if at is None or not about:
        return
    for entry, profile in profiles.items():
        moment = moments[entry]
        if profile in about and moment is not None and moment > at:
            yield entry


def _gone(state: CaseState) -> dict[EntryId, date]:
    """The first day on which each event was known to be gone."""
    found: dict[EntryId, date] = {}
    for thing in state.of(TAKEDOWN):
        facts = thing.current.facts
        on = plain_day(facts.status_on) or _day(moment_of(facts.at))
        if not thing.hidden and facts.status in _TAKEN_DOWN and on is not None:
            for entry in _about(state, facts):
                found[entry] = min(on, found.get(entry, on))
    for looked in state.of(RECHECK):
        seen = looked.current.facts
        on = _day(moment_of(seen.at))
        if not looked.hidden and seen.status in _GONE and on is not None:
            for entry in _about(state, seen):
                found[entry] = min(on, found.get(entry, on))
    return found


def _by(
    moments: Mapping[EntryId, datetime | None],
) -> Callable[[EntryId], tuple[float, EntryId]]:
    """Return what sorts events by their moments, those without one last."""

    def key(entry: EntryId) -> tuple[float, EntryId]:
        moment = moments[entry]
        return (moment.timestamp() if moment is not None else float("inf"), entry)

    return key


def _day(moment: datetime | None) -> date | None:
    return plain_day(danish_day(moment)) if moment is not None else None
