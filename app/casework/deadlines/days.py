"""Days of the calendar: lengths that are added to them, the end of a day in Denmark, and working days.

The Danish public holidays of the years that deadlines fall into are data (resources/deadlines/public_holidays.toml),
made by the library ``holidays`` and compared with it by a test. The library itself knows every country and takes a
second to load: it is asked only for a year that the data lacks.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from app.clock import DANISH_TIME

_DAY = timedelta(days=1)
_SATURDAY = 5


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of(day: date, clock: time) -> datetime:
    """Return when clocks in Denmark show a time of a day, as UTC."""
    return datetime.combine(day, clock, DANISH_TIME).astimezone(UTC)


def working_day(day: date, holidays: Mapping[int, frozenset[date]]) -> date:
    """Return the day, or the last working day before it where it is a weekend or a public holiday."""
    while day.weekday() >= _SATURDAY or day in public_holidays(day.year, holidays):
        day -= _DAY
    return day


def public_holidays(year: int, known: Mapping[int, frozenset[date]]) -> frozenset[date]:
    """Return the Danish public holidays of a year."""
    return known[year] if year in known else ask_library(year)


_asked: dict[int, frozenset[date]] = {}


def ask_library(year: int) -> frozenset[date]:
    """Return what the library says of a year; it is loaded when it is first asked."""
    if year not in _asked:
        from holidays import PUBLIC, country_holidays

        found = country_holidays("DK", years=[year], categories=(PUBLIC,), observed=False)
        _asked[year] = frozenset(found)
    return _asked[year]
