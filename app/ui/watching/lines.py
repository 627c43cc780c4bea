"""Watched cases, concerns, ideas, and what was told and noted, as rows. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from app.casework import CaseState, Labelled, Versioned, Written, dotted, preventing, who_knows
from app.casework.kinds.complaint_guidance import COMPLAINT_GUIDANCE
from app.casework.kinds.concern import CONCERN, Concern
from app.casework.kinds.idea import IDEA
from app.casework.kinds.journal_reference import JOURNAL_REFERENCE
from app.casework.kinds.watch_case import WATCH_CASE
from app.language import Language
from app.messages import AskedWords, asked_in_words
from app.vocabulary import (
    IdeaEffect,
    IdeaStatus,
    WatchStatus,
    WorryLevel,
    in_words,
    lowered,
    minute,
)
from evidence_store import EntryId

_WORRY_TONES = {WorryLevel.WORRIED: "wait", WorryLevel.ATTENTIVE: "info"}
_IDEA_TONES = {
    IdeaStatus.NOT_TRIED: "plain",
    IdeaStatus.TRIED: "ok",
    IdeaStatus.GOING_ON: "info",
    IdeaStatus.DROPPED: "plain",
}
_TOLD: tuple[Written[Any], ...] = (COMPLAINT_GUIDANCE, JOURNAL_REFERENCE)


class WatchLine(msgspec.Struct, frozen=True):
    """A row.

    Attributes:
        key: names it as long as the case is open.
        entry: the thing.
        kind: its tag.
        title: what it is called.
        said: its own words and days, a line each.
        state: how far it is, in a word or two; "" for nothing.
        tone: how that is shown, as a ``BadgeKind``.
        open: whether it goes on.
    """

    key: str
    entry: EntryId
    kind: str
    title: str
    said: tuple[str, ...] = ()
    state: str = ""
    tone: str = "plain"
    open: bool = True


def watched_lines_of(state: CaseState, language: Language) -> tuple[WatchLine, ...]:
    """Return the cases that the person keeps an eye on, what is open first."""
    return tuple(_watched(each, language) for each in preventing.watched_of(state))


def _watched(case: preventing.WatchedCase, language: Language) -> WatchLine:
    text = language.text
    again = ""
    if case.open and case.review_on is not None:
        again = text("Look at it again {day}.", day=language.day(case.review_on))
    worry = in_words(case.worry, language)
    closed = in_words(WatchStatus.CLOSED, language)
    shared = ""
    if case.status is WatchStatus.SHARED:
        shared = in_words(case.status, language)
    return WatchLine(
        key=f"p{case.entry.seq}",
        entry=case.entry,
        kind=WATCH_CASE.tag,
        title=case.alias or text("Without a cover name"),
        said=tuple(filter(None, (case.signs, case.plan, again, shared))),
        state=worry if case.open else closed,
        tone=_WORRY_TONES.get(case.worry, "plain") if case.open else "plain",
        open=case.open,
    )


def concern_lines_of(state: CaseState, today: date, language: Language) -> tuple[WatchLine, ...]:
    """Return the concerns that were shared, the newest first, each with whether it was answered."""
    knows = who_knows(state, today)
    asked = {each.entry: each for each in knows.asked if each.kind == CONCERN.tag}
    things = [each for each in state.of(CONCERN) if not each.hidden and each.id in asked]
    things.sort(key=lambda each: (asked[each.id].on, each.id), reverse=True)
    return tuple(
        _concern(
            state, thing, asked_in_words(state, asked[thing.id], knows.promises, language), language
        )
        for thing in things
    )


def _concern(
    state: CaseState, thing: Versioned[Concern], words: AskedWords, language: Language
) -> WatchLine:
    title, what = CONCERN.line_of(thing.current, state, language)
    told = {each.label: each for each in CONCERN.details_of(thing.current, language)}
    points = [
        _labelled(told[language.text(label)])
        for label in ("To watch for", "Agreement", "Looked at again")
        if language.text(label) in told
    ]
    return WatchLine(
        key=f"e{thing.id.seq}",
        entry=thing.id,
        kind=CONCERN.tag,
        title=dotted(title, words.day),
        said=tuple(filter(None, (what, *points))),
        state=words.state,
        tone=words.tone,
        open=words.open,
    )


def _labelled(row: Labelled) -> str:
    """Return a row on one line, whose points stood on lines of their own."""
    return f"{row.label}: {dotted(*row.whole.splitlines())}"


def idea_lines_of(
    state: CaseState, statuses: frozenset[IdeaStatus], language: Language
) -> tuple[WatchLine, ...]:
    """Return the ideas of some statuses, or all."""
    return tuple(_idea(each, language) for each in preventing.ideas_of(state, statuses))


def _idea(idea: preventing.IdeaRow, language: Language) -> WatchLine:
    text = language.text
    who = idea.name or (lowered(in_words(idea.role, language)) if idea.role else "")
    tried = ""
    if idea.tried_on is not None:
        tried = text("Tried {day}.", day=language.day(idea.tried_on))
    effect = in_words(idea.effect, language) if idea.effect is not IdeaEffect.UNKNOWN else ""
    return WatchLine(
        key=f"e{idea.entry.seq}",
        entry=idea.entry,
        kind=IDEA.tag,
        title=idea.what or text("Idea"),
        said=tuple(
            filter(
                None,
                (
                    text("Looked after by: {who}", who=who) if who else "",
                    " ".join(filter(None, (tried, effect))),
                    idea.effect_words,
                ),
            )
        ),
        state=in_words(idea.status, language),
        tone=_IDEA_TONES[idea.status],
        open=idea.status is not IdeaStatus.DROPPED,
    )


def told_lines_of(state: CaseState, language: Language) -> tuple[WatchLine, ...]:
    """Return what was told a citizen and where it stands in the record, the newest first."""
    rows = sorted(_told(state), key=lambda each: each[0], reverse=True)
    return tuple(_told_line(state, kind, thing, language) for _, kind, thing in rows)


def _told(state: CaseState) -> Iterator[tuple[tuple[str, EntryId], Written[Any], Versioned[Any]]]:
    for kind in _TOLD:
        for thing in state.of(kind):
            if not thing.hidden:
                yield (thing.current.facts.at or thing.time, thing.id), kind, thing


def _told_line(
    state: CaseState, kind: Written[Any], thing: Versioned[Any], language: Language
) -> WatchLine:
    title, second = kind.line_of(thing.current, state, language)
    at = thing.current.facts.at
    number = getattr(getattr(thing.current, "reference", None), "doc_no", "")
    day = minute(at, language) if at else ""
    return WatchLine(
        key=f"e{thing.id.seq}",
        entry=thing.id,
        kind=kind.tag,
        title=title,
        said=tuple(filter(None, (" · ".join(filter(None, (day, number, second))),))),
    )
