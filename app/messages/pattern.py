"""What the events of a case are together, in words: what is in them first, then how many and when. No judgement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from app.casework import KINDS, Counted, Pattern
from app.language import Language
from app.vocabulary import (
    Affected,
    ContentTag,
    Direction,
    IncidentKind,
    Visibility,
    in_words,
    spoken_day,
)
from evidence_store import EntryId

Name = Callable[[EntryId], str]


class Figure(msgspec.Struct, frozen=True):
    """Something that is said of the events together.

    Attributes:
        label: what it is; "" where the words say that themselves.
        words: what is said.
        about: the thing that it is about; None where it is about all of them.
    """

    label: str
    words: str
    about: EntryId | None = None


class PatternTold(msgspec.Struct, frozen=True):
    """The whole in words; what was not said is left out.

    Attributes:
        held: what is in them, who could see it, how it is aimed: this comes first.
        course: how many, when, where and by how many profiles.
        followed: what was posted again, and what came after a warning.
        judgement: that these figures judge nothing.
    """

    held: tuple[Figure, ...] = ()
    course: tuple[Figure, ...] = ()
    followed: tuple[Figure, ...] = ()
    judgement: str = ""


def pattern_told(found: Pattern, name: Name, language: Language) -> PatternTold:
    """Return the whole in its parts; one event is not told by figures that only many have."""
    return PatternTold(
        held=tuple(_held(found, language)),
        course=tuple(_course(found, language)),
        followed=tuple(_followed(found, name, language)),
        judgement=language.text(
            "These figures only count. They judge nothing, and a single post can be enough."
        ),
    )


def pattern_lines(found: Pattern, name: Name, language: Language) -> tuple[str, ...]:
    """Return the whole, for a terminal."""
    text = language.text
    if not found.incidents:
        return (text("Nothing is described yet. Describe a post with: bevismappe incident"),)
    told = pattern_told(found, name, language)
    return (*map(_line, (*told.held, *told.course, *told.followed)), told.judgement)


def _line(figure: Figure) -> str:
    if not figure.label:
        return figure.words
    return f"{figure.label}: {figure.words}"


def _held(found: Pattern, language: Language) -> Iterator[Figure]:
    text, number = language.text, language.number
    yield from _row(text("Content"), found.tags, _of(ContentTag, language))
    if found.untagged and found.tags:
        yield Figure(text("Content not stated"), number(found.untagged))
    yield from _row(text("Visible to"), found.visibility, _of(Visibility, language))
    if found.most_members:
        yield Figure(text("Most who could see one"), number(found.most_members))
    yield from _row(text("How it is aimed"), found.directions, _of(Direction, language))
    if found.aim_known and found.incidents > 1:
        aimed = text(
            "{aimed} of {known} where that is said",
            aimed=number(found.aimed),
            known=number(found.aim_known),
        )
        yield Figure(text("Aimed at you"), aimed)
    yield from _row(text("Also hit"), found.affected, _of(Affected, language))
    if found.outside_work:
        words = text(
            "{count} of {all}", count=number(found.outside_work), all=number(found.incidents)
        )
        yield Figure(text("Outside work"), words)


def _course(found: Pattern, language: Language) -> Iterator[Figure]:
    text, plural = language.text, language.plural
    yield Figure("", plural("{count} post or event", "{count} posts or events", found.incidents))
    if found.first_on is not None and found.last_on is not None:
        yield Figure("", _when(found, found.first_on, found.last_on, language))
    if found.undated and found.incidents > 1:
        yield Figure(text("Without a time"), language.number(found.undated))
    if len(found.gaps) > 1:
        gaps = ", ".join(language.number(each) for each in found.gaps)
        trend = in_words(found.trend, language)
        yield Figure(text("Days between them"), " · ".join(filter(None, (gaps, trend))))
    yield from _row(text("Kind"), found.forms, _of(IncidentKind, language))
    yield from _row(text("Platform"), found.channels, _channel(language))
    yield from _row(text("Page or group"), found.venues, str)
    senders = found.senders
    yield from _row(
        text("Written by"), senders, lambda letter: text("Sender {letter}", letter=letter)
    )


def _when(found: Pattern, first: date, last: date, language: Language) -> str:
    if found.days == 1:
        return language.day(first)
    return language.plural(
        "On {count} day, from {first} to {last}",
        "On {count} days, from {first} to {last}",
        found.days,
        first=language.day(first),
        last=language.day(last),
    )


def _followed(found: Pattern, name: Name, language: Language) -> Iterator[Figure]:
    text = language.text
    for again in found.reposts:
        label = text("Posted again")
        if again.after_removal:
            label = text("Posted again after it had been removed")
        yield Figure(label, name(again.entry), again.entry)
    kinds = {kind.tag: kind.name for kind in KINDS}
    for warned in found.warnings:
        when = spoken_day(warned.on, language) if warned.on is not None else ""
        label = _capital(" ".join(filter(None, (text(kinds[warned.kind]), when))))
        after = ", ".join(map(name, warned.followed)) or text("nothing noted")
        words = f"{name(warned.entry)} · {text('After it: {events}', events=after)}"
        yield Figure(label, words, warned.entry)


def _row(label: str, counts: tuple[Counted, ...], words: Callable[[str], str]) -> Iterator[Figure]:
    told = [(words(each.name), each.count) for each in counts]
    said = [f"{called}\u00a0({count})" for called, count in told if called]
    if said:
        yield Figure(label, ", ".join(said))


def _of(members: type[StrEnum], language: Language) -> Callable[[str], str]:
    def words(name: str) -> str:
        called = in_words(members(name), language)
        return _capital(called)

    return words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _channel(language: Language) -> Callable[[str], str]:
    """A platform by its name; mail, text messages and calls are told by their form."""
    forms = {each.value: in_words(each, language) for each in IncidentKind}
    return lambda name: forms.get(name, name)
