"""A page in Chromium, captured and compared with what the browser says it drew, and with a third program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.capture import Region, Screen
from app.picture import crop, decode_own_png, encode_png
from tests.e2e.browser import page_showing
from tests.e2e.displays import witness

WINDOW = (40, 30, 1280, 900)
BLOCKS = (
    (0, 0, 16, 16, (1, 254, 3)),
    (100, 50, 37, 29, (200, 16, 46)),
    (501, 333, 1, 1, (0, 0, 255)),
    (777, 600, 200, 3, (255, 255, 0)),
    (1264, 884, 16, 16, (12, 34, 56)),
)
WORDS = (
    "Blåbærgrød på Ærø: hængt ud af en mor i gruppen. «Del gerne!» – 143 kommentarer, 12. marts "
    "kl. 19.04. Æ Ø Å é ü ß € ½ × „citat“ … <b>ikke fed</b> &amp; 0123456789 "
)


def blocks_page() -> str:
    places = "".join(
        f'<div style="left:{x}px;top:{y}px;width:{width}px;height:{height}px;'
        f'background:rgb{colour}"></div>'
        for x, y, width, height, colour in BLOCKS
    )
    style = "body{margin:0;background:#f0f2f5}div{position:absolute}"
    return f"<!doctype html><meta charset=utf-8><title>Felter</title><style>{style}</style>{places}"


def text_page() -> str:
    lines = "".join(
        f'<p style="font:{size}px DejaVu Sans;margin:4px 9px">{WORDS}</p>'
        for size in (9, 11, 13, 14, 16, 17, 19, 24, 31)
    )
    return f"<!doctype html><meta charset=utf-8><title>Tekst</title>{lines}"


@pytest.mark.parametrize("make", [blocks_page, text_page], ids=["blocks", "text"])
def test_a_page_is_captured_as_the_browser_drew_it(
    make: Callable[[], str], display: str, screen: Screen, tmp_path: Path
) -> None:
    page = tmp_path / "opslag.html"
    page.write_text(make(), encoding="utf-8")

    with page_showing(display, page, WINDOW) as browser:
        piece, context = screen.grab_with_context(Region(*WINDOW))
        drawn = browser.drawn()
        seen_by_another = witness(display, (0, 0, 1920, 1080))

    assert (drawn.width_px, drawn.height_px) == WINDOW[2:]
    assert piece.pixels == drawn
    assert context.pixels.rgb == seen_by_another
    assert crop(context.pixels, *WINDOW) == drawn
    assert decode_own_png(encode_png(piece.pixels)) == drawn


def test_known_colours_stand_where_the_page_put_them(
    display: str, screen: Screen, tmp_path: Path
) -> None:
    page = tmp_path / "felter.html"
    page.write_text(blocks_page(), encoding="utf-8")

    with page_showing(display, page, WINDOW):
        pixels = screen.grab_screen(1).pixels

    for left, top, width_px, height_px, colour in BLOCKS:
        x, y = WINDOW[0] + left, WINDOW[1] + top
        block = crop(pixels, x, y, width_px, height_px)
        assert block.rgb == bytes(colour) * (width_px * height_px)
        around = crop(pixels, x - 1, y - 1, width_px + 2, height_px + 2).rgb
        inside = sum(around[at : at + 3] == bytes(colour) for at in range(0, len(around), 3))
        assert inside == width_px * height_px
