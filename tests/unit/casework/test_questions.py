"""What to ask whoever advises: made from what is missing, and on one page with the case."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.actions.find_deadlines import find_deadlines, read_rulebook
from app.casework import Ask, Draft, parts_of, questions_of, who_knows
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.expense import ExpenseDraft
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.injury_step import InjuryDraft
from app.casework.kinds.internal_registration import RegistrationDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.reaction import ReactionDraft
from app.casework.kinds.request import RequestDraft
from app.casework.kinds.takedown import TakedownDraft
from app.casework.pattern import pattern_of
from app.messages import CaseSummary, question_words, summary_lines
from app.messages.summary import MOST
from app.vocabulary import InjuryStep, PoliceStatus, ReactionKind, Role
from evidence_store import EntryId
from tests.fakes.ledger import PRIVATE, FakeLedger
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH, ENGLISH

NOW = "2026-11-23T13:03:11.042Z"
MONDAY = date(2026, 11, 23)


class Case(FakeLedger):
    """A ledger to which a person gives things."""

    def give(self, draft: Draft, chain: str = "") -> EntryId:
        parts = parts_of(self.state(), draft, None, NOW)
        if chain:
            return self.add(parts.pop("facts"), parts=parts, chain=chain)
        return self.add(parts.pop("facts"), parts=parts)

    def asked(self, days: int = 0) -> list[Ask]:
        day = MONDAY + timedelta(days=days)
        return [each.ask for each in questions_of(self.state(), day)]

    def summed(self, days: int = 0) -> CaseSummary:
        state, day = self.state(), MONDAY + timedelta(days=days)
        moment = datetime(2026, 11, 23, 13, tzinfo=UTC) + timedelta(days=days)
        due = find_deadlines(state, read_rulebook(ROOT / "resources"), moment)
        questions = questions_of(state, day)
        return CaseSummary(
            "Min sag", pattern_of(state), who_knows(state, day), due.deadlines, questions
        )


ALWAYS = [Ask.POLICE, Ask.REMOVAL, Ask.REGISTRATION, Ask.NEXT_TIME]


def test_where_nothing_happened_there_is_nothing_to_ask() -> None:
    case = Case()
    assert case.asked() == []
    post = case.give(IncidentDraft(quote="Ord"))
    assert case.asked() == ALWAYS
    case.add(Hidden(target=post))
    assert case.asked() == []


@pytest.mark.parametrize(
    ("draft", "ask"),
    [
        (PoliceDraft(status=PoliceStatus.REPORTED), Ask.POLICE),
        (TakedownDraft(), Ask.REMOVAL),
        (RegistrationDraft(), Ask.REGISTRATION),
    ],
    ids=["police", "removal", "registration"],
)
def test_what_was_noted_is_not_asked_about_until_it_is_put_out_of_sight(
    draft: Draft, ask: Ask
) -> None:
    case = Case()
    case.give(IncidentDraft(quote="Ord"))
    noted = case.give(draft)
    assert case.asked() == [each for each in ALWAYS if each is not ask]
    case.add(Hidden(target=noted))
    assert case.asked() == ALWAYS


def test_what_waits_too_long_and_what_was_promised_comes_first() -> None:
    case = Case()
    asked = case.give(RequestDraft(what="Et møde", role=Role.MANAGER))
    assert case.asked(days=1) == []
    assert case.asked(days=30) == [Ask.UNANSWERED]
    (question,) = questions_of(case.state(), MONDAY + timedelta(days=30))
    assert question_words(question, DANISH) == (
        "Jeg spurgte mandag 23. november 2026 (leder) og har ikke fået svar. Hvad kan jeg gøre?"
    )
    case.give(
        AnswerDraft(about=asked, role=Role.MANAGER, promise="Retningslinjer", due="2026-12-01")
    )
    (question,) = questions_of(case.state(), MONDAY + timedelta(days=30))
    assert question.ask is Ask.PROMISE
    assert question_words(question, ENGLISH).startswith("“Retningslinjer” was promised by ")


def test_it_is_one_page_and_nothing_of_health_stands_on_it() -> None:
    case = Case()
    for number in range(30):
        case.give(
            IncidentDraft(quote="Ord", first_seen=f"2026-11-{number % 20 + 1:02d}T08:00:00.000Z")
        )
        case.give(RequestDraft(what="Et møde", role=Role.MANAGER))
    case.give(ReactionDraft(reactions=(ReactionKind.SLEEP,), words="kanariefugl"), chain=PRIVATE)
    summed = case.summed()
    assert len(summed.nearest) <= MOST
    assert len({each.rule.id for each in summed.nearest}) == len(summed.nearest)
    lines = summary_lines(summed, str, DANISH)
    assert len(lines) < 50
    assert lines[0] == "Min sag"
    said = "\n".join(lines)
    assert "Manglende svar: 30" in said
    assert "Orienteret: leder" in said
    assert "kanariefugl" not in said
    assert "søvn" not in said.casefold()


def test_an_absence_changes_nothing_on_the_page() -> None:
    case = Case()
    case.give(IncidentDraft(quote="Ord", first_seen="2026-11-20T08:00:00.000Z"))
    before = summary_lines(case.summed(), str, DANISH)
    case.give(AbsenceDraft(from_on="2026-11-21", to_on="2026-11-23"), chain=PRIVATE)
    case.give(ExpenseDraft(amount=50_000, paid_on="2026-11-21"), chain=PRIVATE)
    case.give(InjuryDraft(step=InjuryStep.OWN_REPORT, injury_on="2026-11-19"), chain=PRIVATE)
    assert summary_lines(case.summed(), str, DANISH) == before
    assert len(case.summed().nearest) > 1


def test_of_many_that_wait_the_page_has_the_first_few_and_says_how_many_more() -> None:
    case = Case()
    for _ in range(30):
        case.give(RequestDraft(what="Et møde", role=Role.MANAGER))
    lines = summary_lines(case.summed(days=60), str, ENGLISH)
    assert len(lines) < 50
    assert "  and 25 more" in lines
