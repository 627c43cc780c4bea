"""An incident as a row, and all about it: when, where, what is in it, what belongs to it, what was done. No Qt."""

from __future__ import annotations

from typing import Any

import msgspec

from app.casework import CaseState, Labelled, Versioned, Written, dotted, filled, listed
from app.casework.kinds.incident import INCIDENT, Incident, noted_late
from app.language import Language, deferred
from app.timeline import (
    Relation,
    has_no_link,
    related_to,
    roles_told,
    steps_about,
    title_and_day,
)
from app.vocabulary import in_words, lowered, minute, moment_of
from evidence_store import EntryId

_RELATIONS = {
    Relation.SERIES: deferred("Same series"),
    Relation.REPOST_OF: deferred("Posted again from"),
    Relation.POSTED_AGAIN: deferred("Posted again as"),
    Relation.REPLY_TO: deferred("Answer to"),
    Relation.ANSWERED_BY: deferred("Answered by"),
    Relation.AFTER_WARNING: deferred("Earlier warning"),
}


class Beside(msgspec.Struct, frozen=True):
    """Something that belongs to an incident and can be gone to."""

    label: str
    title: str
    entry: EntryId


class IncidentLine(msgspec.Struct, frozen=True):
    """A row, and all about it.

    Attributes:
        key: names it as long as the case is open.
        entry: the thing.
        title: what it is.
        second: where, and by whom.
        happened: the day on which it was posted, or else seen.
        happened_more: when it was seen, where that is another day, and that it was noted long after.
        content: what is in it.
        exhibits: how many pictures and files show it; "" for none.
        mark: what is missing, or else how far it is; "" for nothing.
        tone: how that is shown, as a ``BadgeKind``.
        said: all about it, label by label.
        beside: what it belongs together with, and what was done about it.
    """

    key: str
    entry: EntryId
    title: str
    second: str
    happened: str
    happened_more: str
    content: str
    exhibits: str
    mark: str
    tone: str
    said: tuple[Labelled, ...]
    beside: tuple[Beside, ...]


def line_of(state: CaseState, thing: Versioned[Incident], language: Language) -> IncidentLine:
    """Return an incident as a row."""
    value = thing.current
    title, second = INCIDENT.line_of(value, state, language)
    happened, more = _when(thing, language)
    steps = steps_about(state, thing)
    numbers = state.numbers_of(value.facts.exhibits)
    count = language.plural("{count} exhibit", "{count} exhibits", len(numbers)) if numbers else ""
    mark, tone = _mark(state, thing, steps, language)
    return IncidentLine(
        key=key_of(thing.id),
        entry=thing.id,
        title=title,
        second=second,
        happened=happened,
        happened_more=more,
        content=_content(value, language),
        exhibits=count,
        mark=mark,
        tone=tone,
        said=_said(state, thing, language),
        beside=_beside(state, thing, steps, language),
    )


def key_of(entry: EntryId) -> str:
    """Return what names a row."""
    return f"{entry.chain}/{entry.seq}"


def _content(value: Incident, language: Language) -> str:
    words = [in_words(each, language) for each in value.content]
    return listed(*words[:1], *map(lowered, words[1:]))


def _when(thing: Versioned[Incident], language: Language) -> tuple[str, str]:
    text, facts = language.text, thing.current.facts
    posted, seen = _day(facts.published_at, language), _day(facts.first_seen_at, language)
    late = text("noted {day}", day=_day(thing.time, language)) if noted_late(thing) else ""
    if posted:
        again = text("seen {day}", day=seen) if seen and seen != posted else ""
        return posted, dotted(again, late)
    if seen:
        return seen, late or text("first seen")
    return facts.published_at_text or text("not stated"), ""


def _mark(
    state: CaseState,
    thing: Versioned[Incident],
    steps: tuple[tuple[Written[Any], Versioned[Any]], ...],
    language: Language,
) -> tuple[str, str]:
    if has_no_link(thing.current):
        return language.text("Link is missing"), "wait"
    if steps:
        kind, step = steps[0]
        # A mark is a word or two: what follows a comma stands in the detail.
        status = in_words(step.current.facts.status, language).split(",", 1)[0]
        return status or kind.badge_in(language)[0], "info"
    told = roles_told(state, thing)
    return (language.text("Told"), "ok") if told else ("", "plain")


def _said(state: CaseState, thing: Versioned[Incident], language: Language) -> tuple[Labelled, ...]:
    text, value = language.text, thing.current
    numbers = ", ".join(map(str, state.numbers_of(value.facts.exhibits)))
    told = listed(*(lowered(in_words(each, language)) for each in roles_told(state, thing)))
    late = ""
    if noted_late(thing):
        late = text(
            "Written down {recorded}, more than a day after.", recorded=minute(thing.time, language)
        )
    return filled(
        *(each for each in INCIDENT.details_of(value, language) if each.label != text("What")),
        Labelled(text("Exhibits"), numbers),
        Labelled(text("Told"), told[:1].upper() + told[1:]),
        Labelled(text("Late entry"), late),
    )


def _beside(
    state: CaseState,
    thing: Versioned[Incident],
    steps: tuple[tuple[Written[Any], Versioned[Any]], ...],
    language: Language,
) -> tuple[Beside, ...]:
    found = []
    for related in related_to(state, thing):
        label = language.text(_RELATIONS[related.relation])
        found.append(Beside(label, title_and_day(state, related.entry, language), related.entry))
    for kind, step in steps:
        title, second = kind.line_of(step.current, state, language)
        found.append(Beside(kind.badge_in(language)[0], dotted(title, second), step.id))
    return tuple(found)


def _day(stamp: str, language: Language) -> str:
    moment = moment_of(stamp)
    return language.short_day(moment) if moment is not None else ""
