"""The facts that deadlines count from, as a case has them today. One function, which a new kind extends.

Rules:
- What was put out of sight counts from nothing.
- A time that is none of ours, or of a year in which no deadline can be reckoned, is not known.
- What the person keeps to themselves is read in of_private.py, what platforms answered in of_platforms.py.
- What the person wants to ask about again stands in what they told, asked and were promised: its day, and nothing of
  its words. Whether it is still waited for is told by asked.py, in one place for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from app.casework.asked import day_given, is_settled, things_asked, things_promised
from app.casework.deadlines.facts import PROMISE, DeadlineFacts, FollowUp, Happened, NotedOn
from app.casework.deadlines.of_platforms import answers_of, lodged_of
from app.casework.deadlines.of_private import (
    absences_of,
    expenses_of,
    injuries_of,
    injury_reports_of,
    linkings_of,
)
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.police_report import POLICE_REPORT
from app.casework.state import CaseState
from app.casework.times import RECKONED, day_of, reckoned, reckoned_day
from app.casework.versions import Versioned
from app.vocabulary import PoliceStatus, PromiseStatus
from evidence_store import EntryId

_NOT_REPORTED = frozenset({PoliceStatus.UNKNOWN, PoliceStatus.NOT_REPORTED})
_ENDED = frozenset({PoliceStatus.CLOSED, PoliceStatus.DECIDED})


def facts_of(state: CaseState) -> DeadlineFacts:
    """Return what the case says that deadlines count from."""
    return DeadlineFacts(
        events=tuple(_with_injuries(state)),
        absences=tuple(absences_of(state)),
        expenses=tuple(expenses_of(state)),
        injury_reports=tuple(injury_reports_of(state)),
        linkings=tuple(linkings_of(state)),
        answers=tuple(answers_of(state)),
        lodged=tuple(lodged_of(state)),
        police_reports=tuple(_police_reports(state)),
        closings=tuple(_closings(state)),
        follow_ups=tuple(_follow_ups(state)),
    )


def events_of(state: CaseState) -> tuple[Happened, ...]:
    """Return what happened that is in sight, each with its times; in the order of the ledger."""
    return tuple(_event(each, state) for each in state.of(INCIDENT) if not each.hidden)


def _with_injuries(state: CaseState) -> Iterator[Happened]:
    """What happened, with the day of the injury where a private step says it: for deadlines alone."""
    injuries = injuries_of(state)
    for event in events_of(state):
        injured = injuries.get(event.id) if event.id is not None and injuries else None
        yield event if injured is None else replace(event, injured=injured)


def _event(incident: Versioned[Incident], state: CaseState) -> Happened:
    facts = incident.current.facts
    first_seen = _moment(facts.first_seen_at)
    return Happened(
        id=incident.id,
        published=_moment(facts.published_at),
        first_seen=first_seen,
        captured=None if first_seen else _captured(incident.current, state),
    )


def _captured(incident: Incident, state: CaseState) -> datetime | None:
    """When the first of its pictures was taken by the program."""
    exhibits = (state.exhibit_of(entry) for entry in incident.facts.exhibits)
    moments = (
        _moment(each.facts.captured_at)
        for each in exhibits
        if each is not None and isinstance(each.facts, CaptureFacts)
    )
    return min(filter(None, moments), default=None)


def _police_reports(state: CaseState) -> Iterator[NotedOn]:
    """What was reported to the police, and when; where nobody said a time, when it was noted."""
    for report in state.of(POLICE_REPORT):
        facts = report.current.facts
        if report.hidden or facts.status in _NOT_REPORTED:
            continue
        on = reckoned(day_of(facts.at)) or reckoned(day_of(report.time))
        if on is not None:
            yield from _about_each(on, facts.incidents, state)


def _closings(state: CaseState) -> Iterator[NotedOn]:
    """Where the police or a court ended a case, and on which day."""
    for report in state.of(POLICE_REPORT):
        facts = report.current.facts
        on = reckoned_day(facts.status_on)
        if not report.hidden and facts.status in _ENDED and on is not None:
            yield from _about_each(on, facts.incidents, state)


def _about_each(on: date, incidents: Sequence[EntryId], state: CaseState) -> Iterator[NotedOn]:
    """One fact for each incident that is named; one for all where none is."""
    things = (state.thing_of(each) for each in incidents)
    named = [each.id for each in things if isinstance(each, Versioned)]
    for about in named or (None,):
        yield NotedOn(on=on, about=about)


def _follow_ups(state: CaseState) -> Iterator[FollowUp]:
    for kind, thing in things_asked(state):
        facts = thing.current.facts
        on = reckoned(day_given(facts))
        if on is not None:
            yield FollowUp(
                id=thing.id,
                kind=kind.tag,
                role=facts.role,
                on=on,
                answered=is_settled(state, thing),
            )
    for thing, promise in things_promised(state):
        on = reckoned_day(promise.due_on)
        if on is not None:
            yield FollowUp(
                id=thing.id,
                kind=PROMISE,
                role=thing.current.facts.role,
                on=on,
                answered=promise.status is not PromiseStatus.OPEN,
            )


def _moment(stamp: str) -> datetime | None:
    """Return a stamp of the ledger as an aware time; quicker than reading it by its form, for there are many."""
    try:
        moment = datetime.fromisoformat(stamp) if stamp.endswith("Z") else None
    except ValueError:
        return None
    if moment is None or moment.year not in RECKONED:
        return None
    return moment
