"""The types of the ledger: chains, entries and their parts. Values only; no database, no clock.

Source of the rules: docs/format.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import BinaryIO

import msgspec

GENESIS_PREVIOUS = "0" * 64


class ChainKind(StrEnum):
    """What a chain of a case is for."""

    EVIDENCE = "evidence"
    PRIVATE = "private"
    FOREIGN = (
        "foreign"  # somebody else's chain ``evidence``, kept as it came; nothing is appended to it
    )


class PartState(StrEnum):
    """Whether a part's words can be read here."""

    OPEN = "open"
    WITHHELD = "withheld"
    ERASED = "erased"


class EntryId(msgspec.Struct, frozen=True, order=True):
    """Where an entry stands: a chain's random id (32 hex digits) and its place in it, from 0."""

    chain: str
    seq: int


class NewPart(msgspec.Struct, frozen=True):
    """A part about to be sealed: its name (``[a-z_]{1,32}``) and the exact bytes of its JSON body."""

    name: str
    body: bytes


class SealedPart(msgspec.Struct, frozen=True):
    """A part as the ledger has it. Salt (64 hex digits) and body stand only where the state is OPEN."""

    name: str
    commitment: str
    state: PartState
    salt: str | None = None
    body: bytes | None = None


class StoredEntry(msgspec.Struct, frozen=True):
    """One entry: all hashes are 64 lower-case hex digits, ``time`` is ``YYYY-MM-DDTHH:MM:SS.mmmZ``."""

    id: EntryId
    time: str
    previous: str
    parts_hash: str
    hash: str
    parts: tuple[SealedPart, ...]

    def part(self, name: str) -> SealedPart | None:
        """Return the part of that name, or None."""
        return next((part for part in self.parts if part.name == name), None)


class Chain(msgspec.Struct, frozen=True):
    """A chain and the case it belongs to (both random, 32 hex digits)."""

    id: str
    case_id: str
    kind: ChainKind


class CaseChains(msgspec.Struct, frozen=True):
    """The two chains that each case has from its first moment."""

    case_id: str
    evidence: str
    private: str


class NewObject(msgspec.Struct, frozen=True):
    """Bytes to be kept with an entry: whole in memory, or a stream that is read to its end.

    Attributes:
        source: the bytes, or a readable binary stream.
        media_type: such as ``image/png``.
    """

    source: bytes | BinaryIO
    media_type: str


class StagedObject(msgspec.Struct, frozen=True):
    """An object already written, but invisible until an entry refers to it."""

    key: int
    sha256: str
    size: int
    media_type: str


class EraseTarget(msgspec.Struct, frozen=True):
    """What is to be erased of one entry.

    Attributes:
        id: the entry.
        parts: names of the parts; "object" takes the bytes kept with the entry and the thumbnail along.
        index_text: what can still be searched for afterwards; "" takes the entry out of the search.
    """

    id: EntryId
    parts: tuple[str, ...]
    index_text: str = ""


class Tombstone(StoredEntry, frozen=True):
    """The entry that says what was erased.

    Attributes:
        still_held: (erased entry, entry that holds the same bytes and lives on). Those bytes are still
            in the vault.
    """

    still_held: tuple[tuple[EntryId, EntryId], ...] = ()


class Head(msgspec.Struct, frozen=True):
    """The last entry of a chain, as somebody knew it: id of the chain, place and hash."""

    chain: str
    seq: int
    hash: str


class ObjectBody(
    msgspec.Struct, frozen=True, tag_field="kind", tag="object", forbid_unknown_fields=True
):
    """The body of the part ``object``: the only place where an object's SHA-256 stands."""

    version: int
    sha256: str
    size: int
    media_type: str
