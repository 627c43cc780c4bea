"""The one currency for pictures: 8-bit RGB, rows from the top down, no padding; and thumbnails made from them.

Rules:
- Pixels never change after they are made; whoever draws makes new ones.
- The screen gives BGRX; it is turned into RGB by one pass in C.
- The form that Pillow works on and the plain bytes are each made when first asked for, because most
  captures need only one of them.
- A thumbnail is made while the picture is in memory, and can be made again.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[int, int, int]
_CHANNELS = 3
_SQUARE_PX = 16
_SAMPLES_A_SIDE = 8


class Pixels:
    """A picture in memory: 3 bytes a pixel, or one where it was drawn in grey and is read a few rows at a time.

    Two are equal when they have the same size and the same pixels.

    Attributes:
        width_px: at least 1.
        height_px: at least 1.
    """

    __slots__ = ("_image", "_rgb", "height_px", "width_px")

    def __init__(self, width_px: int, height_px: int, rgb: bytes | Image) -> None:
        """Take a picture from its bytes.

        Args:
            width_px: at least 1.
            height_px: at least 1.
            rgb: 3 bytes a pixel, rows top down; exactly ``3 * width_px * height_px`` of them.
                Inside this room also a Pillow picture, see ``from_image``.

        Raises:
            ValueError: the sizes and the number of bytes do not belong together.
        """
        _check_size(width_px, height_px)
        self.width_px = width_px
        self.height_px = height_px
        self._rgb: bytes | None = None
        self._image: Image | None = None
        if not isinstance(rgb, (bytes, bytearray, memoryview)):
            self._image = rgb
        elif len(rgb) == _CHANNELS * width_px * height_px:
            self._rgb = bytes(rgb)
        else:
            raise ValueError(f"{len(rgb)} bytes are not {width_px} x {height_px} RGB pixels")

    @classmethod
    def from_image(cls, image: Image) -> Pixels:
        """Return the pixels of a Pillow picture of mode RGB or L (this room only; the caller lets go of it)."""
        if image.mode not in ("RGB", "L"):
            raise ValueError(f"mode {image.mode} is neither RGB nor L")
        return cls(image.width, image.height, image)

    @property
    def rgb(self) -> bytes:
        """Return the bytes, 3 a pixel, rows top down, no padding."""
        if self._rgb is None:
            self._rgb = self.image().tobytes()
        return self._rgb

    def image(self) -> Image:
        """Return the form Pillow works on (inside this room only; never drawn on: copy it first)."""
        image = self.as_held()
        if image.mode != "RGB":
            image = self._image = image.convert("RGB")
        return image

    def as_held(self) -> Image:
        """Return the same in the mode that it is held in, RGB or L: nothing becomes larger for this."""
        if self._image is None:
            from PIL import Image

            size = (self.width_px, self.height_px)
            self._image = Image.frombytes("RGB", size, self.rgb)
        return self._image

    def rows_with_one_above(self, top: int, count: int) -> bytes:
        """Return the bytes of some rows and of the one above them; above the first lies a row of zeros.

        Takes them from whichever form there is: neither is made whole for this.
        """
        if self._rgb is None:
            # What lies outside a picture is cut out as zeros.
            rows = self.as_held().crop((0, top - 1, self.width_px, top + count))
            return (rows if rows.mode == "RGB" else rows.convert("RGB")).tobytes()
        stride = _CHANNELS * self.width_px
        if top == 0:
            return bytes(stride) + self._rgb[: count * stride]
        return self._rgb[(top - 1) * stride : (top + count) * stride]

    def colour_at(self, x: int, y: int) -> Colour:
        """Return the colour of one pixel. Raises IndexError outside the picture."""
        if not (0 <= x < self.width_px and 0 <= y < self.height_px):
            raise IndexError(f"({x}, {y}) lies outside {self.width_px} x {self.height_px}")
        if self._rgb is None:
            red, green, blue = self.image().getpixel((x, y))  # type: ignore[misc]  # RGB: 3 ints
            return int(red), int(green), int(blue)
        start = _CHANNELS * (y * self.width_px + x)
        return self._rgb[start], self._rgb[start + 1], self._rgb[start + 2]

    def __eq__(self, other: object) -> bool:
        """Same size and same pixels."""
        if not isinstance(other, Pixels):
            return NotImplemented
        mine = (self.width_px, self.height_px)
        return mine == (other.width_px, other.height_px) and self.rgb == other.rgb

    def __hash__(self) -> int:
        """Follow the pixels."""
        return hash((self.width_px, self.height_px, self.rgb))

    def __repr__(self) -> str:
        """Tell the size and never the content: this may end in a log."""
        return f"Pixels({self.width_px} x {self.height_px})"


def pixels_from_bgrx(width_px: int, height_px: int, data: bytes | bytearray) -> Pixels:
    """Return what the screen gives (blue, green, red, unused) as RGB.

    Raises:
        ValueError: the sizes and the number of bytes do not belong together.
    """
    from PIL import Image

    _check_size(width_px, height_px)
    if len(data) != 4 * width_px * height_px:
        raise ValueError(f"{len(data)} bytes are not {width_px} x {height_px} BGRX pixels")
    size = (width_px, height_px)
    return Pixels.from_image(Image.frombuffer("RGB", size, data, "raw", "BGRX", 0, 1))


def crop(pixels: Pixels, x: int, y: int, width_px: int, height_px: int) -> Pixels:
    """Return a rectangle of a picture, which lies wholly inside.

    Only the pixels asked for are in the result: nothing of the rest travels along.

    Raises:
        ValueError: the rectangle is empty or reaches outside.
    """
    across = 0 <= x < x + width_px <= pixels.width_px
    down = 0 <= y < y + height_px <= pixels.height_px
    if not (across and down):
        raise ValueError(
            f"{width_px} x {height_px} at ({x}, {y}) does not lie inside "
            f"{pixels.width_px} x {pixels.height_px}"
        )
    return Pixels.from_image(pixels.image().crop((x, y, x + width_px, y + height_px)))


def is_one_colour(pixels: Pixels) -> bool:
    """Return whether every pixel has the same colour.

    A real screen is told apart by a handful of samples; only what passes those is read in full.
    """
    first = pixels.colour_at(0, 0)
    for row in range(_SAMPLES_A_SIDE):
        for column in range(_SAMPLES_A_SIDE):
            x = column * (pixels.width_px - 1) // (_SAMPLES_A_SIDE - 1)
            y = row * (pixels.height_px - 1) // (_SAMPLES_A_SIDE - 1)
            if pixels.colour_at(x, y) != first:
                return False
    return all(low == high for low, high in _extremes(pixels))


def is_black(pixels: Pixels) -> bool:
    """Return whether every pixel is (0, 0, 0)."""
    return pixels.colour_at(0, 0) == (0, 0, 0) and is_one_colour(pixels)


def black_percent(pixels: Pixels) -> int:
    """Return how many per cent of a picture are black in whole squares: letters and lines are none."""
    squares = pixels.image().reduce(min(_SQUARE_PX, pixels.width_px, pixels.height_px))
    counted = squares.getcolors(squares.width * squares.height) or []
    black = sum(count for count, colour in counted if colour == (0, 0, 0))
    return black * 100 // (squares.width * squares.height)


def _extremes(pixels: Pixels) -> tuple[tuple[int, int], ...]:
    """Return smallest and largest value of red, green and blue."""
    return tuple(channel.getextrema() for channel in pixels.image().split())  # type: ignore[misc]  # L: ints


def _check_size(width_px: int, height_px: int) -> None:
    if width_px < 1 or height_px < 1:
        raise ValueError(f"a picture of {width_px} x {height_px} has no pixels")


THUMBNAIL_SIDE_PX = 320
_QUALITY = 75
_SPARSE_FROM = 6


def thumbnail(pixels: Pixels) -> bytes:
    """Return a small JPEG of about 10 kB, its longest side at most 320 px; never enlarged.

    It carries no metadata. It shows what the picture shows: a redacted copy needs one of its own.
    """
    from PIL import Image

    image = pixels.as_held()
    longest = max(image.size)
    if longest > THUMBNAIL_SIDE_PX:
        width_px, height_px = (
            max(1, round(side * THUMBNAIL_SIDE_PX / longest)) for side in image.size
        )
        # Of large pictures every second pixel of every second row is plenty for so small a one.
        if min(image.width // width_px, image.height // height_px) >= _SPARSE_FROM:
            half = (image.width // 2, image.height // 2)
            image = image.resize(half, Image.Resampling.NEAREST)
        # Whole blocks are averaged in one cheap pass; a fine fit is made only where one is left to make.
        across, down = image.width // width_px, image.height // height_px
        image = image.reduce((across, down))
        if image.size != (width_px, height_px):
            image = image.resize((width_px, height_px), Image.Resampling.BILINEAR)
    target = io.BytesIO()
    (image if image.mode == "RGB" else image.convert("RGB")).save(target, "JPEG", quality=_QUALITY)
    return target.getvalue()


def difference_hash(pixels: Pixels) -> str:
    """Return how a picture looks, in 16 hex digits: each bit says whether it gets lighter from one place to the next.

    Pictures that were scaled or packed anew differ in few bits. Pages of text are alike as well: it is a hint, no more.
    """
    from PIL import Image

    across, down = 9, 8
    small = pixels.image().convert("L").resize((across, down), Image.Resampling.BOX)
    levels = small.tobytes()
    bits = 0
    for row in range(down):
        for column in range(across - 1):
            at = row * across + column
            bits = bits << 1 | (levels[at] < levels[at + 1])
    return f"{bits:016x}"
