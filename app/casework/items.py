"""The course of events in a case, and what of it has no place or cannot be read, as values."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.casework.clock_jumps import ClockJump
from app.casework.decoded import Gap
from app.language import deferred
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


class WhyUnread(StrEnum):
    """Why something cannot be read; what somebody should look into comes first."""

    UNREADABLE = "unreadable"
    NEWER = "newer"
    UNKNOWN = "unknown"
    NOWHERE = "nowhere"
    ERASED = "erased"


WHOLE = {
    WhyUnread.UNREADABLE: deferred("It cannot be read."),
    WhyUnread.NEWER: deferred("It was made by a newer version of the program."),
    WhyUnread.UNKNOWN: deferred("It is of a kind that this version of the program does not know."),
    WhyUnread.NOWHERE: deferred("It belongs to nothing that stands in this case."),
    WhyUnread.ERASED: deferred("It was erased."),
}
PART = {
    WhyUnread.UNREADABLE: deferred("Part of it cannot be read."),
    WhyUnread.NEWER: deferred("Part of it was made by a newer version of the program."),
    WhyUnread.UNKNOWN: deferred(
        "Part of it is of a kind that this version of the program does not know."
    ),
    WhyUnread.NOWHERE: deferred("It belongs to nothing that stands in this case."),
    WhyUnread.ERASED: deferred("Part of it was erased."),
}


class Unread(msgspec.Struct, frozen=True):
    """An entry that cannot be read, or not all of it.

    Attributes:
        entry: where it stands.
        time: when it was sealed.
        kind: what it is, as far as it says.
        why: the reason to be told.
        parts: names of the parts that cannot be read; none where all can, but the entry belongs to nothing.
        placed: whether the rest of it stands in the case.
    """

    entry: EntryId
    time: str
    kind: str
    why: WhyUnread
    parts: tuple[str, ...] = ()
    placed: bool = False

    @property
    def sentence(self) -> str:
        """The reason as a sentence; to be translated."""
        return (PART if self.placed else WHOLE)[self.why]
