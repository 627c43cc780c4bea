"""How much room a window has, told as it is at 100 % text: what decides how it is laid out. No Qt.

The side bar, the toolbar and the pages all ask here, so that they fold at the same widths.
"""

from __future__ import annotations

from enum import IntEnum

from app.ui.kit.look import S5, S6, space

MEDIUM_PX, WIDE_PX, BROAD_PX = 1100, 1400, 1700


class Room(IntEnum):
    """The three widths that the window is laid out for."""

    NARROW = 0
    MEDIUM = 1
    WIDE = 2


def effective_px(width_px: float, text_percent: int) -> float:
    """Return how wide a window is for its text: at 200 % text one of 1400 has the room of 700."""
    return width_px * 100 / text_percent


def room_of(width_px: float, text_percent: int) -> Room:
    """Return which of the three a window of that width is."""
    effective = effective_px(width_px, text_percent)
    if effective >= WIDE_PX:
        return Room.WIDE
    return Room.MEDIUM if effective >= MEDIUM_PX else Room.NARROW


def stands_in_the_middle(width_px: float, text_percent: int) -> bool:
    """Return whether a page stands in the middle of such a window.

    In a narrower one all titles stand at one edge; at the left of a broad one they would leave half of it empty.
    """
    return effective_px(width_px, text_percent) >= BROAD_PX


def page_side(width_px: float, text_percent: int) -> int:
    """Return what a page keeps clear at its sides: more where the window is wide for its text."""
    sides = {Room.WIDE: S6, Room.MEDIUM: S5, Room.NARROW: 20}
    return space(sides[room_of(width_px, text_percent)], text_percent)
