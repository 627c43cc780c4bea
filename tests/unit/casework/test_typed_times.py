"""Times as people say them: what was meant, what was added to it, and what is refused rather than guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import (
    ClockMissingError,
    DayMissingError,
    Reckoned,
    TimeError,
    TimeFormError,
    TimeTwiceError,
    WeekdayError,
    read_day,
    read_time,
)
from app.language import Language
from app.vocabulary import short_day, short_moment, spoken, spoken_day

LOCALES = Path(__file__).resolve().parents[3] / "resources/locales"
LANGUAGES = (Language("da", LOCALES), Language("en", LOCALES))

# A Tuesday at 14.00 in Denmark.
NOW = datetime(2026, 10, 13, 12, 0, 20, tzinfo=UTC)
YESTERDAY = datetime(2026, 10, 12, 19, 47, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    [
        "12/10 21.47",
        "12.10 kl 21:47",
        "12.10. 21.47",
        "12. oktober kl. 21.47",
        "12 okt 21.47",
        "October 12 at 9:47 PM",
        "mandag den 12. oktober kl. 21.47",
    ],
)
def test_a_day_without_a_year_is_the_latest_that_has_passed_and_says_so(typed: str) -> None:
    read = read_time(typed, NOW)
    assert (read.utc, read.reckoned) == (YESTERDAY, (Reckoned.LATEST,))


@pytest.mark.parametrize(
    "typed",
    [
        "i går 21.47",
        "I går kl. 21:47",
        "21.47 i går",
        "yesterday 21:47",
        "yesterday at 9.47 pm",
        "i aftes 21.47",
        "mandag 21.47",
        "i mandags kl. 21.47",
        "on Monday at 21:47",
        "12.10.26 21.47",
        "12/10/26 21:47",
        "Monday 12 October 2026 at 21:47",
        "mandag 12. oktober 2026 kl. 21.47",
        "12.10.2026 21.47",
    ],
)
def test_a_day_by_its_name_needs_nothing_added(typed: str) -> None:
    read = read_time(typed, NOW)
    assert (read.utc, read.reckoned) == (YESTERDAY, ())


def test_what_has_not_come_yet_is_taken_for_the_one_before() -> None:
    assert read_time("14/10 8.00", NOW).utc == datetime(2025, 10, 14, 6, tzinfo=UTC)
    assert read_time("29/2 8.00", NOW).utc == datetime(2024, 2, 29, 7, tzinfo=UTC)
    assert read_time("tirsdag 13.59", NOW).utc == datetime(2026, 10, 13, 11, 59, tzinfo=UTC)
    assert read_time("tirsdag 14.01", NOW).utc == datetime(2026, 10, 6, 12, 1, tzinfo=UTC)
    # Said by its year or as today, it is meant, and doubted elsewhere.
    assert read_time("i dag 23.00", NOW).utc > NOW
    assert read_time("14.10.26 8.00", NOW).utc > NOW


def test_an_hour_alone_is_in_the_morning_and_says_so() -> None:
    read = read_time("mandag 8", NOW)
    assert read.utc == datetime(2026, 10, 12, 6, tzinfo=UTC)
    assert read.reckoned == (Reckoned.MORNING,)
    assert read_time("mandag 20", NOW).reckoned == ()
    assert read_time("12/10 kl 8", NOW).reckoned == (Reckoned.LATEST, Reckoned.MORNING)


@pytest.mark.parametrize("typed", ["for 2 timer siden", "2 hours ago", "2 t.", "2 h", "120 min"])
def test_a_length_of_time_is_counted_from_now_or_from_the_picture(typed: str) -> None:
    read = read_time(typed, NOW)
    assert read.utc == NOW.replace(second=0) - timedelta(hours=2)
    assert read.reckoned == (Reckoned.FROM_NOW,)
    then = read_time(typed, NOW, since=YESTERDAY)
    assert then.utc == YESTERDAY - timedelta(hours=2)
    assert then.reckoned == (Reckoned.FROM_THEN,)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("i dag", ClockMissingError),
        ("12/10", ClockMissingError),
        ("2 dage", ClockMissingError),
        ("21.47", DayMissingError),
        ("kl. 8", DayMissingError),
        ("tirsdag 12. oktober 2026 kl. 21.47", WeekdayError),
        ("12.10 21", TimeFormError),
        ("12.10.21.47", TimeFormError),
        ("i aftes 9", TimeFormError),
        ("i nat 3.00", TimeFormError),
        ("i går 9.47 xm", TimeFormError),
        ("i går 13.47 pm", TimeFormError),
        ("i går 24.00", TimeFormError),
        ("30/2 8.00", TimeFormError),
        ("sidste mandag 8", TimeFormError),
        ("8", TimeFormError),
        ("", TimeFormError),
    ],
)
def test_what_may_be_meant_in_two_ways_is_refused(typed: str, error: type[TimeError]) -> None:
    with pytest.raises(error):
        read_time(typed, NOW)


def test_yesterday_at_an_hour_that_came_twice_asks_which() -> None:
    after = datetime(2026, 10, 26, 12, tzinfo=UTC)
    with pytest.raises(TimeTwiceError):
        read_time("i går 2.30", after)
    assert read_time("i går 2.30 +01:00", after).utc == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "day", "ahead"),
    [
        ("i dag", date(2026, 10, 13), date(2026, 10, 13)),
        ("12/10", date(2026, 10, 12), date(2027, 10, 12)),
        ("14/10", date(2025, 10, 14), date(2026, 10, 14)),
        ("fredag", date(2026, 10, 9), date(2026, 10, 16)),
        ("tirsdag", date(2026, 10, 13), date(2026, 10, 20)),
        ("12. december 2026", date(2026, 12, 12), date(2026, 12, 12)),
        ("i morgen", date(2026, 10, 14), date(2026, 10, 14)),
    ],
)
def test_a_day_is_the_latest_or_the_next(typed: str, day: date, ahead: date) -> None:
    assert read_day(typed, NOW).day == day
    assert read_day(typed, NOW, to_come=True).day == ahead


def test_days_are_counted_back_or_on() -> None:
    assert read_day("for 2 uger siden", NOW).day == date(2026, 9, 29)
    assert read_day("om en uge", NOW, to_come=True).day == date(2026, 10, 20)
    assert read_day("in 3 days", NOW, to_come=True).day == date(2026, 10, 16)
    for typed in ("om en uge", "om 3 timer", "14.33"):
        with pytest.raises(TimeFormError):
            read_day(typed, NOW)


nows = st.datetimes(datetime(1990, 1, 1), datetime(2190, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given beside
days = st.one_of(
    st.sampled_from(["i går", "i dag", "yesterday", "mandag", "i fredags", "Sun", "i forgårs"]),
    st.builds("{}/{}".format, st.integers(1, 31), st.integers(1, 12)),
    st.builds("{}.{}.{:02d}".format, st.integers(1, 31), st.integers(1, 12), st.integers(0, 99)),
    st.builds("{}. {}".format, st.integers(1, 31), st.sampled_from(["maj", "oct", "december"])),
)
clocks = st.builds(
    "{}{}.{:02d}".format,
    st.sampled_from(["", "kl. ", "at "]),
    st.integers(0, 23),
    st.integers(0, 59),
)
said = st.one_of(
    st.builds("{} {}".format, days, clocks),
    st.builds("{} {}".format, clocks, days),
    st.builds(
        "for {} {} siden".format, st.integers(1, 999), st.sampled_from(["timer", "minutter"])
    ),
)


@given(said, nows)
def test_what_is_said_back_is_read_as_itself(typed: str, now: datetime) -> None:
    """What stands beside the field, and what a draft keeps, mean the same moment at any later time."""
    try:
        moment = read_time(typed, now).utc
    except TimeError:
        return
    for form, language in product((spoken, short_moment), LANGUAGES):
        again = read_time(form(moment, language), now + timedelta(days=400))
        assert (again.utc, again.reckoned) == (moment, ())


@given(days, nows, st.booleans())
def test_a_day_that_is_said_back_is_read_as_itself(
    typed: str, now: datetime, to_come: bool
) -> None:
    try:
        day = read_day(typed, now, to_come=to_come).day
    except TimeError:
        return
    for language in LANGUAGES:
        for text in (spoken_day(day, language), short_day(day.isoformat(), language)):
            assert read_day(text, now + timedelta(days=400)).day == day


@given(st.text(alphabet="0123456789.:-/ kliaågrmndsehto", max_size=24), nows)
def test_any_text_is_read_or_refused(typed: str, now: datetime) -> None:
    for read in (read_time, read_day):
        try:
            read(typed, now)
        except TimeError:
            continue


def test_without_a_year_nothing_lies_ahead_by_a_day_or_more() -> None:
    for month, day in product(range(1, 13), range(1, 29)):
        assert read_time(f"{day}/{month} 12.00", NOW).utc <= NOW
        assert read_day(f"{day}/{month}", NOW, to_come=True).day >= NOW.date()
