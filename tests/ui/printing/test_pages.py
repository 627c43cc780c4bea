"""Pages become pictures and words; what is closed is gone."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen import canvas

from app.ui.printing.pages import Pages


def two_pages() -> bytes:
    sink = BytesIO()
    made = canvas.Canvas(sink, pagesize=(200, 100))
    made.setFillColorRGB(1, 0, 0)
    made.rect(0, 0, 200, 100, fill=1)
    made.setFillColorRGB(0, 0, 0)
    made.drawString(20, 50, "Side et")
    made.showPage()
    made.drawString(20, 50, "Side to")
    made.showPage()
    made.save()
    return sink.getvalue()


def test_a_page_is_drawn_at_the_width_that_is_wanted_with_its_words() -> None:
    pages = Pages()
    pages.open(two_pages())
    first = pages.picture(0, 400)
    second = pages.picture(1, 100)
    pages.close()
    assert first is not None
    assert second is not None
    assert (first.width_px, first.height_px, first.text) == (400, 200, "Side et")
    assert (second.width_px, second.height_px, second.text) == (100, 50, "Side to")
    inside = 20 * first.stride + 4 * 20
    assert first.data[inside : inside + 3] == bytes((0, 0, 255))  # blue, green, red
    assert len(first.data) == first.stride * first.height_px


def test_a_page_that_is_not_there_is_none() -> None:
    pages = Pages()
    assert pages.picture(0, 100) is None
    pages.open(two_pages())
    assert pages.picture(2, 100) is None
    assert pages.picture(-1, 100) is None
    pages.close()
    assert pages.picture(0, 100) is None


def test_a_wish_without_measure_stays_within_reason() -> None:
    pages = Pages()
    pages.open(two_pages())
    drawn = pages.picture(0, 1_000_000)
    pages.close()
    assert drawn is not None
    assert drawn.width_px == 4000
