"""Times as people say them: without a year, by the day of the week, or counted from now. Pure.

Understood besides what ``times`` reads: ``12/10 21.47``, ``12.10 kl 21:47``, ``12. oktober kl. 21.47``,
``October 12 at 9:47 PM``, ``12.10.26 21.47``, ``i går 21.30``, ``21:30 yesterday``, ``mandag 8``, ``i mandags kl. 8``,
``nu``, ``for 2 timer siden``, and what pages show: ``3 t.``, ``35 min``.

Rules:
- Nothing is guessed silently: what was added to the words comes back beside the time, and the screen shows both.
- A day without a year is the latest that has passed; where a day to come is asked for, the next.
- A weekday is the latest such day that has passed, or the next. One that does not fit its date is refused.
- A length of time is counted from the moment that is handed in, and cut to the minute: nobody counts in seconds.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

import msgspec

from app.casework.errors import (
    ClockMissingError,
    DayMissingError,
    TimeError,
    TimeFormError,
    WeekdayError,
)
from app.casework.times import (
    MONTHS,
    YEARS,
    at_the_wall,
    offset_of,
    parse_day,
    parse_time,
    plain,
)
from app.clock import DANISH_TIME


class Reckoned(StrEnum):
    """What was added to the words that somebody typed."""

    LATEST = "latest"  #: the year, so that it has passed
    NEXT = "next"  #: the year, so that it is to come
    MORNING = "morning"  #: that 8 is in the morning
    FROM_NOW = "from_now"
    FROM_THEN = "from_then"  #: counted from a moment that was handed in


class TypedTime(msgspec.Struct, frozen=True):
    """A time in UTC, and what was added to what was typed."""

    utc: datetime
    reckoned: tuple[Reckoned, ...] = ()


class TypedDay(msgspec.Struct, frozen=True):
    """A day, and what was added to what was typed."""

    day: date
    reckoned: tuple[Reckoned, ...] = ()


_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mandag mandags monday man mon",
            "tirsdag tirsdags tuesday tir tirs tue tues",
            "onsdag onsdags wednesday ons wed",
            "torsdag torsdags thursday tor tors thu thur thurs",
            "fredag fredags friday fre fri",
            "lørdag lørdags saturday lør sat",
            "søndag søndags sunday søn sun",
        )
    )
    for name in names.split()
}
_NEAR_DAYS = {
    name: days
    for days, names in (
        (0, "i dag,idag,today"),
        (-1, "i går,igår,yesterday,i aftes,last night"),
        (-2, "i forgårs,iforgårs,forgårs,the day before yesterday"),
        (1, "i morgen,imorgen,tomorrow"),
        (2, "i overmorgen,overmorgen,the day after tomorrow"),
    )
    for name in names.split(",")
}
# 9 in the evening may be meant by these, and after midnight it may be today.
_EVENINGS, _FROM_HOUR = {"i aftes", "last night"}, 17
_NOW = {"nu", "lige nu", "now", "just now"}
_MINUTES = {
    name: minutes
    for minutes, names in (
        (1, "m min minut minutter minute minutes mins"),
        (60, "t h time timer hr hrs hour hours"),
        (24 * 60, "d dag dage day days"),
        (7 * 24 * 60, "u uge uger w week weeks"),
    )
    for name in names.split()
}
_A_DAY = 24 * 60


def _any_of(names: object) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))  # type: ignore[call-overload]


_NAME = _any_of(MONTHS)
_WEEKDAY = rf"(?:(?:på |i |on )?(?P<weekday>{_any_of(_WEEKDAYS)})\.?)"
_YEAR = r"(?P<year>[0-9]{4}|(?<=[./-])[0-9]{2})"
_DATE = (
    rf"(?:{_WEEKDAY},? (?:den |d\. ?|the )?)?"
    rf"(?:(?P<day>[0-9]{{1,2}})(?:(?: ?[./-] ?)(?P<month>[0-9]{{1,2}})\.?|(?:st|nd|rd|th|\.)? ?(?P<name>{_NAME})\.?)"
    rf"(?:(?: ?[./-] ?|,? ){_YEAR})?|(?P<name_first>{_NAME})\.? (?P<day_after>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    r"(?:,? (?P<year_after>[0-9]{4}))?)"
)
_NEAR = rf"(?P<near>{_any_of(_NEAR_DAYS)})"
_ALONE = _WEEKDAY.replace("weekday", "alone")
_SOME_DAY = rf"(?:{_DATE}|{_NEAR}|{_ALONE})"
_CLOCK = (
    r"(?P<at>kl\.? ?|at )?(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2})(?:[.:](?P<second>[0-9]{2}))?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?P<offset>z|utc|[+-][0-9]{2}(?::?[0-9]{2})?))?"
)
# Compiled when they are first asked, and kept by ``re``: the window starts without them.
_DAY_FORM = _SOME_DAY
_CLOCK_FORM = _CLOCK
_TIME_FORMS = (
    rf"{_SOME_DAY},? {_CLOCK}",
    rf"{_CLOCK},? {_SOME_DAY}",
)
_SPAN_FORM = (
    rf"(?P<past>for )?(?:(?P<count>[0-9]{{1,4}}) ?|(?P<one>en|et|a|an) )(?P<unit>{_any_of(_MINUTES)})\.?"
    r"(?P<ago> siden| ago)?"
)
_AHEAD_FORM = (
    rf"(?:om|in) (?:(?P<count>[0-9]{{1,3}}) ?|(?P<one>en|et|a|an) )(?P<unit>{_any_of(_MINUTES)})"
)


def read_time(typed: str, now: datetime, *, since: datetime | None = None) -> TypedTime:
    """Read the time of something that has happened.

    Args:
        typed: as a person typed it.
        now: the moment of asking, aware.
        since: where a length of time is counted from, such as the moment of the picture; None for now.

    Raises:
        TimeFormError: not understood, or no such day or time of day.
        ClockMissingError: a day without a time of day.
        DayMissingError: a time of day without a day.
        WeekdayError: the day of the week does not fit the date.
        TimeSkippedError: no clock in Denmark showed it.
        TimeTwiceError: it was shown twice, and no offset says which.
    """
    try:
        return TypedTime(parse_time(typed))
    except TimeFormError:
        pass
    text = plain(typed)
    if text in _NOW:
        return TypedTime(_cut(now), (Reckoned.FROM_NOW,))
    span = re.fullmatch(_SPAN_FORM, text)
    if span is not None:
        return _counted(span, typed, since or now, from_now=since is None)
    match = next(filter(None, (re.fullmatch(form, text) for form in _TIME_FORMS)), None)
    if match is None:
        raise _what_is_missing(text)(typed)
    return _of_day_and_clock(match, typed, now)


def read_day(typed: str, now: datetime, *, to_come: bool = False) -> TypedDay:
    """Read a day, without a time of day.

    Args:
        typed: as a person typed it.
        now: the moment of asking, aware.
        to_come: whether a day to come is asked for, such as a day to ask again.

    Raises:
        TimeFormError: not understood, or no such day.
        WeekdayError: the day of the week does not fit the date.
    """
    try:
        return TypedDay(parse_day(typed))
    except TimeFormError:
        pass
    text, today = plain(typed), _day_at(now)
    span = re.fullmatch(_AHEAD_FORM, text) if to_come else re.fullmatch(_SPAN_FORM, text)
    if span is not None and _minutes(span) % _A_DAY == 0:
        days = timedelta(minutes=_minutes(span))
        return TypedDay(_moved(today, days if to_come else -days, typed), (Reckoned.FROM_NOW,))
    match = re.fullmatch(_DAY_FORM, text)
    if match is None:
        raise TimeFormError(typed)
    if to_come:
        return _day_of(match, typed, today, ahead=True)
    return _day_of(match, typed, today)


def _what_is_missing(text: str) -> type[TimeError]:
    day = re.fullmatch(_DAY_FORM, text)
    if day is not None and int(day["month"] or 1) <= 12:
        return ClockMissingError
    clock = re.fullmatch(_CLOCK_FORM, text)
    # A number alone is anything.
    if clock is not None and (clock["minute"] or clock["at"] or clock["half"]):
        return DayMissingError
    return TimeFormError


def _of_day_and_clock(match: re.Match[str], typed: str, now: datetime) -> TypedTime:
    hour = int(match["hour"])
    clear = match["minute"] or match["at"] or match["half"]
    if not clear and not (match["near"] or match["alone"]):
        raise TimeFormError(typed)  # 12.10 21 may be a day of a year
    if match["half"]:
        if not 1 <= hour <= 12:
            raise TimeFormError(typed)
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if match["near"] in _EVENINGS and hour < _FROM_HOUR:
        raise TimeFormError(typed)
    try:
        at = time(hour, int(match["minute"] or 0), int(match["second"] or 0))
    except ValueError as error:
        raise TimeFormError(typed) from error
    local = now.astimezone(DANISH_TIME)
    # What has passed: a day of this time of day, so that "mandag 8" on a Monday at seven is a week ago.
    latest = local.date() if at <= local.time() else local.date() - timedelta(days=1)
    read = _day_of(match, typed, local.date(), latest=latest)
    wall = datetime.combine(read.day, at)
    if match["offset"]:
        utc = (wall - offset_of(match["offset"], typed)).replace(tzinfo=UTC)
    else:
        utc = at_the_wall(wall, typed)
    morning = 1 <= hour < 12 and not (match["minute"] or match["half"])
    return TypedTime(utc, (*read.reckoned, *([Reckoned.MORNING] if morning else [])))


def _day_of(
    match: re.Match[str],
    typed: str,
    today: date,
    *,
    latest: date | None = None,
    ahead: bool = False,
) -> TypedDay:
    """Return the day that was named; ``latest`` is the last one that has passed, today where that is not known."""
    if match["near"]:
        return TypedDay(_moved(today, timedelta(days=_NEAR_DAYS[match["near"]]), typed))
    if match["alone"]:
        wanted = _WEEKDAYS[match["alone"]]
        if ahead:
            return TypedDay(today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1))
        last = latest or today
        return TypedDay(last - timedelta(days=(last.weekday() - wanted) % 7))
    name = match["name"] or match["name_first"]
    month = MONTHS[name] if name else int(match["month"])
    day = int(match["day"] or match["day_after"])
    year, reckoned = match["year"] or match["year_after"] or "", Reckoned.LATEST
    if len(year) == 2:
        found = _date(2000 + int(year), month, day)
    elif year:
        found = _date(int(year), month, day)
    elif ahead:
        found, reckoned = _next(month, day, today), Reckoned.NEXT
    else:
        found = _last(month, day, latest or today)
    if found is None or found.year not in YEARS:
        raise TimeFormError(typed)
    if match["weekday"] and _WEEKDAYS[match["weekday"]] != found.weekday():
        raise WeekdayError(typed)
    return TypedDay(found, () if year else (reckoned,))


def _last(month: int, day: int, latest: date) -> date | None:
    """The latest such day that has passed; the 29th of February may be some years back."""
    found = (_date(latest.year - back, month, day) for back in range(9))
    return next((each for each in found if each is not None and each <= latest), None)


def _next(month: int, day: int, today: date) -> date | None:
    found = (_date(today.year + on, month, day) for on in range(9))
    return next((each for each in found if each is not None and each >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _counted(span: re.Match[str], typed: str, since: datetime, *, from_now: bool) -> TypedTime:
    """Return a moment so long before another; days have no time of day."""
    minutes = _minutes(span)
    if minutes % _A_DAY == 0 and _MINUTES[span["unit"]] >= _A_DAY:
        raise ClockMissingError(typed)
    if span["past"] and not span["ago"]:
        raise TimeFormError(typed)
    how = Reckoned.FROM_NOW if from_now else Reckoned.FROM_THEN
    return TypedTime(_cut(since - timedelta(minutes=minutes)), (how,))


def _minutes(span: re.Match[str]) -> int:
    return int(span["count"] or 1) * _MINUTES[span["unit"]]


def _moved(day: date, by: timedelta, typed: str) -> date:
    moved = day + by
    if moved.year not in YEARS:
        raise TimeFormError(typed)
    return moved


def _day_at(moment: datetime) -> date:
    return moment.astimezone(DANISH_TIME).date()


def _cut(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(second=0, microsecond=0)
