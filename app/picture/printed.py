"""Scans and photos of a print, and the pages of the report that they are of: read in the limited child.

Rules:
- A scan is a stranger's file: a picture is decoded as any other, a page of a PDF is painted as any other.
- So is the report that comes with a package. Both come back as pixels, words and places, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.picture.child_process import WarmChild
from app.picture.picture_child.one_page import PAGE_TYPE
from app.picture.picture_child.recognise import SIZE
from app.picture.picture_child.squares import SQUARES_TYPE
from app.picture.pixels import Pixels
from app.picture.untrusted import PAGED, DecodeLimits, decode_untrusted, read_page, run_child
from app.picture.words_read import ReadWord

DPI = 200
"""How finely pages are painted: what is printed small is read well, and a page is 4 million pixels."""
MOST_PAGES = 400
_LIMITS = DecodeLimits(processor_s=40, timeout_s=60.0)


class FoundSquare(msgspec.Struct, frozen=True):
    """A code in a picture: its text, and its corners as x and y, from the upper left one of the code on."""

    text: str
    corners: tuple[tuple[int, int], ...]

    @property
    def quarter_turns(self) -> int:
        """How many times the picture has to be turned to the left by 90° for the code to stand upright."""
        (x, y), (right, lower) = self.corners[:2]
        across, down = right - x, lower - y
        if abs(across) >= abs(down):
            return 0 if across > 0 else 2
        return 1 if down > 0 else 3


class PaintedPage(msgspec.Struct, frozen=True):
    """A page of a PDF: pixels, its own words with their places, and where its pictures stand."""

    pixels: Pixels
    words: tuple[ReadWord, ...]
    figures: tuple[tuple[int, int, int, int], ...]
    pages: int


def scanned_pages(
    untrusted: bytes, media_type: str, *, warm: WarmChild | None = None
) -> Iterator[Pixels]:
    """Give the pages of a scan: the one of a picture, all of a PDF.

    Args:
        untrusted: the file's bytes.
        media_type: what it was found to be by its first bytes.
        warm: the child to ask, where there are many.

    Raises:
        PictureRefusedError: it breaks a limit, cannot be read, or is of another type.
    """
    if media_type not in PAGED:
        yield decode_untrusted(untrusted, media_type, warm=warm).pixels
        return
    number, count = 0, 1
    while number < min(count, MOST_PAGES):
        page = painted_page(untrusted, number, warm=warm)
        count, number = page.pages, number + 1
        yield page.pixels


def painted_page(
    untrusted: bytes, number: int, *, dpi: int = DPI, warm: WarmChild | None = None
) -> PaintedPage:
    """Return a page of a PDF, counted from 0. Raises PictureRefusedError."""
    answer = read_page(untrusted, PAGE_TYPE, _LIMITS, str(number), str(dpi), warm=warm)
    said = answer.said
    return PaintedPage(answer.pixels, said.read, said.figures, said.pages)


def outline_of(untrusted: bytes, *, warm: WarmChild | None = None) -> tuple[tuple[str, int], ...]:
    """Return the titles of a PDF's outline, each with its page from 0. Raises PictureRefusedError."""
    return run_child(untrusted, PAGE_TYPE, _LIMITS, ("0", "0"), warm).outline


def squares_in(pixels: Pixels, *, warm: WarmChild | None = None) -> tuple[FoundSquare, ...]:
    """Return the square codes in a picture. Raises PictureRefusedError."""
    source = SIZE.pack(pixels.width_px, pixels.height_px) + pixels.rgb
    said = run_child(source, SQUARES_TYPE, _LIMITS, (), warm)
    return tuple(
        FoundSquare(text, tuple(zip(corners[::2], corners[1::2], strict=True)))
        for text, *corners in said.squares
    )


def turned(pixels: Pixels, quarter_turns: int) -> Pixels:
    """Return a picture turned to the left so many times by 90°."""
    if not quarter_turns % 4:
        return pixels
    from PIL import Image

    ways = (
        Image.Transpose.ROTATE_90,
        Image.Transpose.ROTATE_180,
        Image.Transpose.ROTATE_270,
    )
    return Pixels.from_image(pixels.image().transpose(ways[quarter_turns % 4 - 1]))


Corners = tuple[tuple[float, float], ...]
_GRID = 48
_WHITE = 24
_FAINT = 40
"""So much darker than paper, in grey of 256, the faintest print is."""
_FLAT = 6.0
"""Below so little difference between its places, in grey of 256, a picture has nothing to compare."""


def straight(scan: Pixels, corners: Corners, width_px: int, height_px: int) -> Pixels:
    """Return a place of a picture, by its four corners, as an upright rectangle with white around it."""
    from PIL import Image

    quad = tuple(number for corner in corners for number in corner)
    size = (max(1, width_px), max(1, height_px))
    found = scan.image().transform(
        size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)
    )
    white = Image.new("RGB", (size[0] + 2 * _WHITE, size[1] + 2 * _WHITE), (255, 255, 255))
    white.paste(found, (_WHITE, _WHITE))
    return Pixels.from_image(white)


def is_blank(place: Pixels) -> bool:
    """Return whether nothing stands in a place that ``straight`` gave: its white border is left out."""
    inner = place.image().convert("L")
    width, height = inner.size
    inner = inner.crop((_WHITE, _WHITE, width - _WHITE, height - _WHITE))
    shades = sorted(inner.tobytes())
    return shades[int(0.98 * (len(shades) - 1))] - shades[len(shades) // 200] < _FAINT


def likeness(
    page: Pixels, figure: tuple[int, int, int, int], scan: Pixels, corners: Corners
) -> float | None:
    """Return how alike a picture of a page and a place of a scan are, at the size of a stamp and in grey.

    Args:
        page: the page.
        figure: the picture on it: left, top, width, height.
        scan: the scan.
        corners: where the figure's corners lie in it: upper left, lower left, lower right, upper right.

    Returns:
        -1 to 1, where 1 is the same whatever the light; None where the picture is of one tone, or lies outside.
    """
    from PIL import Image

    left, top, width, height = figure
    if min(width, height) < _GRID or any(
        not (0 <= x <= scan.width_px and 0 <= y <= scan.height_px) for x, y in corners
    ):
        return None
    box = (left, top, left + width, top + height)
    ours = page.image().crop(box).convert("L")
    quad = tuple(number for corner in corners for number in corner)
    theirs = scan.image().transform(
        (width, height), Image.Transform.QUAD, quad, Image.Resampling.BILINEAR
    )
    size = (_GRID, _GRID)
    a = _levelled(ours.resize(size, Image.Resampling.BOX).tobytes())
    b = _levelled(theirs.convert("L").resize(size, Image.Resampling.BOX).tobytes())
    spread_a, spread_b = sum(each**2 for each in a), sum(each**2 for each in b)
    if min(spread_a, spread_b) < _FLAT**2 * len(a):
        return None
    together = sum(x * y for x, y in zip(a, b, strict=True))
    return float(together / (spread_a * spread_b) ** 0.5)


def _levelled(shades: bytes) -> list[float]:
    """Return a picture of ``_GRID`` rows as differences from a slope: light from one side makes one on a photo."""
    middle = (_GRID - 1) / 2
    mean = sum(shades) / len(shades)
    steps = _GRID * sum((at - middle) ** 2 for at in range(_GRID))
    across = sum(each * (at % _GRID - middle) for at, each in enumerate(shades)) / steps
    down = sum(each * (at // _GRID - middle) for at, each in enumerate(shades)) / steps
    return [
        each - mean - across * (at % _GRID - middle) - down * (at // _GRID - middle)
        for at, each in enumerate(shades)
    ]
