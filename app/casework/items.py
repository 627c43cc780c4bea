"""The course of events in a case, and what has no place in it, as values."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.casework.clock_jumps import ClockJump
from app.casework.decoded import Gap
from evidence_store import EntryId


class Step(msgspec.Struct, frozen=True):
    """One entry in the course of events.

    ``clock`` says how the computer's clock was moved since the entry before it in the chain.
    """

    entry: EntryId
    time: str
    kind: str
    clock: ClockJump | None = None


class GapAt(msgspec.Struct, frozen=True):
    """A part that could not be read, and where."""

    entry: EntryId
    part: str
    gap: Gap


class WhyUnplaced(StrEnum):
    """Why an entry has no place in the case."""

    FACTS = "facts"
    NO_TARGET = "no_target"
    WRONG_CHAIN = "wrong_chain"


class Unplaced(msgspec.Struct, frozen=True):
    """An entry that is kept and proved, but that this program can put nowhere.

    ``gap`` says why its facts cannot be read, where that is the reason.
    """

    entry: EntryId
    time: str
    kind: str
    why: WhyUnplaced
    gap: Gap | None = None
