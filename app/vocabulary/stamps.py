"""What the log keeps as stamps, plain days and fingerprints, as people read them.

A time has two forms in each language, and no other: running text has 23. november 2026 kl. 14.03, fields and columns
have 23.11.2026 14.03 (English: 23 November 2026 at 14:03, and 23 Nov 2026 14:03, which nobody reads month first).
What is none of ours, because another program wrote it, is shown as it stands.
"""

from __future__ import annotations

from datetime import MAXYEAR, UTC, date, datetime

from app.clock import DANISH_TIME, parse_stamp
from app.language import Language


def moment_of(stamp: str) -> datetime | None:
    """Return a stamp as an aware time; None where it is "" or none of ours, or of no day that Denmark ever sees."""
    try:
        moment = parse_stamp(stamp)
    except ValueError:
        return None
    return moment if moment.year < MAXYEAR else None


def minute(stamp: str, language: Language) -> str:
    """Return day and time of day: 23. november 2026 kl. 14.03."""
    moment = moment_of(stamp)
    return language.moment(moment) if moment else stamp


def exact(stamp: str, language: Language) -> str:
    """Return the time to the second, with UTC beside it."""
    moment = moment_of(stamp)
    return language.exact(moment) if moment else stamp


def clock(stamp: str, language: Language) -> str:
    """Return the time of day alone."""
    moment = moment_of(stamp)
    return language.clock(moment) if moment else stamp


def day(text: str, language: Language) -> str:
    """Return the day of a stamp, or of a plain date."""
    value = moment_of(text) or _date(text)
    return language.day(value) if value else text


def period(first: datetime, last: datetime, language: Language) -> str:
    """Return two days and what lies between, month and year said once: 3.–23. november 2026."""
    start, end = language.day(first), language.day(last)
    if start == end:
        return start
    start_day, start_month, start_year = start.split(" ")
    _, end_month, end_year = end.split(" ")
    if (start_month, start_year) == (end_month, end_year):
        return f"{start_day}–{end}"
    if start_year == end_year:
        return f"{start_day} {start_month} – {end}"
    return f"{start} – {end}"


def short(stamp: str, language: Language) -> str:
    """Return a time as fields and columns have it: 23.11.2026 14.03, with its offset where clocks showed it twice.

    What it says is read back to the same minute.
    """
    utc = moment_of(stamp)
    return short_moment(utc.replace(second=0), language) if utc else stamp


def short_moment(moment: datetime, language: Language) -> str:
    """Return the same of an aware time, with its seconds where it has some."""
    clock = language.clock(moment, seconds=bool(moment.second))
    return f"{language.short_day(moment)} {clock}{_offset_if_twice(moment)}"


def short_day(text: str, language: Language) -> str:
    """Return a plain day as fields and columns have it: 23.11.2026."""
    value = _date(text)
    return language.short_day(value) if value else text


def spoken(moment: datetime, language: Language) -> str:
    """Return an aware time with its weekday, as one says back what was understood: mandag 23. november 2026 kl. 14.03.

    It is read back to the same second.
    """
    local = moment.astimezone(DANISH_TIME)
    clock = language.clock(moment, seconds=bool(moment.second))
    said = language.text("{day} at {clock}", day=spoken_day(local.date(), language), clock=clock)
    return f"{said}{_offset_if_twice(moment)}"


def spoken_day(value: date, language: Language) -> str:
    """Return a day with its weekday: mandag 23. november 2026."""
    return f"{language.weekday(value)} {language.day(value)}"


def utc(stamp: str) -> str:
    """Return a time to the second as a service in another country reads it: 2026-11-23 13:03:11 UTC; "" for none."""
    moment = moment_of(stamp)
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC") if moment else ""


def groups(code: str, size: int = 4, in_line: int = 0) -> str:
    """Return a fingerprint in groups, to be compared by eye, on lines of ``in_line`` groups where that is given."""
    parts = [code[at : at + size] for at in range(0, len(code), size)]
    most = in_line or len(parts) or 1
    return "\n".join(" ".join(parts[at : at + most]) for at in range(0, len(parts), most))


def _offset_if_twice(moment: datetime) -> str:
    local = moment.astimezone(DANISH_TIME)
    twice = local.utcoffset() != local.replace(fold=not local.fold).utcoffset()
    return f" {local.isoformat()[-6:]}" if twice else ""


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
