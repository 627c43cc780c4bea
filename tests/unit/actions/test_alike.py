"""The same file twice, and a repost that was scaled and packed anew, are hinted at."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

from app.actions.add_file import add_file
from app.actions.open_case import OpenCase


def scene() -> Image.Image:
    image = Image.new("RGB", (640, 480), (210, 225, 240))
    pen = ImageDraw.Draw(image)
    for number in range(24):
        left, top = number * 97 % 560, number * 61 % 400
        level = number * 53 % 256
        pen.rectangle((left, top, left + 90, top + 80), fill=(level, 255 - level, level // 2))
    return image


def kept(case: OpenCase, folder: Path, image: Image.Image, form: str) -> bytes:
    target = io.BytesIO()
    image.save(target, form)
    path = folder / f"{len(case.state.exhibits)}.bin"
    path.write_bytes(target.getvalue())
    add_file(case, path)
    return target.getvalue()


def test_a_duplicate_and_a_repost_are_hinted_at_and_others_are_not(
    case: OpenCase, tmp_path: Path
) -> None:
    for image, form in (
        (scene(), "PNG"),
        (scene().resize((480, 360)), "JPEG"),
        (scene().rotate(180), "PNG"),
        (scene(), "PNG"),
    ):
        kept(case, tmp_path, image, form)
    every = case.state.exhibits
    first, _, other, again = every
    assert first.alike(every) == ((4,), (2,))
    assert again.alike(every) == ((1,), (2,))
    assert other.alike(every) == ((), ())


def test_a_picture_of_one_colour_looks_like_no_other(case: OpenCase, tmp_path: Path) -> None:
    for colour in ("white", "red"):
        kept(case, tmp_path, Image.new("RGB", (60, 40), colour), "PNG")
    assert case.state.exhibits[0].alike(case.state.exhibits) == ((), ())
