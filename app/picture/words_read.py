"""Words that a machine has read in a picture, with where they stand. No engine is loaded here.

What is read is a help to search and to cover: it is derived, may be wrong, and is never the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec


class ReadWord(msgspec.Struct, frozen=True, array_like=True):
    """One word as it was read.

    Attributes:
        text: its letters and signs, without spaces.
        left: of its rectangle, in pixels of the picture as it is shown (upright, not enlarged).
        top: the same.
        width: at least 1.
        height: at least 1.
        confidence: how sure the engine is, 0 to 100.
        line: the number of its line, from 0, in reading order; words of a line follow one another.
    """

    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: int
    line: int


class ReadText(msgspec.Struct, frozen=True):
    """All words that were read in one picture, and by what.

    Attributes:
        words: in reading order.
        tool: the engine's name.
        version: its version.
        languages: what it was told to expect, such as ``dan+eng``.
        width_px: of the picture that the rectangles belong to.
        height_px: the same.
    """

    words: tuple[ReadWord, ...]
    tool: str
    version: str
    languages: str
    width_px: int
    height_px: int

    @property
    def text(self) -> str:
        """The words with spaces between them, one line of the picture a line."""
        return text_of(self.words)


def lines_of(words: Iterable[ReadWord]) -> Iterator[tuple[ReadWord, ...]]:
    """Return the words line by line."""
    for _, line in groupby(words, key=lambda word: word.line):
        yield tuple(line)


def text_of(words: Iterable[ReadWord]) -> str:
    """Return the words with spaces between them, one line of the picture a line."""
    return "\n".join(" ".join(word.text for word in line) for line in lines_of(words))
