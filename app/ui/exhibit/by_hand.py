"""A line that is drawn by hand: it follows the pointer wherever it goes. Pure; whole pixels of the original.

Rules:
- What a person drew stays where they drew it: points are left out only where the line passes within a pixel of them.
- However long it is drawn, it never has more points than a layer takes.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.markup import MAX_POINTS, Freehand
from app.ui.exhibit.geometry import EditorGround, inside, off_line
from app.ui.exhibit.gestures import Press
from app.ui.exhibit.model import NOTHING, Drawing, add

Point = tuple[int, int]
_LEAST_POINTS = 2
_OFF_PX = 0.8


class ByHand:
    """A new line reaches from where the pointer went down over every place it has passed to where it is."""

    def __init__(self, press: Press, drawing: Drawing, ground: EditorGround) -> None:
        self.press = press
        self._drawing = drawing
        self._ground = ground
        self._passed: list[Point] = [inside(press.x, press.y, ground)]

    def at(self, x: int, y: int) -> tuple[Drawing, int]:
        """Return the drawing and what is selected, now that the pointer is there, too."""
        place = inside(x, y, self._ground)
        if place != self._passed[-1]:
            self._passed.append(place)
        if len(self._passed) > MAX_POINTS:
            self._passed = [*self._passed[:-1:2], place]
        return self._with(tuple(self._passed))

    def settled(self, x: int, y: int) -> tuple[Drawing, int]:
        """Return the same, with as few points as say where the line is."""
        self.at(x, y)
        return self._with(simplified(self._passed))

    def _with(self, points: tuple[Point, ...]) -> tuple[Drawing, int]:
        if len(points) < _LEAST_POINTS:
            return self._drawing, NOTHING
        return add(self._drawing, Freehand(points)), self._drawing.next_id


def simplified(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return first and last point, and those between from which the line would otherwise be off by a pixel.

    Source: Douglas and Peucker (1973), without recursion.
    """
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        off, at = max(
            (
                (off_line(points[each], points[first], points[last]), each)
                for each in range(first + 1, last)
            ),
            default=(0.0, first),
        )
        if off > _OFF_PX:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return tuple(points[each] for each in sorted(kept))
