"""Drawing onto a copy: the strokes that marks and black boxes are made of.

Rules:
- A canvas draws on its own copy; the pixels it was made from do not change.
- ``fill`` is exact: every covered pixel has the colour, no other pixel changes, nothing blends.
- What reaches outside the picture is cut off at its edge.
- The same strokes give the same pixels: one font file, handed in, laid out by Pillow's own
  simple engine.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.picture.pixels import Colour, Pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

Anchor = Literal["lt", "mm", "lm", "rt", "mt", "lb", "mb", "rb"]
"""Which point of the words (x, y) is: left/middle/right, then top/middle/bottom."""

_HEAD_LENGTH_WIDTHS = 4.5
_HEAD_HALF_ANGLE = math.radians(28)
_DISC_SCALE = 4
# So many times larger is a shape of so many pixels drawn, before it is made small again.
_SMOOTH = ((4_000_000, 4), (16_000_000, 2), (0, 1))


class Canvas:
    """A copy of a picture that can be drawn on.

    All coordinates and lengths are whole pixels; colours are (red, green, blue).
    """

    def __init__(self, pixels: Pixels, font: Path) -> None:
        """Take a copy of ``pixels``. ``font`` is a TrueType file, opened when words are written."""
        from PIL import ImageDraw

        self._image = pixels.image().copy()
        self._draw = ImageDraw.Draw(self._image)
        self._font_file = font
        self._fonts: dict[int, FreeTypeFont] = {}

    @property
    def width_px(self) -> int:
        """Return the width of the picture."""
        return self._image.width

    @property
    def height_px(self) -> int:
        """Return the height of the picture."""
        return self._image.height

    def fill(self, x: int, y: int, width_px: int, height_px: int, colour: Colour) -> None:
        """Give every pixel of a rectangle one colour, exactly."""
        box = self._clipped(x, y, width_px, height_px)
        if box is not None:
            self._image.paste(colour, box)

    def frame(
        self, x: int, y: int, width_px: int, height_px: int, colour: Colour, line_px: int
    ) -> None:
        """Draw an empty frame; its line lies inside the rectangle."""
        line = max(1, min(line_px, (width_px + 1) // 2, (height_px + 1) // 2))
        self.fill(x, y, width_px, line, colour)
        self.fill(x, y + height_px - line, width_px, line, colour)
        self.fill(x, y + line, line, height_px - 2 * line, colour)
        self.fill(x + width_px - line, y + line, line, height_px - 2 * line, colour)

    def tint(
        self, x: int, y: int, width_px: int, height_px: int, colour: Colour, percent: int = 100
    ) -> None:
        """Lay a see-through colour over a rectangle, as a marker pen does: black stays black.

        Args:
            x: left edge.
            y: upper edge.
            width_px: width.
            height_px: height.
            colour: what white becomes at 100 per cent.
            percent: how much of the colour is laid on, 0 to 100.
        """
        from PIL import Image, ImageChops

        box = self._clipped(x, y, width_px, height_px)
        if box is None:
            return
        pen = tuple(255 - (255 - value) * percent // 100 for value in colour)
        below = self._image.crop(box)
        sheet = Image.new("RGB", below.size, pen)
        self._image.paste(ImageChops.multiply(below, sheet), box)

    def arrow(self, x1: int, y1: int, x2: int, y2: int, colour: Colour, line_px: int) -> None:
        """Draw an arrow from (x1, y1); the tip of its head is at (x2, y2)."""
        length = math.hypot(x2 - x1, y2 - y1)
        if length == 0:
            self.disc(x1, y1, max(1, line_px), colour)
            return
        angle = math.atan2(y2 - y1, x2 - x1)
        head = min(length, line_px * _HEAD_LENGTH_WIDTHS)
        # The shaft ends inside the head, so that its square end does not blunt the tip.
        shaft = length - head * 0.8
        end = (x1 + shaft * math.cos(angle), y1 + shaft * math.sin(angle))
        self._draw.line([(x1, y1), end], fill=colour, width=max(1, line_px))
        side = head / math.cos(_HEAD_HALF_ANGLE)
        corners = [
            (x2 - side * math.cos(angle + turn), y2 - side * math.sin(angle + turn))
            for turn in (_HEAD_HALF_ANGLE, -_HEAD_HALF_ANGLE)
        ]
        self._draw.polygon([(x2, y2), *corners], fill=colour)

    def line(self, points: Sequence[tuple[int, int]], colour: Colour, line_px: int) -> None:
        """Draw a line with round ends and a smooth edge through points, each the middle of a pixel."""
        reach = line_px // 2 + 1
        left, top = min(x for x, _ in points) - reach, min(y for _, y in points) - reach
        right, bottom = max(x for x, _ in points) + reach, max(y for _, y in points) + reach

        def draw(pen: ImageDraw, left: int, top: int, scale: int) -> None:
            places = [((x - left + 0.5) * scale, (y - top + 0.5) * scale) for x, y in points]
            wide = line_px * scale
            pen.line(places, fill=255, width=wide, joint="curve")
            for x, y in (places[0], places[-1]):
                pen.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=255)

        self._smooth((left, top, right - left + 1, bottom - top + 1), colour, draw)

    def ellipse(
        self, x: int, y: int, width_px: int, height_px: int, colour: Colour, line_px: int
    ) -> None:
        """Draw an empty ellipse with a smooth edge; its line lies inside the rectangle."""
        line = max(1, min(line_px, (width_px + 1) // 2, (height_px + 1) // 2))

        def draw(pen: ImageDraw, left: int, top: int, scale: int) -> None:
            first = ((x - left) * scale, (y - top) * scale)
            last = ((x + width_px - left) * scale - 1, (y + height_px - top) * scale - 1)
            pen.ellipse((*first, *last), outline=255, width=line * scale)

        self._smooth((x, y, width_px, height_px), colour, draw)

    def disc(self, x: int, y: int, radius_px: int, colour: Colour) -> None:
        """Draw a filled circle with a smooth edge, its centre at (x, y)."""
        from PIL import Image, ImageDraw

        side = 2 * radius_px + 1
        large = Image.new("L", (side * _DISC_SCALE, side * _DISC_SCALE), 0)
        edge = side * _DISC_SCALE - 1
        ImageDraw.Draw(large).ellipse((0, 0, edge, edge), fill=255)
        mask = large.resize((side, side), Image.Resampling.BOX)
        self._image.paste(colour, (x - radius_px, y - radius_px), mask)

    def write(
        self, x: int, y: int, text: str, size_px: int, colour: Colour, anchor: Anchor = "lt"
    ) -> None:
        """Write words, several lines where the text has line breaks.

        Args:
            x: where the anchor's point lies.
            y: where the anchor's point lies.
            text: the words.
            size_px: size of the letters.
            colour: their colour.
            anchor: which point of the words (x, y) is.
        """
        width_px, height_px = self.text_size(text, size_px)
        left = x - {"l": 0, "m": width_px // 2, "r": width_px}[anchor[0]]
        top = y - {"t": 0, "m": height_px // 2, "b": height_px}[anchor[1]]
        font = self._font(size_px)
        for line in text.split("\n"):
            self._draw.text((left, top), line, font=font, fill=colour, anchor="la")
            top += _line_height(font)

    def text_size(self, text: str, size_px: int) -> tuple[int, int]:
        """Return width and height, in pixels, of the place that words take: whole lines, with room for Å and j."""
        font = self._font(size_px)
        lines = text.split("\n")
        width_px = max(math.ceil(font.getlength(line)) for line in lines)
        return width_px, _line_height(font) * len(lines)

    def bounds(self, ground: Colour) -> tuple[int, int, int, int] | None:
        """Return left, top, width and height of all pixels of another colour than ``ground``; None where none has."""
        from PIL import Image, ImageChops

        sheet = Image.new("RGB", self._image.size, ground)
        found = ImageChops.difference(self._image, sheet).getbbox()
        if found is None:
            return None
        left, top, right, bottom = found
        return left, top, right - left, bottom - top

    def pixels(self) -> Pixels:
        """Return what has been drawn so far, as new pixels."""
        return Pixels.from_image(self._image.copy())

    def _smooth(
        self,
        around: tuple[int, int, int, int],
        colour: Colour,
        draw: Callable[[ImageDraw, int, int, int], None],
    ) -> None:
        """Draw larger than it is and make it small again: the edges blend, and nothing outside of the picture is held.

        Args:
            around: left, top, width and height of what is drawn.
            colour: of it.
            draw: draws in white; given the pen, what lies at its origin, and how many times larger it is.
        """
        from PIL import Image, ImageDraw

        box = self._clipped(*around)
        if box is None:
            return
        left, top, right, bottom = box
        size = (right - left, bottom - top)
        scale = next(
            (times for most, times in _SMOOTH if size[0] * size[1] <= most), _SMOOTH[-1][1]
        )
        mask = Image.new("L", (size[0] * scale, size[1] * scale), 0)
        draw(ImageDraw.Draw(mask), left, top, scale)
        self._image.paste(colour, (left, top), mask.resize(size, Image.Resampling.BOX))

    def _font(self, size_px: int) -> FreeTypeFont:
        from PIL import ImageFont

        size_px = max(1, size_px)
        if size_px not in self._fonts:
            engine = ImageFont.Layout.BASIC
            self._fonts[size_px] = ImageFont.truetype(
                str(self._font_file), size_px, layout_engine=engine
            )
        return self._fonts[size_px]

    def _clipped(
        self, x: int, y: int, width_px: int, height_px: int
    ) -> tuple[int, int, int, int] | None:
        """Return the part of a rectangle that lies inside; None when there is none."""
        left, top = max(0, x), max(0, y)
        right = min(self._image.width, x + width_px)
        bottom = min(self._image.height, y + height_px)
        if left >= right or top >= bottom:
            return None
        return left, top, right, bottom


def _line_height(font: FreeTypeFont) -> int:
    ascent, descent = font.getmetrics()
    return ascent + descent
