"""A code as somebody wrote it down ("Receipt code")."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_DASHES = (0x2D, *range(0x2010, 0x2016), 0x2212, 0xAD)
_BLANKS = (
    *(*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, 0x180E, *range(0x2000, 0x200E)),
    *(0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF),
)
_DROPPED = {*map(chr, _DASHES), *map(chr, _BLANKS), *"(),.:"}
_FORM = re.compile(
    r"([0-9A-Z]{32})(?:(?:/+(?:POST|PUNKT|ENTRY)?|POST|PUNKT|ENTRY)([0-9OIL]{1,9})(?:/*([A-Z]{2}))?)?"
)


class NoCodeError(Exception):
    """Usage: it is no code, or was misread."""


@dataclass(frozen=True)
class Wanted:
    """32 signs, and the place where one was given."""

    code: str
    place: int | None = None


def read_code(text: str) -> Wanted:
    """Raises NoCodeError."""
    if len(text.encode("utf-8", "surrogatepass")) > 400:
        raise NoCodeError
    left = "".join("/" if sign == "\xb7" else sign for sign in text if sign not in _DROPPED)
    match = _FORM.fullmatch(left.upper()) if left.isascii() else None
    if match is None:
        raise NoCodeError
    code = _corrected(match[1])
    if set(code) - set(_ALPHABET):
        raise NoCodeError
    if match[2] is None:
        return Wanted(code)
    place = _corrected(match[2])
    if match[3] and match[3] != letters(code, place):
        raise NoCodeError
    return Wanted(code, int(place))


def letters(code: str, place: str) -> str:
    rest = 0
    for sign in code + place:
        rest = (32 * rest + _ALPHABET.index(sign)) % 479
    return _ALPHABET[10 + rest // 22] + _ALPHABET[10 + rest % 22]


def _corrected(signs: str) -> str:
    return signs.replace("O", "0").replace("I", "1").replace("L", "1")
