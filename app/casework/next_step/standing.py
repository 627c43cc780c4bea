"""How a case stands, as facts that the next step is reckoned from. Pure.

Rules:
- What was put out of sight counts for nothing.
- The clock is the deadline that ends first among those that run and are near; what was met, or decided against with
  reasons, is no clock.
- Only the newest exhibits and events are looked at for what they lack: older ones were passed over often enough, and
  looking at all of them would cost time in a long case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

import msgspec

from app.casework.asked import Asked, Promised, WhoKnows
from app.casework.deadlines.reckoning import Deadline
from app.casework.exhibit import Exhibit, may_show_a_post, parent_of
from app.casework.kind import Written
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION
from app.casework.kinds.police_report import POLICE_REPORT
from app.casework.kinds.takedown import TAKEDOWN
from app.casework.state import CaseState
from app.casework.versions import Versioned
from app.vocabulary import DeadlineState, IncidentKind, PoliceStatus, Role, moment_of
from evidence_store import EntryId

LOOK_BACK = 100
"""So many of the newest exhibits and events are looked at for what they lack."""
_NOT_ONLINE = frozenset(
    {IncidentKind.MAIL, IncidentKind.TEXT_MESSAGE, IncidentKind.CALL, IncidentKind.OTHER}
)


class Clock(msgspec.Struct, frozen=True):
    """A deadline that runs and is near.

    Attributes:
        rule: the id of its rule.
        deadline: the row itself, with its words and source; None in tests that need none.
        act_before: by when to act, in UTC.
        about: the event that it counts from.
        of_police: whether a report to the police meets it.
    """

    rule: str
    act_before: datetime
    about: EntryId | None = None
    of_police: bool = False
    deadline: Deadline | None = None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a case stands.

    Attributes:
        saved: how many exhibits there are.
        described: how many events are written down.
        without_picture: whether nothing is saved of something that was online.
        first_known_at: when the person knew of the first of it; None where nothing is known.
        told: the roles of those who know.
        clock: what ends first.
        waiting: what was asked and waits too long, the oldest of it.
        broken: a promise whose day has gone by.
        undescribed: number and entry of the newest exhibit that no event refers to.
        without_link: number of the exhibit, 0 for none, and entry of the newest event online without a link.
        registered: whether the workplace was asked to register it, or has.
        removal_asked: whether somebody was asked to remove it.
        reported_to_manager: whether a report for the manager was made.
        ask_again_on: the next day on which an answer is due, or to ask again.
    """

    saved: int = 0
    described: int = 0
    without_picture: bool = False
    first_known_at: datetime | None = None
    told: frozenset[Role] = frozenset()
    clock: Clock | None = None
    waiting: Asked | None = None
    broken: Promised | None = None
    undescribed: tuple[int, EntryId] | None = None
    without_link: tuple[int, EntryId] | None = None
    registered: bool = False
    removal_asked: bool = False
    reported_to_manager: bool = False
    ask_again_on: date | None = None


def standing_of(
    state: CaseState, known: WhoKnows, deadlines: Sequence[Deadline], today: date
) -> Standing:
    """Return how a case stands.

    Args:
        state: the case.
        known: who knows and what was answered, on that day.
        deadlines: what is due, with a date first, the earliest first.
        today: the day in Denmark.
    """
    late = [each for each in known.asked if each.overdue]
    days = [each.due_on for each in known.asked if each.missing and each.due_on is not None]
    days += [each.due_on for each in known.promises if not each.overdue and each.due_on is not None]
    saved = sum(not each.hidden for each in state.exhibits)
    return Standing(
        saved=saved,
        described=sum(not each.hidden for each in state.of(INCIDENT)),
        without_picture=not saved
        and any(
            not each.hidden and each.current.facts.form not in _NOT_ONLINE
            for each in state.of(INCIDENT)
        ),
        first_known_at=_first_known_at(state),
        told=frozenset(known.told),
        clock=_clock(state, deadlines),
        waiting=late[0] if late else None,
        broken=next((each for each in known.promises if each.overdue), None),
        undescribed=next(_undescribed(state), None),
        without_link=next(_without_link(state), None),
        registered=_noted(state, INTERNAL_REGISTRATION),
        removal_asked=_noted(state, TAKEDOWN),
        reported_to_manager=any(each.facts.recipient == Role.MANAGER for each in state.of(DOSSIER)),
        ask_again_on=min((day for day in days if day >= today), default=None),
    )


def is_described(state: CaseState, exhibit: Exhibit) -> bool:
    """Return whether some visible event refers to it.

    The whole screen belongs to the region taken with it, what was attached to a mail to the mail, and
    a frame to its film.
    """
    if exhibit.context or parent_of(exhibit) is not None or exhibit.taken_from is not None:
        return True
    return any(not incident.hidden for incident in state.incidents_about(exhibit))


def _first_known_at(state: CaseState) -> datetime | None:
    """The earliest time at which one of the events was seen, or, where none says it, of the first pictures."""
    stamps = [
        each.current.facts.first_seen_at
        for each in state.of(INCIDENT)
        if not each.hidden and each.current.facts.first_seen_at
    ]
    seen = moment_of(min(stamps)) if stamps else None
    if seen is not None:
        return seen
    pictures = islice((each for each in state.exhibits if not each.hidden), LOOK_BACK)
    taken = (
        moment_of(each.facts.captured_at)
        for each in pictures
        if isinstance(each.facts, CaptureFacts)
    )
    return min(filter(None, taken), default=None)


def _clock(state: CaseState, deadlines: Sequence[Deadline]) -> Clock | None:
    decided = any(
        not each.hidden and each.current.facts.status is not PoliceStatus.UNKNOWN
        for each in state.of(POLICE_REPORT)
    )
    first: Clock | None = None
    for row in deadlines:
        if row.state is not DeadlineState.SOON or row.act_before is None:
            continue
        of_police = row.rule.met_by == POLICE_REPORT.tag
        if of_police and decided:
            continue
        if first is None or row.act_before < first.act_before:
            first = Clock(row.rule.id, row.act_before, row.about, of_police, row)
    return first


def _undescribed(state: CaseState) -> Iterator[tuple[int, EntryId]]:
    for exhibit in reversed(state.exhibits[-LOOK_BACK:]):
        if exhibit.hidden or not may_show_a_post(exhibit):
            continue  # a mail has no link, and says itself what it is
        if not is_described(state, exhibit):
            yield exhibit.number, exhibit.original


def _without_link(state: CaseState) -> Iterator[tuple[int, EntryId]]:
    incidents: Sequence[Versioned[Incident]] = state.of(INCIDENT)[-LOOK_BACK:]
    for incident in reversed(incidents):
        facts = incident.current.facts
        if incident.hidden or facts.form in _NOT_ONLINE or facts.url or facts.permalink:
            continue
        shown = [state.exhibit_of(entry) for entry in facts.exhibits]
        if shown and not any(each is not None and may_show_a_post(each) for each in shown):
            continue
        numbers = state.numbers_of(facts.exhibits)
        yield (numbers[0] if numbers else 0), incident.id


def _noted(state: CaseState, kind: Written[Any]) -> bool:
    return any(not each.hidden for each in state.of(kind))
