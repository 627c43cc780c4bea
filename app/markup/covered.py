"""Whether black lies over places in a picture. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.markup.shapes import Box

_MOST_PERCENT = 70


def is_covered(places: Sequence[Box], black: Sequence[Box]) -> bool:
    """Return whether one black box at least lies over most of every place."""
    return all(
        any(
            _overlap(place, box) * 100 >= place.width * place.height * _MOST_PERCENT
            for box in black
        )
        for place in places
    )


def _overlap(one: Box, other: Box) -> int:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0, across) * max(0, down)
