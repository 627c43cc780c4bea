"""What in the words that were read in a picture tells who somebody is, with the rectangles to cover. Pure.

A machine reads a nought as an O and a one as an l: among digits these count as digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from app.naming.numbers import find_numbers
from app.naming.people import People, Pseudonym
from app.naming.seeking import find_people
from app.vocabulary import Likeness

if TYPE_CHECKING:  # a room that not everybody who looks for names wants to load
    from app.picture import ReadWord

_LIKE_DIGITS = str.maketrans("OoQDlI|SZB", "0000111528")
_AMONG = frozenset("-–.() +/")


class Spot(msgspec.Struct, frozen=True, order=True):
    """A rectangle in pixels of the picture."""

    x: int
    y: int
    width: int
    height: int


class InPicture(msgspec.Struct, frozen=True):
    """Something that was read in a picture.

    Attributes:
        likeness: what it looks like.
        words: as they were read.
        line: the number of its first line, from 1.
        spots: where it stands: one rectangle a line.
        who: whom it can name; nobody where it is no name.
    """

    likeness: Likeness
    words: str
    line: int
    spots: tuple[Spot, ...]
    who: tuple[Pseudonym, ...] = ()


def find_in_words(words: Sequence[ReadWord], people: People) -> tuple[InPicture, ...]:
    """Return what is found in the words of one picture, in reading order; none over another."""
    text, places = _joined(words)
    found: list[tuple[int, int, Likeness, tuple[Pseudonym, ...]]] = [
        (each.start, each.end, Likeness.NAME, each.who) for each in find_people(text, people)
    ]
    for number in find_numbers(_as_digits(words)):
        if not any(number.start < end and start < number.end for start, end, *_ in found):
            found.append((number.start, number.end, number.likeness, ()))
    return tuple(
        _in_picture(text, start, [words[at] for at in _between(places, start, end)], likeness, who)
        for start, end, likeness, who in sorted(found)
    )


def _in_picture(
    text: str,
    start: int,
    words: list[ReadWord],
    likeness: Likeness,
    who: tuple[Pseudonym, ...],
) -> InPicture:
    lines: dict[int, list[ReadWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return InPicture(
        likeness,
        " ".join(word.text for word in words),
        text.count("\n", 0, start) + 1,
        tuple(_around(line) for line in lines.values()),
        who,
    )


def _around(words: Sequence[ReadWord]) -> Spot:
    left, top = min(each.left for each in words), min(each.top for each in words)
    right = max(each.left + each.width for each in words)
    bottom = max(each.top + each.height for each in words)
    return Spot(left, top, right - left, bottom - top)


def _joined(words: Sequence[ReadWord]) -> tuple[str, list[tuple[int, int]]]:
    """Return the words in one text, a line of the picture a line, and where each stands in it."""
    text, places, line = "", [], None
    for word in words:
        text += "" if line is None else " " if word.line == line else "\n"
        line = word.line
        places.append((len(text), len(text) + len(word.text)))
        text += word.text
    return text, places


def _as_digits(words: Sequence[ReadWord]) -> str:
    """Return the same text, with what stands among digits read as digits: a letter for a letter."""
    digits = [msgspec.structs.replace(word, text=_digits_of(word.text)) for word in words]
    return _joined(digits)[0]


def _digits_of(word: str) -> str:
    read = word.translate(_LIKE_DIGITS)
    signs = [letter for letter in word if letter not in _AMONG]
    known = sum(letter.isdigit() for letter in signs)
    whole = all(letter.isdigit() or letter in _AMONG for letter in read)
    return read if whole and known * 2 >= len(signs) and known else word


def _between(places: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[int]:
    """Yield which words a stretch of the text touches."""
    return (at for at, (first, last) in enumerate(places) if first < end and start < last)
