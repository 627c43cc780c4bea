"""Each example of the brief's table of test vectors, by the rules that come with the program."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.casework.deadlines import Away, DeadlineFacts, InjuryReported, NotedOn
from app.casework.deadlines.facts import FollowedUp
from app.vocabulary import Confidence, CountsFrom, DeadlineState
from tests.unit.casework.deadlines.reckoned import (
    FIRST,
    SECOND,
    act,
    danish,
    ends,
    last_day,
    of,
    one,
    rows,
    seen,
)

IN_OCTOBER = seen("2026-10-24 22:30")


def test_seventy_two_hours_pass_though_clocks_go_back() -> None:
    row = one("police_72h", DeadlineFacts(events=(IN_OCTOBER,)))
    assert row.due_at == datetime(2026, 10, 27, 20, 30, tzinfo=UTC)
    assert ends(row).isoformat() == "2026-10-27T21:30:00+01:00"
    assert row.act_before == row.due_at


def test_seventy_two_hours_pass_though_clocks_go_forward() -> None:
    row = one("police_72h", DeadlineFacts(events=(seen("2027-03-27 12:00"),)))
    assert ends(row).isoformat() == "2027-03-30T13:00:00+02:00"


def test_months_and_years_are_days_of_the_calendar() -> None:
    facts = DeadlineFacts(events=(IN_OCTOBER,))
    assert last_day(one("private_pros_6m", facts)) == date(2027, 4, 24)
    assert last_day(one("own_report_1y", facts)) == date(2027, 10, 24)


def test_a_month_is_clamped_to_its_end() -> None:
    facts = DeadlineFacts(events=(seen("2026-08-31 09:00"),))
    assert last_day(one("private_pros_6m", facts)) == date(2027, 2, 28)


def test_one_day_of_absence_is_enough_for_the_rule_that_asks_for_one() -> None:
    facts = DeadlineFacts(events=(IN_OCTOBER,), absences=(Away(first=date(2026, 10, 26)),))
    found = of("employer_report_14d_absence", facts)
    assert {last_day(row) for row in found} == {date(2026, 11, 9)}
    assert ends(found[0]).isoformat() == "2026-11-09T23:59:00+01:00"


def test_two_days_of_absence_give_no_date_by_the_rule_of_three() -> None:
    away = Away(first=date(2026, 10, 26), last=date(2026, 10, 27))
    found = rows(DeadlineFacts(events=(IN_OCTOBER,), absences=(away,)))
    by_absence = [row for row in found if row.counts_from is CountsFrom.ABSENCE]
    # Only the rule of before stands there, beside the one that is not sure, and says so.
    assert [row.rule.version for row in by_absence] == ["1_day_beside"]
    assert by_absence[0].confidence is Confidence.UNVERIFIED
    shown = {row.rule.id for row in found}
    assert {"employer_report_14d_benefit", "internal_registration"} <= shown


def test_three_days_of_absence_count_from_the_first_of_them_by_both_rules() -> None:
    away = Away(first=date(2026, 10, 26), last=date(2026, 10, 28))
    facts = DeadlineFacts(events=(IN_OCTOBER,), absences=(away,))
    found = of("employer_report_14d_absence", facts)
    assert [row.rule.version for row in found] == ["3_days", "1_day_beside"]
    assert {row.starts_at for row in found} == {date(2026, 10, 26)}
    assert {last_day(row) for row in found} == {date(2026, 11, 9)}
    assert all(row.rule.unsure for row in found)
    assert of("employer_report_14d_benefit", facts) == []


def test_a_psychologists_bill_without_absence_is_due_on_a_saturday_and_done_on_a_friday() -> None:
    facts = DeadlineFacts(events=(IN_OCTOBER,), expenses=(NotedOn(on=date(2026, 11, 1)),))
    row = one("employer_report_14d_benefit", facts)
    assert last_day(row) == date(2026, 11, 7)
    assert act(row).isoformat() == "2026-11-06T23:59:00+01:00"


def test_a_report_without_receipt_is_asked_for_after_four_weeks() -> None:
    reported = InjuryReported(on=date(2026, 11, 2))
    row = one("receipt_check_4w", DeadlineFacts(injury_reports=(reported,)))
    assert last_day(row) == date(2026, 11, 30)
    came = InjuryReported(on=date(2026, 11, 2), receipt_on=date(2026, 11, 20))
    done = one("receipt_check_4w", DeadlineFacts(injury_reports=(came,)))
    assert done.state is DeadlineState.DONE


def test_an_event_of_2021_is_asked_by_the_rules_of_then() -> None:
    found = rows(DeadlineFacts(events=(seen("2021-05-03 10:00"),)))
    legacy = [row for row in found if row.rule.id == "legacy_9d_5w"]
    assert [row.rule.version for row in legacy] == ["9_days", "5_weeks"]
    assert [last_day(row) for row in legacy] == [date(2021, 5, 12), date(2021, 6, 7)]
    assert all(row.rule.historic and row.state is DeadlineState.HISTORIC for row in legacy)
    assert not [row for row in found if row.rule.id.startswith("employer_report")]


def test_a_rule_ends_with_the_day_before_the_next_one() -> None:
    def versions(day: str) -> list[str]:
        event = seen(f"{day} 10:00")
        away = Away(first=danish(f"{day} 10:00").date() + timedelta(days=1), last=None)
        facts = DeadlineFacts(events=(event,), absences=(away,))
        return [row.rule.version for row in of("employer_report_14d_absence", facts)]

    assert versions("2022-06-30") == []
    assert versions("2022-07-01") == ["1_day"]
    assert versions("2026-06-30") == ["1_day"]
    assert versions("2026-07-01") == ["3_days", "1_day_beside"]


def test_a_disease_counts_a_year_from_the_day_it_was_linked_to_work() -> None:
    facts = DeadlineFacts(events=(IN_OCTOBER,), linkings=(NotedOn(on=date(2027, 2, 28)),))
    accident, disease = of("own_report_1y", facts)
    assert (accident.rule.version, last_day(accident)) == ("", date(2027, 10, 24))
    assert (disease.rule.version, disease.counts_from) == ("disease", CountsFrom.LINKED)
    assert last_day(disease) == date(2028, 2, 28)
    leap = DeadlineFacts(linkings=(NotedOn(on=date(2028, 2, 29)),))
    assert last_day(one("own_report_1y", leap)) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("reported", "state"),
    [
        (InjuryReported(on=date(2026, 11, 2)), DeadlineState.DONE),
        (InjuryReported(on=date(2026, 11, 2), about=FIRST), DeadlineState.DONE),
        (InjuryReported(on=date(2026, 11, 1)), DeadlineState.OPEN),  # before it was linked
        (InjuryReported(on=date(2026, 11, 3), about=SECOND), DeadlineState.OPEN),
    ],
)
def test_what_was_reported_since_it_was_linked_is_done(
    reported: InjuryReported, state: DeadlineState
) -> None:
    linked = NotedOn(on=date(2026, 11, 2), about=FIRST)
    facts = DeadlineFacts(linkings=(linked,), injury_reports=(reported,))
    assert one("own_report_1y", facts).state is state


def test_a_platforms_answer_can_be_complained_of_for_six_months() -> None:
    facts = DeadlineFacts(answers=(FollowedUp(on=date(2026, 8, 31)),))
    row = one("dsa_complaint_6m", facts)
    assert last_day(row) == date(2027, 2, 28)  # a Sunday
    assert act(row).date() == date(2027, 2, 26)
    assert row.rule.unsure
    complained = DeadlineFacts(answers=(FollowedUp(on=date(2026, 8, 31), done=True),))
    assert one("dsa_complaint_6m", complained).state is DeadlineState.DONE
    before = DeadlineFacts(answers=(FollowedUp(on=date(2024, 2, 16)),))
    assert of("dsa_complaint_6m", before) == []


def test_a_body_outside_court_has_ninety_days() -> None:
    facts = DeadlineFacts(lodged=(FollowedUp(on=date(2026, 10, 1)),))
    assert last_day(one("dsa_settlement_90d", facts)) == date(2026, 12, 30)
    decided = DeadlineFacts(lodged=(FollowedUp(on=date(2026, 10, 1), done=True),))
    assert one("dsa_settlement_90d", decided).state is DeadlineState.DONE
