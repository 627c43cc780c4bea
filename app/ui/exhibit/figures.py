"""The place and size of a shape as figures to type: the way without a pointer. Pure."""

from __future__ import annotations

from enum import StrEnum

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
    Text,
    points_bounds,
)
from app.ui.exhibit.geometry import MAX_TEXT_PX, MIN_TEXT_PX, EditorGround, moved, with_box
from app.ui.exhibit.model import Shape


class Figure(StrEnum):
    """What a figure means."""

    X = "x"
    Y = "y"
    WIDTH = "width"
    HEIGHT = "height"
    X2 = "x2"
    Y2 = "y2"
    SIZE = "size"


class Value(msgspec.Struct, frozen=True):
    """A figure and what it may be, in pixels of the original."""

    figure: Figure
    value: int
    least: int
    most: int


def figures_of(shape: Shape, ground: EditorGround) -> tuple[Value, ...]:
    """Return the figures of a shape, in the order in which they are shown."""
    right, bottom = ground.width_px - 1, ground.height_px - 1
    match shape:
        case Arrow() | Line():
            return (
                Value(Figure.X, shape.x1, 0, right),
                Value(Figure.Y, shape.y1, 0, bottom),
                Value(Figure.X2, shape.x2, 0, right),
                Value(Figure.Y2, shape.y2, 0, bottom),
            )
        case Number():
            return (Value(Figure.X, shape.x, 0, right), Value(Figure.Y, shape.y, 0, bottom))
        case Text():
            return (
                Value(Figure.X, shape.x, 0, right),
                Value(Figure.Y, shape.y, 0, bottom),
                Value(Figure.SIZE, shape.size_px, MIN_TEXT_PX, MAX_TEXT_PX),
            )
        case Freehand(points=points):
            return _of_box(points_bounds(points), ground)
        case Frame() | Ellipse() | Highlight() | Redaction():
            return _of_box(shape.box, ground)


def with_figure(shape: Shape, figure: Figure, value: int, ground: EditorGround) -> Shape:
    """Return the shape with one figure changed. A box that would reach outside is moved so that it does not."""
    match shape:
        case Arrow() | Line():
            return _arrow_with(shape, figure, value)
        case Number():
            placed = replace(shape, x=value) if figure is Figure.X else replace(shape, y=value)
            return moved(placed, 0, 0, ground)
        case Text():
            return moved(_text_with(shape, figure, value), 0, 0, ground)
        case Freehand(points=points):
            box = _box_with(points_bounds(points), figure, value)
            return moved(with_box(shape, box), 0, 0, ground)
        case Frame() | Ellipse() | Highlight() | Redaction():
            return moved(with_box(shape, _box_with(shape.box, figure, value)), 0, 0, ground)


def _of_box(box: Box, ground: EditorGround) -> tuple[Value, ...]:
    return (
        Value(Figure.X, box.x, 0, ground.width_px - 1),
        Value(Figure.Y, box.y, 0, ground.height_px - 1),
        Value(Figure.WIDTH, box.width, 1, ground.width_px),
        Value(Figure.HEIGHT, box.height, 1, ground.height_px),
    )


def _arrow_with(arrow: Arrow | Line, figure: Figure, value: int) -> Arrow | Line:
    match figure:
        case Figure.X:
            return replace(arrow, x1=value)
        case Figure.Y:
            return replace(arrow, y1=value)
        case Figure.X2:
            return replace(arrow, x2=value)
        case _:
            return replace(arrow, y2=value)


def _text_with(text: Text, figure: Figure, value: int) -> Text:
    match figure:
        case Figure.X:
            return replace(text, x=value)
        case Figure.Y:
            return replace(text, y=value)
        case _:
            return replace(text, size_px=value)


def _box_with(box: Box, figure: Figure, value: int) -> Box:
    match figure:
        case Figure.X:
            return replace(box, x=value)
        case Figure.Y:
            return replace(box, y=value)
        case Figure.WIDTH:
            return replace(box, width=value)
        case _:
            return replace(box, height=value)
