"""Marks and redactions as data: what lies over a picture, in the picture's own pixels.

Rules:
- Coordinates are whole pixels of the original, origin at its upper left corner.
- A redaction is a solid black box with a reason; it has no colour, no opacity, and always lies on top.
- Numbers are given by the order of the numbered markers, so deleting one renumbers the rest.
"""

from __future__ import annotations

import msgspec


class Box(msgspec.Struct, frozen=True):
    """A rectangle in pixels; width and height are at least 1."""

    x: int
    y: int
    width: int
    height: int


class Arrow(msgspec.Struct, frozen=True, tag_field="shape", tag="arrow"):
    """An arrow from (x1, y1) with its head at (x2, y2)."""

    x1: int
    y1: int
    x2: int
    y2: int
    caption: str = ""


class Frame(msgspec.Struct, frozen=True, tag_field="shape", tag="box"):
    """An empty frame around a place."""

    box: Box
    caption: str = ""


class Line(msgspec.Struct, frozen=True, tag_field="shape", tag="line"):
    """A straight line from (x1, y1) to (x2, y2)."""

    x1: int
    y1: int
    x2: int
    y2: int
    caption: str = ""


class Ellipse(msgspec.Struct, frozen=True, tag_field="shape", tag="ellipse"):
    """An empty ellipse that touches the sides of its rectangle."""

    box: Box
    caption: str = ""


class Freehand(msgspec.Struct, frozen=True, tag_field="shape", tag="freehand"):
    """A line drawn by hand through points (x, y), at least two."""

    points: tuple[tuple[int, int], ...]
    caption: str = ""


class Highlight(msgspec.Struct, frozen=True, tag_field="shape", tag="highlight"):
    """A yellow tint over a place; what is below stays readable."""

    box: Box
    caption: str = ""


class Number(msgspec.Struct, frozen=True, tag_field="shape", tag="number"):
    """A numbered marker centred on (x, y); its caption is listed in the dossier."""

    x: int
    y: int
    caption: str = ""


class Text(msgspec.Struct, frozen=True, tag_field="shape", tag="text"):
    """Words written on the picture, upper left corner at (x, y), size in pixels."""

    x: int
    y: int
    text: str
    size_px: int = 20


ToldMark = Arrow | Frame | Highlight | Number | Text
"""What is told of marks to whoever gets the picture: fixed, since recipients' files open it as a whole."""

Mark = ToldMark | Line | Ellipse | Freehand


def points_bounds(points: tuple[tuple[int, int], ...]) -> Box:
    """Return the rectangle that just holds some points; none have one of no size."""
    if not points:
        return Box(0, 0, 0, 0)
    across, down = [x for x, _ in points], [y for _, y in points]
    left, top = min(across), min(down)
    return Box(left, top, max(across) - left + 1, max(down) - top + 1)


class Redaction(msgspec.Struct, frozen=True):
    """A place covered with solid black, and why."""

    box: Box
    reason: str


class ToldLayer(msgspec.Struct, frozen=True):
    """What is told of a layer to others: nothing but what is seen in the picture."""

    marks: tuple[ToldMark, ...] = ()
    redactions: tuple[Redaction, ...] = ()


class Layer(msgspec.Struct, frozen=True):
    """All that lies over one picture, in drawing order; redactions come after every mark."""

    marks: tuple[Mark, ...] = ()
    redactions: tuple[Redaction, ...] = ()
