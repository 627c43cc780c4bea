"""Times in forms: as people type them, said at the field where they are not understood, never moved unseen. No Qt."""

from __future__ import annotations

from app.casework import (
    ClockMissingError,
    FieldKind,
    TimeError,
    TimeFormError,
    TimeSkippedError,
    TimeTwiceError,
    parse_day,
    parse_time,
)
from app.clock import stamp
from app.language import Language
from app.vocabulary import short, short_day


class Clocks:
    """Turns what stands in a form's time fields into what the ledger keeps.

    A time that was not touched stays exactly what it was, seconds and all, though the field shows minutes only.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._shown: dict[str, tuple[str, str]] = {}

    def show_time(self, key: str, ledger_time: str) -> str:
        """The text for a field."""
        return self._show(key, ledger_time, short(ledger_time, self._language))

    def show_day(self, key: str, iso: str) -> str:
        """The text for a field."""
        return self._show(key, iso, short_day(iso, self._language))

    def time(self, key: str, typed: str) -> str:
        """What the ledger keeps. Raises TimeError."""
        return self._same(key, typed) or (stamp(parse_time(typed)) if typed else "")

    def day(self, key: str, typed: str) -> str:
        """What the ledger keeps. Raises TimeFormError."""
        return self._same(key, typed) or (parse_day(typed).isoformat() if typed else "")

    def _show(self, key: str, kept: str, typed: str) -> str:
        self._shown[key] = (typed, kept)
        return typed

    def _same(self, key: str, typed: str) -> str:
        shown, kept = self._shown.get(key, ("", ""))
        return kept if typed == shown else ""


def complaint(kind: FieldKind, typed: str, language: Language) -> str:
    """What to say at the field; "" where nothing is the matter."""
    text = language.text
    if not typed or kind not in {FieldKind.TIME, FieldKind.DAY}:
        return ""
    try:
        if kind is FieldKind.DAY:
            parse_day(typed)
        else:
            parse_time(typed)
    except ClockMissingError:
        return text("The time of day is missing. Write it like this: 23 Nov 2026 14:03")
    except TimeSkippedError:
        return text("That time did not exist: the clocks went forward that night.")
    except TimeTwiceError as error:
        return text(
            "That time came twice: the clocks went back that night. Write {first} or {second} after it.",
            first=error.first,
            second=error.second,
        )
    except TimeFormError:
        if kind is FieldKind.DAY:
            return text("This is not understood as a day. Write it like this: 23 Nov 2026")
        return text("This is not understood as a time. Write it like this: 23 Nov 2026 14:03")
    except TimeError as error:  # a later kind of time that cannot be read
        return str(error)
    return ""
