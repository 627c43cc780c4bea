"""What follows from reactions, absence, expenses and steps of a work injury; nothing of it is sealed. Pure.

Rules:
- The day is handed in. Absence that lasts counts until that day; of each day no more than the whole counts.
- Absence that the person says has another cause counts for nothing here.
- The first reaction of an incident is the earliest one that names it and began when it was first seen, or later.
- Five days: whether it may be called a work accident is for others; the page says what was noted, and no more.
- What was put out of sight counts nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from app.casework.kind import Written
from app.casework.kinds.absence import ABSENCE
from app.casework.kinds.expense import EXPENSE
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.injury_step import INJURY_STEP
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION
from app.casework.kinds.notification import NOTIFICATION
from app.casework.kinds.reaction import REACTION
from app.casework.state import CaseState
from app.casework.times import day_of, plain_day
from app.casework.versions import Versioned
from app.vocabulary import InjuryStep, RegistrationStatus, Role, YesNo, moment_of
from evidence_store import EntryId

V = TypeVar("V", bound=msgspec.Struct)

WINDOW = timedelta(days=5)
"""How long after something happened what it led to may belong to one event."""
_MOST_DAYS = 4000  # a day that was typed wrong must not make a page wait


class AbsentDays(msgspec.Struct, frozen=True):
    """How many days somebody was away: days on which they were, and their sum in whole days by their shares."""

    days: int = 0
    per_cent: int = 0
    first: date | None = None
    lasts: bool = False


class Spent(msgspec.Struct, frozen=True):
    """What it cost and what came back, in øre, and how many expenses that are."""

    oere: int = 0
    back_oere: int = 0
    count: int = 0


class FirstReaction(msgspec.Struct, frozen=True):
    """The first reaction to an incident: how long after it was seen, and whether within five days."""

    incident: EntryId
    reaction: EntryId
    after: timedelta

    @property
    def within(self) -> bool:
        """Whether it began within five days."""
        return self.after <= WINDOW


class InjuryStage(StrEnum):
    """The stages of the matter of a work injury, in their order."""

    TOLD_MANAGER = "told_manager"
    REGISTERED = "registered"
    REPORTED = "reported"
    RECEIPT = "receipt"
    CERTIFICATE = "certificate"
    DECISION = "decision"


class Reached(msgspec.Struct, frozen=True):
    """A stage, the entry that says so and its day; None where it is not noted."""

    stage: InjuryStage
    entry: EntryId | None = None
    on: date | None = None


def absent_days(state: CaseState, today: date) -> AbsentDays:
    """Return how many days the person was away up to a day, weekends included."""
    shares: dict[date, int] = {}
    lasts = False
    for absence in _seen(state, ABSENCE):
        facts = absence.current.facts
        first, last = plain_day(facts.from_on), plain_day(facts.to_on)
        if first is None or first > today or facts.because is YesNo.NO:
            continue
        lasts |= last is None
        end = min(last or today, today, first + timedelta(days=_MOST_DAYS))
        for number in range((end - first).days + 1):
            day = first + timedelta(days=number)
            shares[day] = min(100, shares.get(day, 0) + (facts.percent or 100))
    return AbsentDays(len(shares), sum(shares.values()), min(shares, default=None), lasts)


def spent(state: CaseState) -> Spent:
    """Return what it cost, and what came back."""
    found = [each.current.facts for each in _seen(state, EXPENSE)]
    return Spent(
        sum(facts.amount_oere for facts in found),
        sum(facts.refunded_oere for facts in found),
        len(found),
    )


def first_reactions(state: CaseState) -> tuple[FirstReaction, ...]:
    """Return the first reaction to each incident that has one, in the order of the incidents."""
    found: list[FirstReaction] = []
    for incident in state.of(INCIDENT):
        seen = _seen_at(incident.current)
        if incident.hidden or seen is None:
            continue
        reactions = (
            (began, each.id)
            for each in state.private_about(incident.id, REACTION)
            if not each.hidden
            and (began := moment_of(each.current.facts.started_at)) is not None
            and began >= seen
        )
        first = min(reactions, default=None)
        if first is not None:
            found.append(FirstReaction(incident.id, first[1], first[0] - seen))
    return tuple(found)


def stages(state: CaseState) -> tuple[Reached, ...]:
    """Return every stage, with the first time that it is noted."""
    reached: dict[InjuryStage, tuple[date, EntryId]] = {}
    for stage, on, entry in (*_of_work(state), *_of_steps(state)):
        if stage not in reached or (on, entry) < reached[stage]:
            reached[stage] = (on, entry)
    return tuple(
        Reached(stage, reached[stage][1], reached[stage][0]) if stage in reached else Reached(stage)
        for stage in InjuryStage
    )


def _of_work(state: CaseState) -> Iterator[tuple[InjuryStage, date, EntryId]]:
    for told in state.of(NOTIFICATION):
        on = _day(told.current.facts.at, told.time)
        if not told.hidden and told.current.facts.role is Role.MANAGER:
            yield InjuryStage.TOLD_MANAGER, on, told.id
    for registered in state.of(INTERNAL_REGISTRATION):
        facts = registered.current.facts
        if not registered.hidden and facts.status is RegistrationStatus.REGISTERED:
            yield InjuryStage.REGISTERED, _day(facts.at, registered.time), registered.id


_STEPS = {
    InjuryStep.EMPLOYER_REPORT: InjuryStage.REPORTED,
    InjuryStep.OWN_REPORT: InjuryStage.REPORTED,
    InjuryStep.DOCTOR_REPORT: InjuryStage.REPORTED,
    InjuryStep.RECEIPT: InjuryStage.RECEIPT,
    InjuryStep.CERTIFICATE: InjuryStage.CERTIFICATE,
    InjuryStep.DECISION: InjuryStage.DECISION,
}


def _of_steps(state: CaseState) -> Iterator[tuple[InjuryStage, date, EntryId]]:
    for step in _seen(state, INJURY_STEP):
        facts = step.current.facts
        if facts.step in _STEPS:
            yield _STEPS[facts.step], _day(facts.at, step.time), step.id
        receipt = plain_day(facts.receipt_on)
        if receipt is not None:
            yield InjuryStage.RECEIPT, receipt, step.id


def _seen(state: CaseState, kind: Written[V]) -> Iterator[Versioned[V]]:
    return (each for each in state.private_of(kind) if not each.hidden)


def _seen_at(incident: Incident) -> datetime | None:
    facts: Any = incident.facts
    return moment_of(facts.first_seen_at) or moment_of(facts.published_at)


def _day(stamp: str, sealed: str) -> date:
    """The day in Denmark of a time, or else of when it was sealed."""
    return day_of(stamp) or day_of(sealed) or date.min
