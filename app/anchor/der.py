"""ASN.1 in its distinguished encoding, as far as a timestamp needs it. Pure.

The reader is strict about where things end and lenient about their order: some authorities sort sets in another way, or
write out what is the default. It reads what strangers sent, so it goes no deeper than it is told and copies nothing.

Source: ITU-T X.690.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

BOOLEAN, INTEGER, BIT_STRING, OCTET_STRING, OID = 0x01, 0x02, 0x03, 0x04, 0x06
GENERALIZED_TIME = 0x18
SEQUENCE, SET = 0x30, 0x31
_LONG = 0x80
_MOST_LENGTH_BYTES = 4
_ARC = 0x7F


class DerError(ValueError):
    """The bytes are not what was to be there."""


class Value(msgspec.Struct, frozen=True):
    """One value.

    Attributes:
        tag: its tag as one byte.
        content: what is in it.
        whole: with tag and length, as it stood.
    """

    tag: int
    content: bytes
    whole: bytes


def write(tag: int, *contents: bytes) -> bytes:
    """Return one value of the contents, one after the other."""
    content = b"".join(contents)
    size = len(content)
    if size < _LONG:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes((tag, _LONG | len(length))) + length + content


def write_integer(value: int) -> bytes:
    """Return a whole number from 0."""
    return write(INTEGER, value.to_bytes(value.bit_length() // 8 + 1))


def write_oid(dotted: str) -> bytes:
    """Return an object identifier.

    Raises:
        DerError: it is none, such as ``1.2.x``.
    """
    arcs = dotted.split(".")
    if len(arcs) < 2 or not all(each.isascii() and each.isdigit() for each in arcs):
        raise DerError(dotted)
    first, second, *others = map(int, arcs)
    if first > 2 or (first < 2 and second > 39):
        raise DerError(dotted)
    return write(OID, *(_arc(each) for each in (first * 40 + second, *others)))


def _arc(value: int) -> bytes:
    groups = [value & _ARC]
    while value := value >> 7:
        groups.append(value & _ARC | _LONG)
    return bytes(reversed(groups))


def read_one(data: bytes, tag: int | None = None) -> Value:
    """Return the one value that fills the bytes.

    Raises:
        DerError: they are another thing, or more or less than that.
    """
    value, end = _read(data, 0)
    if end != len(data):
        raise DerError("more follows")
    if tag is not None and value.tag != tag:
        raise DerError(f"tag {value.tag:#x} for {tag:#x}")
    return value


def read_all(data: bytes) -> Iterator[Value]:
    """Yield the values that stand one after the other. Raises DerError."""
    at = 0
    while at < len(data):
        value, at = _read(data, at)
        yield value


def read_some(value: Value, tag: int) -> list[Value]:
    """Return what is in a value of that tag. Raises DerError."""
    if value.tag != tag:
        raise DerError(f"tag {value.tag:#x} for {tag:#x}")
    return list(read_all(value.content))


def as_integer(value: Value) -> int:
    """Return a whole number. Raises DerError."""
    if value.tag != INTEGER or not value.content:
        raise DerError("no whole number")
    return int.from_bytes(value.content, signed=True)


def as_octets(value: Value) -> bytes:
    """Return the bytes of an octet string. Raises DerError."""
    if value.tag != OCTET_STRING:
        raise DerError("no octet string")
    return value.content


def as_oid(value: Value) -> str:
    """Return an object identifier, dotted. Raises DerError."""
    if value.tag != OID or not value.content or value.content[-1] & _LONG:
        raise DerError("no object identifier")
    arcs, arc = [], 0
    for byte in value.content:
        arc = arc << 7 | byte & _ARC
        if not byte & _LONG:
            arcs.append(arc)
            arc = 0
    first = min(arcs[0] // 40, 2)
    return ".".join(map(str, (first, arcs[0] - first * 40, *arcs[1:])))


def _read(data: bytes, at: int) -> tuple[Value, int]:
    if at + 2 > len(data):
        raise DerError("cut short")
    tag, size, begin = data[at], data[at + 1], at + 2
    if tag & 0x1F == 0x1F:  # a tag of several bytes; nothing in a timestamp has one
        raise DerError("a long tag")
    if size >= _LONG:
        count = size & _ARC
        if not 0 < count <= _MOST_LENGTH_BYTES or begin + count > len(data):
            raise DerError("no length")
        size, begin = int.from_bytes(data[begin : begin + count]), begin + count
    end = begin + size
    if end > len(data):
        raise DerError("cut short")
    return Value(tag, data[begin:end], data[at:end]), end
