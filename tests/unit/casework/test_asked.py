"""Who knows and what was answered: what waits, since when, and when it is time to go on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import Asked, Draft, GoingOn, WhoKnows, parts_of, who_knows
from app.casework.asked import PATIENCE
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.caseworker_change import ChangeDraft
from app.casework.kinds.concern import ConcernDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.request import RequestDraft
from app.vocabulary import AnswerKind, Outcome, PromiseStatus, Role
from evidence_store import EntryId
from tests.fakes.ledger import FakeLedger

NOW = "2026-11-23T13:03:11.042Z"
MONDAY = date(2026, 11, 23)


class Case(FakeLedger):
    """A ledger to which a person gives things."""

    def give(self, draft: Draft, corrects: EntryId | None = None) -> EntryId:
        parts = parts_of(self.state(), draft, corrects, NOW)
        return self.add(parts.pop("facts"), parts=parts)

    def after(self, days: int) -> WhoKnows:
        return who_knows(self.state(), MONDAY + timedelta(days=days))

    def only(self, days: int) -> Asked:
        (asked,) = self.after(days).asked
        return asked


def test_a_request_waits_from_the_day_it_was_made_and_too_long_after_a_week() -> None:
    case = Case()
    case.give(RequestDraft(what="Et møde", role=Role.MANAGER))
    assert (case.only(0).days, case.only(0).missing) == (0, True)
    assert (case.only(PATIENCE - 1).days, case.only(PATIENCE - 1).overdue) == (6, False)
    assert (case.only(PATIENCE).days, case.only(PATIENCE).overdue) == (7, True)


def test_where_a_day_was_given_it_is_late_the_day_after_and_not_before() -> None:
    case = Case()
    case.give(RequestDraft(what="Et møde", due="2026-12-14"))
    assert not case.only(21).overdue
    assert case.only(22).overdue


def test_what_was_made_late_in_the_evening_waits_from_that_day_in_denmark() -> None:
    case = Case()
    case.give(RequestDraft(what="Et møde", at="2026-11-23T23:30:00.000Z"))
    assert case.only(1).on == date(2026, 11, 24)
    assert case.only(1).days == 0


@pytest.mark.parametrize(
    "draft", [RequestDraft(what="w"), ConcernDraft(what="w"), ChangeDraft(why="w")], ids=str
)
def test_an_answer_ends_the_waiting_whatever_it_says_and_taken_back_it_begins_anew(
    draft: Draft,
) -> None:
    case = Case()
    asked = case.give(draft)
    assert case.only(30).missing
    answer = case.give(AnswerDraft(about=asked, reply=AnswerKind.NO))
    assert (case.only(30).answers, case.only(30).missing) == ((answer,), False)
    other = case.give(RequestDraft(what="noget andet"))
    case.give(AnswerDraft(about=other), corrects=answer)
    first = next(each for each in case.after(30).asked if each.entry == asked)
    assert first.missing


def test_an_older_requests_own_reply_counts_and_so_does_how_it_ended() -> None:
    case = Case()
    case.give(RequestDraft(what="Et møde", reply="På onsdag"))
    case.give(RequestDraft(what="Andet", outcome=Outcome.WITHDRAWN))
    assert [each.missing for each in case.after(30).asked] == [False, False]
    assert [each.replied for each in case.after(30).asked] == [True, False]


def test_who_was_told_waits_for_an_answer_only_where_a_day_to_ask_again_was_set() -> None:
    case = Case()
    case.give(NotificationDraft(role=Role.MANAGER))
    assert not case.only(60).missing
    case.give(NotificationDraft(role=Role.HR, follow_up="2026-11-30"))
    assert [each.overdue for each in case.after(8).asked] == [False, True]


def test_what_was_promised_is_overdue_until_somebody_says_what_became_of_it() -> None:
    case = Case()
    answer = case.give(AnswerDraft(promise="Retningslinjer", due="2026-11-30", role=Role.MANAGER))
    case.give(NotificationDraft(promise="Et møde"))
    assert [each.overdue for each in case.after(7).promises] == [False, False]
    assert [each.overdue for each in case.after(8).promises] == [True, False]
    case.give(AnswerDraft(kept=PromiseStatus.LATE), corrects=answer)
    first = case.after(8).promises[0]
    assert (first.status, first.overdue) == (PromiseStatus.LATE, False)


def test_to_go_on_is_suggested_only_after_a_representative_was_told() -> None:
    case = Case()
    case.give(RequestDraft(what="Et møde", role=Role.MANAGER))
    assert case.after(3).next_step is GoingOn.WAIT
    assert case.after(10).next_step is GoingOn.TELL_A_REPRESENTATIVE
    case.give(NotificationDraft(role=Role.SHOP_STEWARD))
    assert case.after(10).next_step is GoingOn.ESCALATE
    assert case.after(10).told == (Role.MANAGER, Role.SHOP_STEWARD)


_ROLES = st.lists(st.sampled_from(list(Role)), max_size=4)


@given(told=_ROLES, asked=_ROLES, days=st.integers(0, 400))
def test_never_before_a_representative_stands_among_those_told(
    told: list[Role], asked: list[Role], days: int
) -> None:
    case = Case()
    for role in told:
        case.give(NotificationDraft(role=role))
    for role in asked:
        case.give(RequestDraft(what="Et møde", role=role))
    known = case.after(days)
    beside = {Role.SAFETY_REP, Role.SHOP_STEWARD} & {*told, *asked}
    if known.next_step is GoingOn.ESCALATE:
        assert beside
    assert (known.next_step is GoingOn.WAIT) is not any(each.overdue for each in known.asked)
    assert all(each.days == days for each in known.asked if each.missing)
