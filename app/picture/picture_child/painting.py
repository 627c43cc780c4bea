"""From a decoded picture of any mode to 8-bit RGB, some rows at a time.

Rules:
- A colour profile is applied, unless applying it would change nothing that can be seen.
- What is transparent lies on a ground that is told: white; dark where what borders on it is light; a grey
  checker where that is both light and dark.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .around import Container
from .codes import BAD, CONVERTED, NOT_APPLIED, ON_CHECKER, ON_DARK, ON_WHITE, OPAQUE

if TYPE_CHECKING:
    from PIL.Image import Image

STRIP_ROWS = 128
_WHITE, _DARK, _CHECKER = (255, 255, 255), (47, 54, 64), ((0x70,) * 3, (0x80,) * 3)
_CHECK_PX = 8
_LIGHT_FROM, _DARK_TO = 170, 85
_FEW = 0.1
_SAMPLED_PX = 4_000_000
_LARGEST_DRIFT = 3


class RgbConverter:
    """Makes 8-bit RGB of a picture in any mode, some rows at a time."""

    def __init__(self, image: Image, around: Container) -> None:
        self._image = image
        self._depth = around.depth
        self.colours = around.colours
        self._wants = ""
        self._transform = self._transform_of(around.profile)
        self.ground = self._ground()

    def strips(self, smaller: int) -> Iterator[Image]:
        """Yield the picture from the top, never held whole twice."""
        from PIL import Image

        whole = 2 * _CHECK_PX * smaller
        rows = whole * max(1, STRIP_ROWS // whole)
        under = self._under(rows, smaller) if self.ground != OPAQUE else None
        for top in range(0, self._image.height, rows):
            colour, alpha = self._parts(top, rows)
            strip = self._converted(colour)
            if under is not None and alpha is not None:
                ground = under.crop((0, 0, *strip.size))
                strip = Image.composite(strip, ground, alpha)
            yield strip.reduce(smaller) if smaller > 1 else strip

    def _parts(self, top: int, rows: int) -> tuple[Image, Image | None]:
        """Return some rows: their colours, and how far each pixel covers what is below (None: wholly)."""
        from PIL import ImageMath

        image = self._image
        strip = image.crop((0, top, image.width, min(top + rows, image.height)))
        clear = image.info.get("transparency")
        if strip.mode.startswith("I"):
            # 16-bit grey: Pillow's own conversion cuts everything above 255 to white.
            deep = strip.convert("I")
            grey = deep.point(lambda value: value * (1 / 256)).convert("L")
            if not isinstance(clear, int):
                return grey, None
            alpha = ImageMath.lambda_eval(lambda names: (names["v"] != clear) * 255, v=deep)
            return grey, alpha.convert("L")
        if strip.mode in ("1", "L"):
            grey = strip.convert("L")
            if not isinstance(clear, int):
                return grey, None
            # Pillow has spread one bit over eight already, but not two and four.
            level = clear if strip.mode == "1" else clear * 255 // ((1 << self._depth) - 1)
            return grey, grey.point([0 if value == level else 255 for value in range(256)])
        if strip.mode in ("LA", "La"):
            grey, alpha = strip.convert("LA").split()
            return grey, alpha
        if strip.mode == "RGB" and isinstance(clear, tuple) and self._depth > 8:
            # Pillow keeps the upper 8 of 16 bits; what differs below them cannot be seen.
            strip.info["transparency"] = tuple(value >> 8 for value in clear)
        if strip.mode in ("PA", "RGBa", "RGBA") or clear is not None:
            *_, alpha = (strip := strip.convert("RGBA")).split()
            return strip.convert("RGB"), alpha
        return strip if strip.mode == "CMYK" else strip.convert("RGB"), None

    def _transform_of(self, profile: bytes | None) -> Any:  # noqa: ANN401  (loaded when needed)
        """Return how to get from the file's colours to sRGB; None where there is nothing to do."""
        from PIL import Image, ImageCms

        if not profile:
            return None
        mode = self._parts(0, 1)[0].mode
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            wants = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}[source.profile.xcolor_space]
            if wants != mode and (wants, mode) != ("RGB", "L"):
                raise ValueError
            made = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), wants, "RGB")
            steps = bytes(range(0, 256, 17))
            cube = bytes(each for r in steps for g in steps for b in steps for each in (r, g, b))
            sample = Image.frombytes("RGB", (len(steps), len(cube) // len(steps) // 3), cube)
            result = ImageCms.applyTransform(sample.convert(wants), made)
        except (*BAD, ImageCms.PyCMSError):
            self.colours = NOT_APPLIED
            return None
        before = sample if wants == "RGB" else sample.convert(wants).convert("RGB")
        drifts = zip(before.tobytes(), result.tobytes(), strict=True)  # type: ignore[union-attr]
        if max(abs(is_ - was) for was, is_ in drifts) <= _LARGEST_DRIFT:
            return None
        self.colours, self._wants = CONVERTED, wants
        return made

    def _converted(self, colour: Image) -> Image:
        from PIL import ImageCms

        if self._transform is None:
            return colour.convert("RGB")
        fitting = colour if colour.mode == self._wants else colour.convert(self._wants)
        made: Any = ImageCms.applyTransform(fitting, self._transform)
        return made  # type: ignore[no-any-return]  # Pillow: None only when asked to work in place

    def _ground(self) -> int:
        """Return white, unless what borders on the transparent places would be lost on it."""
        from PIL import ImageChops, ImageFilter

        clear, levels, every = False, [0] * 256, [0] * 256
        step = max(1, self._image.width * self._image.height // _SAMPLED_PX)
        for strip, top in enumerate(range(0, self._image.height, STRIP_ROWS)):
            colour, alpha = self._parts(top, STRIP_ROWS)
            if alpha is None:
                return OPAQUE
            clear |= extremes(alpha)[0][0] < 255
            if strip % step or not clear:
                continue
            seen = alpha.point([255 if value > 127 else 0 for value in range(256)])
            near = alpha.filter(ImageFilter.MinFilter(3)).point([255] * 64 + [0] * 192)
            grey = colour.convert("L")
            levels = _added(levels, grey.histogram(ImageChops.darker(seen, near)))
            every = _added(every, grey.histogram(seen))
        if not clear:
            return OPAQUE
        levels = levels if any(levels) else every
        few = sum(levels) * _FEW
        if sum(levels[_LIGHT_FROM:]) <= few:
            return ON_WHITE
        return ON_DARK if sum(levels[: _DARK_TO + 1]) <= few else ON_CHECKER

    def _under(self, rows: int, smaller: int) -> Image:
        """Return the ground for some rows; a checker keeps its size where the picture is made smaller."""
        from PIL import Image

        size = (self._image.width, rows)
        if self.ground != ON_CHECKER:
            return Image.new("RGB", size, _WHITE if self.ground == ON_WHITE else _DARK)
        side = _CHECK_PX * smaller
        made = Image.new("RGB", size, _CHECKER[0])
        for y in range(0, rows, side):
            for x in range(y // side % 2 * side, size[0], 2 * side):
                made.paste(_CHECKER[1], (x, y, x + side, y + side))
        return made


def _added(one: list[int], other: list[int]) -> list[int]:
    return [first + second for first, second in zip(one, other, strict=True)]


def extremes(image: Image) -> list[tuple[int, int]]:
    """Return smallest and largest value of each band."""
    found: Any = image.getextrema()
    return list(found) if isinstance(found[0], tuple) else [found]
