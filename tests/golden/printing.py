"""The made-up year on paper: how many pages of its exhibits give their code from careless scans.

``python -m tests.golden.printing`` makes the report, scans each page of an exhibit at 150, 200 and 300 dots per inch
(turned by 1.3°, blurred, packed as JPEG 40), reads the codes as the command ``paper`` does, and prints the figures; 1
where a page gave none, or another one. It takes minutes and stands outside the suite, which has one report of a few
pages (``tests/e2e/dossier/test_codes_on_paper.py``). With ``--text`` it also compares the text of one page in ten.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageFilter

from app.actions.check_paper import codes_on
from app.dossier import PageCode
from tests.e2e.walk.house import House
from tests.golden.asking import a_year

RESOLUTIONS = (150, 200, 300)
_BLUR_AT_150 = 0.8


def scanned(page: Path, dpi: int, target: Path) -> None:
    """Write a page as a scanner gives it that nobody took care with."""
    with Image.open(page) as picture:
        turned = picture.convert("L").rotate(1.3, Image.Resampling.BICUBIC, fillcolor=250)
    packed = io.BytesIO()
    turned.filter(ImageFilter.GaussianBlur(_BLUR_AT_150 * dpi / 150)).save(
        packed, "JPEG", quality=40
    )
    target.write_bytes(packed.getvalue())


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
    text = "--text" in (sys.argv[1:] if words is None else words)
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
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
