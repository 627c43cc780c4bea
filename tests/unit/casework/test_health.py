"""Days of absence, expenses, first reactions and the stages of a work injury: counted from what was noted."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.casework import health_answers
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.expense import ExpenseDraft
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import IncidentFacts
from app.casework.kinds.injury_step import InjuryDraft
from app.casework.kinds.reaction import ReactionDraft
from app.vocabulary import InjuryStep
from tests.fakes.ledger import PRIVATE, FakeLedger
from tests.unit.casework.kinds.test_health import sealed

TODAY = date(2026, 11, 30)


def days(*drafts: AbsenceDraft, today: date = TODAY) -> tuple[int, int]:
    ledger = FakeLedger()
    for draft in drafts:
        sealed(ledger, draft)
    found = health_answers.absent_days(ledger.state(), today)
    return found.days, found.per_cent


def test_both_ends_count_and_what_lasts_counts_until_today() -> None:
    assert days(AbsenceDraft(from_on="2026-11-02", to_on="2026-11-02")) == (1, 100)
    assert days(AbsenceDraft(from_on="2026-11-28")) == (3, 300)
    assert days(AbsenceDraft(from_on="2026-12-01")) == (0, 0)
    assert days(AbsenceDraft(from_on="2026-11-05", to_on="2026-11-02")) == (0, 0)


def test_of_one_day_no_more_than_the_whole_counts() -> None:
    full = AbsenceDraft(from_on="2026-11-02", to_on="2026-11-06")
    part = AbsenceDraft(from_on="2026-11-06", to_on="2026-11-07", percent=40)
    assert days(full, part) == (6, 540)
    assert days(part, part) == (2, 160)


def test_a_year_typed_wrong_makes_nobody_wait() -> None:
    counted, _ = days(AbsenceDraft(from_on="1926-11-02"))
    assert counted == 4001


_SPELLS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12), st.integers(0, 100)), max_size=6
)


@given(spells=_SPELLS)
def test_it_is_the_days_of_a_calendar_with_their_shares(spells: list[tuple[int, int, int]]) -> None:
    start = date(2026, 9, 1)
    drafts, shares = [], dict[date, int]()
    for first, length, percent in spells:
        begin = start + timedelta(days=first)
        end = begin + timedelta(days=length)
        drafts.append(
            AbsenceDraft(from_on=begin.isoformat(), to_on=end.isoformat(), percent=percent)
        )
        for number in range(length + 1):
            day = begin + timedelta(days=number)
            shares[day] = min(100, shares.get(day, 0) + (percent or 100))
    assert days(*drafts) == (len(shares), sum(shares.values()))


def test_expenses_are_summed_and_what_was_put_away_is_not() -> None:
    ledger = FakeLedger()
    sealed(ledger, ExpenseDraft(amount=12345, refunded=300))
    away = sealed(ledger, ExpenseDraft(amount=99))
    ledger.add(Hidden(target=away), chain=PRIVATE)
    found = health_answers.spent(ledger.state())
    assert (found.oere, found.back_oere, found.count) == (12345, 300, 1)


def test_the_first_reaction_is_the_earliest_after_it_was_seen() -> None:
    ledger = FakeLedger()
    post = ledger.add(IncidentFacts(first_seen_at="2026-11-20T10:00:00.000Z"))
    for started in (
        "2026-11-19T10:00:00.000Z",
        "2026-11-25T10:00:00.000Z",
        "2026-11-27T00:00:00.000Z",
    ):
        sealed(ledger, ReactionDraft(words="x", started=started, incidents=(post,)))
    (first,) = health_answers.first_reactions(ledger.state())
    assert first.after == timedelta(days=5)
    assert first.within
    later = ledger.add(IncidentFacts(first_seen_at="2026-11-21T10:00:00.000Z"))
    late = ReactionDraft(words="x", started="2026-11-26T10:00:00.001Z", incidents=(later,))
    sealed(ledger, late)
    assert [each.within for each in health_answers.first_reactions(ledger.state())] == [True, False]


def test_a_stage_has_the_day_on_which_it_was_first_reached() -> None:
    ledger = FakeLedger()
    for at in ("2026-11-14T09:00:00.000Z", "2026-11-12T09:00:00.000Z"):
        sealed(ledger, InjuryDraft(step=InjuryStep.OWN_REPORT, at=at))
    sealed(ledger, InjuryDraft(step=InjuryStep.COMPLAINT, at="2026-11-20T09:00:00.000Z"))
    reached = {each.stage: each.on for each in health_answers.stages(ledger.state())}
    assert reached[health_answers.InjuryStage.REPORTED] == date(2026, 11, 12)
    assert [stage for stage, on in reached.items() if on] == [health_answers.InjuryStage.REPORTED]
