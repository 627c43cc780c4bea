"""A name as a pattern that finds it however it is written: case, accents, æøå as two letters, unseen signs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Between two letters nobody sees these: soft hyphens and what joins or parts letters.
_UNSEEN = "[\u00ad\u200b-\u200d\u2060\ufeff]*"
_ABOVE = "[\u0300-\u036f]*"
NOT_AFTER_LETTER = "(?<![^\\W\\d_])(?<![\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])"
NOT_BEFORE_LETTER = "(?![\u00ad\u200b-\u200d\u2060\ufeff]*[^\\W\\d_])(?![\u0300-\u036f])"
_TOGETHER = {
    "aa": "(?:aa|å|a\u030a)",
    "ae": "(?:ae|æ|ä)",
    "oe": "(?:oe|ø|ö)",
    "ue": "(?:ue|ü)",
    "ss": "(?:ss|ß)",
}
_ALONE = {
    "å": "(?:å|a\u030a|aa|a)",
    "æ": "(?:æ|ae|ä)",
    "ä": "(?:ä|a\u0308|ae|æ|a)",
    "ø": "(?:ø|ö|oe|o)",
    "ö": "(?:ö|o\u0308|ø|oe|o)",
    "ü": "(?:ü|u\u0308|ue|u|y)",
    "ł": "[łl]",
    "ð": "(?:ð|d|dh)",
    "þ": "(?:þ|th)",
    "đ": "[đd]",
    "ı": "[ıi]",
}
_OWN_LETTERS = frozenset("åäö")


@cache
def _like() -> dict[str, str]:
    """Return for a plain letter all that are the same with an accent."""
    found: dict[str, list[str]] = {}
    for code in range(0xDF, 0x180):
        letter = chr(code)
        base = unicodedata.normalize("NFD", letter)[0].casefold()
        if base.isascii() and base.isalpha() and letter.islower() and letter not in _OWN_LETTERS:
            found.setdefault(base, []).append(letter)
    return {base: f"[{base}{''.join(letters)}]" for base, letters in found.items()}


def spelled(words: str) -> str:
    """Return a pattern for one word, to be matched without regard to case."""
    left = unicodedata.normalize("NFC", words).casefold()
    made: list[str] = []
    while left:
        pair = left[:2]
        if pair in _TOGETHER:
            made.append(_TOGETHER[pair])
            left = left[2:]
            continue
        made.append(_letter(left[0]))
        left = left[1:]
    return _UNSEEN.join(f"{each}{_ABOVE}" for each in made)


def _letter(letter: str) -> str:
    if letter in _ALONE:
        return _ALONE[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return _like().get(base, re.escape(letter))
