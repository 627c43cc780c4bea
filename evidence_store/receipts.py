"""Receipt codes: the first 160 bits of an entry's hash, written so that a person can read them out. Pure.

Crockford's base32 has no I, L, O and U; what was misread comes back as 1, 1 and 0. For people two check letters stand
behind the entry's place. They cover code and place and are two of the letters that are no digit, so that they cannot be
taken for the end of the place, however little of the spacing somebody typed.

Source: docs/format.md, "Receipt code". The travelling verifiers have the same rules on their own.
"""

from __future__ import annotations

import re

from evidence_store.errors import ReceiptCheckError, ReceiptFormatError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 160
_LETTERS = _BITS // 5
_GROUP = 4
_LONGEST_BYTES = 400
_CHECK_LETTERS = ALPHABET[10:]
_MODULUS = 479  # the largest prime below 22 × 22
# Blanks of every kind, marks without width, what people write for a hyphen, and what stands around a word.
_IGNORED = re.compile(
    "[\t-\r\x1c-\x20(),.:\x85\xa0\xad\u1680\u180e\u2000-\u200d\u2010-\u2015\u2028\u2029\u202f\u205f\u2060"
    "\u2212\u3000\ufeff-]+"
)
_WRITTEN = re.compile(
    "([0-9A-Z]{32})(?:(?:/+|(?=[PE]))(?:POST|PUNKT|ENTRY)?([0-9OIL]{1,9})(?:/*([A-Z]{2}))?)?"
)
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def receipt_code(entry_hash: str) -> str:
    """Return eight groups of four letters, separated by a space, from the 64 hex digits of an entry's hash."""
    number = int(entry_hash[: _BITS // 4], 16)
    return _grouped("".join(ALPHABET[number >> shift & 31] for shift in range(_BITS - 5, -1, -5)))


def format_receipt(code: str, seq: int) -> str:
    """Return the code as it is printed and read out: code, slash and place, check letters.

    Args:
        code: as ``receipt_code`` writes it.
        seq: the entry's place.
    """
    return f"{code} /{seq} {_check_letters(code, str(seq))}"


def _check_letters(code: str, place: str) -> str:
    """Return two letters that a wrong sign, or two signs that changed places, turn into other ones."""
    rest = 0
    for sign in code.replace(" ", "") + place:
        rest = (rest * 32 + ALPHABET.index(sign)) % _MODULUS
    return _CHECK_LETTERS[rest // 22] + _CHECK_LETTERS[rest % 22]


def normalise_receipt(text: str) -> tuple[str, int | None]:
    """Return code and place from a code as somebody wrote it down.

    Lower case, blanks, dashes and the usual misreadings are accepted. The entry's place may follow after a slash, a
    middle dot or a word for entry, and after it the check letters.

    Returns:
        The code as ``receipt_code`` writes it, and the place, or None where none was given.

    Raises:
        ReceiptFormatError: it is not a receipt code.
        ReceiptCheckError: the check letters do not fit.
    """
    if len(text.encode("utf-8", "surrogatepass")) > _LONGEST_BYTES:
        raise ReceiptFormatError(text[:20])
    plain = _IGNORED.sub("", text).replace("\xb7", "/")
    if not plain.isascii():  # in upper case some letters from elsewhere become A to Z
        raise ReceiptFormatError(text)
    match = _WRITTEN.fullmatch(plain.upper())
    if match is None:
        raise ReceiptFormatError(text)
    code = match[1].translate(_MISREAD)
    if not set(code) <= set(ALPHABET):
        raise ReceiptFormatError(text)
    code = _grouped(code)
    if match[2] is None:
        return code, None
    place = match[2].translate(_MISREAD)
    if match[3] is not None and match[3] != _check_letters(code, place):
        raise ReceiptCheckError(text)
    return code, int(place)


def _grouped(letters: str) -> str:
    return " ".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))
