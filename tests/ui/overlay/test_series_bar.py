"""The bar of a series: where it stands, what it says, and that it takes the focus from nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from pytestqt.qtbot import QtBot

from app.ui.kit.look import LIGHT
from app.ui.overlay.bar_place import bar_place
from app.ui.overlay.drawing import ACCENT, WHITE
from app.ui.overlay.series import SeriesShown
from app.ui.overlay.series_bar import SeriesBar
from app.ui.overlay.series_frame import SeriesFrame
from tests.worlds import DANISH

SCREEN = QRect(0, 0, 1400, 900)
BESIDE = QRect(1400, 0, 1000, 800)
SIZE = QSize(400, 80)


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[SeriesBar]:
    made = SeriesBar(DANISH, lambda: LIGHT)
    yield made
    made.close()


def shown(count: int, told: str = "", *, by_button: bool = False) -> SeriesShown:
    return SeriesShown(f"Serie: {count}", "Rul ned.", told, count, bool(told), by_button)


@given(
    st.integers(0, 1300), st.integers(0, 800), st.integers(1, 1400), st.integers(1, 900)
)  # fmt: skip
def test_it_stands_on_a_screen_and_says_truly_whether_it_is_clear(
    x: int, y: int, width: int, height: int
) -> None:
    region = QRect(x, y, min(width, 1400 - x), min(height, 900 - y))
    for screens in ([SCREEN], [SCREEN, BESIDE]):
        spot, clear = bar_place(SIZE, region, screens)
        place = QRect(spot, SIZE)
        assert any(each.contains(place) for each in screens)
        assert not (clear and place.intersects(region))


def test_it_stands_below_then_above_then_beside_then_on_another_screen() -> None:
    def place(region: QRect, *screens: QRect) -> QPoint:
        return bar_place(SIZE, region, screens or (SCREEN,))[0]

    assert place(QRect(100, 100, 800, 600)).y() > 700
    assert place(QRect(100, 150, 800, 740)).y() < 100
    assert place(QRect(0, 0, 900, 900)).x() > 900
    assert place(SCREEN, SCREEN, BESIDE).x() >= 1400
    assert bar_place(SIZE, SCREEN, [SCREEN]) == (QPoint(984, 804), False)


def test_each_thing_it_says_is_seen_at_once(bar: SeriesBar) -> None:
    bar.say(shown(1))
    bar.show()
    for count in range(2, 7):
        bar.say(shown(count, "Der er ikke fundet overlap. Rul lidt op, og tag et til."))
        assert bar.size() == bar.size().expandedTo(bar.sizeHint())
        assert bar.done_button.mapTo(bar, bar.done_button.rect().bottomRight()).x() < bar.width()
    assert "Serie: 6" in bar.accessibleName()
    assert "overlap" in bar.accessibleName()


def test_its_buttons_tell_and_the_next_is_there_only_without_keys(
    bar: SeriesBar, qtbot: QtBot
) -> None:
    bar.say(shown(1))
    bar.show()
    assert not bar.next_button.isVisible()
    bar.say(shown(1, by_button=True))
    assert bar.next_button.isVisible()
    with qtbot.waitSignal(bar.next_wanted):
        bar.next_button.click()
    with qtbot.waitSignal(bar.finished):
        bar.done_button.click()


def test_it_takes_the_focus_from_nobody(bar: SeriesBar) -> None:
    assert bar.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert bar.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not bar.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_the_dashes_stand_around_what_is_taken_and_on_none_of_it(qtbot: QtBot) -> None:
    dashes = SeriesFrame(DANISH)
    qtbot.addWidget(dashes)
    region = QRect(100, 50, 400, 300)

    dashes.stand_around(region)
    dashes.show()

    drawn = dashes.mask().translated(dashes.pos())
    assert not drawn.intersects(region)
    assert drawn.boundingRect() == region.adjusted(-3, -3, 3, 3)
    assert dashes.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert dashes.windowFlags() & Qt.WindowType.WindowTransparentForInput
    shades = dashes.grab().toImage()
    seen = {shades.pixelColor(x, 0).name() for x in range(shades.width())}
    assert {WHITE.name(), ACCENT.name()} <= seen
