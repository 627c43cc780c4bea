"""Times as people type them, read as Danish wall time, and times that can hardly be meant. Pure.

Understood: ``23.11.2026 kl. 14.03``, ``23/11 2026 14:03``, ``23. november 2026 14.03``, ``2026-11-23 14:03`` and
ISO times; seconds and an offset (``+01:00``, ``Z``) may follow. Without an offset it is the time a clock on a wall
in Denmark showed.

A time that no clock showed (the night in March) or that it showed twice (the night in October) is refused: guessing
would move a deadline by an hour. An offset settles it. A time to come, or in an order in which nothing happens, is in
doubt: that is said, and never refused.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

from app.casework.errors import (
    ClockMissingError,
    TimeFormError,
    TimeSkippedError,
    TimeTwiceError,
)
from app.clock import DANISH_TIME
from app.vocabulary import moment_of

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "marts march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_DAY = (
    r"(?:(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{1,2})-(?P<iso_day>[0-9]{1,2})"
    r"|(?P<day>[0-9]{1,2})(?: ?[./-] ?|\.? )(?:(?P<month>[0-9]{1,2})|(?P<name>[a-z]+)\.?)(?: ?[./-] ?| )"
    r"(?P<year>[0-9]{4}))"
)
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})"
    r"(?:[.:](?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,9}))?)?"
    r"(?: ?(?P<offset>z|utc|[+-][0-9]{2}(?::?[0-9]{2})?))?"
)
_DAY_FORM = re.compile(_DAY)
_TIME_FORM = re.compile(rf"{_DAY}(?:,? |t|,? ?(?:kl\.?|at) ?){_CLOCK}")
# Ledger times have four digits of year; nobody was shamed online before, and no clock shows what comes after.
YEARS = range(1900, 2200)
RECKONED = range(YEARS.start, YEARS.stop - 100)
"""Years in which deadlines and reminders can be reckoned: what is added to a day still is one."""


def parse_time(typed: str) -> datetime:
    """Read a time as aware UTC, cut to whole milliseconds.

    Raises:
        TimeFormError: not understood, or no such day or time of day.
        ClockMissingError: a day without a time of day.
        TimeSkippedError: no clock in Denmark showed it.
        TimeTwiceError: it was shown twice, and no offset says which.
    """
    text = plain(typed)
    match = _TIME_FORM.fullmatch(text)
    if match is None:
        if _DAY_FORM.fullmatch(text):
            raise ClockMissingError(typed)
        raise TimeFormError(typed)
    day = _day(match, typed)
    fraction = (match["fraction"] or "").ljust(3, "0")[:3]
    try:
        wall = datetime(  # noqa: DTZ001 - the zone is settled below
            day.year,
            day.month,
            day.day,
            int(match["hour"]),
            int(match["minute"]),
            int(match["second"] or 0),
            int(fraction) * 1000,
        )
    except ValueError as error:
        raise TimeFormError(typed) from error
    if match["offset"]:
        return (wall - offset_of(match["offset"], typed)).replace(tzinfo=UTC)
    return at_the_wall(wall, typed)


def parse_day(typed: str) -> date:
    """Read a day, without a time of day.

    Raises:
        TimeFormError: not understood, or no such day.
    """
    match = _DAY_FORM.fullmatch(plain(typed))
    if match is None:
        raise TimeFormError(typed)
    return _day(match, typed)


def danish_local(utc: datetime) -> str:
    """An aware time as Danish wall time with offset: ``2026-11-23T14:03:11.042+01:00``."""
    return utc.astimezone(DANISH_TIME).isoformat(timespec="milliseconds")


def day_of(stamp: str) -> date | None:
    """Return the day in Denmark of a stamp of the ledger; None where it is none of ours."""
    moment = moment_of(stamp)
    return moment.astimezone(DANISH_TIME).date() if moment is not None else None


def reckoned(day: date | None) -> date | None:
    """Return a day of a year in which deadlines and reminders can be reckoned; None for any other."""
    return day if day is not None and day.year in RECKONED else None


def reckoned_day(text: str) -> date | None:
    """Return such a day as it is kept; None where it is none."""
    return reckoned(plain_day(text))


def danish_day(utc: datetime) -> str:
    """An aware time as the day that it is in Denmark, as the ledger keeps days: ``2026-11-23``."""
    return utc.astimezone(DANISH_TIME).date().isoformat()


def plain(typed: str) -> str:
    """Return what was typed in small letters, with one blank where there were several."""
    # casefold would also turn other scripts' letters into ours; lower does not.
    return " ".join(typed.lower().split())


def _day(match: re.Match[str], typed: str) -> date:
    month = match["iso_month"] or match["month"] or MONTHS.get(match["name"])
    year = int(match["iso_year"] or match["year"])
    if month is None or year not in YEARS:
        raise TimeFormError(typed)
    try:
        return date(year, int(month), int(match["iso_day"] or match["day"]))
    except ValueError as error:
        raise TimeFormError(typed) from error


def offset_of(text: str, typed: str) -> timedelta:
    """Read how far a clock is ahead of UTC. Raises TimeFormError, which names ``typed``."""
    if text in {"z", "utc"}:
        return timedelta()
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    if hours > 14 or minutes > 59:
        raise TimeFormError(typed)
    ahead = timedelta(hours=hours, minutes=minutes)
    return -ahead if text[0] == "-" else ahead


def at_the_wall(wall: datetime, typed: str) -> datetime:
    """Return when clocks in Denmark showed a time.

    Raises:
        TimeSkippedError: never.
        TimeTwiceError: twice.
    """
    first, second = (wall.replace(tzinfo=DANISH_TIME, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == second:
        return first
    if first.astimezone(DANISH_TIME).replace(tzinfo=None) != wall:
        raise TimeSkippedError(typed)
    raise TimeTwiceError(
        typed,
        _offset_text(wall - first.replace(tzinfo=None)),
        _offset_text(wall - second.replace(tzinfo=None)),
    )


def _offset_text(offset: timedelta) -> str:
    return datetime(2000, 1, 1, tzinfo=timezone(offset)).isoformat()[-6:]


# A clock that is a little slow must not make a time of just now one that is to come.
_NOW = timedelta(minutes=2)


class TimeDoubt(StrEnum):
    """Why a time can hardly be meant."""

    TO_COME = "to_come"
    SEEN_BEFORE_POSTED = "seen_before_posted"
    ANSWERED_BEFORE_TOLD = "answered_before_told"
    ANSWERED_BEFORE_ASKED = "answered_before_asked"
    ENDED_BEFORE_BEGUN = "ended_before_begun"
    CAME_BEFORE_SENT = "came_before_sent"
    BEFORE_FIRST_SEEN = "before_first_seen"
    BEFORE_REPORTED = "before_reported"
    BEFORE_INJURY = "before_injury"
    BEFORE_AGREED = "before_agreed"
    BEFORE_CAME_UP = "before_came_up"
    BEFORE_DONE = "before_done"
    BEFORE_WITNESSED = "before_witnessed"
    BEFORE_WRITTEN = "before_written"
    BEFORE_OFFERED = "before_offered"


def doubt_of(
    at: datetime | None,
    now: datetime,
    *,
    after: datetime | None = None,
    too_early: TimeDoubt | None = None,
    to_come: bool = False,
    days: bool = False,
) -> TimeDoubt | None:
    """Return what is doubtful about the time of something that happened; None where nothing is, or it is unknown.

    Args:
        at: the time.
        now: the moment of asking.
        after: a time that it cannot come before.
        too_early: what is said where it does.
        to_come: whether it may lie ahead.
        days: whether only days are told, so that one day is neither before nor after itself.
    """
    if at is None:
        return None
    if days:
        at, now = _noon(at), _noon(now)
        after = _noon(after) if after is not None else None
    if after is not None and at < after:
        return too_early
    return TimeDoubt.TO_COME if at > now + _NOW and not to_come else None


def plain_day(text: str) -> date | None:
    """Return a plain day, as it is kept; None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def noon_of(day: str) -> datetime | None:
    """Return noon in Denmark of a plain day, as a day stands among moments; None where it is none."""
    plain = plain_day(day)
    if plain is None:
        return None
    return datetime.combine(plain, time(12), DANISH_TIME).astimezone(UTC)


def _noon(at: datetime) -> datetime:
    return datetime.combine(at.astimezone(DANISH_TIME).date(), time(12), DANISH_TIME)
