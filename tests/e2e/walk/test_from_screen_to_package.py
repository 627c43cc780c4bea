"""What stood on the screen is what the package holds: pixel by pixel, from a real window and a real browser."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.capture import open_screen
from app.picture import Pixels, decode_own_png
from tests.e2e.browser import page_showing
from tests.e2e.capture.test_browser import text_page
from tests.e2e.cards import card
from tests.e2e.displays import environment_of, virtual_display, window_showing, witness
from tests.e2e.walk.house import House

WIDTH, HEIGHT = 1280, 900


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_display(WIDTH, HEIGHT) as name:
        yield name


@pytest.fixture
def seeing(house: House, display: str) -> House:
    """A house that looks at a real display."""
    house.open_screen = lambda: open_screen(environment_of(display), house.clock)
    return house


def packed(house: House) -> tuple[Path, Path, dict[str, object]]:
    """Hand over, verify with all that travels; the unpacked folder, the zip, and the report."""
    target = house.folder / "manager.zip"
    handed = house.ok("handover", "--for", "manager", "--out", str(target))
    code = f"{handed['receipt']}/{handed['receipt_seq']}"
    report = house.ok("verify", str(target), "--expect", code)
    with zipfile.ZipFile(target) as archive:
        archive.extractall(house.folder / "unpacked")
    folder = next((house.folder / "unpacked").iterdir())
    for command in (
        [sys.executable, "-I", "verify.py", "--expect", code],
        ["dash", "verify.sh", "--expect", code],
        ["sha256sum", "--check", "--quiet", "manifest-sha256.txt", "tagmanifest-sha256.txt"],
        [sys.executable, "-m", "bagit", "--validate", "."],
    ):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    return folder, target, report


def picture_in_pdf(folder: Path) -> Pixels:
    """The only picture of the PDF, as poppler takes it out."""
    subprocess.run(
        ["pdfimages", "-png", "data/dossier.pdf", "out"], cwd=folder, check=True, timeout=60
    )
    done = subprocess.run(
        ["convert", "out-000.png", "-depth", "8", "rgb:-"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=60,
    )
    identified = subprocess.run(
        ["identify", "-format", "%w %h", "out-000.png"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=60,
    )
    width, height = map(int, identified.stdout.split())
    return Pixels(width, height, done.stdout)


def test_a_test_card_in_a_real_window_reaches_the_verified_package_pixel_by_pixel(
    seeing: House, display: str
) -> None:
    shown = card(WIDTH, HEIGHT)
    with window_showing(display, shown):
        seeing.ok("capture", "--screen", "1")
    folder, _, report = packed(seeing)
    assert report["verdict"] == "CONSISTENT"
    assert report["findings"] == []
    assert decode_own_png((folder / "data/exhibits/bilag-001.png").read_bytes()) == shown
    assert picture_in_pdf(folder) == shown


def test_a_page_in_a_real_browser_reaches_the_verified_package_pixel_by_pixel(
    seeing: House, display: str, tmp_path: Path
) -> None:
    page = tmp_path / "opslag.html"
    page.write_text(text_page(), encoding="utf-8")
    window = (20, 10, 1000, 700)
    with page_showing(display, page, window) as browser:
        region = ",".join(map(str, window))
        seeing.ok("capture", "--region", region)
        drawn = browser.drawn()
        seen_by_another = witness(display, window)
    folder, _, report = packed(seeing)
    assert report["verdict"] == "CONSISTENT"
    kept = decode_own_png((folder / "data/exhibits/bilag-001.png").read_bytes())
    assert kept == drawn
    assert kept.rgb == seen_by_another
    assert picture_in_pdf(folder) == drawn
