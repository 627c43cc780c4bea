"""Whatever people are sent: kept as received, seen, found, covered, in report and package, the original by choice."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.handover import verify_path
from app.picture import decode_own_png
from tests.e2e.walk.house import House
from tests.e2e.walk.test_leaks import all_bytes

BLACK = (0, 0, 0)


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    made.ok("init")
    made.ok("case", "--name", "Mette Eks", "--title", "Min sag")
    return made


def letter(folder: Path) -> Path:
    target = io.BytesIO()
    canvas = Canvas(target)
    for number in (1, 2):
        canvas.drawString(72, 740, f"KANARIEord på side {number}")
        canvas.linkURL("http://kanarie.invalid/", (70, 730, 300, 760))
        canvas.showPage()
    canvas.setAuthor("KANARIEforfatter")
    canvas.save()
    path = folder / "KANARIEnavn.pdf"
    path.write_bytes(target.getvalue())
    return path


def package_of(house: House, name: str, *more: str) -> dict[str, bytes]:
    path = house.folder / name
    house.ok("handover", "--for", "union_consultant", "--out", str(path), *more)
    assert verify_path(path).verdict == "CONSISTENT"
    with zipfile.ZipFile(path) as archive:
        return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}


def test_a_letter_as_pdf_is_seen_found_covered_and_leaves_as_pixels(house: House) -> None:
    path = letter(house.folder)
    original = path.read_bytes()
    (added,) = house.ok("add", str(path))["added"]
    assert added["preview"] == "shown"
    assert added["told"] == ["All 2 pages.", "The pages stand below each other."]
    assert path.read_bytes() == original
    assert house.ok("search", "KANARIEord på side 2")["items"]
    house.ok("redact", "1", "--box", "100,150,600,120:navn")
    held = package_of(house, "uden.zip")
    pixels = decode_own_png(held["data/exhibits/bilag-001.png"])
    assert (pixels.width_px, pixels.height_px) == (1240, 2 * 1754 + 24)
    assert pixels.colour_at(300, 200) == BLACK
    leaving = all_bytes(house.folder / "uden.zip", house.folder)
    for canary in ("KANARIEord", "KANARIEforfatter", "KANARIEnavn", "kanarie.invalid"):
        assert canary.encode() not in leaving


def test_the_letter_itself_goes_along_where_it_is_chosen(house: House) -> None:
    path = letter(house.folder)
    house.ok("add", str(path))
    held = package_of(house, "med.zip", "--original", "1")
    assert held["data/originals/bilag-001.pdf"] == path.read_bytes()
