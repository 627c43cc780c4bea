"""Draws the pictures of this folder anew: ``python -m tests.data.read_set.make FONTS`` (needs chromium).

FONTS is a folder with Roboto, Inter, Open Sans and Lato somewhere in it, as Debian's packages fonts-roboto-unhinted,
fonts-inter, fonts-open-sans and fonts-lato hold them; the pictures are committed, so nobody else needs them. Pages are
drawn by chromium, photos are made of them by Pillow: the corners moved, the light uneven, blurred, with noise, as JPEG.
"""

from __future__ import annotations

import html
import io
import random
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

FOLDER = Path(__file__).parent
_FONTS = {
    "Roboto": "Roboto-Regular.ttf",
    "Condensed": "RobotoCondensed-Regular.ttf",
    "Inter": "Inter-Regular.otf",
    "Open": "OpenSans-Regular.ttf",
    "Lato": "Lato-Regular.ttf",
}
# width, scale, style of the page, of each line, and of single lines by number
_LOOKS = {
    "light": (
        640,
        1,
        "background:#f0f2f5;font:16px/22px Roboto;color:#050505",
        "",
        {0: "font-weight:bold", 1: "color:#65676b;font-size:13px"},
    ),
    "dark": (
        640,
        1,
        "background:#18191a;font:16px/22px Roboto;color:#e4e6eb",
        "",
        {0: "font-weight:bold", 1: "color:#b0b3b8;font-size:13px"},
    ),
    "small": (
        560,
        1,
        "background:#fff;font:13px/18px Lato;color:#222",
        "",
        {0: "font-weight:bold;color:#145", 1: "color:#666"},
    ),
    "serif": (
        620,
        1,
        "background:#fffdf7;font:18px/27px 'Liberation Serif';color:#111",
        "",
        {0: "font-size:28px;line-height:38px;font-weight:bold", 1: "font-style:italic"},
    ),
    "chat": (
        460,
        1.5,
        "background:#fff;font:15px/20px Inter;color:#000",
        "background:#e9e9eb;border-radius:14px;padding:7px 12px;width:300px;margin-bottom:8px",
        {
            0: "background:#fff;font-weight:bold",
            2: "background:#0a7cff;color:#fff;margin-left:100px",
            4: "background:#0a7cff;color:#fff;margin-left:100px",
        },
    ),
    "over_photo": (
        640,
        1,
        "background:PHOTO;font:bold 26px/40px 'Open';color:#fff;text-shadow:0 0 3px #000,0 0 6px #000",
        "text-align:center;margin-bottom:14px",
        {0: "font-size:38px;line-height:60px"},
    ),
    "review": (
        600,
        1.25,
        "background:#fff;font:14px/20px Roboto;color:#3c4043",
        "",
        {
            0: "font-size:20px;line-height:30px;color:#202124",
            1: "color:#70757a;font-size:13px",
            2: "font-weight:bold",
        },
    ),
    "roomy": (
        600,
        2,
        "background:#fff;font:15px/20px Inter;color:#0f1419",
        "",
        {0: "font-weight:bold", 1: "color:#536471"},
    ),
    "dim": (
        600,
        1,
        "background:#15202b;font:15px/21px 'Open';color:#f7f9f9",
        "",
        {0: "color:#8b98a5"},
    ),
    "mail": (
        700,
        1,
        "background:#fff;font:15px/22px 'Liberation Sans';color:#000",
        "",
        {0: "color:#444;margin-bottom:0", 1: "color:#444;margin-bottom:0", 2: "font-weight:bold"},
    ),
    "blue": (
        640,
        1,
        "background:#dfe7f3;font:16px/23px Lato;color:#1c2b4a",
        "background:#f7faff;padding:6px 10px",
        {0: "color:#385898"},
    ),
    "condensed": (
        560,
        1,
        "background:#fafafa;font:17px/24px Condensed;color:#222",
        "",
        {0: "color:#b00;font-size:14px", 1: "font-size:24px;line-height:32px"},
    ),
    "two_tone": (
        520,
        1,
        "background:linear-gradient(135deg,#5b2a86,#c2185b);font:20px/30px 'Open';color:#fff",
        "",
        {4: "font-size:13px"},
    ),
    "scaled": (
        520,
        1.75,
        "background:#fff;font:15px/22px 'DejaVu Sans';color:#1d2129",
        "",
        {0: "color:#385898"},
    ),
    "letter": (
        760,
        1.7,
        "background:#fdfdfb;font:19px/30px 'Liberation Serif';color:#151515;padding:60px",
        "margin-bottom:22px",
        {},
    ),
    "notice": (
        640,
        1.9,
        "background:#fffef2;font:24px/40px 'DejaVu Sans';color:#202020;padding:40px",
        "",
        {0: "font-size:34px;line-height:52px;text-align:center"},
    ),
}


def main(fonts: Path) -> None:
    """Draw all pictures."""
    posts = tomllib.loads((FOLDER / "posts.toml").read_text("utf-8"))["post"]
    for at, post in enumerate(posts):
        page = _page(post["look"], post["lines"], fonts, scale=1.7 if "photo" in post else 0)
        if "photo" in post:
            photo = _photographed(page, tilted=post["photo"] == "tilted", seed=at)
            photo.save(FOLDER / f"{post['name']}.jpg", quality=72)
        else:
            # Over a photo it would be fourteen times as large.
            kind = {"quality": 80} if post["look"] == "over_photo" else {"optimize": True}
            ending = "jpg" if post["look"] == "over_photo" else "png"
            page.save(FOLDER / f"{post['name']}.{ending}", **kind)


def _page(look: str, lines: list[str], fonts: Path, scale: float) -> Image.Image:
    width, own_scale, style, each, single = _LOOKS[look]
    scale = scale or own_scale
    faces = "".join(
        f"@font-face{{font-family:{name};src:url('{next(fonts.rglob(file)).as_uri()}')}}"
        for name, file in _FONTS.items()
    )
    body = "".join(
        f'<div class="line" style="{single.get(at, "")}">{html.escape(line)}</div>'
        for at, line in enumerate(lines)
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "PHOTO" in style:
            _scene(width, 420).save(folder / "scene.jpg", quality=85)
            style = style.replace("PHOTO", "url(scene.jpg)")
        page = (
            f'<!doctype html><meta charset="utf-8"><style>{faces}*{{box-sizing:border-box}}'
            f"html,body{{margin:0}}body{{width:{width}px;padding:20px;{style}}}"
            f".line{{margin-bottom:12px;{each}}}</style><body>{body}</body>"
        )
        (folder / "page.html").write_text(page, encoding="utf-8")
        subprocess.run(
            [
                *("chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--disable-gpu"),
                *("--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}"),
                *(f"--force-device-scale-factor={scale}", f"--window-size={width},1400"),
                *(f"--screenshot={folder / 'page.png'}", (folder / "page.html").as_uri()),
            ],
            check=True,
            capture_output=True,
            timeout=60,
        )
        picture = Image.open(folder / "page.png").convert("RGB")
    return picture.crop((0, 0, width, 420)) if "scene" in style else _cut(picture)


def _cut(picture: Image.Image) -> Image.Image:
    """Without what is below the last line: nothing but the background, as the lowest rows are."""
    floor = picture.crop((0, picture.height - 1, picture.width, picture.height))
    blank = ImageChops.difference(picture, floor.resize(picture.size))
    box = blank.convert("L").point(lambda grey: 255 if grey > 60 else 0).getbbox()
    return picture.crop((0, 0, picture.width, min(picture.height, (box or (0, 0, 0, 0))[3] + 24)))


def _scene(width: int, height: int) -> Image.Image:
    """Something like a photo of a street in the evening: soft blots of colour, and grain."""
    chance = random.Random(6)
    small = Image.new("RGB", (16, 11))
    small.putdata(
        [
            (chance.randrange(20, 120), chance.randrange(30, 110), chance.randrange(50, 140))
            for _ in range(16 * 11)
        ]
    )
    soft = small.resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.effect_noise((width, height), 24).convert("RGB")
    return Image.blend(soft, ImageChops.overlay(soft, grain), 0.6)


def _photographed(page: Image.Image, *, tilted: bool, seed: int) -> Image.Image:
    """What a telephone makes of it, held by hand."""
    chance = random.Random(seed)
    width, height = page.size
    edge = 70
    table = Image.new("RGB", (width + 2 * edge, height + 2 * edge), (92, 78, 66))
    table.paste(page, (edge, edge))
    width, height = table.size
    most = 0.035 if tilted else 0.012
    corners = [(0, 0), (0, height), (width, height), (width, 0)]
    seen = [
        (x + chance.uniform(-most, most) * width, y + chance.uniform(-most, most) * height)
        for x, y in corners
    ]
    table = table.transform(
        table.size,
        Image.Transform.QUAD,
        [each for corner in seen for each in corner],
        Image.Resampling.BICUBIC,
    )
    light = (
        Image.linear_gradient("L")
        .rotate(chance.choice((20, -25, 160)), expand=False)
        .resize(table.size)
    )
    light = light.point(lambda grey: 175 + grey * 80 // 255)
    table = ImageChops.multiply(
        table, Image.merge("RGB", (light, light, light.point(lambda grey: grey - 10)))
    )
    table = table.filter(ImageFilter.GaussianBlur(1.1 if tilted else 0.9))
    noise = Image.effect_noise(table.size, 14)
    table = ImageChops.add(table, Image.merge("RGB", (noise, noise, noise)), 1, -128)
    taken = io.BytesIO()
    table.save(taken, "JPEG", quality=60)
    return Image.open(taken).convert("RGB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
