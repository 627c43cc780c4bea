"""From what the bundle has, every screen starts, a page is printed, and each format is decoded."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.picture import (
    DECODABLE,
    ColourChange,
    DecodeLimits,
    decode_untrusted,
    find_language_data,
    read_words,
    sniff,
    text_of,
)
from app.picture.picture_child.codes import HEAD
from app.picture.picture_child.recognise import PIXELS_TYPE, SIZE
from app.picture.said import read_tail
from tests.data.read_set import errors, posts
from tests.fakes.screen import striped_pixels
from tests.unit.house.tree import ROOT
from tests.unit.picture.made import profile
from tests.windows.installing import fresh
from tools.windows.prefix import Prefix, find_wine
from tools.windows.trial import Trial

HEIC = ROOT / "tests" / "data" / "cases" / "foto.heic"
TREE = ROOT / "build" / "windows" / "tree"
EVERY_SCREEN = """
import tools.screenshots.__main__ as pictures
# The file that tells of a screen has a colon in its path, which Qt takes for the end of the word.
pictures._one_screen = lambda scratch: "offscreen"
sys.exit(pictures.main(sys.argv[1:]))
"""
PRINT = """
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
application = QApplication([])
print(len(QPrinterInfo.availablePrinterNames()))
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
printer.setOutputFileName(sys.argv[1])
painter = QPainter(printer)
painter.fillRect(0, 0, 2000, 2000, 0xFF0B5C6B)
printer.newPage()
painter.end()
"""
SMALL = striped_pixels(96, 64)


@pytest.fixture(scope="module")
def trial(bare: Prefix) -> Iterator[Trial]:
    with fresh(bare, "trial") as prefix:
        yield Trial(prefix, TREE)


@pytest.fixture(scope="module")
def demonstration(trial: Trial) -> Path:
    """The demonstration's case, made on Linux."""
    subprocess.run([ROOT / ".venv/bin/python", "-m", "demo"], cwd=ROOT, check=True)
    return Path(shutil.copytree(ROOT / "demo-out", trial.checkout / "demo-out"))


@pytest.mark.usefixtures("demonstration")
def test_every_screen_starts(trial: Trial) -> None:
    drawn = trial.prefix.drive_c / "drawn"
    trial.run(EVERY_SCREEN, trial.prefix.path(drawn), "da-light", timeout_s=1200)
    names = {path.stem for path in (drawn / "da-light").glob("*.png")}
    assert len(names) > 80
    assert {name.partition("-")[2] for name in names} >= {
        *("first-run-what", "timeline", "capture-selecting", "exhibit-marked", "form-post"),
        *("report-page", "verified", "contacts", "settings", "care-sheet", "help", "hidden"),
    }


def test_a_page_is_printed(trial: Trial) -> None:
    paper = trial.prefix.drive_c / "paper.pdf"
    trial.run(PRINT, trial.prefix.path(paper))
    with pypdfium2.PdfDocument(paper) as document:
        assert len(document) == 2


def _pictures() -> dict[str, tuple[str, bytes]]:
    """One of each format, and one whose colours have to be converted."""
    image = Image.frombytes("RGB", (SMALL.width_px, SMALL.height_px), SMALL.rgb)
    made: dict[str, tuple[str, bytes]] = {}
    for name, media_type, more in (
        *(
            (kind.upper(), f"image/{kind}", {})
            for kind in ("png", "jpeg", "gif", "webp", "avif", "bmp", "tiff")
        ),
        ("profile", "image/png", {"icc_profile": profile(swapped=True)}),
    ):
        target = io.BytesIO()
        image.save(target, "PNG" if name == "profile" else name, **more)
        made[name] = (media_type, target.getvalue())
    # Nothing here writes HEIC: this one was made by another program.
    made["heic"] = ("image/heic", HEIC.read_bytes())
    return made


@pytest.mark.parametrize("program", ["Bevismappe.exe", "bevismappe-cli.exe"])
def test_each_format_is_decoded_as_on_linux(trial: Trial, program: str) -> None:
    pictures = _pictures()
    assert {media_type for media_type, _ in pictures.values()} == set(DECODABLE)
    limits = DecodeLimits()
    numbers = (
        *(limits.max_pixels, limits.max_decoded_pixels, limits.max_side_px),
        *(limits.memory_bytes, limits.processor_s, limits.max_input_bytes),
    )
    for name, (media_type, data) in pictures.items():
        words = ("--decode-picture", media_type, *map(str, numbers))
        told = _decoded(trial, program, words, data)
        here = decode_untrusted(data, media_type)
        assert (here.colours == ColourChange.CONVERTED) == (name == "profile")
        assert told[HEAD.size :].startswith(here.pixels.rgb), name
        assert HEAD.unpack(told[: HEAD.size])[8] == here.colours, name


def test_text_in_a_picture_is_read_as_on_linux(trial: Trial) -> None:
    """With stand-ins for what the engine asks for and never calls, and the language data of the bundle."""
    (post,) = (each for each in posts() if each.name == "13-two-tone")
    untrusted = post.path.read_bytes()
    pixels = decode_untrusted(untrusted, sniff(untrusted)).pixels
    limits = DecodeLimits()
    numbers = (
        *(limits.max_pixels, limits.max_decoded_pixels, limits.max_side_px),
        *(limits.memory_bytes, 60, limits.max_input_bytes),
    )
    data = trial.prefix.path(trial.folder / "program" / "resources" / "tessdata")
    words = ("--decode-picture", PIXELS_TYPE, *map(str, numbers), data, "dan+eng")
    sent = SIZE.pack(pixels.width_px, pixels.height_px) + pixels.rgb
    told = read_tail(io.BytesIO(_decoded(trial, "bevismappe-cli.exe", words, sent)[HEAD.size :]), 0)
    assert told is not None
    assert text_of(told.said.read) == read_words(pixels, find_language_data()).text
    assert errors(text_of(told.said.read), post.words) <= 0.02 * len(post.words)


def _decoded(trial: Trial, program: str, words: tuple[str, ...], data: bytes) -> bytes:
    """What the bundle's own program answers as its own child."""
    started: list[str | Path] = [find_wine(), trial.prefix.path(trial.folder / program), *words]
    environment = trial.prefix.environment()
    return subprocess.run(
        started, input=data, env=environment, capture_output=True, check=True, timeout=120
    ).stdout
