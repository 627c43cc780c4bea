"""An entry as values: its parts as they were read, and gaps where one cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

import msgspec

from app.casework.part import Part
from evidence_store import EntryId, ObjectBody

T = TypeVar("T")


class GapReason(StrEnum):
    """Why a part cannot be read."""

    WITHHELD = "withheld"
    ERASED = "erased"
    UNKNOWN = "unknown"
    NEWER = "newer"
    UNREADABLE = "unreadable"


class Gap(msgspec.Struct, frozen=True):
    """A part that is there and cannot be read; ``kind`` and ``version`` as it claims, if it says so much."""

    reason: GapReason
    kind: str = ""
    version: int = 0


class GenesisFacts(msgspec.Struct, frozen=True, tag_field="kind", tag="genesis"):
    """The first entry of a chain, as far as the case needs it; written by the vault."""

    version: int
    case: str = ""
    chain_kind: str = ""
    program: str = ""


class ErasedParts(msgspec.Struct, frozen=True):
    """What a tombstone names: parts of one entry."""

    chain: str
    seq: int
    parts: tuple[str, ...] = ()

    @property
    def entry(self) -> EntryId:
        """The entry they were parts of."""
        return EntryId(self.chain, self.seq)


class TombstoneFacts(msgspec.Struct, frozen=True, tag_field="kind", tag="tombstone"):
    """Words and pictures were erased for ever; written by the vault."""

    version: int
    targets: tuple[ErasedParts, ...] = ()


class LostHead(msgspec.Struct, frozen=True):
    """The last entry that was known of a chain and is lost; ``chain`` where it is not the entry's own."""

    seq: int
    hash: str
    chain: str = ""


class RestoredFacts(msgspec.Struct, frozen=True, tag_field="kind", tag="restored"):
    """An older copy of the vault was taken into use, and this names what it lacks; written by the vault."""

    version: int
    lost: LostHead


Body = Part | GenesisFacts | TombstoneFacts | RestoredFacts | ObjectBody


class Decoded(msgspec.Struct, frozen=True):
    """One entry with its parts read.

    Attributes:
        id: where it stands.
        time: when it was sealed, by the computer's clock.
        kind: what its facts are; "" where they cannot be read and do not even say.
        parts: by name, in the order of the entry.
    """

    id: EntryId
    time: str
    kind: str
    parts: Mapping[str, Body | Gap]

    def read(self, name: str, expected: type[T]) -> T | Gap | None:
        """The part of that name: a value of the expected type, a Gap, or None where there is no such part."""
        part = self.parts.get(name)
        if type(part) is expected:  # nearly always, and quicker than what follows
            return part
        if part is None or isinstance(part, (expected, Gap)):
            return part
        return Gap(GapReason.UNKNOWN)
