"""Where two sources say the same: the stretch that both have, and each place in it where their words part. Pure.

A screenshot has buttons around a post, a page has menus, an export has dates. So the stretch is found first: the run of
common words that outweighs what lies between them. What stands before and behind it is not compared, but for the words
that begin or end a line together with it in both sources: the first and last words of a post can be others too.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from app.casework.comparing.words import SourceWord, folded, joined, normal, tells_time

_FEWEST, _HALF = 3, 2
_BESIDE = 3
_SHORT_LINE = 6


class Place(msgspec.Struct, frozen=True):
    """Where the words part: from and to which word, in the one source and in the other."""

    first: int
    last: int
    other_first: int
    other_last: int


class Aligned(msgspec.Struct, frozen=True):
    """Two sources beside each other.

    Attributes:
        first: the stretch in the one source, from this word to before ``last``.
        last: the same.
        pairs: by word of the one, the same word of the other.
        places: where they part, in order.
    """

    first: int
    last: int
    pairs: dict[int, int]
    places: tuple[Place, ...]


def aligned(one: Sequence[SourceWord], other: Sequence[SourceWord]) -> Aligned | None:
    """Return how two sources lie beside each other; None where they have too little in common."""
    keys = [folded(normal(word.text)) for word in one]
    others = [folded(normal(word.text)) for word in other]
    runs = _best_runs(SequenceMatcher(None, keys, others, autojunk=False).get_matching_blocks())
    same = sum(size for _, _, size in runs)
    if same < _FEWEST:
        return None
    first, last = runs[0][0], runs[-1][0] + runs[-1][2]
    if same * _HALF < last - first:
        return None
    pairs = {at + by: to + by for at, to, size in runs for by in range(size)}
    places = [_before(one, other, runs[0][0], runs[0][1])]
    for (at, to, size), (then, there, _) in pairwise(runs):
        places.append(Place(at + size, then, to + size, there))
    end = runs[-1]
    places.append(_behind(one, other, end[0] + end[2], end[1] + end[2]))
    found = tuple(
        place
        for place in places
        if place is not None and not _same(one, other, place) and not _beside(one, other, place)
    )
    twins = tuple(
        Place(at, at + 1, to, to + 1)
        for at, to in pairs.items()
        if normal(one[at].text) != normal(other[to].text)
    )
    every = sorted((*found, *twins), key=lambda place: (place.first, place.last))
    return Aligned(
        min(first, every[0].first) if every else first,
        max(last, every[-1].last) if every else last,
        pairs,
        tuple(every),
    )


def _best_runs(blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the runs, one behind the other, that have more in common than lies between them."""
    best: list[tuple[int, int, int]] = []
    most = 0
    now: list[tuple[int, int, int]] = []
    score = 0
    for at, to, size in blocks:
        if not size:
            continue
        if now:
            before, there, long = now[-1]
            score -= max(at - before - long, to - there - long)
        if score < 0:
            now, score = [], 0
        now.append((at, to, size))
        score += size
        if score >= most:
            most, best = score, list(now)
    return best


def _before(
    one: Sequence[SourceWord], other: Sequence[SourceWord], at: int, to: int
) -> Place | None:
    count, there = _left(one, at), _left(other, to)
    if count != there or not 0 < count <= _BESIDE:
        return None
    return Place(at - count, at, to - there, to)


def _behind(
    one: Sequence[SourceWord], other: Sequence[SourceWord], at: int, to: int
) -> Place | None:
    count, there = _right(one, at), _right(other, to)
    # A line of a picture ends where there is no more room: what is left may stand alone in the one below.
    if count and not there:
        there = _whole_line(other, to)
    elif there and not count:
        count = _whole_line(one, at)
    if count != there or not 0 < count <= _BESIDE:
        return None
    return Place(at, at + count, to, to + there)


def _left(words: Sequence[SourceWord], at: int) -> int:
    count = 0
    while at - count > 0 and words[at - count - 1].line == words[at].line:
        count += 1
    return count


def _right(words: Sequence[SourceWord], at: int) -> int:
    count = 0
    while at + count < len(words) and words[at + count].line == words[at - 1].line:
        count += 1
    return count


def _whole_line(words: Sequence[SourceWord], at: int) -> int:
    if at >= len(words) or words[at - 1].height == 0:
        return 0
    over, under = words[at - 1], words[at]
    near = under.top - (over.top + over.height) < 1.2 * over.height
    return 1 + _right(words, at + 1) if near else 0


def _same(one: Sequence[SourceWord], other: Sequence[SourceWord], place: Place) -> bool:
    """Return whether only the gaps between words are others."""
    said = joined(one[place.first : place.last])
    return said == joined(other[place.other_first : place.other_last])


def _beside(one: Sequence[SourceWord], other: Sequence[SourceWord], place: Place) -> bool:
    """Return whether a time or a count in a short line beside the post is all that is another one."""
    words = (
        *one[place.first : place.last],
        *other[place.other_first : place.other_last],
    )
    return (
        all(tells_time(normal(word.text)) for word in words)
        and _line_length(one, place.first) < _SHORT_LINE
        and _line_length(other, place.other_first) < _SHORT_LINE
    )


def _line_length(words: Sequence[SourceWord], at: int) -> int:
    at = min(at, len(words) - 1)
    return sum(word.line == words[at].line for word in words)
