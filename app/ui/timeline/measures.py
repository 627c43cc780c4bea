"""How tall rows are and where they stand. No Qt.

All rows are of one height, and the first of a day carries the day's name above it. Places are reckoned for all rows
at once by simple sums, so that a long case needs no word of any row to know its height.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from app.timeline import Row, TimelineRows
from app.ui.kit.look import space

PADDING_PX = 12
PICTURE_PX = (56, 38)
_ROW_PX = 58
_NARROW_PX = 400


class Measures(msgspec.Struct, frozen=True):
    """Heights in pixels, for one width and text size.

    Attributes:
        body_px: height of a line of text.
        small_px: height of a line of small text.
        narrow: there is no room for time, words and badge side by side.
        percent: size of the text; spaces grow at half its rate.
    """

    body_px: int
    small_px: int
    narrow: bool
    percent: int = 100

    def space(self, px: int) -> int:
        """Return a space that grows at half the rate of the text."""
        return space(px, self.percent)

    @property
    def header_px(self) -> int:
        """The name of a day with the room around it."""
        return self.small_px + self.space(12)

    @property
    def row_px(self) -> int:
        """One row: two lines, or three where time and badge stand above them."""
        words = self.body_px + self.small_px + 2
        if self.narrow:
            words += self.small_px + 4
        return max(_ROW_PX, words + self.space(16))


def is_narrow(width_px: int, text_percent: int) -> bool:
    """Return whether time and badge stand above the words."""
    return width_px * 100 < _NARROW_PX * text_percent


class Placing:
    """Where each row of a timeline stands, from the top of the list."""

    def __init__(self, timeline: TimelineRows, measures: Measures) -> None:
        self._measures = measures
        self._starts = frozenset(timeline.starts)
        self._rows: Sequence[Row] = timeline.rows
        heights = [measures.row_px] * len(timeline.rows)
        for place in timeline.starts:
            heights[place] += measures.header_px
        self._tops = list(accumulate(heights, initial=0))

    @property
    def total_px(self) -> int:
        """The height of all rows."""
        return self._tops[-1]

    def begins_day(self, place: int) -> bool:
        """Return whether the day's name stands above this row."""
        return place in self._starts

    def ends_day(self, place: int) -> bool:
        """Return whether the next row, if there is one, is of another day."""
        return place + 1 in self._starts or place + 1 == len(self._rows)

    def top_px(self, place: int) -> int:
        """Return where the row begins, the day's name included."""
        return self._tops[place]

    def card_px(self, place: int) -> tuple[int, int]:
        """Return top and height of the row itself."""
        above = self._measures.header_px if place in self._starts else 0
        return self._tops[place] + above, self._measures.row_px

    def at(self, y_px: int) -> int:
        """Return the row at a height; -1 where there is none."""
        if not self._rows or y_px < 0 or y_px >= self.total_px:
            return -1
        return bisect_right(self._tops, y_px) - 1
