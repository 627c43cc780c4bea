"""Codes and pages are read in the limited child, and a picture is known again in a scan."""

from __future__ import annotations

import io

import pytest
import segno
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from app.picture import (
    PictureRefusedError,
    Pixels,
    likeness,
    outline_of,
    painted_page,
    scanned_pages,
    squares_in,
    straight,
    turned,
)


def code_picture(text: str, left: int = 60, top: int = 20) -> Pixels:
    sheet = Image.new("RGB", (400, 300), (250, 250, 250))
    written = io.BytesIO()
    segno.make_qr(text, error="m").save(written, kind="png", scale=4, border=4)
    sheet.paste(Image.open(written).convert("RGB"), (left, top))
    return Pixels.from_image(sheet)


def test_a_code_is_read_with_its_place_and_which_way_it_stands() -> None:
    sheet = code_picture("BEVIS1.A.B")
    for turns in range(4):
        (found,) = squares_in(turned(sheet, turns))
        assert found.text == "BEVIS1.A.B"
        upright = turned(turned(sheet, turns), found.quarter_turns)
        assert upright == sheet
    assert squares_in(Pixels(40, 40, bytes(3 * 40 * 40))) == ()


@pytest.fixture(scope="module")
def pdf() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(300, 200))
    for number in (1, 2):
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Bilag {number} · Opslag", f"p{number}")
        canvas.drawString(30, 150, f"Side nummer {number}")
        if number == 2:
            canvas.drawInlineImage(Image.new("RGB", (40, 20), (200, 30, 30)), 60, 40, 120, 60)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_a_page_comes_with_its_words_and_pictures_in_their_places(pdf: bytes) -> None:
    assert outline_of(pdf) == (("Bilag 1 · Opslag", 0), ("Bilag 2 · Opslag", 1))
    page = painted_page(pdf, 1, dpi=144)
    assert (page.pixels.width_px, page.pixels.height_px, page.pages) == (600, 400, 2)
    assert [word.text for word in page.words] == ["Side", "nummer", "2"]
    side = page.words[0]
    assert (side.left, side.top) == pytest.approx((60, 78), abs=8)
    assert page.figures == ((120, 200, 240, 120),)
    assert page.pixels.colour_at(240, 260) == (200, 30, 30)
    assert [each.width_px for each in scanned_pages(pdf, "application/pdf")] == [834, 834]


def test_what_is_no_scan_is_refused(pdf: bytes) -> None:
    with pytest.raises(PictureRefusedError):
        next(scanned_pages(b"%PDF-1.7 nothing", "application/pdf"))
    with pytest.raises(PictureRefusedError):
        next(scanned_pages(b"words", "text/plain"))
    with pytest.raises(PictureRefusedError):
        painted_page(pdf, 7)


def _picture(x: int) -> Pixels:
    drawn = Image.new("RGB", (200, 200), (240, 240, 240))
    drawn.paste((20, 40, 80), (x, 40, x + 60, 160))
    return Pixels.from_image(drawn)


def test_a_picture_is_known_again_darker_and_turned_and_another_is_not() -> None:
    page, whole = _picture(20), (0, 0, 200, 200)
    darker = page.image().point(lambda value: value * 0.7 + 10)
    scan = Pixels.from_image(darker.rotate(90, expand=True))
    corners = ((0, 200), (200, 200), (200, 0), (0, 0))
    alike = likeness(page, whole, scan, corners)
    assert alike is not None
    assert alike > 0.95
    other = likeness(page, whole, Pixels.from_image(_picture(120).image().rotate(90)), corners)
    assert other is not None
    assert other < 0.5
    assert likeness(page, whole, scan, ((0, 900), *corners[1:])) is None
    blank = Pixels(200, 200, bytes([200]) * (3 * 200 * 200))
    assert likeness(page, whole, blank, corners) is None
    light = Image.linear_gradient("L").resize((200, 200)).point(lambda value: 60 + value * 0.76)
    lit = ImageChops.multiply(page.image(), Image.merge("RGB", (light, light, light)))
    upright = ((0, 0), (0, 200), (200, 200), (200, 0))
    in_light = likeness(page, whole, Pixels.from_image(lit), upright)
    assert in_light is not None
    assert in_light > 0.85  # light from one side is no other picture


def test_a_place_is_cut_out_upright_with_white_around_it() -> None:
    cut = straight(_picture(20), ((20, 40), (20, 160), (80, 160), (80, 40)), 120, 240)
    assert (cut.width_px, cut.height_px) == (120 + 48, 240 + 48)
    assert cut.colour_at(2, 2) == (255, 255, 255)
    assert cut.colour_at(80, 140) == (20, 40, 80)
