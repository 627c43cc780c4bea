"""Which words of a page have digits that a reading of its print does not have. Pure.

A machine misreads. So a digit is called another one only where the same place was read again, larger, with the same
result, and where the sealed page, read in the same way, is read right. All else that is not alike was "not read for
sure".
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from math import hypot

from app.dossier.on_paper.lying import Lying
from app.picture import ReadWord

_LIKE_DIGITS = str.maketrans("OoIl|SsBZzgqGb", "00111558229966")


class Alike(Enum):
    """What a reading says of the digits of a word."""

    SAME = "same"
    OTHER = "other"
    UNSURE = "unsure"


def has_digit(word: str) -> bool:
    """Return whether a word has one of the digits 0 to 9."""
    return any(each in "0123456789" for each in word)


def compared(wanted: str, read: str) -> Alike:
    """Compare the digits of a word with what was read in its place."""
    ours, theirs = _bare(wanted), _bare(read)
    if len(ours) != len(theirs):
        return Alike.UNSURE
    found = Alike.SAME
    for mine, other in zip(ours, theirs, strict=True):
        if not mine.isdecimal():
            if other.isdecimal() and mine.translate(_LIKE_DIGITS) != other:
                return Alike.UNSURE
            continue
        if other == mine or other.translate(_LIKE_DIGITS) == mine:
            continue
        if not other.isdecimal():
            return Alike.UNSURE
        found = Alike.OTHER
    return found


def same_digits(one: str, other: str) -> bool:
    """Return whether two readings have the same digits in the same order."""
    return [each for each in one if each.isdecimal()] == [
        each for each in other if each.isdecimal()
    ]


def read_at(word: ReadWord, lying: Lying, scan: Sequence[ReadWord]) -> str:
    """Return what was read in the scan where a word of the page lies; "" where nothing was."""
    return "".join(each.text for each in words_at(word, lying, scan))


def words_at(word: ReadWord, lying: Lying, scan: Sequence[ReadWord]) -> tuple[ReadWord, ...]:
    """Return the words of the scan where a word of the page lies, from left to right."""
    middle = word.top + word.height / 2
    x, y = lying.place(word.left, middle)
    end_x, end_y = lying.place(word.left + word.width, middle)
    above = lying.place(word.left, word.top)
    height = 2 * hypot(above[0] - x, above[1] - y)
    length = max(1.0, hypot(end_x - x, end_y - y))
    along_x, along_y = (end_x - x) / length, (end_y - y) / length
    found: list[tuple[float, ReadWord]] = []
    for each in scan:
        dx, dy = each.left + each.width / 2 - x, each.top + each.height / 2 - y
        along, beside = dx * along_x + dy * along_y, abs(dy * along_x - dx * along_y)
        if -0.2 * height <= along <= length + 0.2 * height and beside <= 0.5 * height:
            found.append((along, each))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def _bare(word: str) -> str:
    return "".join(each for each in word if each.isalnum())
