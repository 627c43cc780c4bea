"""The window stands where it was left, and never where nobody sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.acts import ChangedSetting
from app.ui.application import BuiltWindow
from app.ui.frame.place import place_on
from tests.ui.frame.windows import House, build

LEFT = QRect(0, 0, 1366, 728)
RIGHT = QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    "left",
    [QRect(0, 30, 1366, 698), QRect(1400, 40, 1200, 900), QRect(100, 60, 640, 480)],
)
def test_a_place_that_can_be_seen_is_kept(left: QRect) -> None:
    assert place_on(left, [LEFT, RIGHT]) == left


@pytest.mark.parametrize(
    "left",
    [
        QRect(1300, 650, 900, 700),
        QRect(-600, 100, 900, 600),
        QRect(200, -300, 900, 600),
        QRect(0, 0, 4000, 3000),
        QRect(1366, 0, 1920, 1100),
    ],
)
def test_what_lay_over_an_edge_comes_back_whole_with_its_title_bar(left: QRect) -> None:
    place = place_on(left, [LEFT, RIGHT])

    assert place is not None
    (screen,) = (each for each in (LEFT, RIGHT) if each.contains(place))
    assert place.y() >= screen.y() + 24
    assert place.width() == min(left.width(), screen.width() - 8)


def test_one_on_a_screen_that_is_gone_stands_as_at_first() -> None:
    assert place_on(QRect(1400, 40, 1200, 900), [LEFT]) is None
    assert place_on(QRect(5, 5, 0, 0), [LEFT]) is None
    assert place_on(QRect(5, 5, 10, 10), []) is None


def test_size_and_place_are_remembered_over_a_restart(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, house: House
) -> None:
    first = build(qapp, tmp_path, house.screens())
    with qtbot.waitExposed(first.window):
        first.window.show()
    first.window.setGeometry(20, 40, 701, 503)
    first.close()
    second = build(qapp, tmp_path, house.screens())
    place = second.window.geometry()
    second.close()

    assert place == QRect(20, 40, 701, 503)


def test_a_maximised_window_comes_back_maximised_and_knows_its_other_size(
    built: BuiltWindow, qtbot: QtBot
) -> None:
    built.window.setGeometry(20, 40, 701, 503)
    built.window.showMaximized()
    before = built.window
    built.context.settings.choose_language("da")
    built.context.acts.apply(ChangedSetting.LANGUAGE)
    qtbot.waitUntil(lambda: built.window is not before)

    assert built.window.isMaximized()
    assert built.context.settings.window_place == (20, 40, 701, 503)
