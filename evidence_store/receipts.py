"""Receipt codes: the first 160 bits of an entry's hash, written so that a person can read them out. Pure.

Crockford's base32 has no I, L, O and U; what was misread comes back as 1, 1 and 0.
"""

from __future__ import annotations

import re

from evidence_store.errors import ReceiptFormatError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 160
_LETTERS = _BITS // 5
_GROUP = 4
_LONGEST = 200
_BLANKS = re.compile(r"[\s\u00ad\u2010-\u2015\u2212-]+")
_SEQ = re.compile(r"[0-9]{1,9}\Z")
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def receipt_code(entry_hash: str) -> str:
    """Eight groups of four letters, separated by a space, from the 64 hex digits of an entry's hash."""
    number = int(entry_hash[: _BITS // 4], 16)
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(_BITS - 5, -1, -5))
    return " ".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def normalise_receipt(text: str) -> tuple[str, int | None]:
    """Read a code as somebody wrote it down.

    Lower case, blanks, dashes and the usual misreadings are accepted, and the entry's place after a slash.

    Returns:
        The code as ``receipt_code`` writes it, and the place, or None where none was given.

    Raises:
        ReceiptFormatError: it is not a receipt code.
    """
    if len(text) > _LONGEST:
        raise ReceiptFormatError(text[:20])
    code, slash, place = text.strip().partition("/")
    code = _BLANKS.sub("", code)
    if not code.isascii():  # in upper case some letters from elsewhere become A to Z
        raise ReceiptFormatError(text)
    code = code.upper().translate(_MISREAD)
    place = place.strip()
    if len(code) != _LETTERS or any(letter not in ALPHABET for letter in code):
        raise ReceiptFormatError(text)
    if slash and _SEQ.match(place) is None:
        raise ReceiptFormatError(text)
    grouped = " ".join(code[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))
    return grouped, int(place) if slash else None
