"""Where shapes lie on the picture, and how they are moved and resized. Pure; whole pixels of the original.

Rules:
- What a person moves or resizes stays inside the picture: a mark that nobody can see would still be sealed.
- A shape that is dragged by a handle is worked out from what it was when the drag began, so that a handle may be
  drawn past the opposite side and back again.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from app.markup import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Line,
    Number,
    Redaction,
    Sizes,
    Text,
    plate_margin_px,
    points_bounds,
)
from app.ui.exhibit.model import Shape

Boxed = Frame | Ellipse | Highlight | Freehand | Redaction
"""What is as large as a rectangle says."""

MIN_TEXT_PX = 6
MAX_TEXT_PX = 400


class Handle(StrEnum):
    """A place to take hold of a shape by."""

    NW = "nw"
    N = "n"
    NE = "ne"
    E = "e"
    SE = "se"
    S = "s"
    SW = "sw"
    W = "w"
    TAIL = "tail"
    TIP = "tip"


class Grip(msgspec.Struct, frozen=True):
    """A handle and where it is."""

    handle: Handle
    x: int
    y: int


class EditorGround(msgspec.Struct, frozen=True):
    """What the shapes lie on.

    Attributes:
        width_px: of the picture.
        height_px: of the picture.
        measure: width and height in pixels that words of a size take.
    """

    width_px: int
    height_px: int
    measure: Callable[[str, int], tuple[int, int]]

    @property
    def sizes(self) -> Sizes:
        """How large marks are drawn on it."""
        return Sizes.of(self.width_px, self.height_px)


def bounds(shape: Shape, ground: EditorGround) -> Box:
    """Return the rectangle that holds a shape as it is drawn."""
    match shape:
        case Arrow() | Line():
            return points_bounds(((shape.x1, shape.y1), (shape.x2, shape.y2)))
        case Freehand(points=points):
            return points_bounds(points)
        case Number():
            reach = ground.sizes.disc_radius_px
            return Box(shape.x - reach, shape.y - reach, 2 * reach + 1, 2 * reach + 1)
        case Text():
            width_px, height_px = ground.measure(shape.text, shape.size_px)
            margin = 2 * plate_margin_px(shape.size_px)
            return Box(shape.x, shape.y, width_px + margin, height_px + margin)
        case _:
            return shape.box


def moved(shape: Shape, right: int, down: int, ground: EditorGround) -> Shape:
    """Return the shape somewhere else, inside the picture as far as it fits."""
    box = bounds(shape, ground)
    right = _within(right, -box.x, ground.width_px - box.x - box.width)
    down = _within(down, -box.y, ground.height_px - box.y - box.height)
    match shape:
        case Arrow() | Line():
            return replace(
                shape,
                x1=shape.x1 + right,
                y1=shape.y1 + down,
                x2=shape.x2 + right,
                y2=shape.y2 + down,
            )
        case Number() | Text():
            return replace(shape, x=shape.x + right, y=shape.y + down)
        case Freehand(points=points):
            return replace(shape, points=tuple((x + right, y + down) for x, y in points))
        case _:
            at = shape.box
            return replace(shape, box=replace(at, x=at.x + right, y=at.y + down))


def grips(shape: Shape, ground: EditorGround, out_px: float = 0) -> tuple[Grip, ...]:
    """Return where the shape can be taken hold of to resize it; none for a number, which has one size.

    Args:
        shape: to be resized.
        ground: the picture.
        out_px: how far outside of the shape they lie, so that what is marked can be read.
    """
    out = round(out_px)
    match shape:
        case Arrow() | Line():
            return _ends(shape, out)
        case Number():
            return ()
        case Text():
            box = bounds(shape, ground)
            return (Grip(Handle.SE, box.x + box.width + out, box.y + box.height + out),)
        case Freehand(points=points):
            box = points_bounds(points)
        case _:
            box = shape.box
    left, top = box.x - out, box.y - out
    right, bottom = box.x + box.width + out, box.y + box.height + out
    middle, centre = (left + right) // 2, (top + bottom) // 2
    return (
        Grip(Handle.NW, left, top),
        Grip(Handle.N, middle, top),
        Grip(Handle.NE, right, top),
        Grip(Handle.E, right, centre),
        Grip(Handle.SE, right, bottom),
        Grip(Handle.S, middle, bottom),
        Grip(Handle.SW, left, bottom),
        Grip(Handle.W, left, centre),
    )


def dragged(shape: Shape, handle: Handle, x: int, y: int, ground: EditorGround) -> Shape:
    """Return the shape with one of its handles at (x, y)."""
    x = _within(x, 0, ground.width_px)
    y = _within(y, 0, ground.height_px)
    match shape:
        case Arrow() | Line():
            x, y = min(x, ground.width_px - 1), min(y, ground.height_px - 1)
            if handle is Handle.TAIL:
                return replace(shape, x1=x, y1=y)
            return replace(shape, x2=x, y2=y)
        case Number():
            return shape
        case Text():
            return _text_to(shape, y, ground)
        case Freehand(points=points):
            box = points_bounds(points)
        case _:
            box = shape.box
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if "w" in handle:
        left = x
    if "e" in handle:
        right = x
    if "n" in handle:
        top = y
    if "s" in handle:
        bottom = y
    return with_box(shape, box_between(left, top, right, bottom, ground))


def with_box(shape: Boxed, box: Box) -> Boxed:
    """Return a shape that fills a rectangle; what is drawn by hand is stretched to it."""
    if not isinstance(shape, Freehand):
        return replace(shape, box=box)
    before = points_bounds(shape.points)
    across = max(0, box.width - 1) / max(1, before.width - 1)
    down = max(0, box.height - 1) / max(1, before.height - 1)
    return replace(
        shape,
        points=tuple(
            (box.x + round((x - before.x) * across), box.y + round((y - before.y) * down))
            for x, y in shape.points
        ),
    )


def resized(shape: Shape, wider: int, higher: int, ground: EditorGround) -> Shape:
    """Return the shape that much wider and higher at its lower right; an arrow's tip moves, words grow."""
    match shape:
        case Arrow() | Line():
            return dragged(shape, Handle.TIP, shape.x2 + wider, shape.y2 + higher, ground)
        case Number():
            return shape
        case Text():
            size_px = _within(shape.size_px + wider + higher, MIN_TEXT_PX, MAX_TEXT_PX)
            return moved(replace(shape, size_px=size_px), 0, 0, ground)
        case Freehand(points=points):
            box = points_bounds(points)
        case _:
            box = shape.box
    right = max(box.x + 1, box.x + box.width + wider)
    bottom = max(box.y + 1, box.y + box.height + higher)
    return with_box(shape, box_between(box.x, box.y, right, bottom, ground))


def box_between(x1: int, y1: int, x2: int, y2: int, ground: EditorGround) -> Box:
    """Return the rectangle with these corners, in any order: inside the picture, at least one pixel."""
    left, right = _edges(x1, x2, ground.width_px)
    top, bottom = _edges(y1, y2, ground.height_px)
    return Box(left, top, right - left, bottom - top)


def is_at(
    shape: Shape, x: int, y: int, slop_px: int, ground: EditorGround, *, hollow: bool
) -> bool:
    """Return whether (x, y) is on the shape, or at most ``slop_px`` from it.

    Args:
        shape: asked about.
        x: the place.
        y: the place.
        slop_px: how far beside still counts.
        ground: the picture.
        hollow: a frame or an ellipse counts only where its line is.
    """
    if isinstance(shape, Arrow | Line | Freehand):
        reach = slop_px + ground.sizes.shaft_px / 2
        return any(off_line((x, y), *each) <= reach for each in pairwise(_corners(shape)))
    box = bounds(shape, ground)
    if not _holds(box, x, y, slop_px):
        return False
    if isinstance(shape, Ellipse):
        inner = -slop_px - ground.sizes.line_px
        return _is_round(box, x, y, slop_px) and not (hollow and _is_round(box, x, y, inner))
    if isinstance(shape, Frame) and hollow:
        return not _holds(box, x, y, -slop_px - ground.sizes.line_px)
    return True


def holds(ground: EditorGround, x: int, y: int) -> bool:
    """Return whether a place is on the picture."""
    return 0 <= x < ground.width_px and 0 <= y < ground.height_px


def inside(x: int, y: int, ground: EditorGround) -> tuple[int, int]:
    """Return the place of the picture that is nearest to one."""
    return _within(x, 0, ground.width_px - 1), _within(y, 0, ground.height_px - 1)


def reaches(ground: EditorGround, start: tuple[int, int], end: tuple[int, int]) -> bool:
    """Return whether the rectangle between two places has anything of the picture in it."""
    (left, right), (top, bottom) = (sorted(pair) for pair in zip(start, end, strict=True))
    return left < ground.width_px and right >= 0 and top < ground.height_px and bottom >= 0


def _corners(shape: Arrow | Line | Freehand) -> tuple[tuple[int, int], ...]:
    if isinstance(shape, Freehand):
        return shape.points
    return ((shape.x1, shape.y1), (shape.x2, shape.y2))


def _is_round(box: Box, x: int, y: int, margin: int) -> bool:
    """Return whether a place is in the ellipse of a rectangle that is made larger by a margin on every side."""
    across, down = box.width / 2 + margin, box.height / 2 + margin
    if across <= 0 or down <= 0:
        return False
    right, below = x + 0.5 - box.x - box.width / 2, y + 0.5 - box.y - box.height / 2
    return (right / across) ** 2 + (below / down) ** 2 <= 1


def _ends(arrow: Arrow | Line, out: int) -> tuple[Grip, Grip]:
    length = math.hypot(arrow.x2 - arrow.x1, arrow.y2 - arrow.y1)
    along_x = (arrow.x2 - arrow.x1) / length if length else 1.0
    along_y = (arrow.y2 - arrow.y1) / length if length else 0.0
    right, down = round(out * along_x), round(out * along_y)
    return (
        Grip(Handle.TAIL, arrow.x1 - right, arrow.y1 - down),
        Grip(Handle.TIP, arrow.x2 + right, arrow.y2 + down),
    )


def _text_to(shape: Text, bottom: int, ground: EditorGround) -> Text:
    """Words that end at that height: the plate grows in step with the letters."""
    per_px = bounds(shape, ground).height / shape.size_px
    size_px = round((bottom - shape.y) / per_px)
    return replace(shape, size_px=_within(size_px, MIN_TEXT_PX, MAX_TEXT_PX))


def _edges(one: int, other: int, end: int) -> tuple[int, int]:
    low, high = sorted((_within(one, 0, end), _within(other, 0, end)))
    if low == high:
        low, high = (low, low + 1) if low < end else (low - 1, low)
    return low, high


def _within(value: int, one: int, other: int) -> int:
    low, high = min(one, other), max(one, other)
    return max(low, min(high, value))


def _holds(box: Box, x: int, y: int, margin: int) -> bool:
    across = box.x - margin <= x < box.x + box.width + margin
    return across and box.y - margin <= y < box.y + box.height + margin


def off_line(place: tuple[int, int], tail: tuple[int, int], tip: tuple[int, int]) -> float:
    """Return how far a place is from the line between two others."""
    along_x, along_y = tip[0] - tail[0], tip[1] - tail[1]
    right, down = place[0] - tail[0], place[1] - tail[1]
    length = along_x**2 + along_y**2
    share = max(0.0, min(1.0, (right * along_x + down * along_y) / length)) if length else 0.0
    return math.hypot(right - share * along_x, down - share * along_y)
