"""The made-up year on paper: how many pages of its exhibits give their code from careless scans.

``python -m tests.golden.printing`` makes the report, scans each page of an exhibit at 150, 200 and 300 dots per inch
(turned by 1.3°, blurred, packed as JPEG 40), reads the codes as the command ``paper`` does, and prints the figures; 1
where a page gave none, or another one. It takes minutes and stands outside the suite, which has one report of a few
pages (``tests/e2e/dossier/test_codes_on_paper.py``). With ``--text`` it also compares the text of one page in ten; with
``--photos`` it reads a photo of each page.
"""

from __future__ import annotations

import io
import math
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from app.actions.check_paper import codes_on
from app.dossier import PageCode
from tests.e2e.walk.house import House
from tests.golden.asking import a_year

RESOLUTIONS = (150, 200, 300)
_BLUR_AT_150 = 0.8
_PHOTO = (2448, 3264)
"""A photo of 8 million pixels, as telephones have taken them for ten years."""


def scanned(page: Path, dpi: int, target: Path) -> None:
    """Write a page as a scanner gives it that nobody took care with."""
    with Image.open(page) as picture:
        turned = picture.convert("L").rotate(1.3, Image.Resampling.BICUBIC, fillcolor=250)
    packed = io.BytesIO()
    turned.filter(ImageFilter.GaussianBlur(_BLUR_AT_150 * dpi / 150)).save(
        packed, "JPEG", quality=40
    )
    target.write_bytes(packed.getvalue())


def photographed(page: Path, seed: int, target: Path) -> None:
    """Write a page as a telephone takes it: held askew, on a table, in light from one side, and packed as JPEG 60."""
    chance = random.Random(seed)
    with Image.open(page) as picture:
        sheet = picture.convert("RGB")
    numbers = _slant(sheet.size, chance)
    how = (_PHOTO, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BICUBIC)
    photo = Image.new("RGB", _PHOTO, (92, 74, 60))
    photo.paste(sheet.transform(*how), (0, 0), Image.new("L", sheet.size, 255).transform(*how))
    darkest = chance.uniform(0.45, 0.7)
    light = Image.linear_gradient("L").rotate(chance.uniform(0, 360)).crop((45, 45, 211, 211))
    shades = [round(255 * (darkest + (1 - darkest) * step / 255)) for step in range(256)]
    shade = light.resize(_PHOTO, Image.Resampling.BICUBIC).point(shades)
    lit = ImageChops.multiply(photo, Image.merge("RGB", (shade, shade, shade)))
    lit.filter(ImageFilter.GaussianBlur(chance.uniform(1.0, 1.8))).save(target, quality=60)


def _slant(page: tuple[int, int], chance: random.Random) -> tuple[float, ...]:
    """Return the eight numbers by which a place of the photo is found on the page: turned, slanted and smaller."""
    x, y = _PHOTO[0] / 2, _PHOTO[1] / 2
    turn = math.radians(chance.uniform(-6, 6))
    scale = chance.uniform(1.06, 1.2) * max(page[0] / _PHOTO[0], page[1] / _PHOTO[1])
    g, h = chance.uniform(-0.08, 0.08) / x, chance.uniform(-0.08, 0.08) / y
    across, down = scale * math.cos(turn), scale * math.sin(turn)
    under = 1 - g * x - h * y
    rows = ((across, -down, page[0] / 2), (down, across, page[1] / 2))
    found = [
        (a + middle * g, b + middle * h, middle * under - a * x - b * y) for a, b, middle in rows
    ]
    return (*(n / under for row in found for n in row), g / under, h / under)


def scans_of(pdf: Path, first: int, last: int, dpi: int, folder: Path) -> list[Path]:
    """Return the scans of some pages, counted from 1."""
    folder.mkdir()
    pages = ("-f", str(first), "-l", str(last))
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), *pages, "-png", str(pdf), str(folder / "p")], check=True
    )
    found: list[Path] = []
    for page in sorted(folder.glob("p-*.png")):
        scanned(page, dpi, page.with_suffix(".jpg"))
        page.unlink()
        found.append(page.with_suffix(".jpg"))
    return found


def report_of(house: House) -> tuple[Path, int, int]:
    """Return the report with all exhibits, and the first and last page of them, from 1."""
    from app.picture import outline_of

    pdf = house.folder / "own.pdf"
    house.ok("dossier", "--for", "own_copy", "--out", str(pdf))
    outline = outline_of(pdf.read_bytes())
    starts = [page for title, page in outline if title.startswith("Exhibit ")]
    after = min(page for _, page in outline if page > max(starts))
    return pdf, min(starts) + 1, after


def main(words: Sequence[str] | None = None) -> int:
    """Print the figures."""
    given = sys.argv[1:] if words is None else words
    text = "--text" in given
    whole = True
    with tempfile.TemporaryDirectory() as folder:
        house = a_year(Path(folder))
        pdf, first, last = report_of(house)
        for dpi in RESOLUTIONS:
            scans = scans_of(pdf, first, last, dpi, Path(folder) / str(dpi))
            codes: list[PageCode] = []
            for scan in scans:
                codes += [code for code in codes_on([scan]) if isinstance(code, PageCode)]
            numbers = sorted({code.number for code in codes})
            told = f"{dpi} dpi: {len(codes)} of {len(scans)} pages, {len(numbers)} exhibits"
            sys.stdout.write(f"{told}\n")
            whole = whole and len(codes) == len(scans) and numbers == list(range(1, 41))
            if text:
                ran = house.run("paper", *(str(scan) for scan in scans[::10]))
                for page in ran.result["pages"]:
                    fields = ("exhibit", "text", "digits", "words", "unsure", "picture")
                    sys.stdout.write(f"  {[page[field] for field in fields]}\n")
                    whole = whole and not page["words"]
        if "--photos" in given:
            whole = photos_read(pdf, first, last, Path(folder)) and whole
    return 0 if whole else 1


def photos_read(pdf: Path, first: int, last: int, folder: Path) -> bool:
    """Print of how many photos of the pages the code was read; return whether of all."""
    read = 0
    for number in range(first, last + 1):
        page, photo = folder / f"page{number}", folder / "photo.jpg"
        at = ("-f", str(number), "-l", str(number), "-r", "200", "-png", "-singlefile")
        subprocess.run(["pdftoppm", *at, str(pdf), str(page)], check=True)
        photographed(page.with_suffix(".png"), number, photo)
        read += bool(codes_on([photo]))
    sys.stdout.write(f"photos: {read} of {last + 1 - first} pages\n")
    return read == last + 1 - first


if __name__ == "__main__":
    sys.exit(main())
