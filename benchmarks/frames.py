"""Frames made from a seed: screens as people see them, so that no benchmark flatters itself.

Four posts with photos, one photo over the whole screen, one page of text; at any size. Photos have broad
shapes, edges and grain and have been through JPEG, as photos on the web have. The font is Pillow's own.
"""

from __future__ import annotations

import io
import random

from PIL import Image, ImageChops, ImageDraw, ImageFont

from app.picture import Pixels

SIZES = ((1920, 1080), (3840, 2160))
_SEED = 20261123
_TEXT = (
    "det er ikke kommunen som svarer på det her opslag men en medarbejder der bare passer sit arbejde "
    "og jeg synes at alle skal vide hvad der skete i går på skolen fordi ingen tør sige noget højt"
)
_WORDS = _TEXT.split()


def frames(width_px: int, height_px: int, seed: int = _SEED) -> list[tuple[str, Pixels]]:
    """The frame set at one size: name and pixels, always in the same order."""
    chance = random.Random(f"{seed} {width_px} {height_px}")
    scale = height_px / 1080
    pictures = [(f"post {n}", _post(chance, width_px, height_px, scale)) for n in (1, 2, 3, 4)]
    pictures.append(("photo", _photo(chance, width_px, height_px)))
    pictures.append(("text", _text(chance, width_px, height_px, scale)))
    return [(name, Pixels(width_px, height_px, image.tobytes())) for name, image in pictures]


def _noise(chance: random.Random, size: tuple[int, int], cells: int) -> Image.Image:
    """Soft shapes: a few random cells, drawn large."""
    rows = max(2, cells * size[1] // size[0])
    small = Image.frombytes("RGB", (cells, rows), chance.randbytes(3 * cells * rows))
    return small.resize(size, Image.Resampling.BICUBIC)


def _photo(chance: random.Random, width_px: int, height_px: int) -> Image.Image:
    size = (width_px, height_px)
    image = Image.blend(_noise(chance, size, 6), _noise(chance, size, 40), 0.3)
    image = Image.blend(image, _noise(chance, size, 240), 0.12)
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        x, y = chance.randrange(width_px), chance.randrange(height_px)
        reach = chance.randrange(width_px // 30, width_px // 6)
        colour = tuple(chance.randrange(30, 220) for _ in range(3))
        draw.ellipse((x, y, x + reach, y + reach), fill=colour)
    shaded = Image.blend(image, _noise(chance, size, 90), 0.2)
    grain = Image.frombytes("L", size, chance.randbytes(width_px * height_px))
    grain = grain.point([value // 18 for value in range(256)])
    shaded = ImageChops.add(shaded, Image.merge("RGB", (grain, grain, grain)))
    packed = io.BytesIO()
    shaded.save(packed, "JPEG", quality=85)
    return Image.open(packed).convert("RGB")


def _lines(
    chance: random.Random, draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], size_px: int
) -> None:
    """Fill a box with words."""
    font = ImageFont.load_default(size_px)
    left, top, right, bottom = box
    y = top
    while y + size_px < bottom:
        line = ""
        end = left + (right - left) * chance.uniform(0.6, 1.0)
        while True:
            longer = f"{line} {chance.choice(_WORDS)}".strip()
            if left + draw.textlength(longer, font=font) > end:
                break
            line = longer
        draw.text((left, y), line, font=font, fill=(28, 30, 33))
        y += size_px * 3 // 2


def _post(chance: random.Random, width_px: int, height_px: int, scale: float) -> Image.Image:
    """A browser window: bar, columns, one post with a photo, comments."""
    image = Image.new("RGB", (width_px, height_px), (240, 242, 245))
    draw = ImageDraw.Draw(image)

    def px(value: float) -> int:
        return round(value * scale)

    draw.rectangle((0, 0, width_px, px(92)), fill=(222, 225, 230))
    draw.rounded_rectangle((px(120), px(48), px(1500), px(82)), px(17), fill=(255, 255, 255))
    _lines(chance, draw, (px(140), px(55), px(700), px(76)), px(15))
    for n in range(9):
        draw.ellipse((px(30), px(130 + 60 * n), px(66), px(166 + 60 * n)), fill=(24, 119, 242))
        _lines(chance, draw, (px(84), px(138 + 60 * n), px(330), px(162 + 60 * n)), px(15))
    draw.rounded_rectangle((px(440), px(120), px(1180), px(1060)), px(10), fill=(255, 255, 255))
    face = _photo(chance, px(44), px(44))
    image.paste(face, (px(460), px(136)))
    _lines(chance, draw, (px(516), px(140), px(900), px(180)), px(15))
    top = 196 + 24 * chance.randrange(3, 8)
    _lines(chance, draw, (px(460), px(196), px(1160), px(top)), px(16))
    image.paste(_photo(chance, px(740), px(440)), (px(440), px(top + 8)))
    _lines(chance, draw, (px(520), px(top + 500), px(1140), px(1050)), px(14))
    for n in range(6):
        image.paste(_photo(chance, px(110), px(80)), (px(1240), px(130 + 100 * n)))
        _lines(chance, draw, (px(1370), px(134 + 100 * n), px(1820), px(205 + 100 * n)), px(14))
    return image


def _text(chance: random.Random, width_px: int, height_px: int, scale: float) -> Image.Image:
    image = Image.new("RGB", (width_px, height_px), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    edge = round(200 * scale)
    box = (edge, round(40 * scale), width_px - edge, height_px - round(20 * scale))
    _lines(chance, draw, box, round(17 * scale))
    return image
