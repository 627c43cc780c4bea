"""A deadline in words: what it is, by when, whose turn it is, what it counts from, and where that stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec

from app.casework.deadlines import Deadline
from app.clock import DANISH_TIME
from app.language import Language
from app.messages.guidance import care_mark, care_words
from app.vocabulary import CountsFrom, in_words, spoken, spoken_day


class DeadlineWords(msgspec.Struct, frozen=True):
    """A row, ready to be shown.

    Attributes:
        title: what it is called.
        act_before: by when to act: a day and a time of day; "" where there is no date.
        day: the same without the time of day.
        clock: the time of day alone.
        ends: when it ends, where that is another day; else "".
        counts_from: what it counts from, and when that was; "" where there is no date.
        owner: whose turn it is.
        state: how far away it is, in a word or two.
        more: what the state means, where a word is not enough; else "".
        source: where the rule stands, and when that was looked at.
        checked: when that was looked at, alone.
        doubt: what is not sure; "" where all is.
        care: the mark that asks for care, in a word or two; "" where none is asked for.
    """

    title: str
    act_before: str
    day: str
    clock: str
    ends: str
    counts_from: str
    owner: str
    state: str
    more: str
    source: str
    checked: str
    doubt: str
    care: str


def deadline_words(row: Deadline, language: Language) -> DeadlineWords:
    """Return a row in words."""
    rule, text = row.rule, language.text
    state = in_words(row.state, language)
    more = in_words(row.state, language, long=True)
    ends = ""
    if row.act_before != row.due_at and row.due_at is not None:
        ends = text("the deadline itself is {day}", day=_day(row.due_at, language))
    return DeadlineWords(
        title=rule.title.of(language.code),
        act_before=spoken(row.act_before, language) if row.act_before else "",
        day=_day(row.act_before, language),
        clock=text("at {clock}", clock=language.clock(row.act_before)) if row.act_before else "",
        ends=ends,
        counts_from=_counted(row.counts_from, row.starts_at, language),
        owner=in_words(row.owner, language),
        state=state,
        more=more if more != state else "",
        source=source_words(row, language),
        checked=text("checked {day}", day=language.short_day(row.checked_on)),
        doubt=care_words(rule, row.certainty, language),
        care=care_mark(row.certainty, language),
    )


def _day(moment: datetime | None, language: Language) -> str:
    return spoken_day(moment.astimezone(DANISH_TIME).date(), language) if moment else ""


def source_words(row: Deadline, language: Language) -> str:
    """Return where a rule stands, and when that was looked at."""
    said = language.text(
        "Source: {source}, checked {day}", source=row.source, day=language.day(row.checked_on)
    )
    if not row.publisher:
        return said
    return f"{said}. {language.text('From the pack of {publisher}', publisher=row.publisher)}"


def _counted(fact: CountsFrom | None, starts_at: datetime | date | None, language: Language) -> str:
    if fact is None or starts_at is None:
        return ""
    when = (
        language.moment(starts_at.astimezone(UTC))
        if isinstance(starts_at, datetime)
        else language.day(starts_at)
    )
    return language.text("{from_what}: {when}", from_what=in_words(fact, language), when=when)
