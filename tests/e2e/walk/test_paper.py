"""``paper``: a print with another digit or word is told from a true one, by the vault and by the package."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from app.dossier import ReceiptSquare, read_receipt_square, receipt_square_text
from app.picture import PaintedPage, outline_of, painted_page, squares_in
from evidence_store import EntryId
from tests.e2e.walk.house import House
from tests.unit.house.tree import ROOT
from tests.unit.picture.test_printed import code_picture

DPI = 150


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("print"))
    house.ok("init", "--title", "Sag")
    house.ok("capture", "--all", "--url", "https://social.example/posts/1704")
    house.ok("receipt", "--out", str(house.folder / "receipt.pdf"))
    house.ok("handover", "--for", "own_copy", "--out", str(house.folder / "p.zip"))
    with ZipFile(house.folder / "p.zip") as package:
        pdf = next(name for name in package.namelist() if name.endswith("data/dossier.pdf"))
        (house.folder / "d.pdf").write_bytes(package.read(pdf))
    return house


def scanned(page: Image.Image, target: Path) -> str:
    """As a scanner that nobody took care with."""
    turned = page.convert("L").rotate(1.3, Image.Resampling.BICUBIC, fillcolor=250)
    turned.filter(ImageFilter.GaussianBlur(0.6)).save(target, quality=40)
    return str(target)


def exhibit_page(house: House) -> PaintedPage:
    """The page of exhibit 1 in the report, as it would be printed."""
    pdf = (house.folder / "d.pdf").read_bytes()
    number = next(at for title, at in outline_of(pdf) if title.startswith("Exhibit 1 · "))
    return painted_page(pdf, number, dpi=DPI)


def altered(page: PaintedPage, changes: dict[str, str]) -> Image.Image:
    """The page with other words in the place of some; "" where one is wiped out."""
    sheet = page.pixels.image().copy()
    draw = ImageDraw.Draw(sheet)
    font = ROOT / "resources" / "fonts" / "NotoSans-Regular.ttf"
    for sealed, printed in changes.items():
        word = next(each for each in page.words if each.text == sealed)
        right, bottom = word.left + word.width, word.top + word.height
        draw.rectangle((word.left - 1, word.top, right + 1, bottom), fill="white")
        draw.text(
            (word.left, (word.top + bottom) / 2),
            printed,
            font=ImageFont.truetype(font, round(8.6 * DPI / 72)),
            fill=(31, 42, 55),
            anchor="lm",
        )
    return sheet


def test_one_other_digit_another_word_and_a_missing_one_are_named(
    house: House, tmp_path: Path
) -> None:
    page = exhibit_page(house)
    sealed = next(word.text for word in page.words if word.text.startswith("https://"))
    changes = {sealed: sealed.replace("1704", "1904"), "fingerprint": "kanarie", "unless": ""}
    scan = scanned(altered(page, changes), tmp_path / "other.jpg")

    ran = house.run("paper", scan, "--package", str(house.folder / "p.zip"))

    assert ran.code == 1, ran.out
    (found,) = ran.result["pages"]
    assert (found["code"], found["exhibit"], found["text"]) == ("fits", 1, "other")
    named = {word["sealed"]: word["printed"] for word in found["words"]}
    assert set(named) == set(changes), named
    assert "1904" in named[sealed]
    assert "kanarie" in named["fingerprint"]  # beside it may stand a word that was read with it
    assert named["unless"] == ""


def test_a_true_print_is_alike_and_the_report_is_found_in_the_vault(
    house: House, tmp_path: Path
) -> None:
    scan = scanned(exhibit_page(house).pixels.image(), tmp_path / "true.jpg")

    ran = house.run("paper", scan)

    (found,) = ran.result["pages"]
    assert (found["code"], found["words"], found["picture"]) == ("fits", [], "same")
    assert found["alike"] >= 0.8 * found["counted"]
    assert found["text"] in {"same", "unsure"}
    assert ran.code == (0 if found["text"] == "same" else 3)


def test_what_has_no_code_is_not_compared_and_what_is_no_picture_is_refused(
    house: House, tmp_path: Path
) -> None:
    Image.new("L", (300, 400), 255).save(tmp_path / "white.png")
    ran = house.run("paper", str(tmp_path / "white.png"))
    assert ran.code == 3
    assert ran.result["pages"][0]["code"] == "missing"

    (tmp_path / "words.txt").write_text("ord", encoding="utf-8")
    refused = house.run("paper", str(tmp_path / "words.txt"))
    assert (refused.code, refused.answer["error"]["kind"]) == (3, "picture.PictureRefusedError")
    assert house.run("paper", str(tmp_path / "gone.png")).code == 3


def test_a_receipt_is_read_back_from_its_sheet_and_another_code_is_told(
    house: House, tmp_path: Path
) -> None:
    sheet = painted_page((house.folder / "receipt.pdf").read_bytes(), 0, dpi=DPI)
    scan = scanned(sheet.pixels.image(), tmp_path / "receipt.jpg")
    code = " ".join(word.text for word in sheet.words)
    for place in ((), ("--package", str(house.folder / "p.zip"))):
        ran = house.run("paper", scan, *place)
        (found,) = ran.result["pages"]
        assert (ran.code, found["receipt"]["state"]) == (0, "fits")
        assert found["receipt"]["code"].split()[0] in code

    (square,) = squares_in(sheet.pixels)
    named = read_receipt_square(square.text)
    assert named is not None
    for other, state, exit_code in (
        (msgspec.structs.replace(named, code=named.code[::-1]), "other", 1),
        (ReceiptSquare(EntryId(named.head.chain, 9999), named.code), "unknown", 3),
    ):
        code_picture(receipt_square_text(other)).image().save(tmp_path / "other.png")
        ran = house.run("paper", str(tmp_path / "other.png"))
        assert (ran.code, ran.result["pages"][0]["receipt"]["state"]) == (exit_code, state)
