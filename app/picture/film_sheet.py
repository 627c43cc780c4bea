"""The overview of a film: its frames side by side, each with its running time below. A page of our own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.picture.pixels import Pixels

_WIDTH = 1600
_GAP = 16
_LABEL = 34
_LETTERS = 24
_INK, _PAPER = (24, 28, 34), "white"


def draw_film_sheet(frames: Sequence[tuple[Pixels, str]], font: Path) -> Pixels:
    """Lay frames out in rows.

    Args:
        frames: at least one, each with the words below it.
        font: the file of the letters.
    """
    from PIL import Image, ImageDraw, ImageFont

    tall = frames[0][0].height_px > frames[0][0].width_px
    columns = min(len(frames), 6 if tall else 4)
    wide = (_WIDTH - _GAP) // columns - _GAP
    images = []
    for pixels, words in frames:
        image = pixels.image()
        by = min(wide / image.width, 2 * wide / image.height)
        size = (max(1, round(image.width * by)), max(1, round(image.height * by)))
        images.append((image.resize(size), words))
    high = max(image.height for image, _ in images)
    rows = -(-len(images) // columns)
    sheet = Image.new("RGB", (_WIDTH, _GAP + rows * (high + _LABEL + _GAP)), _PAPER)
    pen = ImageDraw.Draw(sheet)
    letters = ImageFont.truetype(str(font), _LETTERS, layout_engine=ImageFont.Layout.BASIC)
    for place, (image, words) in enumerate(images):
        left = _GAP + place % columns * (wide + _GAP)
        top = _GAP + place // columns * (high + _LABEL + _GAP)
        sheet.paste(image, (left + (wide - image.width) // 2, top + high - image.height))
        pen.text((left + wide // 2, top + high + 6), words, font=letters, fill=_INK, anchor="ma")
    return Pixels.from_image(sheet)
