"""Receipt codes: made from a hash, and read from what a person typed."""

import re
from dataclasses import dataclass

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LONGEST = 400

_DROPPED = {0x2D, *range(0x2010, 0x2016), 0x2212, 0xAD, *map(ord, "(),.:")}
_DROPPED |= {
    *range(0x09, 0x0E),
    *range(0x1C, 0x21),
    0x85,
    0xA0,
    0x1680,
    0x180E,
    *range(0x2000, 0x200E),
}
_DROPPED |= {0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF}
_TRANSLATION: dict[int, str | None] = {**dict.fromkeys(_DROPPED), 0xB7: "/"}

_SIGNS = "[0-9A-TV-Z]"
_WORD = "(?:POST|PUNKT|ENTRY)"
_FORM = re.compile(
    f"({_SIGNS}{{32}})(?:(?:/+{_WORD}?|{_WORD})([0-9OIL]{{1,9}})(?:/*([A-HJKMNP-TV-Z]{{2}}))?)?"
)
_LOOKALIKES = str.maketrans("OIL", "011")


class NoCodeError(ValueError):
    """The text holds no receipt code, or one whose check letters do not fit."""


@dataclass(frozen=True)
class Code:
    """A receipt code without blanks, and the place that was given with it."""

    code: str
    place: int | None = None


def code_of(digest: str) -> str:
    """The receipt code (without blanks) of an entry's hash in hex."""
    number = int(digest[:40], 16)
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(155, -1, -5))


def spaced(code: str) -> str:
    """The code as eight groups of four."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def letters_of(code: str, digits: str) -> str:
    """The two check letters of a code and a place as written."""
    rest = 0
    for sign in code + digits:
        rest = (32 * rest + ALPHABET.index(sign)) % 479
    return ALPHABET[10 + rest // 22] + ALPHABET[10 + rest % 22]


def read_code(text: str) -> Code:
    """Read a code that a person typed."""
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise NoCodeError("no UTF-8") from error
    if size > LONGEST:
        raise NoCodeError("too long")
    rest = text.translate(_TRANSLATION)
    if not rest.isascii():
        raise NoCodeError("signs that no code has")
    match = _FORM.fullmatch(rest.upper())
    if match is None:
        raise NoCodeError("no code")
    code = match[1].translate(_LOOKALIKES)
    if match[2] is None:
        return Code(code)
    digits = match[2].translate(_LOOKALIKES)
    if match[3] is not None and match[3] != letters_of(code, digits):
        raise NoCodeError("the check letters do not fit")
    return Code(code, int(digits))
