"""How much of one picture is in the next, as after a page was scrolled. Pure.

Rules:
- Pictures are compared as they are: strips of a row that are equal to the last bit, or not. Nothing is put together.
- A strip of one colour tells nothing, nor one that stands in many rows: pages are full of both.
- What stays in its place while the page moves (a bar at the top, a picture that plays at the side) does not count.
- Words that come again on a page are no overlap: all of what the two would share has to agree, or most of it.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from app.picture.pixels import Pixels

_CHANNELS = 3
_STRIPS = 6
_NARROW = 16
_PLAIN = -1
_COMMON = 6
_TRIED = 40
_LEAST = 24
_AGREE = 0.7
_SAME = 0.98

_Rows = list[list[int]]


class Overlap(msgspec.Struct, frozen=True):
    """What two pictures of one area share.

    Attributes:
        rows: how many rows of the later one are in the one before.
        moved: by how many rows the page went up between them; negative where it went down, 0 where it stood still.
    """

    rows: int
    moved: int


def find_overlap(before: Pixels, after: Pixels) -> Overlap | None:
    """Return what a picture shares with the one before it; None where that is nothing, or their sizes differ."""
    if (before.width_px, before.height_px) != (after.width_px, after.height_px):
        return None
    names: dict[bytes, int] = {}
    if before == after:
        return Overlap(after.height_px, 0)
    first, second = _strips(before, names), _strips(after, names)
    if _stands_still(first, second):
        return Overlap(after.height_px, 0)
    moved = _moved(first, second)
    return None if moved is None else Overlap(after.height_px - abs(moved), moved)


def _strips(pixels: Pixels, names: dict[bytes, int]) -> _Rows:
    """Return each row as the names of its strips; _PLAIN for one of a single colour."""
    stride = _CHANNELS * pixels.width_px
    strips = min(_STRIPS, max(pixels.width_px // _NARROW, 1))
    wide = pixels.width_px // strips * _CHANNELS
    rgb = pixels.rgb
    rows: _Rows = []
    for top in range(0, len(rgb), stride):
        row = []
        for left in range(top, top + stride - wide + 1, wide):
            strip = rgb[left : left + wide]
            name = names.get(strip)
            if name is None:
                plain = strip == strip[:_CHANNELS] * (len(strip) // _CHANNELS)
                name = names[strip] = _PLAIN if plain else len(names)
            row.append(name)
        rows.append(row)
    return rows


def _stands_still(first: _Rows, second: _Rows) -> bool:
    told = [
        (one, other)
        for above, below in zip(first, second, strict=True)
        for one, other in zip(above, below, strict=True)
        if one != _PLAIN or other != _PLAIN
    ]
    equal = sum(one == other for one, other in told)
    return bool(told) and equal >= _SAME * len(told)


def _moved(first: _Rows, second: _Rows) -> int | None:
    """Return by how many rows most of what is in both has moved."""
    where: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for y, row in enumerate(first):
        for strip, name in enumerate(row):
            if name != _PLAIN:
                where[strip, name].append(y)
    votes: defaultdict[int, float] = defaultdict(float)
    for y, row in enumerate(second):
        for strip, name in enumerate(row):
            found = where.get((strip, name), ())
            if name != _PLAIN and len(found) <= _COMMON:
                for above in found:
                    # What stands in few rows tells most of where it is.
                    votes[above - y] += 1 / len(found)
    votes.pop(0, None)
    likely = sorted(votes, key=lambda moved: votes[moved], reverse=True)[:_TRIED]
    tried = ((_agreement(first, second, moved), moved) for moved in likely)
    agreeing, moved = max(tried, default=(0, 0))
    return moved if agreeing else None


def _agreement(first: _Rows, second: _Rows, moved: int) -> int:
    """Return in how many strips both agree; 0 where most of what both would show does not, or that is too little."""
    told = equal = 0
    for y in range(max(0, -moved), len(second) - max(0, moved)):
        for strip, name in enumerate(second[y]):
            above = first[y + moved][strip]
            stays = name == first[y][strip] or above == second[y + moved][strip]
            if stays or (name == above == _PLAIN):
                continue
            told += 1
            equal += name == above
    return equal if told >= _LEAST and equal >= _AGREE * told else 0
