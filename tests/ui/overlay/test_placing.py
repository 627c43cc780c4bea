"""Size, loupe and hint line stand on the screen, each beside what it belongs to, and none over another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from app.ui.overlay import placing
from app.ui.overlay.hint_bar import lines

SCALES = [1.0, 1.25, 1.5, 1.75, 2.0, 3.0]
SCREEN = QRectF(0, 0, 900, 700)
BAR = QSizeF(500, 60)
TOP, BOTTOM = 0, 1


@pytest.mark.parametrize(
    "region_rect",
    [
        QRectF(0, 0, 900, 700),
        QRectF(890, 10, 10, 20),
        QRectF(0, 690, 5, 10),
        QRectF(880, 680, 20, 20),
    ],
)
def test_the_size_label_stays_on_the_screen(qtbot: QtBot, region_rect: QRectF) -> None:
    screen = QRectF(0, 0, 900, 700)
    rect = placing.label_rect("900 × 700", QFont(), region_rect, screen)
    assert screen.contains(rect)


def test_the_size_label_stands_eight_pixels_outside_the_frame(qtbot: QtBot) -> None:
    screen = QRectF(0, 0, 900, 700)
    region_rect = QRectF(300, 200, 300, 200)
    rect = placing.label_rect("300 × 200", QFont(), region_rect, screen)
    frame_top = region_rect.top() - 2
    assert frame_top - rect.bottom() == 8
    region_rect.moveTop(5)
    below = placing.label_rect("300 × 200", QFont(), region_rect, screen)
    assert below.top() - (region_rect.bottom() + 2) == 8
    inside = placing.label_rect("900 × 700", QFont(), screen, screen)
    assert screen.contains(inside)


@pytest.mark.parametrize("at", [QPointF(0, 0), QPointF(899, 0), QPointF(0, 699), QPointF(899, 699)])
@pytest.mark.parametrize("scale", SCALES)
def test_the_loupe_stays_on_the_screen_and_beside_the_pointer(at: QPointF, scale: float) -> None:
    screen = QRectF(0, 0, 900, 700)
    for middle in (at, screen.center()):
        rect = placing.loupe_rect(at, middle, scale, screen)
        assert screen.contains(rect)
        assert not rect.contains(at)
        assert rect.width() * scale == pytest.approx(15 * 8)


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_the_loupe_does_not_lie_on_the_field(corner: str) -> None:
    region_rect = QRectF(300, 250, 300, 200)
    at: QPointF = getattr(region_rect, corner)()
    rect = placing.loupe_rect(at, region_rect.center(), 1.0, QRectF(0, 0, 900, 700))
    assert not rect.intersects(region_rect)


def test_the_loupe_keeps_clear_of_what_stands_there(qtbot: QtBot) -> None:
    at = QPointF(450, 350)
    first = placing.loupe_rect(at, at, 1.0, SCREEN)
    second = placing.loupe_rect(at, at, 1.0, SCREEN, [first])
    assert not second.intersects(first)
    assert not second.contains(at)
    assert SCREEN.contains(second)


def test_the_hint_line_stays_where_it_is_until_something_comes_near() -> None:
    at_top = placing.spot_rect(TOP, BAR, SCREEN)
    over = [placing.near(at_top.center())]
    assert placing.spot_for(BAR, SCREEN, now=TOP, taken=[]) == TOP
    assert placing.spot_for(BAR, SCREEN, now=TOP, taken=over) == BOTTOM
    assert placing.spot_for(BAR, SCREEN, now=BOTTOM, taken=[]) == BOTTOM


def test_the_hint_line_gives_way_to_the_field_but_sooner_covers_it_than_the_pointer() -> None:
    wide = QRectF(0, 0, 900, 300)
    whole = QRectF(0, 0, 900, 700)
    pointer = [placing.near(QPointF(450, 690))]
    assert placing.spot_for(BAR, SCREEN, now=TOP, taken=[], region_rect=wide) == BOTTOM
    assert placing.spot_for(BAR, SCREEN, now=BOTTOM, taken=pointer, region_rect=whole) == TOP


@pytest.mark.parametrize("spot", range(6))
def test_no_place_of_the_hint_line_leaves_the_screen(spot: int) -> None:
    for size in (BAR, QSizeF(852, 400)):
        assert SCREEN.contains(placing.spot_rect(spot, size, SCREEN))


def test_pieces_stand_in_few_lines_of_about_one_length() -> None:
    assert lines([10, 10, 10], 1, 32) == [[0, 1, 2]]
    assert lines([10, 10, 10, 10], 1, 32) == [[0, 1], [2, 3]]
    assert lines([10, 50, 10], 1, 32) == [[0], [1], [2]]
