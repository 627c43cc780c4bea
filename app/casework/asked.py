"""Who knows and what was answered: asked, when, answer or none, promises, and when it is time to go on. Pure.

Rules:
- The day is handed in: nothing here is sealed, since an entry would go on saying what stopped being true.
- What an answer was noted for is answered, whatever it says; so is what has a reply of its own, or ended.
- A message waits for an answer only where a day to ask again was set; a request, a concern and a proposal always do.
- To go on is suggested where something waits too long, and never before the safety representative or the shop
  steward stands among those who were told: until then telling one of them is the next step.
- What was put out of sight counts nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from app.casework.kind import Written
from app.casework.kinds.answer import ANSWER
from app.casework.kinds.caseworker_change import CASEWORKER_CHANGE
from app.casework.kinds.concern import CONCERN
from app.casework.kinds.notification import NOTIFICATION
from app.casework.kinds.request import REQUEST
from app.casework.promises import Promise
from app.casework.state import CaseState
from app.casework.times import day_of, plain_day
from app.casework.versions import Versioned
from app.vocabulary import Outcome, PromiseStatus, Role
from evidence_store import EntryId

PATIENCE = 7
"""Days after which something that was asked waits too long, where no day was given."""
_ASKING: tuple[Written[Any], ...] = (REQUEST, NOTIFICATION, CONCERN, CASEWORKER_CHANGE)
_BESIDE = frozenset({Role.SAFETY_REP, Role.SHOP_STEWARD})


class GoingOn(StrEnum):
    """What is suggested as the next step."""

    WAIT = "wait"
    TELL_A_REPRESENTATIVE = "tell_a_representative"
    ESCALATE = "escalate"


class Asked(msgspec.Struct, frozen=True):
    """Something that somebody was asked or told.

    Attributes:
        entry: the thing.
        kind: its tag.
        role: who was asked.
        on: the day in Denmark on which it was asked, or else sealed.
        due_on: the day by which an answer is needed; None for none.
        answers: the answers that were noted for it, oldest first.
        replied: whether it has an answer, one of those or one of its own.
        missing: whether an answer is waited for and there is none.
        days: how long it has waited, or 0 where it does not.
        overdue: whether its day has gone by, or it waits too long.
    """

    entry: EntryId
    kind: str
    role: Role
    on: date
    due_on: date | None
    answers: tuple[EntryId, ...]
    replied: bool
    missing: bool
    days: int
    overdue: bool


class Promised(msgspec.Struct, frozen=True):
    """A promise; ``overdue`` is one whose day has gone by, and of which nobody said what became of it."""

    entry: EntryId
    role: Role
    what: str
    due_on: date | None
    status: PromiseStatus
    overdue: bool


class WhoKnows(msgspec.Struct, frozen=True):
    """All of it.

    Attributes:
        asked: oldest first.
        promises: in the order of the ledger.
        told: roles of those who know, in the order in which they were first told.
        next_step: what is suggested.
    """

    asked: tuple[Asked, ...]
    promises: tuple[Promised, ...]
    told: tuple[Role, ...]
    next_step: GoingOn


def who_knows(state: CaseState, today: date, patience: int = PATIENCE) -> WhoKnows:
    """Return who knows and what was answered, as it stands on a day in Denmark."""
    asked = sorted(
        (_asked(state, kind, thing, today, patience) for kind, thing in things_asked(state)),
        key=lambda each: (each.on, each.entry),
    )
    told = tuple(dict.fromkeys(each.role for each in asked))
    step = GoingOn.WAIT
    if any(each.overdue for each in asked):
        step = GoingOn.ESCALATE if _BESIDE & set(told) else GoingOn.TELL_A_REPRESENTATIVE
    return WhoKnows(tuple(asked), tuple(_promises(state, today)), told, step)


def things_asked(state: CaseState) -> Iterator[tuple[Written[Any], Versioned[Any]]]:
    """Yield what somebody was asked or told, each with its kind; what is out of sight is not among it."""
    for kind in _ASKING:
        for thing in state.of(kind):
            if not thing.hidden:
                yield kind, thing


def things_promised(state: CaseState) -> Iterator[tuple[Versioned[Any], Promise]]:
    """Yield what somebody promised, in the order of the ledger, each with the promise."""
    things: list[Versioned[Any]] = [*state.of(ANSWER), *state.of(NOTIFICATION)]
    for thing in sorted(things, key=lambda each: each.id):
        said = thing.current.promise
        if not thing.hidden and isinstance(said, Promise) and (said.what or said.due_on):
            yield thing, said


def day_given(facts: Any) -> date | None:  # noqa: ANN401 - of any kind that asks
    """Return the day by which an answer is due, or on which the person wants to ask again."""
    return plain_day(getattr(facts, "due_on", "")) or plain_day(getattr(facts, "follow_up_on", ""))


def answers_to(state: CaseState, thing: Versioned[Any]) -> tuple[EntryId, ...]:
    """Return the answers that were noted for something, oldest first."""
    return tuple(each.id for each in state.about(thing.id, ANSWER) if not each.hidden)


def is_settled(state: CaseState, thing: Versioned[Any]) -> bool:
    """Whether no answer is waited for: there is one, or it ended."""
    value = thing.current
    return bool(answers_to(state, thing)) or _replied(value) or _ended(value)


def _asked(
    state: CaseState, kind: Written[Any], thing: Versioned[Any], today: date, patience: int
) -> Asked:
    value = thing.current
    facts = value.facts
    answers = answers_to(state, thing)
    due = day_given(facts)
    on = day_of(facts.at) or day_of(thing.time) or today
    awaited = kind is not NOTIFICATION or due is not None
    missing = awaited and not is_settled(state, thing)
    days = max((today - on).days, 0) if missing else 0
    late = due < today if due is not None else days >= patience
    return Asked(
        entry=thing.id,
        kind=kind.tag,
        role=facts.role,
        on=on,
        due_on=due,
        answers=answers,
        replied=bool(answers) or _replied(value),
        missing=missing,
        days=days,
        overdue=missing and late,
    )


def _replied(value: Any) -> bool:  # noqa: ANN401 - of any kind that asks
    """Whether it holds an answer of its own, as older ones do."""
    return bool(getattr(value.facts, "reply_at", "") or getattr(value.text, "reply", ""))


def _ended(value: Any) -> bool:  # noqa: ANN401 - of any kind that asks
    closing = getattr(value, "closing", None)
    return getattr(closing, "outcome", Outcome.OPEN) is not Outcome.OPEN


def _promises(state: CaseState, today: date) -> Iterator[Promised]:
    for thing, said in things_promised(state):
        due = plain_day(said.due_on)
        waits = said.status is PromiseStatus.OPEN
        overdue = waits and due is not None and due < today
        role = thing.current.facts.role
        yield Promised(thing.id, role, said.what, due, said.status, overdue)
