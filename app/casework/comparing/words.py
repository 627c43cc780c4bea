"""Words as they are compared: what counts as a word, and when two of them may be the same one read differently. Pure.

Rules:
- Large and small letters, accents that came apart, quotation marks, dashes and full stops make no difference.
- An address in angle brackets is our own note in a page's words, and is no word of the page. When a message was sent
  and by whom stands before it in exports alone, and is not compared.
- ``folded`` brings together what machines take for one another in pictures: ø and o, å and a, l, I and 1, rn and m. Two
  words that fold alike may be one word; whether they are is not known where one of them was read by a machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import msgspec

_ADDRESS = re.compile(r"<(?:https?:|/|#|mailto:|img )[^>]*>|https?://\S+", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w%&+@#]|_")
_SENDER = re.compile(r"\W*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\D.{0,80}?: ")
_FOLDS = (("æ", "ae"), ("œ", "ae"), ("ø", "o"), ("ß", "b"), ("rn", "m"), ("vv", "w"), ("ii", "u"))
_LIKE = str.maketrans(
    {"0": "o", "1": "l", "i": "l", "j": "l", "|": "l", "5": "s", "8": "b", "6": "o", "c": "e"}
)
_TIME = re.compile(
    r"kl|i|går|dag|t|d|m|s|time|timer|min|minut|minutter|sek|dage|uge|uger|siden|h|hour|hours|ago|at|yesterday|"
    r"(?:jan|feb)(?:uar)?|mar|marts|apr(?:il)?|maj|jun|juni|jul|juli|aug(?:ust)?|sept?|september|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:man|tirs|ons|tors|fre|lør|søn)dag"
)


class SourceWord(msgspec.Struct, frozen=True):
    """One word of a source.

    Attributes:
        text: as it stands there.
        line: number of its line; words of a line follow one another.
        confidence: 0 to 100; 100 for what was not read in pixels.
        left: of its place in pixels, where it was read in a picture; else 0.
        top: the same.
        width: the same.
        height: the same.
    """

    text: str
    line: int = 0
    confidence: int = 100
    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0


def words_of_text(text: str) -> tuple[SourceWord, ...]:
    """Return the words of a text, line by line; when a message was sent and by whom, as exports have it, are none."""
    words: list[SourceWord] = []
    for line, each in enumerate(_ADDRESS.sub(" ", text).splitlines()):
        sender = _SENDER.match(each)
        said = each[sender.end() :] if sender else each
        words += [SourceWord(word, line) for word in said.split() if normal(word)]
    return tuple(words)


def normal(word: str) -> str:
    """Return a word without what makes no difference; "" where nothing is left of it."""
    composed = unicodedata.normalize("NFKC", word).casefold()
    return _SIGNS.sub("", composed)


def joined(words: Iterable[SourceWord]) -> str:
    """Return words as one, without what makes no difference: where a gap was read makes none."""
    return "".join(normal(word.text) for word in words)


def folded(word: str) -> str:
    """Return a word, made ``normal``, in which all letters that machines take for one another are the same one."""
    if word.isdigit():
        return word
    for before, after in _FOLDS:
        word = word.replace(before, after)
    apart = unicodedata.normalize("NFD", word)
    return "".join(each for each in apart if not unicodedata.combining(each)).translate(_LIKE)


def tells_time(word: str) -> bool:
    """Return whether a word, made ``normal``, may be part of a time or a count beside a post."""
    return _TIME.fullmatch(word) is not None or any(each.isdigit() for each in word)


def distance(one: str, other: str) -> int:
    """Return how many letters have to be changed, added or taken away to make one word of the other."""
    before = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        row = [at]
        for to, beside in enumerate(other, start=1):
            row.append(min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != beside)))
        before = row
    return before[-1]
