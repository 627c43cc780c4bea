"""What was asked, answered and done, as rows: what is open stands first, the oldest of it on top. No Qt.

Rules:
- Whatever answers a request stands with it. An answer to something that is not on this page has a row of its own.
- What was done by the workplace, and support that was given, are rows too: they show what came of it.
- After what is open comes what is settled, the newest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from app.casework import (
    CaseState,
    Labelled,
    Promised,
    Versioned,
    WhoKnows,
    Written,
    dotted,
)
from app.casework.kinds.answer import ANSWER
from app.casework.kinds.caseworker_change import CASEWORKER_CHANGE
from app.casework.kinds.measure import MEASURE
from app.casework.kinds.request import REQUEST
from app.casework.kinds.support import SUPPORT
from app.language import Language
from app.messages import AskedWords, answer_words, asked_in_words, promise_words
from app.vocabulary import MeasureStatus, PromiseStatus, in_words, lowered, moment_of, short_day
from evidence_store import EntryId

_ASKED = frozenset({REQUEST.tag, CASEWORKER_CHANGE.tag})
_GOES_ON = frozenset({MeasureStatus.UNKNOWN, MeasureStatus.AGREED, MeasureStatus.UNDER_WAY})


class AnswerLine(msgspec.Struct, frozen=True):
    """A row, and all about it.

    Attributes:
        key: names it as long as the case is open.
        entry: the thing.
        kind: its tag.
        title: what it is about.
        second: a few words more.
        day: when it was asked or agreed.
        who: who was asked, who answered, or who does it.
        answer: what was answered, in a few words.
        promised: by when something was promised, or is to be done.
        state: how far it is.
        tone: how that is shown, as a ``BadgeKind``.
        said: all that is known of it, label by label.
        open: whether something is still waited for.
        answered: whether an answer can be noted for it.
        missing: whether an answer is waited for.
        at: what it is ordered by.
    """

    key: str
    entry: EntryId
    kind: str
    title: str
    second: str
    day: str
    who: str
    answer: str
    promised: str
    state: str
    tone: str
    said: tuple[Labelled, ...]
    open: bool
    answered: bool
    missing: bool
    at: str


def lines_of(state: CaseState, knows: WhoKnows, language: Language) -> tuple[AnswerLine, ...]:
    """Return the rows of a case, as ``knows`` has it on a day."""
    every = (
        *_asked(state, knows, language),
        *_answers_apart(state, knows, language),
        *_measures(state, language),
        *_support(state, language),
    )
    waiting = sorted((each for each in every if each.open), key=lambda each: (each.at, each.key))
    settled = sorted((each for each in every if not each.open), key=lambda each: each.at)
    return (*waiting, *reversed(settled))


def _asked(state: CaseState, knows: WhoKnows, language: Language) -> Iterator[AnswerLine]:
    for asked in knows.asked:
        if asked.kind in _ASKED:
            yield _of_words(asked_in_words(state, asked, knows.promises, language), language)


def _of_words(words: AskedWords, language: Language) -> AnswerLine:
    return AnswerLine(
        key=_key(words.entry),
        entry=words.entry,
        kind=words.kind,
        title=words.title,
        second=words.second,
        day=words.day,
        who=dotted(lowered(in_words(words.role, language)), lowered(words.how)),
        answer=words.answer,
        promised=words.promised,
        state=words.state,
        tone=words.tone,
        said=words.said,
        open=words.open,
        answered=True,
        missing=words.missing,
        at=words.at,
    )


def _answers_apart(state: CaseState, knows: WhoKnows, language: Language) -> Iterator[AnswerLine]:
    """Answers to what is not on this page, such as to somebody who was told."""
    with_it = {entry for asked in knows.asked if asked.kind in _ASKED for entry in asked.answers}
    promises = {each.entry: each for each in knows.promises}
    for thing in state.of(ANSWER):
        if thing.hidden or thing.id in with_it:
            continue
        promised = promises.get(thing.id)
        words, tone = language.text("Answered"), "ok"
        if promised is not None:
            words, tone = promise_words(promised, language)
        title, second = ANSWER.line_of(thing.current, state, language)
        about = ANSWER.more_of(thing.current, state, language)
        yield _line(
            ANSWER,
            thing,
            language,
            title=title,
            answer=second,
            promised=_due(promised, language),
            state=(words, tone),
            said=(*about, *answer_words(thing, language)),
            waits=promised is not None
            and promised.status is PromiseStatus.OPEN
            and promised.due_on is not None,
        )


def _measures(state: CaseState, language: Language) -> Iterator[AnswerLine]:
    for thing in state.of(MEASURE):
        if thing.hidden:
            continue
        facts = thing.current.facts
        goes_on = facts.status in _GOES_ON
        words = in_words(facts.status, language)
        done = facts.status is MeasureStatus.DONE
        yield _line(
            MEASURE,
            thing,
            language,
            title=MEASURE.line_of(thing.current, state, language)[0],
            promised=short_day(facts.due_on, language),
            state=(
                words or language.text("Measure"),
                "ok" if done else "info" if goes_on else "plain",
            ),
            waits=goes_on,
        )


def _support(state: CaseState, language: Language) -> Iterator[AnswerLine]:
    for thing in state.of(SUPPORT):
        if not thing.hidden:
            yield _line(
                SUPPORT,
                thing,
                language,
                title=SUPPORT.line_of(thing.current, state, language)[0],
                state=(language.text("Support"), "ok"),
            )


def _line(
    kind: Written[Any],
    thing: Versioned[Any],
    language: Language,
    *,
    title: str,
    state: tuple[str, str],
    answer: str = "",
    promised: str = "",
    said: tuple[Labelled, ...] = (),
    waits: bool = False,
) -> AnswerLine:
    at = thing.current.facts.at or thing.time
    moment = moment_of(at)
    return AnswerLine(
        key=_key(thing.id),
        entry=thing.id,
        kind=kind.tag,
        title=title,
        second="",
        day=language.short_day(moment) if moment is not None else "",
        who=lowered(in_words(thing.current.facts.role, language)),
        answer=answer,
        promised=promised,
        state=state[0],
        tone=state[1],
        said=said or kind.details_of(thing.current, language),
        open=waits,
        answered=False,
        missing=False,
        at=at,
    )


def _due(promised: Promised | None, language: Language) -> str:
    due = promised.due_on if promised is not None else None
    return language.short_day(due) if due is not None else ""


def _key(entry: EntryId) -> str:
    return f"{entry.chain}/{entry.seq}"
