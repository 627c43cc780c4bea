"""Rules for what may lie over a picture. Pure.

Rules:
- A shape wholly outside the picture is refused: it would be sealed and never seen, and a black box that covers
  nothing is worse than none.
- A redaction that reaches outside is cut to the picture: the covered area is what both share.
- A mark may reach outside.
"""

from __future__ import annotations

from msgspec.structs import replace

from app.markup.errors import LayerError, LayerFault, LayerPart
from app.markup.shapes import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Layer,
    Line,
    Mark,
    Number,
    Redaction,
    Text,
    points_bounds,
)
from app.markup.sizes import Sizes

MAX_SHAPES = 500
MAX_TEXT = 1000
MAX_REASON = 200
MAX_POINTS = 2000
MIN_TEXT_PX = 6
MAX_TEXT_PX = 400
# Far enough for any desktop, and near enough for every drawing library to count with.
_FAR = 1_000_000
_LEAST_POINTS = 2


def check_layer(layer: Layer, width_px: int, height_px: int) -> Layer:
    """Return the layer as it lies on a picture of that size: redactions cut to the picture, marks as they are.

    Raises:
        LayerError: the first shape that does not fit, and why.
    """
    if len(layer.marks) > MAX_SHAPES:
        raise LayerError(LayerPart.MARK, MAX_SHAPES + 1, LayerFault.TOO_MANY)
    if len(layer.redactions) > MAX_SHAPES:
        raise LayerError(LayerPart.REDACTION, MAX_SHAPES + 1, LayerFault.TOO_MANY)
    for position, mark in enumerate(layer.marks, start=1):
        fault = _words_fault(mark) or _place_fault(mark, width_px, height_px)
        if fault is not None:
            raise LayerError(LayerPart.MARK, position, fault)
    return Layer(
        marks=layer.marks,
        redactions=tuple(
            _clipped(redaction, position, width_px, height_px)
            for position, redaction in enumerate(layer.redactions, start=1)
        ),
    )


def merge(earlier: Layer, marks: tuple[Mark, ...], redactions: tuple[Redaction, ...]) -> Layer:
    """Return the earlier layer with new shapes on top; a redaction that is there already is not added twice."""
    return Layer(
        marks=(*earlier.marks, *marks),
        redactions=tuple(dict.fromkeys((*earlier.redactions, *redactions))),
    )


def _words_fault(mark: Mark) -> LayerFault | None:
    words = mark.text if isinstance(mark, Text) else mark.caption
    if len(words) > MAX_TEXT:
        return LayerFault.TOO_LONG
    if isinstance(mark, Text):
        if not words.strip():
            return LayerFault.NO_TEXT
        if not MIN_TEXT_PX <= mark.size_px <= MAX_TEXT_PX:
            return LayerFault.TEXT_SIZE
    if isinstance(mark, Freehand) and not _LEAST_POINTS <= len(mark.points) <= MAX_POINTS:
        return LayerFault.POINTS
    return None


def _place_fault(mark: Mark, width_px: int, height_px: int) -> LayerFault | None:
    area = _area(mark, Sizes.of(width_px, height_px))
    if area.width < 1 or area.height < 1:
        return LayerFault.NO_SIZE
    far = max(abs(area.x), abs(area.y), area.width, area.height) > _FAR
    if far or _shared(area, width_px, height_px) is None:
        return LayerFault.OUTSIDE
    return None


def _area(mark: Mark, sizes: Sizes) -> Box:
    """Return a rectangle that holds the mark; for words it is as large as they can be in any typeface."""
    match mark:
        case Frame() | Highlight() | Ellipse():
            return mark.box
        case Arrow() | Line():
            return points_bounds(((mark.x1, mark.y1), (mark.x2, mark.y2)))
        case Freehand(points=points):
            return points_bounds(points)
        case Number():
            reach = sizes.disc_radius_px
            return Box(mark.x - reach, mark.y - reach, 2 * reach + 1, 2 * reach + 1)
        case Text():
            lines = mark.text.split("\n")
            longest = max(len(line) for line in lines)
            return Box(mark.x, mark.y, max(1, longest) * mark.size_px, len(lines) * mark.size_px)


def _clipped(redaction: Redaction, position: int, width_px: int, height_px: int) -> Redaction:
    box = redaction.box
    fault: LayerFault | None = None
    if not redaction.reason.strip():
        fault = LayerFault.NO_REASON
    elif len(redaction.reason) > MAX_REASON:
        fault = LayerFault.TOO_LONG
    elif box.width < 1 or box.height < 1:
        fault = LayerFault.NO_SIZE
    shared = _shared(box, width_px, height_px)
    if fault is None and shared is not None:
        return replace(redaction, box=shared)
    raise LayerError(LayerPart.REDACTION, position, fault or LayerFault.OUTSIDE)


def _shared(box: Box, width_px: int, height_px: int) -> Box | None:
    left, top = max(0, box.x), max(0, box.y)
    right, bottom = min(width_px, box.x + box.width), min(height_px, box.y + box.height)
    if left >= right or top >= bottom:
        return None
    return Box(left, top, right - left, bottom - top)
