"""What somebody was asked or told, in words: what it was, how far the answer is, what was promised, what comes next.

No word reproaches anybody: that nothing is noted does not say that nothing happened.
"""

from __future__ import annotations

from typing import Any

import msgspec

from app.casework import (
    Asked,
    CaseState,
    Labelled,
    Promised,
    Versioned,
    Written,
    field_words,
    first_words,
    told,
    written_kind,
)
from app.casework.kinds.answer import ANSWER, Answer
from app.casework.kinds.request import REQUEST, RequestSubject, RequestText
from app.language import Language
from app.vocabulary import (
    Channel,
    Outcome,
    PromiseStatus,
    RequestTopic,
    Role,
    in_words,
    lowered,
    minute,
)
from evidence_store import EntryId

_KEPT = frozenset({PromiseStatus.KEPT, PromiseStatus.LATE})
_SAID_ABOVE = frozenset({"role", "name", "at", "channel", "topic", "by"})
_PROMISED = ("promise", "due", "kept", "settled")


class AskedWords(msgspec.Struct, frozen=True):
    """Something that was asked or told, ready to be shown.

    Attributes:
        entry: the thing.
        kind: its tag.
        title: what it is about.
        second: a few words more; "" where the title has them all.
        role: who was asked.
        name: their name; "" where none is noted.
        at: when, as the ledger keeps it.
        how: by which way.
        day: the day on which it was asked, short.
        answer: the last answer in a few words; "" where there is none.
        promised: by when something was promised; "" where no day was said.
        said: all that was said, answered and promised, label by label.
        state: how far it is.
        tone: how that is shown: "ok", "wait", "info" or "plain".
        open: whether something is still waited for.
        missing: whether an answer is.
    """

    entry: EntryId
    kind: str
    title: str
    second: str
    role: Role
    name: str
    at: str
    how: str
    day: str
    answer: str
    promised: str
    said: tuple[Labelled, ...]
    state: str
    tone: str
    open: bool
    missing: bool


def asked_in_words(
    state: CaseState, asked: Asked, promises: tuple[Promised, ...], language: Language
) -> AskedWords:
    """Return something that was asked or told in words, with its answers; ``promises`` are those of the case."""
    kind = written_kind(asked.kind)
    thing: Any = state.thing_of(asked.entry)
    value = thing.current
    answers = [state.thing_of(each) for each in asked.answers]
    noted = [each for each in answers if isinstance(each, Versioned)]
    own = [each for each in promises if each.entry in {asked.entry, *asked.answers}]
    title, second = _title(kind, thing, state, language)
    words, tone = _state(asked, thing, own, language)
    due = [each.due_on for each in own if each.due_on is not None]
    return AskedWords(
        entry=asked.entry,
        kind=asked.kind,
        title=title,
        second=second,
        role=asked.role,
        name=getattr(value.to, "name", ""),
        at=value.facts.at or thing.time,
        how=_how(kind, thing, language),
        day=language.short_day(asked.on),
        answer=_last_answer(thing, noted, language),
        promised=language.short_day(due[-1]) if due else "",
        said=_said(kind, thing, noted, language),
        state=words,
        tone=tone,
        open=asked.missing
        or any(each.status is PromiseStatus.OPEN and each.due_on for each in own),
        missing=asked.missing,
    )


def answer_words(thing: Versioned[Answer], language: Language) -> tuple[Labelled, ...]:
    """Return an answer, label by label: who gave it, what it came to, and what was promised."""
    value = thing.current
    who = lowered(in_words(value.facts.role, language))
    words = getattr(value.text, "said", "")
    came_to = in_words(value.facts.reply, language)
    at = minute(value.facts.at or thing.time, language)
    label = language.text("Answer from: {who}", who=who)
    rest = (came_to if words else "", at)
    first = words or came_to or language.text("Answered")
    return (
        Labelled(label, first, rest=tuple(filter(None, rest))),
        *told((ANSWER.field(name) for name in _PROMISED), value, language),
    )


def promise_words(promised: Promised, language: Language) -> tuple[str, str]:
    """Return how far a promise is, and how that is shown."""
    status = promised.status
    if status is not PromiseStatus.OPEN:
        return in_words(status, language), "ok" if status in _KEPT else "plain"
    if promised.overdue:
        return language.text("Not confirmed"), "wait"
    return language.text("Promised"), "info"


def _title(
    kind: Written[Any], thing: Versioned[Any], state: CaseState, language: Language
) -> tuple[str, str]:
    """What it is about, and a few words more."""
    value = thing.current
    if kind is not REQUEST:
        return kind.line_of(value, state, language)
    what = first_words(value.text.what) if isinstance(value.text, RequestText) else ""
    topic = value.topic.topic if isinstance(value.topic, RequestSubject) else RequestTopic.OTHER
    if topic is RequestTopic.OTHER:
        return what or language.text("Asked for"), ""
    return in_words(topic, language), what


def _how(kind: Written[Any], thing: Versioned[Any], language: Language) -> str:
    field = kind.field("channel")
    part = getattr(thing.current, field.part)
    silent = getattr(part, field.key, Channel.OTHER) is Channel.OTHER
    return "" if silent else field_words(field, part, language)


def _said(
    kind: Written[Any], thing: Versioned[Any], answers: list[Versioned[Any]], language: Language
) -> tuple[Labelled, ...]:
    named = {field.name: field for field in kind.fields}
    order = [name for name in kind.order or named if name not in _SAID_ABOVE]
    own = told([named[name] for name in order], thing.current, language)
    return (*own, *(row for each in answers for row in answer_words(each, language)))


def _last_answer(thing: Versioned[Any], answers: list[Versioned[Any]], language: Language) -> str:
    if not answers:
        reply = first_words(getattr(thing.current.text, "reply", ""))
        at = getattr(thing.current.facts, "reply_at", "")
        return reply or (language.text("Answered") if at else "")
    last = answers[-1].current
    words = first_words(getattr(last.text, "said", ""))
    return words or in_words(last.facts.reply, language) or language.text("Answered")


def _state(
    asked: Asked, thing: Versioned[Any], promises: list[Promised], language: Language
) -> tuple[str, str]:
    outcome = getattr(getattr(thing.current, "closing", None), "outcome", Outcome.OPEN)
    if outcome is not Outcome.OPEN:
        done = outcome in {Outcome.MET, Outcome.PARTLY_MET}
        return in_words(outcome, language), "ok" if done else "plain"
    if asked.overdue and asked.days:
        waits = language.plural(
            "{count} day without an answer", "{count} days without an answer", asked.days
        )
        return waits, "wait"
    if asked.missing:
        return language.text("Waits for an answer"), "plain"
    if promises:
        return promise_words(promises[-1], language)
    if asked.replied:
        return language.text("Answered"), "ok"
    return language.text("Told"), "info"
