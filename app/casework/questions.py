"""What to ask the one who advises: made from what is missing, and nothing else. Pure.

Rules:
- What was asked and waits too long, and what was promised and whose day has gone by, comes first.
- That something is not noted is a question, never a reproach: it may have been done all the same.
- What was put out of sight counts nowhere; nothing of health is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from app.casework.asked import who_knows
from app.casework.kind import Written
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION
from app.casework.kinds.police_report import POLICE_REPORT
from app.casework.kinds.takedown import TAKEDOWN
from app.casework.state import CaseState
from app.vocabulary import Role
from evidence_store import EntryId


class Ask(StrEnum):
    """What a question is about; frozen with ``summary --json``."""

    UNANSWERED = "unanswered"
    PROMISE = "promise"
    POLICE = "police"
    REMOVAL = "removal"
    REGISTRATION = "registration"
    NEXT_TIME = "next_time"


class ToAsk(msgspec.Struct, frozen=True):
    """A question.

    Attributes:
        ask: what it is about.
        about: the request or the promise; None for the others.
        role: who was asked, or promised.
        on: the day on which that was; None where it is not known.
        what: what was promised, in its own words.
    """

    ask: Ask
    about: EntryId | None = None
    role: Role | None = None
    on: date | None = None
    what: str = ""


_NOT_NOTED: tuple[tuple[Ask, Written[Any]], ...] = (
    (Ask.POLICE, POLICE_REPORT),
    (Ask.REMOVAL, TAKEDOWN),
    (Ask.REGISTRATION, INTERNAL_REGISTRATION),
)


def questions_of(state: CaseState, today: date) -> tuple[ToAsk, ...]:
    """Return what to ask, as it stands on a day in Denmark; nothing where nothing happened."""
    return tuple(_questions(state, today))


def _questions(state: CaseState, today: date) -> Iterator[ToAsk]:
    known = who_knows(state, today)
    for asked in known.asked:
        if asked.overdue:
            yield ToAsk(Ask.UNANSWERED, asked.entry, asked.role, asked.on)
    for promise in known.promises:
        if promise.overdue:
            yield ToAsk(Ask.PROMISE, promise.entry, promise.role, promise.due_on, promise.what)
    if all(each.hidden for each in state.of(INCIDENT)):
        return
    for ask, kind in _NOT_NOTED:
        if all(each.hidden for each in state.of(kind)):
            yield ToAsk(ask)
    yield ToAsk(Ask.NEXT_TIME)
