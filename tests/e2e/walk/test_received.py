"""Whatever people are sent: kept as received, seen, found, covered, in report and package, the original by choice."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
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


def mail(folder: Path) -> Path:
    made = EmailMessage()
    made["From"] = "Afsender Eks <afsender@kanarie.invalid>"
    made["To"] = "mette@eksempel.dk"
    made["Subject"] = "KANARIEemne"
    made["Date"] = "Sat, 14 Mar 2026 21:05:00 +0100"
    made.set_content("<p>KANARIEord <script>KANARIEkode</script></p>", subtype="html")
    picture = (Path(__file__).parents[2] / "data" / "cases" / "foto.heic").read_bytes()
    made.add_attachment(picture, "image", "heic", filename="KANARIEfoto.heic")
    made.add_attachment(b"KANARIElyd", "audio", "mpeg", filename="lyd.mp3")
    path = folder / "KANARIEnavn.eml"
    path.write_bytes(bytes(made))
    return path


def test_a_mail_is_seen_as_a_page_of_ours_and_what_was_attached_is_an_exhibit_that_names_it(
    house: House,
) -> None:
    path = mail(house.folder)
    (added,) = house.ok("add", str(path))["added"]
    assert added["preview"] == "shown"
    assert added["told"][-1] == "2 files that lay in it are exhibits of their own."
    said = {part["name"]: part["body"] for part in house.ok("show", "1")["parts"]}
    assert said["claims"]["mailed"] == "2026-03-14T21:05:00+01:00"
    assert said["claims"]["subject"] == "KANARIEemne"
    first = int(house.ok("show", "1")["seq"])
    for number, preview in (("2", "shown"), ("3", "not_a_picture")):
        part = {part["name"]: part["body"] for part in house.ok("show", number)["parts"]}
        assert part["within"]["parent"]["seq"] == first
        assert part["facts"]["preview"] == preview
    for word in ("KANARIEord", "KANARIEemne", "afsender@kanarie", "KANARIEfoto"):
        assert house.ok("search", word)["items"], word
    assert not house.ok("search", "KANARIEkode")["items"]
    held = package_of(house, "mail.zip")
    assert {name for name in held if name.startswith("data/exhibits/")} == {
        "data/exhibits/bilag-001.png",
        "data/exhibits/bilag-002.png",
    }
    leaving = all_bytes(house.folder / "mail.zip", house.folder)
    assert b"KANARIE" not in leaving
    assert b"kanarie.invalid" not in leaving
    along = package_of(house, "hele.zip", "--original", "1")
    assert along["data/originals/bilag-001.eml"] == path.read_bytes()
