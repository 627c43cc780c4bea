"""A layer as it may be told to whoever gets the picture: marks cut to what is seen of them.

Rules:
- A mark of which nothing is seen is left out. What hides is a black box, the edge of the picture, or the white plate
  of words that were written later.
- Words are told where nothing lies over their plate. Else, and of every other mark that is partly hidden, the
  rectangle around the visible part is told and nothing more. So it is of lines, ellipses and what was drawn by hand,
  however much is seen: the part that tells marks is opened as a whole, and never grows.
- The same pixels seen, the same words told: that is what the tests ask.
"""

from __future__ import annotations

from pathlib import Path

from app.markup.burning import draw_mark
from app.markup.layer import check_layer
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
    Text,
    ToldLayer,
    ToldMark,
    points_bounds,
)
from app.markup.sizes import Sizes, plate_margin_px
from app.markup.visible import (
    frame_lines,
    is_free,
    numbering,
    seen_bounds,
    told_redactions,
)
from app.picture import Canvas, Colour, Pixels

_GROUND: Colour = (127, 127, 127)
_Drawn = Arrow | Line | Ellipse | Freehand


def visible_layer(layer: Layer, width_px: int, height_px: int, font: Path) -> ToldLayer:
    """Return what of a layer is seen on a picture of that size; ``font`` is the one it is burned with.

    Raises:
        LayerError: a shape does not fit the picture.
    """
    layer = check_layer(layer, width_px, height_px)
    numbers = numbering(layer, width_px, height_px)
    teller = _SeenMarks(width_px, height_px, font)
    hiding = [redaction.box for redaction in layer.redactions]
    over: list[Box] = []
    told: list[ToldMark] = []
    for mark, number in zip(reversed(layer.marks), reversed(numbers), strict=True):
        seen = teller.tell(mark, number, hiding, over)
        if seen is not None:
            told.append(seen)
        if isinstance(mark, Text):
            hiding.append(teller.plate(mark))
        elif not isinstance(mark, Frame | Highlight):
            over.append(teller.drawn(mark))
    return ToldLayer(tuple(reversed(told)), told_redactions(layer.redactions))


class _SeenMarks:
    """The marks of one picture, drawn one by one on a sheet of its size where their outline is no rectangle."""

    def __init__(self, width_px: int, height_px: int, font: Path) -> None:
        self._size = (width_px, height_px)
        self._sizes = Sizes.of(width_px, height_px)
        self._font = font
        self._sheet: Canvas | None = None

    def tell(self, mark: Mark, number: int, hiding: list[Box], over: list[Box]) -> ToldMark | None:
        """Return the mark, what is seen of it, or None. ``over`` lies on top, too, but hides only some of the words."""
        seen: Box | None = None
        match mark:
            case Highlight(box=box):
                seen = seen_bounds([box], hiding, *self._size)
                return None if seen is None else Highlight(seen)
            case Frame(box=box):
                seen = seen_bounds(frame_lines(box, self._sizes.line_px), hiding, *self._size)
            case Text():
                plate = self.plate(mark)
                if is_free(plate, [*hiding, *over], *self._size):
                    return mark
                seen = seen_bounds([plate], hiding, *self._size)
            case Number():
                if number:
                    return mark
                seen = self._seen(mark, hiding)
            case Arrow():
                if self._whole(mark, hiding):
                    return Arrow(mark.x1, mark.y1, mark.x2, mark.y2)
                seen = self._seen(mark, hiding)
            case Line() | Ellipse() | Freehand():
                seen = self._seen(mark, hiding)
        return None if seen is None else Frame(seen)

    def plate(self, mark: Text) -> Box:
        """Return the white plate below words."""
        wide, high = self._canvas().text_size(mark.text, mark.size_px)
        margin = plate_margin_px(mark.size_px)
        return Box(mark.x, mark.y, wide + 2 * margin, high + 2 * margin)

    def drawn(self, mark: Number | _Drawn) -> Box:
        """Return a rectangle that holds a mark as it is drawn."""
        if isinstance(mark, Number):
            reach = self._sizes.disc_radius_px + self._sizes.halo_px
            return Box(mark.x - reach, mark.y - reach, 2 * reach + 1, 2 * reach + 1)
        reach = 3 * self._sizes.shaft_px + self._sizes.halo_px
        box = _around(mark)
        return Box(box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach)

    def _whole(self, mark: Arrow, hiding: list[Box]) -> bool:
        """Return whether both ends are in the picture and nothing hides a pixel of it."""
        ends = points_bounds(((mark.x1, mark.y1), (mark.x2, mark.y2)))
        if not is_free(ends, (), *self._size):
            return False
        if is_free(self.drawn(mark), hiding, *self._size):
            return True
        canvas = self._drawn_alone(mark)
        before = canvas.pixels()
        _hide(canvas, hiding)
        return canvas.pixels() == before

    def _seen(self, mark: Mark, hiding: list[Box]) -> Box | None:
        """Return the rectangle around the pixels of a mark that nothing hides."""
        canvas = self._drawn_alone(mark)
        _hide(canvas, hiding)
        found = canvas.bounds(_GROUND)
        return None if found is None else Box(*found)

    def _drawn_alone(self, mark: Mark) -> Canvas:
        canvas = self._canvas()
        canvas.fill(0, 0, *self._size, _GROUND)
        draw_mark(canvas, mark, 0, self._sizes)
        return canvas

    def _canvas(self) -> Canvas:
        if self._sheet is None:
            wide, high = self._size
            self._sheet = Canvas(Pixels(wide, high, bytes(_GROUND) * (wide * high)), self._font)
        return self._sheet


def _around(mark: _Drawn) -> Box:
    """Return the rectangle that a mark says it reaches over."""
    match mark:
        case Ellipse(box=box):
            return box
        case Freehand(points=points):
            return points_bounds(points)
        case _:
            return points_bounds(((mark.x1, mark.y1), (mark.x2, mark.y2)))


def _hide(canvas: Canvas, hiding: list[Box]) -> None:
    for box in hiding:
        canvas.fill(box.x, box.y, box.width, box.height, _GROUND)
