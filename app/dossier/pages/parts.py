"""A long picture in parts, one or two to a page: where it is cut so that it can be read. Pure.

Rules:
- A picture is cut only where one page would make it too small to be read.
- It is cut where the picture stands still: in the middle of the longest run of rows that are like the row above them,
  which is the space between two lines or two posts.
- Each part begins a little above the end of the one before: a line that had to be cut stands whole in one of the two.
- Nothing is copied: a part is a window onto the one picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LARGEST_SCALE = 0.75  # points for a pixel: never larger than a screen of 96 dpi shows it
_BROAD_FROM_PX = 1200  # from here on it is a page of a computer rather than of a telephone
_READABLE = 0.66  # how much smaller than wanted a picture may be: a telephone's is then as wide as the telephone
_OVERLAP = 0.06
_EARLIER = 0.15  # how much of a part may be given up to find a better place for the cut
_LONG_RUN_PX = 64


class PicturePart(NamedTuple):
    """Some rows of a picture, and how large they are shown; it is part ``number`` of ``total``."""

    number: int
    total: int
    top_px: int
    rows_px: int
    scale: float


def wanted_scale(width_px: int, beside: float, whole: float) -> float:
    """Return the points for a pixel at which a long picture is read well.

    Args:
        width_px: the picture's width.
        beside: the width in points that a telephone's picture gets, with facts beside it.
        whole: the width in points of the whole page.
    """
    return min(LARGEST_SCALE, (whole if is_broad(width_px) else beside) / width_px)


def is_broad(width_px: int) -> bool:
    """Return whether a long picture needs the page's whole width."""
    return width_px >= _BROAD_FROM_PX


def is_long(height_px: int, room: float, wanted: float) -> bool:
    """Return whether a picture would be too small on one page with so much room, in points."""
    return room / height_px < wanted * _READABLE


def parts_of(
    height_px: int, room: float, wanted: float, still: Sequence[int]
) -> tuple[PicturePart, ...]:
    """Cut a long picture.

    Args:
        height_px: its height.
        room: height of the place on each page, in points.
        wanted: points for a pixel; the parts are shown at this scale or a little smaller.
        still: for each row whether it is like the one above it; shorter where that is not known.
    """
    most = max(2, int(room / (wanted * _READABLE)))
    overlap = max(1, int(most * _OVERLAP))
    cuts: list[tuple[int, int]] = []
    top = 0
    while (left := height_px - top) > most:
        # As equal as may be: what one cut gave up, the parts that are left share.
        count = -(-(left - overlap) // (most - overlap))
        even = -(-(left + (count - 1) * overlap) // count)
        end = _quiet(still, top + int(even * (1 - _EARLIER)), top + min(most, even + overlap))
        cuts.append((top, end - top))
        top = max(top + 1, _quiet(still, end - 2 * overlap, end - overlap))
    cuts.append((top, height_px - top))
    scale = min(wanted, room / max(rows for _, rows in cuts))
    return tuple(
        PicturePart(number, len(cuts), top, rows, scale)
        for number, (top, rows) in enumerate(cuts, start=1)
    )


def _quiet(still: Sequence[int], low: int, high: int) -> int:
    """Return the best row to cut above, from ``low`` to ``high``; ``high`` where none is quieter than the others."""
    best, best_length, begun = high, 0, -1
    for row in range(low, high + 1):
        if row < len(still) and still[row] and row < high:
            begun = row if begun < 0 else begun
        elif begun >= 0:
            # Of two runs of one length the later one: pages are filled.
            if min(row - begun, _LONG_RUN_PX) >= best_length:
                best_length = min(row - begun, _LONG_RUN_PX)
                best = row - best_length // 2
            begun = -1
    return best
