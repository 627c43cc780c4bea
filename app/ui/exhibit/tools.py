"""What can be laid on a picture, by the tool that does it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec.structs import replace

from app.markup import (
    Arrow,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Line,
    Number,
    Redaction,
    Text,
)
from app.ui.exhibit.geometry import EditorGround, bounds, box_between, inside, moved
from app.ui.exhibit.model import Drawing, Shape

MAX_SHAPES = 500
_CASCADE_PX = 14
_CASCADE_STEPS = 8


class Tool(StrEnum):
    """What pressing on the picture does, in the order in which the tools stand: what hides comes before what shows."""

    SELECT = "select"
    REDACT = "redact"
    NUMBER = "number"
    FRAME = "frame"
    ELLIPSE = "ellipse"
    HIGHLIGHT = "highlight"
    ARROW = "arrow"
    LINE = "line"
    FREEHAND = "freehand"
    TEXT = "text"


KEYS = {
    Tool.SELECT: "V",
    Tool.REDACT: "S",
    Tool.NUMBER: "N",
    Tool.FRAME: "R",
    Tool.ELLIPSE: "E",
    Tool.HIGHLIGHT: "G",
    Tool.ARROW: "A",
    Tool.LINE: "L",
    Tool.FREEHAND: "F",
    Tool.TEXT: "T",
}
"""The one key of each tool; the same in every language, since they stand on the tools."""

_BETWEEN_ENDS: Mapping[Tool, type[Arrow | Line]] = {Tool.ARROW: Arrow, Tool.LINE: Line}
_IN_A_BOX: Mapping[Tool, type[Frame | Ellipse | Highlight]] = {
    Tool.FRAME: Frame,
    Tool.ELLIPSE: Ellipse,
    Tool.HIGHLIGHT: Highlight,
}
_TOOLS: Mapping[type[Shape], Tool] = {
    Redaction: Tool.REDACT,
    Number: Tool.NUMBER,
    Text: Tool.TEXT,
    Freehand: Tool.FREEHAND,
    **{shape: tool for tool, shape in _BETWEEN_ENDS.items()},
    **{shape: tool for tool, shape in _IN_A_BOX.items()},
}

POINTED = frozenset({Tool.NUMBER, Tool.TEXT})
"""Tools that need one place; the others need two."""


def new_shape(
    tool: Tool, start: tuple[int, int], end: tuple[int, int], words: str, ground: EditorGround
) -> Shape:
    """Return what a tool makes between two places; one that needs one place takes the second.

    Args:
        tool: any but SELECT.
        start: where the drag began.
        end: where it ended.
        words: what a text says at first, or why a place is covered.
        ground: the picture.
    """
    x, y = end
    if tool in _BETWEEN_ENDS:
        return _BETWEEN_ENDS[tool](*inside(*start, ground), *inside(*end, ground))
    if tool in _IN_A_BOX:
        return _IN_A_BOX[tool](box_between(*start, *end, ground))
    match tool:
        case Tool.FREEHAND:
            return Freehand((inside(*start, ground), inside(*end, ground)))
        case Tool.NUMBER:
            return moved(Number(x, y), 0, 0, ground)
        case Tool.TEXT:
            return moved(Text(x, y, words, round(ground.sizes.digit_px * 1.2)), 0, 0, ground)
        case Tool.REDACT:
            return Redaction(box_between(*start, *end, ground), words)
        case _:
            raise ValueError(tool)


def shape_at_centre(
    tool: Tool, centre: tuple[int, int], drawing: Drawing, words: str, ground: EditorGround
) -> Shape:
    """Return what a tool makes without a pointer: of a middling size, about the centre, not quite on the one before."""
    across, down = max(20, ground.width_px // 5), max(12, ground.height_px // 12)
    step = _CASCADE_PX * (len(drawing.items) % _CASCADE_STEPS)
    x, y = centre[0] + step, centre[1] + step
    if tool in POINTED:
        shape = new_shape(tool, (x, y), (x, y), words, ground)
        box = bounds(shape, ground)
        return moved(shape, x - box.x - box.width // 2, y - box.y - box.height // 2, ground)
    left, top = x - across // 2, y - down // 2
    whole = new_shape(tool, (left, top), (left + across, top + down), words, ground)
    return moved(whole, 0, 0, ground)


def kind_of(shape: Shape) -> Tool:
    """Return the tool that makes such a shape."""
    return _TOOLS[type(shape)]


def has_room(tool: Tool, drawing: Drawing) -> bool:
    """Return whether one more fits: a layer has an end."""
    row = drawing.redactions if tool is Tool.REDACT else drawing.marks
    return len(row) < MAX_SHAPES


def words_of(shape: Shape) -> str:
    """Return what the shape says: a text's words, a redaction's reason, else the caption."""
    match shape:
        case Text():
            return shape.text
        case Redaction():
            return shape.reason
        case _:
            return shape.caption


def with_words(shape: Shape, words: str) -> Shape:
    """Return the shape with other words; a text or a reason of nothing but blanks is refused by keeping the old."""
    # Half a surrogate pair can be typed on some systems, and no ledger can keep it.
    words = words.encode("utf-8", "replace").decode("utf-8")
    match shape:
        case Text():
            return replace(shape, text=words) if words.strip() else shape
        case Redaction():
            return replace(shape, reason=words) if words.strip() else shape
        case _:
            return replace(shape, caption=words)
