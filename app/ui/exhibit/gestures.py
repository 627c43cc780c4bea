"""What the pointer does to a drawing, from pressing to letting go. Pure; places are pixels of the original.

Rules:
- A gesture is worked out from the drawing it began on, so every step of it replaces the one before.
- A drag is never needed: a click where nothing is begins a shape, and a second click ends it.
- Beside the picture nothing is placed. A drag may begin there, so that its very edge can be reached.
- A handle lies outside of what it resizes; what is resized follows the way the pointer goes, and does not jump to it.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from app.ui.exhibit.geometry import EditorGround, Handle, dragged, grips, is_at, moved, reaches
from app.ui.exhibit.model import NOTHING, Drawing, Shape, add, put
from app.ui.exhibit.tools import POINTED, Tool, new_shape


class Press(msgspec.Struct, frozen=True):
    """The pointer went down.

    Attributes:
        x: where.
        y: where.
        slop_px: how many pixels of the original a finger or an unsteady hand may miss by.
    """

    x: int
    y: int
    slop_px: int


class Gesture(Protocol):
    """Something under way."""

    @property
    def press(self) -> Press:
        """Where it began."""
        ...

    def at(self, x: int, y: int) -> tuple[Drawing, int]:
        """Return the drawing and what is selected while the pointer is there."""
        ...


class Moving(msgspec.Struct, frozen=True):
    """A shape follows the pointer."""

    press: Press
    drawing: Drawing
    id: int
    shape: Shape
    ground: EditorGround

    def at(self, x: int, y: int) -> tuple[Drawing, int]:
        shape = moved(self.shape, x - self.press.x, y - self.press.y, self.ground)
        return put(self.drawing, self.id, shape), self.id


class Resizing(msgspec.Struct, frozen=True):
    """A handle follows the pointer.

    Attributes:
        press: where it was taken hold of.
        drawing: before.
        id: of the shape.
        shape: before.
        handle: that is held.
        edge: the place of the shape itself that the handle moves.
        ground: the picture.
    """

    press: Press
    drawing: Drawing
    id: int
    shape: Shape
    handle: Handle
    edge: tuple[int, int]
    ground: EditorGround

    def at(self, x: int, y: int) -> tuple[Drawing, int]:
        x, y = self.edge[0] + x - self.press.x, self.edge[1] + y - self.press.y
        shape = dragged(self.shape, self.handle, x, y, self.ground)
        return put(self.drawing, self.id, shape), self.id


class Making(msgspec.Struct, frozen=True):
    """A new shape reaches from where the pointer went down to where it is."""

    press: Press
    drawing: Drawing
    tool: Tool
    words: str
    ground: EditorGround

    def at(self, x: int, y: int) -> tuple[Drawing, int]:
        start = (self.press.x, self.press.y)
        if not reaches(self.ground, start, (x, y)):
            return self.drawing, NOTHING
        shape = new_shape(self.tool, start, (x, y), self.words, self.ground)
        return add(self.drawing, shape), self.drawing.next_id

    @property
    def takes_two_places(self) -> bool:
        """Whether a click alone does not say enough."""
        return self.tool not in POINTED


def take_hold(
    drawing: Drawing, selected: int, press: Press, ground: EditorGround
) -> Resizing | None:
    """Return the handle of what is selected that lies there, if one does."""
    shape = drawing.shape(selected)
    if shape is None:
        return None
    # A handle is half as wide as the slop, and lies as far again outside of the shape.
    near = [
        (abs(grip.x - press.x) + abs(grip.y - press.y), grip.handle, (edge.x, edge.y))
        for grip, edge in zip(
            grips(shape, ground, press.slop_px), grips(shape, ground), strict=True
        )
        if abs(grip.x - press.x) <= press.slop_px and abs(grip.y - press.y) <= press.slop_px
    ]
    if not near:
        return None
    _, handle, edge = min(near, key=lambda each: each[0])
    return Resizing(press, drawing, selected, shape, handle, edge, ground)


def found_at(drawing: Drawing, press: Press, ground: EditorGround, *, hollow: bool = True) -> int:
    """Return the topmost shape there; the inside of a frame counts only where nothing else lies.

    Args:
        drawing: looked through.
        press: the place.
        ground: the picture.
        hollow: the inside of a frame does not count at all.
    """
    ways = (True,) if hollow else (True, False)
    for way in ways:
        for slop_px in (0, press.slop_px):
            for each in reversed(drawing.items):
                if is_at(each.shape, press.x, press.y, slop_px, ground, hollow=way):
                    return each.id
    return NOTHING
