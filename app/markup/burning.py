"""Burn a layer into new pixels.

Rules:
- The picture handed in does not change.
- Nothing drawn may depend on what a redaction covers. The boxes are painted black before any mark, so that no mark
  that mixes with its ground (a tint, a smooth edge) meets what is covered, and again after all of them, so that no
  mark lies on a box.
- A redaction is black, whole, and of exactly the pixels of its box.
- Numbers count the markers whose digits are seen: a gap would tell that there are more under a box.
"""

from __future__ import annotations

from pathlib import Path

from app.markup.layer import check_layer
from app.markup.shapes import (
    Arrow,
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
)
from app.markup.sizes import Sizes, plate_margin_px
from app.markup.visible import numbering
from app.picture import Canvas, Colour, Pixels

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
ACCENT: Colour = (0x0B, 0x5C, 0x6B)
INK: Colour = (0x1F, 0x2A, 0x37)
YELLOW: Colour = (0xFF, 0xE0, 0x3A)


def burn(pixels: Pixels, layer: Layer, font: Path) -> Pixels:
    """Return a copy with a layer drawn on it. ``font`` is the TrueType file of the digits and words.

    Raises:
        LayerError: a shape does not fit the picture; nothing was drawn.
    """
    layer = check_layer(layer, pixels.width_px, pixels.height_px)
    canvas = Canvas(pixels, font)
    sizes = Sizes.of(pixels.width_px, pixels.height_px)
    _cover(canvas, layer.redactions)
    numbers = numbering(layer, pixels.width_px, pixels.height_px)
    for mark, number in zip(layer.marks, numbers, strict=True):
        draw_mark(canvas, mark, number, sizes)
    _cover(canvas, layer.redactions)
    return canvas.pixels()


def _cover(canvas: Canvas, redactions: tuple[Redaction, ...]) -> None:
    for redaction in redactions:
        box = redaction.box
        canvas.fill(box.x, box.y, box.width, box.height, BLACK)


def draw_mark(canvas: Canvas, mark: Mark, number: int, sizes: Sizes) -> None:
    """Draw one mark; a numbered marker with the number 0 gets no digits."""
    match mark:
        case Highlight(box=box):
            canvas.tint(box.x, box.y, box.width, box.height, YELLOW, 100)
        case Frame():
            _frame(canvas, mark, sizes)
        case Arrow():
            _arrow(canvas, mark, sizes)
        case Line():
            _line(canvas, ((mark.x1, mark.y1), (mark.x2, mark.y2)), sizes)
        case Freehand():
            _line(canvas, mark.points, sizes)
        case Ellipse():
            _ellipse(canvas, mark, sizes)
        case Number():
            radius = sizes.disc_radius_px
            canvas.disc(mark.x, mark.y, radius + sizes.halo_px, WHITE)
            canvas.disc(mark.x, mark.y, radius, ACCENT)
            if number:
                canvas.write(mark.x, mark.y, str(number), sizes.digit_px, WHITE, "mm")
        case Text():
            _words(canvas, mark, sizes)


def _arrow(canvas: Canvas, mark: Arrow, sizes: Sizes) -> None:
    """Draw the arrow in white a little to every side, then itself: an even rim around shaft and head."""
    steps = (-sizes.halo_px, 0, sizes.halo_px)
    for right in steps:
        for down in steps:
            canvas.arrow(
                mark.x1 + right,
                mark.y1 + down,
                mark.x2 + right,
                mark.y2 + down,
                WHITE,
                sizes.shaft_px,
            )
    canvas.arrow(mark.x1, mark.y1, mark.x2, mark.y2, ACCENT, sizes.shaft_px)


def _frame(canvas: Canvas, mark: Frame, sizes: Sizes) -> None:
    box, halo = mark.box, sizes.halo_px
    canvas.frame(
        box.x - halo, box.y - halo, box.width + 2 * halo, box.height + 2 * halo, WHITE, halo
    )
    canvas.frame(box.x, box.y, box.width, box.height, ACCENT, sizes.line_px)


def _line(canvas: Canvas, points: tuple[tuple[int, int], ...], sizes: Sizes) -> None:
    canvas.line(points, WHITE, sizes.shaft_px + 2 * sizes.halo_px)
    canvas.line(points, ACCENT, sizes.shaft_px)


def _ellipse(canvas: Canvas, mark: Ellipse, sizes: Sizes) -> None:
    """Draw it with a white rim outside and inside, so that it is seen on any ground."""
    box, halo = mark.box, sizes.halo_px
    canvas.ellipse(
        box.x - halo,
        box.y - halo,
        box.width + 2 * halo,
        box.height + 2 * halo,
        WHITE,
        sizes.line_px + 2 * halo,
    )
    canvas.ellipse(box.x, box.y, box.width, box.height, ACCENT, sizes.line_px)


def _words(canvas: Canvas, mark: Text, sizes: Sizes) -> None:
    """Draw words on a white plate of their own, readable on any ground."""
    width_px, height_px = canvas.text_size(mark.text, mark.size_px)
    margin = plate_margin_px(mark.size_px)
    wide, high = width_px + 2 * margin, height_px + 2 * margin
    canvas.fill(mark.x, mark.y, wide, high, WHITE)
    canvas.frame(mark.x, mark.y, wide, high, ACCENT, sizes.halo_px)
    canvas.write(mark.x + margin, mark.y + margin, mark.text, mark.size_px, INK, "lt")
