"""What the events of a case are together, in words: what is in them first, then how many and when. No judgement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from app.casework.kinds import KINDS
from app.casework.pattern.figures import Counted, Pattern
from app.casework.wording import enumerated
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

FigureName = Callable[[EntryId], str]


class PatternFigure(msgspec.Struct, frozen=True):
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

    held: tuple[PatternFigure, ...] = ()
    course: tuple[PatternFigure, ...] = ()
    followed: tuple[PatternFigure, ...] = ()
    judgement: str = ""


def pattern_told(
    found: Pattern, name: FigureName, language: Language, *, others: bool = False
) -> PatternTold:
    """Return the whole in its parts; one event is not told by figures that only many have.

    ``others`` is in what others read.
    """
    return PatternTold(
        held=tuple(_held(found, language, others=others)),
        course=tuple(_course(found, language)),
        followed=tuple(_followed(found, name, language)),
        judgement=language.text(
            "These figures only count. They judge nothing, and a single post can be enough."
        ),
    )


def _held(found: Pattern, language: Language, *, others: bool) -> Iterator[PatternFigure]:
    text, number = language.text, language.number

    def of(members: type[StrEnum]) -> Callable[[str], str]:
        return _of(members, language, others=others)

    yield from _chosen(text("Content"), found.tags, of(ContentTag))
    if found.untagged and found.tags:
        yield PatternFigure(text("Content not stated"), number(found.untagged))
    yield from _chosen(text("Visible to"), found.visibility, of(Visibility))
    if found.most_members:
        yield PatternFigure(text("Most who could see one"), number(found.most_members))
    yield from _chosen(text("How it is aimed"), found.directions, of(Direction))
    if found.aim_known and found.incidents > 1:
        aimed = text(
            "{aimed} of {known} where that is said",
            aimed=number(found.aimed),
            known=number(found.aim_known),
        )
        yield PatternFigure(
            text("Aimed at the employee") if others else text("Aimed at you"), aimed
        )
    yield from _chosen(text("Also hit"), found.affected, of(Affected))
    if found.outside_work:
        words = text(
            "{count} of {all}", count=number(found.outside_work), all=number(found.incidents)
        )
        yield PatternFigure(text("Outside work"), words)


def _course(found: Pattern, language: Language) -> Iterator[PatternFigure]:
    text, plural = language.text, language.plural
    yield PatternFigure(
        "", plural("{count} post or event", "{count} posts or events", found.incidents)
    )
    if found.first_on is not None and found.last_on is not None:
        yield PatternFigure("", _when(found, found.first_on, found.last_on, language))
    if found.undated and found.incidents > 1:
        yield PatternFigure(text("Without a time"), language.number(found.undated))
    if len(found.gaps) > 1:
        gaps = ", ".join(language.number(each) for each in found.gaps)
        trend = in_words(found.trend, language)
        yield PatternFigure(text("Days between them"), " · ".join(filter(None, (gaps, trend))))
    yield from _chosen(text("Kind"), found.forms, _of(IncidentKind, language))
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
        "On {count} different days, from {first} to {last}",
        found.days,
        first=language.day(first),
        last=language.day(last),
    )


def _followed(found: Pattern, name: FigureName, language: Language) -> Iterator[PatternFigure]:
    text = language.text
    for again in found.reposts:
        label = text("Posted again")
        if again.after_removal:
            label = text("Posted again after it had been removed")
        yield PatternFigure(label, name(again.entry), again.entry)
    kinds = {kind.tag: kind.name for kind in KINDS}
    for warned in found.warnings:
        when = spoken_day(warned.on, language) if warned.on is not None else ""
        label = _capital(" ".join(filter(None, (text(kinds[warned.kind]), when))))
        after = ", ".join(map(name, warned.followed)) or text("nothing noted")
        words = f"{name(warned.entry)} · {text('After it: {events}', events=after)}"
        yield PatternFigure(label, words, warned.entry)


def _row(
    label: str,
    counts: tuple[Counted, ...],
    words: Callable[[str], str],
    joined: Callable[[Iterable[str]], str] = ", ".join,
) -> Iterator[PatternFigure]:
    told = [(words(each.name), each.count) for each in counts]
    said = [f"{called}\u00a0({count})" for called, count in told if called]
    if said:
        yield PatternFigure(label, joined(said))


def _chosen(
    label: str, counts: tuple[Counted, ...], words: Callable[[str], str]
) -> Iterator[PatternFigure]:
    """Return the same of words of ours, of which only the first one in the line begins with its capital."""
    return _row(label, counts, lambda name: _capital(words(name)), enumerated)


def _of(
    members: type[StrEnum], language: Language, *, others: bool = False
) -> Callable[[str], str]:
    return lambda name: in_words(members(name), language, others=others)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _channel(language: Language) -> Callable[[str], str]:
    """A platform by its name; mail, text messages and calls are told by their form."""
    forms = {each.value: in_words(each, language) for each in IncidentKind}
    return lambda name: forms.get(name, name)
