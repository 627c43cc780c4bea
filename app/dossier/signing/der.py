"""Values as DER writes them (ITU-T X.690): what certificates and signatures are made of."""

from __future__ import annotations

INTEGER, BITS, OCTETS, NULL, OBJECT, UTF8, SEQUENCE, SET = (
    0x02,
    0x03,
    0x04,
    0x05,
    0x06,
    0x0C,
    0x30,
    0x31,
)
BOOLEAN, TIME, LONG_TIME = 0x01, 0x17, 0x18


def value(tag: int, content: bytes) -> bytes:
    """Return a value: its tag, its length, its content."""
    length = len(content)
    if length < 0x80:
        return bytes((tag, length)) + content
    size = (length.bit_length() + 7) // 8
    return bytes((tag, 0x80 | size)) + length.to_bytes(size, "big") + content


def sequence(*parts: bytes) -> bytes:
    """Return values in order."""
    return value(SEQUENCE, b"".join(parts))


def set_of(*parts: bytes) -> bytes:
    """Return values in the order that DER gives a set."""
    return value(SET, b"".join(sorted(parts)))


def integer(number: int) -> bytes:
    """Return a number that is not negative."""
    return value(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def octets(content: bytes) -> bytes:
    """Return bytes."""
    return value(OCTETS, content)


def bits(content: bytes, unused: int = 0) -> bytes:
    """Return bits, of which the last ``unused`` are none."""
    return value(BITS, bytes((unused,)) + content)


def text(words: str) -> bytes:
    """Return a text."""
    return value(UTF8, words.encode())


def tagged(number: int, content: bytes) -> bytes:
    """Return a constructed value with a tag of the context."""
    return value(0xA0 | number, content)


def identifier(dotted: str) -> bytes:
    """Return an object identifier such as 1.2.840.10045.2.1."""
    first, second, *rest = map(int, dotted.split("."))
    made = bytearray()
    for number in (40 * first + second, *rest):
        sevens = [number & 0x7F]
        while number := number >> 7:
            sevens.append(0x80 | number & 0x7F)
        made += bytes(reversed(sevens))
    return value(OBJECT, bytes(made))
