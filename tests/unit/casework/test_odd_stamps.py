"""Times that another program sealed, or nobody can reckon with: every answer still answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from app.casework import (
    CaseState,
    figures_without_names,
    health_answers,
    questions_of,
    sheets_of,
    who_knows,
)
from app.casework.deadlines import facts_of
from app.casework.kinds.absence import AbsenceFacts
from app.casework.kinds.incident import INCIDENT, IncidentFacts, noted_late
from app.casework.kinds.injury_step import InjuryFacts
from app.casework.kinds.notification import NotificationFacts, NotificationText
from app.casework.kinds.police_report import PoliceFacts
from app.casework.kinds.reaction import ReactionFacts
from app.casework.kinds.request import RequestFacts, RequestText
from app.casework.kinds.takedown import TakedownComplaint, TakedownFacts
from app.casework.pattern import pattern_of
from app.casework.times import day_of
from app.vocabulary import InjuryStep, PoliceStatus, TakedownStatus, minute
from tests.fakes.ledger import PRIVATE, FakeLedger
from tests.worlds import DANISH

TODAY = date(2026, 11, 23)
ODD = (
    "9999-12-31T23:59:59.000Z",
    "0001-01-01T00:00:00.000Z",
    "2026-11-23",
    "2026-11-23T13:00:00+01:00",
    "i går",
)
ANSWERS: dict[str, Callable[[CaseState], object]] = {
    "deadlines": facts_of,
    "pattern": pattern_of,
    "who knows": lambda state: who_knows(state, TODAY),
    "questions": lambda state: questions_of(state, TODAY),
    "sheets": sheets_of,
    "figures": figures_without_names,
    "stages": health_answers.stages,
    "first reactions": health_answers.first_reactions,
    "days absent": lambda state: health_answers.absent_days(state, TODAY),
    "late": lambda state: [noted_late(each) for each in state.of(INCIDENT)],
}


def with_times(stamp: str) -> CaseState:
    """A case in which that stands wherever a time or a day stands."""
    case = FakeLedger()
    post = case.add(IncidentFacts(published_at=stamp, first_seen_at=stamp))
    case.add(RequestFacts(at=stamp, due_on=stamp), text=RequestText(what="Et møde"))
    case.add(NotificationFacts(at=stamp, follow_up_on=stamp), text=NotificationText(said="x"))
    case.add(PoliceFacts(status=PoliceStatus.CLOSED, at=stamp, status_on=stamp))
    case.add(
        TakedownFacts(status=TakedownStatus.REFUSED, at=stamp, status_on=stamp),
        complaint=TakedownComplaint(complained_at=stamp, body_at=stamp),
    )
    case.add(ReactionFacts(started_at=stamp, incidents=(post,)), chain=PRIVATE)
    case.add(
        InjuryFacts(step=InjuryStep.OWN_REPORT, at=stamp, injury_on=stamp, receipt_on=stamp),
        chain=PRIVATE,
    )
    case.add(AbsenceFacts(from_on=stamp[:10], to_on=""), chain=PRIVATE)
    return case.state()


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("stamp", ODD)
def test_every_answer_stands_whatever_a_time_says(answer: str, stamp: str) -> None:
    ANSWERS[answer](with_times(stamp))


@pytest.mark.parametrize("stamp", [ODD[0], *ODD[2:]])
def test_what_is_none_of_ours_is_no_day_and_is_shown_as_it_stands(stamp: str) -> None:
    assert day_of(stamp) is None
    assert minute(stamp, DANISH) == stamp


def test_the_day_of_a_time_is_that_in_denmark() -> None:
    assert day_of("2026-11-22T23:30:00.000Z") == date(2026, 11, 23)
    assert day_of("") is None


def test_absence_that_lies_ahead_is_no_day_yet() -> None:
    case = FakeLedger()
    case.add(AbsenceFacts(from_on="2026-12-01"), chain=PRIVATE)
    away = health_answers.absent_days(case.state(), TODAY)
    assert (away.days, away.lasts) == (0, False)
