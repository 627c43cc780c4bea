"""Ideas for what could prevent it: who looks after each, whether it was tried, and whether it helped. Pure."""

from __future__ import annotations

from datetime import date

import msgspec

from app.casework.kinds.idea import IDEA, Idea, IdeaPerson, IdeaText
from app.casework.state import CaseState
from app.casework.times import plain_day
from app.casework.versions import Versioned
from app.vocabulary import IdeaEffect, IdeaStatus, Role
from evidence_store import EntryId


class IdeaRow(msgspec.Struct, frozen=True):
    """One of them.

    Attributes:
        entry: the thing.
        what: the idea, in its own words.
        role: who looks after it; None where nobody said.
        name: their name; "" where it is not known.
        status: whether it was tried.
        tried_on: on which day; None where nobody said.
        effect: whether it helped.
        effect_words: what came of it.
    """

    entry: EntryId
    what: str
    role: Role | None
    name: str
    status: IdeaStatus
    tried_on: date | None
    effect: IdeaEffect
    effect_words: str


def ideas_of(
    state: CaseState, statuses: frozenset[IdeaStatus] = frozenset()
) -> tuple[IdeaRow, ...]:
    """Return the ideas in the order in which they were noted; all of them, or those of some statuses."""
    rows = (_row(thing) for thing in state.of(IDEA) if not thing.hidden)
    return tuple(each for each in rows if not statuses or each.status in statuses)


def _row(thing: Versioned[Idea]) -> IdeaRow:
    value = thing.current
    facts, person, text = value.facts, value.to, value.text
    words = text if isinstance(text, IdeaText) else IdeaText()
    return IdeaRow(
        entry=thing.id,
        what=words.what,
        role=None if facts.role is Role.OTHER else facts.role,
        name=person.name if isinstance(person, IdeaPerson) else "",
        status=facts.status,
        tried_on=plain_day(facts.tried_on),
        effect=facts.effect,
        effect_words=words.effect_words,
    )
