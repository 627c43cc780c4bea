"""Times in forms: as people type them, said back in full, said at the field where they are not understood. No Qt.

Rules:
- What a text was read as while it was typed is what is kept, however long the form stays open.
- A time that was not touched stays exactly what it was, seconds and all, though the field shows minutes only.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.casework import (
    ClockMissingError,
    DayMissingError,
    FieldKind,
    Reckoned,
    TimeError,
    TimeFormError,
    TimeSkippedError,
    TimeTwiceError,
    WeekdayError,
    parse_day,
    parse_time,
    read_day,
    read_time,
)
from app.clock import DANISH_TIME, stamp
from app.language import Language
from app.ui.forms.model import FormField
from app.vocabulary import short, short_day, short_moment, spoken, spoken_day


class Became(msgspec.Struct, frozen=True):
    """What a text in a field was read as.

    Attributes:
        kept: as the ledger keeps it.
        words: what is said beside the field.
        definite: the text that says the same on any day.
    """

    kept: str
    words: str
    definite: str


class Clocks:
    """Turns what stands in a form's time fields into what the ledger keeps.

    ``picture`` is when the picture that the form is about was taken; None where that is not known.
    """

    def __init__(self, language: Language, picture: datetime | None) -> None:
        self._language = language
        self._picture = picture
        self._shown: dict[str, tuple[str, str]] = {}
        self._read: dict[str, tuple[str, Became]] = {}

    def show_time(self, key: str, ledger_time: str) -> str:
        """The text for a field."""
        return self._show(key, ledger_time, short(ledger_time, self._language))

    def show_day(self, key: str, iso: str) -> str:
        """The text for a field."""
        return self._show(key, iso, short_day(iso, self._language))

    def keep(self, field: FormField, typed: str, now: datetime) -> str:
        """What the ledger keeps. Raises TimeError."""
        if not typed:
            return ""
        return self._same(field.key, typed) or self.became(field, typed, now).kept

    def became(self, field: FormField, typed: str, now: datetime) -> Became:
        """What a text was read as when it was first seen in the field. Raises TimeError."""
        text, became = self._read.get(field.key, ("", None))
        if became is None or text != typed:
            read = self._day if field.kind is FieldKind.DAY else self._time
            became = read(field, typed, now)
            self._read[field.key] = typed, became
        return became

    def settled(self, field: FormField, typed: str, now: datetime) -> str:
        """The text as it may be read on another day: “yesterday” becomes a date; what is not understood stays."""
        if not typed or self._same(field.key, typed):
            return typed
        try:
            (parse_day if field.kind is FieldKind.DAY else parse_time)(typed)
        except TimeError:
            try:
                return self.became(field, typed, now).definite
            except TimeError:
                pass
        return typed

    def as_shown(self, typed: str) -> str:
        """Which time is meant by what a page showed when the picture was taken; "" where that cannot be said."""
        at = self._picture
        if at is None:
            return ""
        try:
            moment = spoken(read_time(typed, at, since=at).utc, self._language)
        except ClockMissingError:
            try:
                moment = spoken_day(read_day(typed, at).day, self._language)
            except TimeError:
                return ""
        except TimeError:
            return ""
        return self._language.text(
            "That is {moment}, counted from when the picture was taken.", moment=moment
        )

    def _time(self, field: FormField, typed: str, now: datetime) -> Became:
        since = self._picture if field.since_picture else None
        read = read_time(typed, now, since=since)
        words = spoken(read.utc, self._language)
        notes = _notes(read.reckoned, read.utc, self._language)
        definite = short_moment(read.utc, self._language)
        return Became(stamp(read.utc), " ".join((f"{words}.", *notes)), definite)

    def _day(self, field: FormField, typed: str, now: datetime) -> Became:
        read = read_day(typed, now, to_come=field.to_come)
        words = spoken_day(read.day, self._language)
        iso = read.day.isoformat()
        notes = _notes(read.reckoned, now, self._language)
        return Became(iso, " ".join((f"{words}.", *notes)), short_day(iso, self._language))

    def _show(self, key: str, kept: str, typed: str) -> str:
        self._shown[key] = (typed, kept)
        return typed

    def _same(self, key: str, typed: str) -> str:
        shown, kept = self._shown.get(key, ("", ""))
        return kept if typed == shown else ""


def _notes(reckoned: tuple[Reckoned, ...], moment: datetime, language: Language) -> list[str]:
    """What was added to the words, so that nothing was guessed unseen."""
    text = language.text
    evening = moment.astimezone(DANISH_TIME).hour + 12
    said = {
        Reckoned.LATEST: text("Without a year it is the latest that has passed."),
        Reckoned.NEXT: text("Without a year it is the next to come."),
        Reckoned.MORNING: text("In the morning. Write {hour} for the evening.", hour=evening),
        Reckoned.FROM_NOW: text("Counted from now."),
        Reckoned.FROM_THEN: text("Counted from when the picture was taken."),
    }
    return [said[each] for each in reckoned]


def complaint(error: TimeError, kind: FieldKind, language: Language) -> str:
    """What to say at the field where a text cannot be read."""
    text = language.text
    match error:
        case ClockMissingError():
            return text("The time of day is missing. Write it like this: 23 Nov 2026 14:03")
        case DayMissingError():
            return text("The day is missing. Write it like this: 23 Nov 2026 14:03")
        case WeekdayError():
            return text("Day and date do not fit together. Look it up, or leave the weekday out.")
        case TimeSkippedError():
            return text("That time did not exist: the clocks went forward that night.")
        case TimeTwiceError(first=first, second=second):
            return text(
                "That time came twice: the clocks went back that night. Write {first} or {second} after it.",
                first=first,
                second=second,
            )
        case TimeFormError() if kind is FieldKind.DAY:
            return text("This is not understood as a day. Write it like this: 23 Nov 2026")
        case TimeFormError():
            return text("This is not understood as a time. Write it like this: 23 Nov 2026 14:03")
    return str(error)  # a later kind of time that cannot be read
