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
from functools import cache, reduce
from operator import or_

import msgspec

from app.casework.decoded import Body, Decoded, Gap, GapReason
from app.casework.errors import UnreadableRecordError, UnwritableTextError
from app.casework.kinds import KINDS
from app.casework.part import Machine, Part, Person
from evidence_store import PartState, SealedPart, StoredEntry

KNOWN_VERSION = 1
_EVERY_ENTRY: Mapping[str, type[Body]] = {"person": Person, "machine": Machine}

# Which types may stand under which part name. ``facts`` tells the kind of the entry.
PART_TYPES: Mapping[str, tuple[type[Body], ...]] = {
    name: tuple(
        dict.fromkeys(
            parts[name]
            for parts in (*(kind.parts for kind in KINDS), _EVERY_ENTRY)
            if name in parts
        )
    )
    for name in dict.fromkeys(name for kind in KINDS for name in (*kind.parts, *_EVERY_ENTRY))
}

# Which parts an entry of each kind is made of; ``person`` and ``machine`` come with every one but genesis.
KIND_PARTS: Mapping[str, tuple[str, ...]] = {kind.tag: tuple(kind.parts) for kind in KINDS}


class _Header(msgspec.Struct, frozen=True):
    kind: str
    version: int = 0


def _decoder(types: tuple[type[Body], ...]) -> msgspec.json.Decoder[Body]:
    return msgspec.json.Decoder(reduce(or_, types))


# One is made when something is first read or written with it: all of them take longer than a short case does.
@cache
def _decoder_of(part: str) -> msgspec.json.Decoder[Body]:
    return _decoder(PART_TYPES[part])


_TYPE_OF = {
    str(each.__struct_config__.tag): each for types in PART_TYPES.values() for each in types
}


@cache
def _decoder_of_kind(kind: str) -> msgspec.json.Decoder[Body]:
    return _decoder((_TYPE_OF[kind],))


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


def encode(part: Part) -> bytes:
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
        again = _decoder_of_kind(kind).decode(body)
    except (KeyError, *_BAD_BODY) as error:
        raise UnreadableRecordError(kind) from error
    if again != part or again.version != KNOWN_VERSION:
        raise UnreadableRecordError(kind)
    return body


def encode_parts(parts: Mapping[str, Part]) -> dict[str, bytes]:
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
    decoder = _decoder_of(part.name) if part.name in PART_TYPES else None
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
