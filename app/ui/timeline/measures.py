"""How tall rows are and where they stand. No Qt.

Rows with a picture are taller than others, and the first of a day carries the day's name above its card. Places are
reckoned for all rows at once by simple sums, so that a long case needs no word of any row to know its height.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from app.ui.timeline.rows import EXHIBIT, Row, TimelineRows

GAP_PX = 8
PADDING_PX = 14
PICTURE_PX = (108, 64)
_NARROW_PX = 560


class Measures(msgspec.Struct, frozen=True):
    """Heights in pixels, for one width and text size.

    Attributes:
        body_px: height of a line of text.
        small_px: height of a line of small text.
        narrow: there is no room for time, words and badge side by side.
    """

    body_px: int
    small_px: int
    narrow: bool

    @property
    def header_px(self) -> int:
        """The name of a day with the room around it."""
        return self.small_px + 28

    @property
    def low_px(self) -> int:
        """The card of a row without a picture."""
        words = self.body_px + self.small_px + 2
        if self.narrow:
            words += self.body_px + self.small_px + 8
        return words + 2 * PADDING_PX - 4

    @property
    def tall_px(self) -> int:
        """The card of a row with a picture."""
        return max(self.low_px, PICTURE_PX[1] + 2 * PADDING_PX - 2)


def is_narrow(width_px: int, text_percent: int) -> bool:
    """Return whether words and badge stand below each other."""
    return width_px * 100 < _NARROW_PX * text_percent


class Placing:
    """Where each row of a timeline stands, from the top of the list."""

    def __init__(self, timeline: TimelineRows, measures: Measures) -> None:
        self._measures = measures
        self._starts = frozenset(timeline.starts)
        self._rows: Sequence[Row] = timeline.rows
        tall, low = measures.tall_px + GAP_PX, measures.low_px + GAP_PX
        heights = [tall if row.kind is EXHIBIT else low for row in timeline.rows]
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

    def top_px(self, place: int) -> int:
        """Return where the row begins, the day's name included."""
        return self._tops[place]

    def card_px(self, place: int) -> tuple[int, int]:
        """Return top and height of the row's card."""
        above = self._measures.header_px if place in self._starts else 0
        return self._tops[place] + above, self._tops[place + 1] - self._tops[place] - above - GAP_PX

    def at(self, y_px: int) -> int:
        """Return the row at a height; -1 where there is none."""
        if not self._rows or y_px < 0 or y_px >= self.total_px:
            return -1
        return bisect_right(self._tops, y_px) - 1
