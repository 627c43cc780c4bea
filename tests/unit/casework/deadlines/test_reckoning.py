"""What makes a row, in which order, and how far away it is said to be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.casework.deadlines import (
    Away,
    DeadlineFacts,
    FollowUp,
    Happened,
    InjuryReported,
    NotedOn,
    follow_up_state,
)
from app.vocabulary import CountsFrom, DeadlineState, Owner, Role
from tests.unit.casework.deadlines.reckoned import (
    FIRST,
    NOW,
    SECOND,
    act,
    danish,
    last_day,
    of,
    one,
    rows,
    seen,
)


def test_published_and_first_seen_are_two_rows_the_earlier_first() -> None:
    event = seen("2026-11-23 09:00", published=danish("2026-11-20 21:00"))
    found = of("police_72h", DeadlineFacts(events=(event,)))
    assert [row.counts_from for row in found] == [CountsFrom.PUBLISHED, CountsFrom.FIRST_SEEN]
    assert found[0].due_at == datetime(2026, 11, 23, 20, tzinfo=UTC)


def test_the_same_time_twice_is_one_row() -> None:
    event = seen("2026-11-23 09:00", published=danish("2026-11-23 09:00"))
    assert one("police_72h", DeadlineFacts(events=(event,))).counts_from is CountsFrom.PUBLISHED


def test_who_was_behind_it_counts_anew_beside_the_day_one_knew_enough() -> None:
    event = seen("2026-11-01 09:00", identified=date(2026, 11, 20))
    found = of("private_pros_6m", DeadlineFacts(events=(event,)))
    assert [last_day(row) for row in found] == [date(2027, 5, 1), date(2027, 5, 20)]


def test_what_was_only_captured_had_been_seen_by_then() -> None:
    event = Happened(id=FIRST, captured=danish("2026-11-29 08:00"))
    row = one("police_72h", DeadlineFacts(events=(event,)))
    assert row.counts_from is CountsFrom.CAPTURED
    assert row.due_at == datetime(2026, 12, 2, 7, tzinfo=UTC)


def test_an_event_without_any_time_counts_from_nothing() -> None:
    found = rows(DeadlineFacts(events=(Happened(id=FIRST),)))
    assert [row.rule.id for row in found] == ["victim_comp_2y"]
    assert found[0].due_at is None
    assert rows(DeadlineFacts()) == ()


def test_what_is_not_known_yet_and_what_has_no_date_come_last_and_once() -> None:
    events = (seen("2026-11-01 09:00"), seen("2026-11-02 09:00", id=SECOND))
    found = rows(DeadlineFacts(events=events))
    undated = [row for row in found if row.due_at is None]
    assert found[-len(undated) :] == tuple(undated)
    assert [row.rule.id for row in undated] == [
        "victim_comp_2y",
        "limitation_crim",
        "internal_registration",
    ]
    assert {row.state for row in undated} == {DeadlineState.UNDATED}


def test_the_end_of_the_criminal_case_gives_compensation_its_date() -> None:
    facts = DeadlineFacts(
        events=(seen("2026-11-01 09:00"),), closings=(NotedOn(on=date(2026, 11, 25)),)
    )
    assert last_day(one("victim_comp_2y", facts)) == date(2028, 11, 25)


def test_address_protection_runs_out_after_a_year() -> None:
    facts = DeadlineFacts(protections=(NotedOn(on=date(2026, 3, 1)),))
    row = one("address_protection_1y", facts)
    assert (last_day(row), row.about, row.owner) == (date(2027, 3, 1), None, Owner.PERSON)


def test_a_holiday_and_the_weekend_before_it_are_stepped_over() -> None:
    # Two weeks from 23 March 2026 is Easter Monday, 6 April: the last working day before Easter is Wednesday.
    facts = DeadlineFacts(
        events=(seen("2026-03-23 10:00"),), expenses=(NotedOn(on=date(2026, 3, 24)),)
    )
    row = one("employer_report_14d_benefit", facts)
    assert last_day(row) == date(2026, 4, 6)
    assert act(row).date() == date(2026, 4, 1)


def test_hours_are_not_moved_from_a_weekend() -> None:
    row = one("police_72h", DeadlineFacts(events=(seen("2026-11-25 09:00"),)))
    assert row.due_at is not None
    assert row.due_at.weekday() == 5
    assert row.act_before == row.due_at


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2027-04-10 12:00", DeadlineState.OPEN),
        ("2027-04-20 12:00", DeadlineState.SOON),
        ("2027-04-24 23:58", DeadlineState.SOON),
        ("2027-04-25 00:00", DeadlineState.PASSED),
    ],
)
def test_a_row_says_how_far_away_it_is(now: str, state: DeadlineState) -> None:
    facts = DeadlineFacts(events=(seen("2026-10-24 22:30"),))
    assert one("private_pros_6m", facts, danish(now)).state is state


def test_a_report_is_done_for_what_happened_before_it() -> None:
    before, after = seen("2026-11-10 09:00"), seen("2026-11-20 09:00", id=SECOND)
    facts = DeadlineFacts(
        events=(before, after),
        police_reports=(NotedOn(on=date(2026, 11, 12)),),
        injury_reports=(InjuryReported(on=date(2026, 11, 21), about=SECOND),),
    )
    police = {row.about: row.state for row in of("police_72h", facts)}
    assert police == {FIRST: DeadlineState.DONE, SECOND: DeadlineState.PASSED}
    own = {row.about: row.state for row in of("own_report_1y", facts)}
    assert own == {FIRST: DeadlineState.OPEN, SECOND: DeadlineState.DONE}


def test_absence_counts_beyond_the_day_of_the_injury_and_for_the_event_before_it() -> None:
    first, second = seen("2026-03-02 09:00"), seen("2026-03-09 09:00", id=SECOND)
    away = Away(first=date(2026, 3, 9), last=date(2026, 3, 10))
    facts = DeadlineFacts(events=(second, first), absences=(away,))
    row = one("employer_report_14d_absence", facts)
    assert (row.about, row.starts_at) == (SECOND, date(2026, 3, 10))
    named = DeadlineFacts(
        events=(second, first),
        absences=(Away(first=date(2026, 3, 9), last=date(2026, 3, 10), about=FIRST),),
    )
    assert one("employer_report_14d_absence", named).about == FIRST


def test_a_part_of_a_day_is_absence_and_none_of_it_is_not() -> None:
    def versions(fraction: float) -> list[str]:
        away = Away(first=date(2026, 3, 3), last=date(2026, 3, 3), fraction=fraction)
        facts = DeadlineFacts(events=(seen("2026-03-02 09:00"),), absences=(away,))
        return [row.rule.version for row in of("employer_report_14d_absence", facts)]

    assert versions(0.25) == ["1_day"]
    assert versions(0) == []


def test_absence_that_lasts_is_counted_until_today() -> None:
    def versions(now: datetime) -> list[str]:
        away = Away(first=date(2026, 11, 24))
        facts = DeadlineFacts(events=(seen("2026-11-23 09:00"),), absences=(away,))
        return [row.rule.version for row in of("employer_report_14d_absence", facts, now)]

    assert versions(danish("2026-11-25 12:00")) == ["1_day_beside"]
    assert versions(danish("2026-11-26 12:00")) == ["3_days", "1_day_beside"]


def test_a_follow_up_is_near_gone_by_or_answered() -> None:
    day = FollowUp(id=FIRST, kind="request", role=Role.MANAGER, on=date(2026, 12, 1))
    assert follow_up_state(day, NOW) is DeadlineState.SOON
    assert follow_up_state(day, NOW - timedelta(days=30)) is DeadlineState.OPEN
    assert follow_up_state(day, NOW + timedelta(days=2)) is DeadlineState.PASSED
    answered = FollowUp(
        id=FIRST, kind="request", role=Role.MANAGER, on=date(2026, 12, 1), answered=True
    )
    assert follow_up_state(answered, NOW) is DeadlineState.DONE
