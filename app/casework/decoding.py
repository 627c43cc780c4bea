"""From the bytes of an entry to typed parts, and from a typed part to its bytes.

Rules:
- ``decode`` is total: whatever the bytes are, it answers. What cannot be read stands there as a Gap with its reason.
- A part is read by its name: a body of another kind than those that may stand under the name is unknown here.
- Unknown fields are passed over (a later program may have added them); a higher version is a Gap.
- What is written is read back before it is sealed: a body that would not say the same is refused, since nobody could
  read it later and the event would be gone from the case.
- An entry's kind is that of its part ``facts`` (``genesis`` in the first entry of a chain).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import TypeVar

import msgspec

from app.casework import records
from app.casework.errors import UnreadableRecordError, UnwritableTextError
from evidence_store import EntryId, ObjectBody, PartState, SealedPart, StoredEntry

KNOWN_VERSION = 1


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


Body = records.Part | GenesisFacts | TombstoneFacts | RestoredFacts | ObjectBody

# Which types may stand under which part name. ``facts`` tells the kind of the entry.
PART_TYPES: Mapping[str, tuple[type[Body], ...]] = {
    "genesis": (GenesisFacts,),
    "facts": (
        TombstoneFacts,
        RestoredFacts,
        records.CaseFacts,
        records.Author,
        records.CaptureFacts,
        records.FileFacts,
        records.ViewFacts,
        records.WorkingCopyFacts,
        records.Hidden,
        records.IncidentFacts,
        records.NoteFacts,
        records.ContactFacts,
        records.NotificationFacts,
        records.DossierFacts,
        records.DeliveryFacts,
        records.HandedOverFacts,
    ),
    "screen": (records.CaptureScreen,),
    "window": (records.CaptureWindow,),
    "source": (records.FileSource,),
    "findings": (records.FileFindings,),
    "shown": (records.ViewShown,),
    "marks": (records.WorkingCopyMarks,),
    "redactions": (records.WorkingCopyRedactions,),
    "full": (
        records.CaptureFull,
        records.FileFull,
        records.WorkingCopyFull,
        records.IncidentFull,
    ),
    "sender": (records.IncidentSender,),
    "sender_name": (records.IncidentSenderName,),
    "text": (records.IncidentText, records.NoteText, records.NotificationText),
    "contact": (records.ContactPerson,),
    "to": (records.NotificationPerson, records.HandedOverPerson),
    "reason": (records.ErasureReason, records.RestoredReason),
    "person": (records.Person,),
    "machine": (records.Machine,),
    "object": (ObjectBody,),
}

# Which parts an entry of each kind is made of; ``person`` and ``machine`` come with every one but genesis.
KIND_PARTS: Mapping[str, tuple[str, ...]] = {
    "genesis": ("genesis",),
    "tombstone": ("facts", "reason"),
    "restored": ("facts", "reason"),
    "case": ("facts",),
    "author": ("facts",),
    "capture": ("facts", "full", "screen", "window", "object"),
    "file": ("facts", "full", "source", "findings", "object"),
    "view": ("facts", "shown", "object"),
    "working_copy": ("facts", "marks", "redactions", "full", "object"),
    "hidden": ("facts",),
    "incident": ("facts", "full", "sender", "sender_name", "text"),
    "note": ("facts", "text"),
    "contact": ("facts", "contact"),
    "notification": ("facts", "to", "text"),
    "dossier": ("facts", "object"),
    "delivery": ("facts",),
    "handed_over": ("facts", "to"),
}

T = TypeVar("T")


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
        if part is None or isinstance(part, expected | Gap):
            return part
        return Gap(GapReason.UNKNOWN)


class _Header(msgspec.Struct, frozen=True):
    kind: str
    version: int = 0


def _decoder(types: tuple[type[Body], ...]) -> msgspec.json.Decoder[Body]:
    return msgspec.json.Decoder(reduce(or_, types))


_DECODERS = {name: _decoder(types) for name, types in PART_TYPES.items()}
_DECODERS_BY_KIND = {
    str(each.__struct_config__.tag): _decoder((each,))
    for types in PART_TYPES.values()
    for each in types
}
_KINDS = {
    name: frozenset(str(each.__struct_config__.tag) for each in types)
    for name, types in PART_TYPES.items()
}
_HEADER_DECODER = msgspec.json.Decoder(_Header)
_ENCODER = msgspec.json.Encoder()
# msgspec's own errors; text that is not UTF-8 or a number of absurd length; nesting without end.
_BAD_BODY = (msgspec.MsgspecError, ValueError, RecursionError)
_SEALED_GAPS = {
    PartState.WITHHELD: Gap(GapReason.WITHHELD),
    PartState.ERASED: Gap(GapReason.ERASED),
}
_UNREADABLE = Gap(GapReason.UNREADABLE)


def decode(entry: StoredEntry) -> Decoded:
    """Read every part of an entry. Never raises."""
    parts: dict[str, Body | Gap] = {}
    for part in entry.parts:
        # StoredEntry.part answers the first of a name, so the first one counts here too.
        if part.name not in parts:
            parts[part.name] = _read(part)
    return Decoded(entry.id, entry.time, _kind(parts), parts)


def encode(part: records.Part) -> bytes:
    """The exact bytes of a part's body: JSON on one line, ``kind`` and ``version`` first.

    Raises:
        UnwritableTextError: a text cannot be written as UTF-8.
        UnreadableRecordError: the bytes would not read back as the same part.
    """
    kind = str(part.__struct_config__.tag)
    try:
        body = _ENCODER.encode(part)
    except UnicodeEncodeError as error:
        raise UnwritableTextError(kind) from error
    try:
        again = _DECODERS_BY_KIND[kind].decode(body)
    except (KeyError, *_BAD_BODY) as error:
        raise UnreadableRecordError(kind) from error
    if again != part or again.version != KNOWN_VERSION:
        raise UnreadableRecordError(kind)
    return body


def encode_parts(parts: Mapping[str, records.Part]) -> dict[str, bytes]:
    """The bodies of an entry's parts by name, each of a kind that is read under its name.

    Raises:
        UnwritableTextError, UnreadableRecordError: as ``encode``.
    """
    for name, part in parts.items():
        if not isinstance(part, PART_TYPES.get(name, ())):
            raise UnreadableRecordError(str(part.__struct_config__.tag))
    return {name: encode(part) for name, part in parts.items()}


def _read(part: SealedPart) -> Body | Gap:
    if part.state is not PartState.OPEN:
        return _SEALED_GAPS[part.state]
    decoder = _DECODERS.get(part.name)
    if part.body is None:
        return _UNREADABLE
    if decoder is not None:
        try:
            body = decoder.decode(part.body)
        except _BAD_BODY:
            pass
        else:
            if body.version == KNOWN_VERSION:
                return body
    return _gap(part.name, part.body)


def _gap(name: str, body: bytes) -> Gap:
    try:
        header = _HEADER_DECODER.decode(body)
    except _BAD_BODY:
        return _UNREADABLE
    if header.kind not in _KINDS.get(name, frozenset()):
        reason = GapReason.UNKNOWN
    elif header.version > KNOWN_VERSION:
        reason = GapReason.NEWER
    else:
        reason = GapReason.UNREADABLE
    return Gap(reason, header.kind, header.version)


def _kind(parts: Mapping[str, Body | Gap]) -> str:
    facts = parts.get("facts") or parts.get("genesis")
    if isinstance(facts, Gap):
        return facts.kind
    return "" if facts is None else str(facts.__struct_config__.tag)
