"""How a page lies in a scan or photo of its print: found by the words that both have. Pure.

Rules:
- Words that stand once on each side are taken for the same ones; most of them are, and the others are dropped since
  they lie elsewhere.
- A sheet on glass is turned and stretched, one before a camera is also slanted: eight numbers say how.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from app.picture import Corners, ReadWord

_LEAST_PAIRS = 8
_LEAST_LETTERS = 3
_ROUNDS = 6
_NEAR = 2.5
_LEAST_PX = 4.0

Pair = tuple[float, float, float, float]
"""A point of the page, and the same point in the scan: x, y, x, y in pixels."""


class Lying(NamedTuple):
    """How a page lies in a scan: eight numbers, for places measured in ``unit`` pixels from ``centre``."""

    numbers: tuple[float, ...]
    centre: tuple[float, float]
    unit: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page lies in the scan."""
        a, b, c, d, e, f, g, h = self.numbers
        u, v = (x - self.centre[0]) / self.unit, (y - self.centre[1]) / self.unit
        under = g * u + h * v + 1
        return (a * u + b * v + c) / under, (d * u + e * v + f) / under

    def corners(self, left: float, top: float, width: float, height: float) -> Corners:
        """Return where the corners of a rectangle lie: upper left, lower left, lower right, upper right."""
        right, bottom = left + width, top + height
        places = ((left, top), (left, bottom), (right, bottom), (right, top))
        return tuple(self.place(x, y) for x, y in places)


def lying_by_code(page: Sequence[tuple[int, int]], scan: Sequence[tuple[int, int]]) -> Lying | None:
    """Return how a page lies in a scan, roughly, by the corners of its code: enough for a picture, not for words."""
    pairs = [(*one, *other) for one, other in zip(page, scan, strict=True)]
    return _fitted(pairs, (float(page[0][0]), float(page[0][1])), 1_000.0, slanted=False)


def lying_of(page: Sequence[ReadWord], scan: Sequence[ReadWord]) -> Lying | None:
    """Return how a page lies in a scan; None where too few words are found again."""
    pairs = _pairs(page, scan)
    if len(pairs) < _LEAST_PAIRS:
        return None
    centre = sum(p[0] for p in pairs) / len(pairs), sum(p[1] for p in pairs) / len(pairs)
    unit = max(1.0, *(abs(p[0] - centre[0]) + abs(p[1] - centre[1]) for p in pairs))
    lying: Lying | None = None
    for turn in range(_ROUNDS):
        slanted = turn >= _ROUNDS // 2
        lying = _fitted(pairs, centre, unit, slanted=slanted and len(pairs) >= 2 * _LEAST_PAIRS)
        if lying is None:
            return None
        off = [_off(lying, pair) for pair in pairs]
        most = max(_LEAST_PX, _NEAR * median(off))
        kept = [pair for pair, far in zip(pairs, off, strict=True) if far <= most]
        if len(kept) < _LEAST_PAIRS:
            return None
        pairs = kept
    return lying


def _pairs(page: Sequence[ReadWord], scan: Sequence[ReadWord]) -> list[Pair]:
    ours = Counter(word.text for word in page)
    theirs = Counter(word.text for word in scan)
    there = {word.text: word for word in scan if theirs[word.text] == 1}
    return [
        (*_middle(word), *_middle(there[word.text]))
        for word in page
        if ours[word.text] == 1 and word.text in there and len(word.text) >= _LEAST_LETTERS
    ]


def _middle(word: ReadWord) -> tuple[float, float]:
    return word.left + word.width / 2, word.top + word.height / 2


def _off(lying: Lying, pair: Pair) -> float:
    x, y = lying.place(pair[0], pair[1])
    return abs(x - pair[2]) + abs(y - pair[3])


def _fitted(
    pairs: Sequence[Pair], centre: tuple[float, float], unit: float, *, slanted: bool
) -> Lying | None:
    """Return the numbers that fit best, by least squares; without a slant the last two are 0."""
    count = 8 if slanted else 6
    sums = [[0.0] * (count + 1) for _ in range(count)]
    for x, y, right, down in pairs:
        u, v = (x - centre[0]) / unit, (y - centre[1]) / unit
        for row, wanted in (
            ((u, v, 1, 0, 0, 0, -u * right, -v * right), right),
            ((0, 0, 0, u, v, 1, -u * down, -v * down), down),
        ):
            for i in range(count):
                for j in range(count):
                    sums[i][j] += row[i] * row[j]
                sums[i][count] += row[i] * wanted
    found = _solved(sums)
    return Lying((*found, *(0.0,) * (8 - count)), centre, unit) if found else None


def _solved(rows: list[list[float]]) -> tuple[float, ...]:
    """Return what solves the equations, by elimination; nothing where they do not tell."""
    count = len(rows)
    for at in range(count):
        best = max(range(at, count), key=lambda row: abs(rows[row][at]))
        if abs(rows[best][at]) < 1e-9:
            return ()
        rows[at], rows[best] = rows[best], rows[at]
        for other in range(count):
            if other != at:
                by = rows[other][at] / rows[at][at]
                rows[other] = [a - by * b for a, b in zip(rows[other], rows[at], strict=True)]
    return tuple(rows[at][count] / rows[at][at] for at in range(count))
