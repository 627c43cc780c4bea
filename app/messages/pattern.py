"""What the events of a case are together, in words: what is in them first, then how many and when. No judgement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum

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


def pattern_lines(found: Pattern, name: Name, language: Language) -> tuple[str, ...]:
    """Return the whole; what was not said is left out, and one event is not told by figures that only many have."""
    text = language.text
    if not found.incidents:
        return (text("Nothing is described yet. Describe a post with: bevismappe incident"),)
    return (
        *_held(found, language),
        *_how_many(found, language),
        *_followed(found, name, language),
        text("These figures only count. They judge nothing, and a single post can be enough."),
    )


def _held(found: Pattern, language: Language) -> Iterator[str]:
    text = language.text
    yield from _row(text("Content"), found.tags, _of(ContentTag, language))
    yield from _row(text("Who could see it"), found.visibility, _of(Visibility, language))
    if found.most_members:
        yield text("Most who could see one: {number}", number=language.number(found.most_members))
    yield from _row(text("How it is aimed"), found.directions, _of(Direction, language))
    if found.aim_known and found.incidents > 1:
        yield text(
            "Aimed at you: {aimed} of {known} where that is said",
            aimed=language.number(found.aimed),
            known=language.number(found.aim_known),
        )
    yield from _row(text("Also hit"), found.affected, _of(Affected, language))
    if found.outside_work:
        yield f"{text('Outside work')}: {language.number(found.outside_work)}"


def _how_many(found: Pattern, language: Language) -> Iterator[str]:
    text, plural = language.text, language.plural
    yield plural("{count} post or event", "{count} posts or events", found.incidents)
    if found.first_on is not None and found.last_on is not None:
        yield _when(found, found.first_on, found.last_on, language)
    if found.undated and found.incidents > 1:
        yield text("Without a time: {number}", number=language.number(found.undated))
    if len(found.gaps) > 1:
        gaps = ", ".join(language.number(each) for each in found.gaps)
        trend = in_words(found.trend, language)
        yield " · ".join(filter(None, (text("Days between them: {gaps}", gaps=gaps), trend)))
    yield from _row(text("What it is"), found.forms, _of(IncidentKind, language))
    yield from _row(text("Platform"), found.channels, _channel(language))
    yield from _row(text("Page or group"), found.venues, str)
    senders = found.senders
    yield from _row(
        text("Who wrote it"), senders, lambda letter: text("Sender {letter}", letter=letter)
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


def _followed(found: Pattern, name: Name, language: Language) -> Iterator[str]:
    text = language.text
    for again in found.reposts:
        words = text("{id} was posted again", id=name(again.entry))
        if again.after_removal:
            words = text("{id} was posted again after it had been removed", id=name(again.entry))
        yield words
    kinds = {kind.tag: kind.name for kind in KINDS}
    for warned in found.warnings:
        when = spoken_day(warned.on, language) if warned.on is not None else ""
        kind = text(kinds[warned.kind])
        what = " ".join(filter(None, (f"{name(warned.entry)}:", kind, when)))
        after = ", ".join(map(name, warned.followed)) or text("nothing noted")
        yield f"{what} · {text('After it: {events}', events=after)}"


def _row(label: str, counts: tuple[Counted, ...], words: Callable[[str], str]) -> Iterator[str]:
    told = [(words(each.name), each.count) for each in counts]
    said = [f"{called} ({count})" for called, count in told if called]
    if said:
        yield f"{label}{'' if label.endswith('?') else ':'} {', '.join(said)}"


def _of(members: type[StrEnum], language: Language) -> Callable[[str], str]:
    def words(name: str) -> str:
        called = in_words(members(name), language)
        return called[:1].upper() + called[1:]

    return words


def _channel(language: Language) -> Callable[[str], str]:
    """A platform by its name; mail, text messages and calls are told by their form."""
    forms = {each.value: in_words(each, language) for each in IncidentKind}
    return lambda name: forms.get(name, name)
