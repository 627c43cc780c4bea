"""What is ticked of the lists: since when, when it runs out, and when the person is reminded."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.actions.find_deadlines import find_deadlines, read_rulebook
from app.actions.prevention_tables import read_prevention
from app.casework import Draft, parts_of, preventing, same_of
from app.casework.kinds.checklist import ChecklistDraft
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.watch_case import WatchDraft
from app.vocabulary import CheckStatus, DeadlineState, WatchStatus
from evidence_store import EntryId
from tests.fakes.ledger import PRIVATE, FakeLedger
from tests.unit.house.tree import ROOT

LISTS = read_prevention(ROOT / "resources")
RULES = read_rulebook(ROOT / "resources")
NOW = "2026-01-11T09:00:00.000Z"
MOMENT = datetime(2026, 1, 11, 9, tzinfo=UTC)


class Case(FakeLedger):
    """A case in which somebody ticks, and keeps an eye on things."""

    def give(self, draft: Draft, corrects: EntryId | None = None) -> EntryId:
        corrects = corrects or same_of(self.state(), draft)
        parts = parts_of(self.state(), draft, corrects, NOW)
        return self.add(parts.pop("facts"), parts=parts, chain=PRIVATE)

    def tick(self, of: str, item: str, **more: str | CheckStatus) -> preventing.TickedItem:
        self.give(ChecklistDraft(list=of, item=item, **more))  # type: ignore[arg-type]
        return self.item(of, item)

    def item(self, of: str, item: str) -> preventing.TickedItem:
        return next(
            each
            for ticked in preventing.ticked_of(self.state(), LISTS)
            for each in ticked.items
            if (ticked.list.id, each.item.id) == (of, item)
        )

    def due(self, moment: datetime = MOMENT) -> list[tuple[str, date, DeadlineState]]:
        days = find_deadlines(self.state(), RULES, moment, LISTS).follow_ups
        return [(each.follow_up.kind, each.follow_up.on, each.state) for each in days]


def test_protection_of_ten_january_runs_out_a_year_later_and_reminds_thirty_days_before() -> None:
    case = Case()
    ticked = case.tick("address", "protection", done="2026-01-10")
    assert ticked.status is CheckStatus.DONE
    assert (ticked.done_on, ticked.expires_on) == (date(2026, 1, 10), date(2027, 1, 10))
    assert ticked.remind_on == date(2026, 12, 11)
    assert case.due() == [("checklist", date(2026, 12, 11), DeadlineState.OPEN)]
    (deadline,) = find_deadlines(case.state(), RULES, MOMENT, LISTS).deadlines
    assert (deadline.rule.id, deadline.starts_at) == ("address_protection_1y", date(2026, 1, 10))


def test_a_list_reminds_a_year_after_the_tick_and_a_day_of_ones_own_stands() -> None:
    case = Case()
    assert case.tick("facebook", "friends", done="2025-11-12").remind_on == date(2026, 11, 12)
    own = case.tick("facebook", "friends", remind="2026-03-01")
    assert (own.done_on, own.remind_on) == (date(2025, 11, 12), date(2026, 3, 1))


def test_a_tick_without_a_day_is_of_the_day_on_which_it_was_sealed() -> None:
    case = Case()
    ticked = case.tick("facebook", "tagging", status=CheckStatus.DONE)
    sealed = case.state().private_timeline[-1].time
    assert str(ticked.done_on) == sealed[:10]


@pytest.mark.parametrize("status", [CheckStatus.OPEN, CheckStatus.NOT_RELEVANT])
def test_what_is_done_no_more_has_no_days_and_reminds_of_nothing(status: CheckStatus) -> None:
    case = Case()
    case.tick("address", "protection", done="2026-01-10", expires="2027-02-01")
    undone = case.tick("address", "protection", status=status)
    assert (undone.done_on, undone.expires_on, undone.remind_on) == (None, None, None)
    assert case.due() == []
    assert find_deadlines(case.state(), RULES, MOMENT, LISTS).deadlines == ()


def test_what_is_ticked_twice_is_one_item_and_what_is_not_relevant_does_not_count() -> None:
    case = Case()
    case.tick("facebook", "friends", done="2026-01-02")
    case.tick("facebook", "friends", done="2026-01-09")
    case.tick("facebook", "children", status=CheckStatus.NOT_RELEVANT)
    facebook = preventing.ticked_of(case.state(), LISTS)[0]
    assert (facebook.done, facebook.counted) == (1, len(facebook.items) - 1)


def test_what_is_out_of_sight_or_of_a_list_that_is_there_no_more_is_not_counted() -> None:
    case = Case()
    gone = case.give(ChecklistDraft(list="facebook", item="friends", done="2026-01-02"))
    case.give(ChecklistDraft(list="myspace", item="friends", done="2026-01-02"))
    case.add(Hidden(target=gone, hidden=True), chain=PRIVATE)
    assert sum(each.done for each in preventing.ticked_of(case.state(), LISTS)) == 0
    assert case.due() == []


def test_a_watched_case_is_looked_at_again_on_its_day_until_it_is_closed() -> None:
    case = Case()
    watched = case.give(WatchDraft(alias="den blå sag", review="2026-01-20"))
    assert case.due() == [("watch_case", date(2026, 1, 20), DeadlineState.OPEN)]
    case.give(WatchDraft(status=WatchStatus.CLOSED), corrects=watched)
    assert case.due() == [("watch_case", date(2026, 1, 20), DeadlineState.DONE)]


def test_what_is_open_stands_first_and_the_nearest_look_on_top() -> None:
    case = Case()
    for alias, more in (
        ("lukket", {"review": "2026-01-01", "status": WatchStatus.CLOSED}),
        ("uden dag", {}),
        ("sent", {"review": "2026-02-20"}),
        ("snart", {"review": "2026-01-20"}),
    ):
        case.give(WatchDraft(alias=alias, **more))  # type: ignore[arg-type]
    cases = preventing.watched_of(case.state())
    assert [each.alias for each in cases] == ["snart", "sent", "uden dag", "lukket"]


def test_what_is_left_for_later_reminds_on_its_day_until_it_is_open_again() -> None:
    case = Case()
    later = case.tick("facebook", "tagging", status=CheckStatus.LATER, remind="2026-03-01")
    assert later.remind_on == date(2026, 3, 1)
    assert case.due() == [("checklist", date(2026, 3, 1), DeadlineState.OPEN)]
    assert case.tick("facebook", "tagging", status=CheckStatus.LATER).remind_on is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_day_that_can_be_typed_stops_the_page(day: date) -> None:
    case = Case()
    for each in LISTS.lists:
        for item in each.items:
            case.give(ChecklistDraft(list=each.id, item=item.id, done=day.isoformat()))
    for whole in preventing.ticked_of(case.state(), LISTS):
        for ticked in whole.items:
            assert ticked.remind_on is not None
            assert ticked.remind_on >= day
