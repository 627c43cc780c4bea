"""Times as people type them, the two nights of the year on which clocks are moved included, and times in doubt."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.casework import (
    ClockMissingError,
    TimeDoubt,
    TimeError,
    TimeFormError,
    TimeSkippedError,
    TimeTwiceError,
    danish_local,
    parse_day,
    parse_time,
)
from app.casework.times import doubt_of
from app.clock import DANISH_TIME, parse_stamp, stamp

AFTERNOON = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    [
        "23.11.2026 kl. 14.03",
        "23.11.2026 kl 14:03",
        "23.11.2026 14.03",
        "23/11 2026 14:03",
        "23/11/2026, 14.03",
        "23-11-2026 14:03",
        "23. november 2026 kl. 14.03",
        "23 November 2026 at 14:03",
        "23. nov. 2026 14.03",
        "  23.11.2026\tkl.  14.03 ",
        "2026-11-23 14:03",
        "2026-11-23T14:03",
        "2026-11-23T14:03:00.000+01:00",
        "2026-11-23T14:03+01",
        "2026-11-23T13:03Z",
        "2026-11-23 13:03 UTC",
        "2026-11-23T08:03:00-0500",
        "23.11.2026 kl. 14.03 +01:00",
    ],
)
def test_every_way_of_writing_a_time_means_the_same(typed: str) -> None:
    assert parse_time(typed) == AFTERNOON


def test_seconds_are_kept_and_what_is_finer_than_a_millisecond_is_cut() -> None:
    read = parse_time("2026-11-23T14:03:11.0429999+01:00")
    assert read == datetime(2026, 11, 23, 13, 3, 11, 42_000, tzinfo=UTC)
    assert parse_time("23.11.2026 kl. 14.03.11") == AFTERNOON + timedelta(seconds=11)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "i går",
        "14.03",
        "31.11.2026 12.00",
        "29.2.2027 12.00",
        "23.13.2026 12.00",
        "23.11.26 12.00",
        "23. brumaire 2026 12.00",
        "23.11.2026 24.00",
        "23.11.2026 12.60",
        "23.11.2026 12",
        "23.11.2026 12.00 i går",
        "2026-11-23T12:00+15:00",
        "2026-11-23T12:00+01:75",
        "1203-11-23 12:00",
        "9999-12-31 23:59",
        "٢٣.11.2026 12.00",
    ],
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(TimeFormError) as caught:
        parse_time(typed)
    assert caught.value.typed == typed


@pytest.mark.parametrize("typed", ["23.11.2026", "2026-11-23", "23. november 2026"])
def test_a_day_is_no_time_but_can_be_read_as_a_day(typed: str) -> None:
    with pytest.raises(ClockMissingError):
        parse_time(typed)
    assert parse_day(typed) == date(2026, 11, 23)


@pytest.mark.parametrize("typed", ["", "23.11.2026 14.03", "30.2.2026", "i dag"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(TimeFormError):
        parse_day(typed)


@pytest.mark.parametrize("clock", ["02.00", "02.30", "02.59.59"])
def test_a_time_that_no_clock_showed_is_refused(clock: str) -> None:
    with pytest.raises(TimeSkippedError):
        parse_time(f"28.3.2027 kl. {clock}")
    before, after = parse_time("28.3.2027 kl. 01.59.59"), parse_time("28.3.2027 kl. 03.00")
    assert after - before == timedelta(seconds=1)


@pytest.mark.parametrize("clock", ["02.00", "02.30", "02.59.59"])
def test_a_time_that_was_shown_twice_is_refused_until_an_offset_says_which(clock: str) -> None:
    typed = f"25.10.2026 kl. {clock}"
    with pytest.raises(TimeTwiceError) as caught:
        parse_time(typed)
    assert (caught.value.first, caught.value.second) == ("+02:00", "+01:00")
    first, second = parse_time(f"{typed} +02:00"), parse_time(f"{typed} +01:00")
    assert second - first == timedelta(hours=1)
    before, after = parse_time("25.10.2026 kl. 01.59.59"), parse_time("25.10.2026 kl. 03.00")
    assert after - before == timedelta(hours=2, seconds=1)


# Two days around each change of the clocks from 2000 to 2100, minute by minute, and any other moment.
nights = st.sampled_from(
    [
        max(
            date(year, month, day) for day in range(25, 32) if date(year, month, day).weekday() == 6
        )
        for year in range(2000, 2100)
        for month in (3, 10)
    ]
)
near_a_change = st.builds(
    lambda night, minutes: (
        datetime(night.year, night.month, night.day, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    nights,
    st.integers(-240, 300),
)
any_moment = st.integers(0, 218 * 365 * 24 * 60).map(
    lambda minutes: datetime(1980, 1, 2, tzinfo=UTC) + timedelta(minutes=minutes)
)
moments = st.one_of(near_a_change, any_moment)


@given(moments)
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
@example(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
def test_every_moment_can_be_typed_with_its_offset(moment: datetime) -> None:
    assert parse_time(danish_local(moment)) == moment


@given(moments)
def test_wall_time_without_offset_is_read_right_or_refused(moment: datetime) -> None:
    wall = moment.astimezone(DANISH_TIME)
    typed = f"{wall.day}.{wall.month}.{wall.year} kl. {wall:%H.%M}"
    other = {moment - timedelta(hours=1), moment + timedelta(hours=1)}
    shown_twice = any(
        each.astimezone(DANISH_TIME).replace(tzinfo=None) == wall.replace(tzinfo=None)
        for each in other
    )
    if shown_twice:
        with pytest.raises(TimeTwiceError):
            parse_time(typed)
    else:
        assert parse_time(typed) == moment


@given(nights, st.integers(0, 59))
def test_the_skipped_hour_is_refused_every_year(night: date, minute: int) -> None:
    expected = TimeSkippedError if night.month == 3 else TimeTwiceError
    with pytest.raises(expected):
        parse_time(f"{night.isoformat()} 02:{minute:02d}")


@given(st.text(alphabet="0123456789.:-/ klatTZ+januæ", max_size=30))
def test_any_text_is_read_or_refused_and_nothing_else(typed: str) -> None:
    try:
        read = parse_time(typed)
    except TimeError:
        return  # refused; that the answer says what was typed is asked for above
    assert parse_stamp(stamp(read)) == read


@given(moments, st.sampled_from(["2026-11-23T14:03", "2026-11-23 14:03:11.5", "23.11.2026 14.03"]))
def test_what_is_read_is_a_stamp_that_can_be_kept(moment: datetime, typed: str) -> None:
    for each in (danish_local(moment), stamp(moment), f"{typed} +01:00", typed):
        read = parse_time(each)
        assert parse_stamp(stamp(read)) == read
        assert read.tzinfo is UTC


SEEN = TimeDoubt.SEEN_BEFORE_POSTED
TOLD = TimeDoubt.ANSWERED_BEFORE_TOLD
NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def test_what_is_still_to_come_is_doubted_and_a_slow_clock_is_not() -> None:
    assert doubt_of(NOW + HOUR, NOW) is TimeDoubt.TO_COME
    assert doubt_of(NOW + MINUTE, NOW) is None
    assert doubt_of(NOW - HOUR, NOW) is None
    assert doubt_of(None, NOW) is None


def test_a_post_cannot_be_seen_before_it_was_posted() -> None:
    assert (
        doubt_of(NOW - 2 * HOUR, NOW, after=NOW - HOUR, too_early=SEEN)
        is TimeDoubt.SEEN_BEFORE_POSTED
    )
    assert doubt_of(NOW - HOUR, NOW, after=NOW - HOUR, too_early=SEEN) is None
    assert doubt_of(NOW - HOUR, NOW, after=None, too_early=SEEN) is None
    assert doubt_of(None, NOW, after=NOW - HOUR, too_early=SEEN) is None
    assert doubt_of(NOW + HOUR, NOW, after=None, too_early=SEEN) is TimeDoubt.TO_COME


def test_an_answer_cannot_come_before_they_were_told() -> None:
    assert (
        doubt_of(NOW - 2 * HOUR, NOW, after=NOW - HOUR, too_early=TOLD)
        is TimeDoubt.ANSWERED_BEFORE_TOLD
    )
    assert doubt_of(NOW - HOUR, NOW, after=NOW - HOUR, too_early=TOLD) is None
    assert doubt_of(NOW - HOUR, NOW, after=None, too_early=TOLD) is None
    assert doubt_of(NOW + HOUR, NOW, after=NOW - HOUR, too_early=TOLD) is TimeDoubt.TO_COME
