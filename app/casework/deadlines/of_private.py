"""What deadlines count from that the person keeps to themselves: absence, costs, and what came of an injury. Pure.

Rules:
- What was put out of sight counts from nothing, and so does absence that the person says has another cause.
- Something that names several incidents belongs to the first of them; what names none is placed by its day.
- The day of the injury is the earliest that a step says for an incident, and so is the day on which somebody who
  treats or helps linked it to work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from app.casework.deadlines.facts import Away, InjuryReported, NotedOn
from app.casework.kinds.absence import ABSENCE
from app.casework.kinds.care_contact import CARE_CONTACT
from app.casework.kinds.expense import EXPENSE
from app.casework.kinds.injury_step import INJURY_STEP
from app.casework.state import CaseState
from app.casework.times import day_of, reckoned, reckoned_day
from app.casework.versions import Versioned
from app.vocabulary import InjuryStep, YesNo
from evidence_store import EntryId

_REPORTS = frozenset({InjuryStep.EMPLOYER_REPORT, InjuryStep.OWN_REPORT, InjuryStep.DOCTOR_REPORT})


def absences_of(state: CaseState) -> Iterator[Away]:
    """Return the days away from work."""
    for each in state.private_of(ABSENCE):
        facts = each.current.facts
        first, last = reckoned_day(facts.from_on), reckoned_day(facts.to_on)
        if each.hidden or first is None or facts.because is YesNo.NO:
            continue
        if last is None and facts.to_on:
            continue
        share = (facts.percent or 100) / 100
        yield Away(first=first, last=last, fraction=share, about=_about(state, each))


def expenses_of(state: CaseState) -> Iterator[NotedOn]:
    """Return on which days something was paid."""
    for each in state.private_of(EXPENSE):
        on = reckoned_day(each.current.facts.paid_on)
        if not each.hidden and on is not None:
            yield NotedOn(on=on, about=_about(state, each))


def injury_reports_of(state: CaseState) -> Iterator[InjuryReported]:
    """Return when an injury was reported, and when the receipt of that came."""
    for each in state.private_of(INJURY_STEP):
        facts = each.current.facts
        on = reckoned(day_of(facts.at))
        if not each.hidden and facts.step in _REPORTS and on is not None:
            receipt = reckoned_day(facts.receipt_on)
            yield InjuryReported(on=on, receipt_on=receipt, about=_about(state, each))


def linkings_of(state: CaseState) -> Iterator[NotedOn]:
    """Return on which day it was first linked to work, for each incident and for those that name none."""
    found: dict[EntryId | None, date] = {}
    for each in state.private_of(CARE_CONTACT):
        on = reckoned_day(each.current.facts.linked_on)
        if not each.hidden and on is not None:
            about = _about(state, each)
            found[about] = min(on, found.get(about, on))
    for about, on in found.items():
        yield NotedOn(on=on, about=about)


def injuries_of(state: CaseState) -> Mapping[EntryId, date]:
    """Return the day of the injury by the entry that names its incident, where a step says one."""
    found: dict[EntryId, date] = {}
    for each in state.private_of(INJURY_STEP):
        on = reckoned_day(each.current.facts.injury_on)
        if each.hidden or on is None:
            continue
        for entry in each.current.facts.incidents:
            incident = _thing(state, entry)
            found[incident] = min(on, found.get(incident, on))
    return found


def _about(state: CaseState, thing: Versioned[Any]) -> EntryId | None:
    named: tuple[EntryId, ...] = thing.current.facts.incidents
    return _thing(state, named[0]) if named else None


def _thing(state: CaseState, entry: EntryId) -> EntryId:
    thing = state.thing_of(entry)
    return thing.id if isinstance(thing, Versioned) else entry
