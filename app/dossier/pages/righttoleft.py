"""Arabic and Hebrew within lines that run from left to right.

Rules:
- A stretch runs from the first right-to-left letter to the last, and is turned round by itself: a number that follows
  it stays where it was written, so that no date of ours lands within somebody's words.
- Within it numbers run from left to right, with the signs that Unicode's bidirectional algorithm (UAX #9, W1 to W5)
  counts among them; brackets are mirrored. A mark comes before its letter, as the fonts draw it.
- Arabic letters are joined by Unicode's own tables.

Why not by a library: ADR 0035.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

T = TypeVar("T")

# Hebrew, Arabic, Syriac, Thaana, NKo and their presentation forms.
_LETTER = "[\u0590-\u07ff\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
_ANY = re.compile(_LETTER)
# From the first right-to-left letter to the last, over whatever is no letter of another direction.
_STRETCH = re.compile(
    rf"{_LETTER}(?:[^A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u058f]*{_LETTER})?",
    re.DOTALL,
)
# Unicode's classes by one sign each: Hebrew, Arabic, numbers, marks, and what separates numbers or stands at them.
_CLASSES = {"R": "h", "AL": "a", "EN": "1", "AN": "2", "NSM": "m", "ES": "-", "CS": ",", "ET": "%"}
_MARKED = re.compile("([^m])m+")
_AFTER_ARABIC = re.compile("a[^ah]*")
_NUMBER = re.compile("%*1+(?:[-,]1+)*%*|2+(?:,2+)*")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
_LAM = "\u0644"
_TATWEEL = "\u0640"
_PRESENTATION = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFF))


def has_right_to_left(text: str) -> bool:
    """Return whether there is anything to do."""
    return _ANY.search(text) is not None


def joined_letters(text: str) -> str:
    """Return each Arabic letter in the form it has beside its neighbours."""
    if not has_right_to_left(text):
        return text
    forms = _forms()
    made: list[str] = []
    before = ""  # the last letter that the next one may join
    at = 0
    while at < len(text):
        letter = text[at]
        if unicodedata.combining(letter):
            made.append(letter)
            at += 1
            continue
        pair = letter + text[at + 1 : at + 2]
        if letter == _LAM and pair in forms:
            letter = pair
        joins_back = "initial" in forms.get(before, {}) and "final" in forms.get(letter, {})
        following = _next_letter(text, at + len(letter))
        joins_on = "initial" in forms.get(letter, {}) and "final" in forms.get(following, {})
        position = {
            (True, True): "medial",
            (True, False): "final",
            (False, True): "initial",
            (False, False): "isolated",
        }[joins_back, joins_on]
        made.append(forms.get(letter, {}).get(position, letter))
        before = letter
        at += len(letter)
    return "".join(made)


def spoken_letters(character: str) -> str:
    """Return the letters behind a joined form, for whoever copies the text."""
    code = ord(character)
    if any(low <= code <= high for low, high in _PRESENTATION):
        return unicodedata.normalize("NFKC", character)
    return character


def in_visual_order(text: str, items: Sequence[T]) -> list[tuple[str, T]]:
    """Return a line's characters from left to right, each with the item that belongs to it."""
    line = list(zip(text, items, strict=True))
    for stretch in _STRETCH.finditer(text):
        start, end = stretch.span()
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        # A bracket that opened within the stretch closes within it.
        while text[end : end + 1] in _CLOSING and _open_brackets(text[start:end]):
            end += 1
        line[start:end] = _turned(line[start:end])
    return line


def _open_brackets(text: str) -> int:
    return sum((each in _OPENING) - (each in _CLOSING) for each in text)


def _turned(stretch: list[tuple[str, T]]) -> list[tuple[str, T]]:
    """Return a stretch from left to right."""
    kinds = "".join(_CLASSES.get(unicodedata.bidirectional(each), " ") for each, _ in stretch)
    kinds = _MARKED.sub(lambda found: found[1] * len(found[0]), kinds)
    kinds = _AFTER_ARABIC.sub(lambda found: found[0].replace("1", "2"), kinds)
    turned: list[tuple[str, T]] = []
    after = len(stretch)
    for number in reversed(list(_NUMBER.finditer(kinds))):
        turned += [*stretch[number.end() : after][::-1], *stretch[slice(*number.span())]]
        after = number.start()
    turned += stretch[:after][::-1]
    return [(character.translate(_MIRRORED), item) for character, item in turned]


def _next_letter(text: str, at: int) -> str:
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return text[at : at + 1]


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Return letters (and lam with alef) with their forms by position."""
    made = {_TATWEEL: dict.fromkeys(("isolated", "initial", "medial", "final"), _TATWEEL)}
    for low, high in _PRESENTATION:
        for code in range(low, high + 1):
            kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
            position = kind.strip("<>")
            if position not in ("isolated", "initial", "medial", "final"):
                continue
            source = "".join(chr(int(letter, 16)) for letter in letters)
            is_lam_alef = len(source) == 2 and source[0] == _LAM and code >= 0xFEF5
            if len(source) == 1 or is_lam_alef:
                made.setdefault(source, {}).setdefault(position, chr(code))
    return made
