"""What holds for every event, whatever its time: later stays later, clocks that are moved change nothing."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework.deadlines import Away, Deadline, DeadlineFacts, Happened, NotedOn
from app.casework.deadlines.facts import FollowedUp
from app.clock import DANISH_TIME
from app.vocabulary import CountsFrom
from tests.unit.casework.deadlines.reckoned import FIRST, SECOND, book, rows

MOMENTS = st.datetimes(
    min_value=datetime(2015, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    max_value=datetime(2060, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2040, 1, 1))


def facts_of(first_seen: datetime) -> DeadlineFacts:
    day = first_seen.astimezone(DANISH_TIME).date()
    return DeadlineFacts(
        events=(Happened(id=FIRST, first_seen=first_seen),),
        absences=(Away(first=day, last=day + timedelta(days=5)),),
        expenses=(NotedOn(on=day),),
        closings=(NotedOn(on=day),),
        protections=(NotedOn(on=day),),
        linkings=(NotedOn(on=day),),
        answers=(FollowedUp(on=day),),
        lodged=(FollowedUp(on=day),),
    )


def dated(facts: DeadlineFacts) -> list[Deadline]:
    return [row for row in rows(facts) if row.due_at is not None]


@given(MOMENTS)
def test_nothing_is_to_be_done_after_it_ends_or_ends_before_it_begins(moment: datetime) -> None:
    for row in dated(facts_of(moment)):
        assert row.due_at is not None
        assert row.act_before is not None
        assert row.act_before <= row.due_at
        assert row.due_at > moment


@given(MOMENTS)
def test_a_rule_of_the_calendar_is_acted_on_on_a_working_day(moment: datetime) -> None:
    for row in dated(facts_of(moment)):
        if row.rule.hours:
            assert row.due_at is not None
            assert row.act_before == row.due_at.replace(second=0, microsecond=0)
            continue
        assert row.act_before is not None
        day = row.act_before.astimezone(DANISH_TIME).date()
        assert day.weekday() < 5
        assert day not in book().holidays.get(day.year, frozenset())


@given(MOMENTS, st.timedeltas(min_value=timedelta(), max_value=timedelta(days=900)))
def test_what_was_seen_later_ends_no_earlier(moment: datetime, later: timedelta) -> None:
    first, second = dated(facts_of(moment)), dated(facts_of(moment + later))
    for row in first:
        same = [
            each for each in second if each.rule == row.rule and each.counts_from == row.counts_from
        ]
        for each in same:
            assert each.due_at is not None
            assert row.due_at is not None
            assert each.due_at >= row.due_at


@given(MOMENTS)
def test_hours_are_hours_and_days_end_as_clocks_in_denmark_show(moment: datetime) -> None:
    for row in dated(facts_of(moment)):
        assert row.due_at is not None
        if row.rule.hours:
            assert row.due_at - moment == timedelta(hours=row.rule.hours)
        else:
            local = row.due_at.astimezone(DANISH_TIME)
            assert (local.hour, local.minute, local.second) == (23, 59, 0)


@given(DAYS)
def test_six_months_keep_the_day_or_take_the_end_of_the_month(day: date) -> None:
    found = dated(DeadlineFacts(events=(Happened(id=FIRST, known=day, injured=day),)))
    (row,) = (each for each in found if each.rule.id == "private_pros_6m")
    assert row.due_at is not None
    end = row.due_at.astimezone(DANISH_TIME).date()
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == 6
    assert end.day == min(day.day, monthrange(end.year, end.month)[1])


@given(st.lists(MOMENTS, max_size=6), st.lists(MOMENTS, max_size=6))
@settings(deadline=None)
def test_rows_are_in_the_order_in_which_they_end(
    published: list[datetime], seen: list[datetime]
) -> None:
    events = [Happened(id=FIRST, published=each) for each in published]
    events += [Happened(id=SECOND, first_seen=each) for each in seen]
    found = rows(DeadlineFacts(events=tuple(events)))
    ends = [row.due_at for row in found if row.due_at is not None]
    assert ends == sorted(ends)
    assert [row for row in found if row.due_at is None] == list(found[len(ends) :])
    police = [row for row in found if row.rule.id == "police_72h"]
    kinds = {row.counts_from for row in police}
    assert kinds <= {CountsFrom.PUBLISHED, CountsFrom.FIRST_SEEN}
