"""The plate of a delayed picture: it counts, stands still, and Esc in any of our windows ends it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.overlay import Overlay, build_overlay
from app.ui.overlay.countdown import Countdown
from app.ui.overlay.desktop import QtDesktop
from tests.ui.overlay.acting import Bench


@pytest.fixture
def overlay(qtbot: QtBot, bench: Bench, qapp: QApplication) -> Iterator[Overlay]:
    bench.apply_look(qapp)
    made = build_overlay(bench.context)
    yield made
    made.cancel()
    made.deleteLater()


def plates() -> list[Countdown]:
    every = QApplication.topLevelWidgets()
    return [each for each in every if isinstance(each, Countdown) and each.isVisible()]


def test_it_counts_and_takes_the_focus_from_nobody(qtbot: QtBot, overlay: Overlay) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    overlay.start(60)
    (plate,) = plates()
    size, place = plate.size(), plate.pos()
    assert plate.words.text() == "Billedet tages om 60 sekunder."
    plate.count(1)
    assert plate.words.text() == "Billedet tages om 1 sekund."
    assert (plate.size(), plate.pos()) == (size, place)
    assert window.isActiveWindow()


def test_escape_in_another_window_of_ours_ends_it_and_nothing_else(
    qtbot: QtBot, overlay: Overlay
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    left: list[bool] = []
    leave = QAction(window)
    leave.setShortcut(Qt.Key.Key_Escape)
    leave.triggered.connect(lambda: left.append(True))
    window.addAction(leave)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    overlay.start(60)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not plates()
    assert not left
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert left, "Esc is the window's own again"


def test_its_button_ends_it(qtbot: QtBot, overlay: Overlay) -> None:
    overlay.start(60)
    (plate,) = plates()
    plate.cancel_button.click()
    assert not plates()


def test_what_lay_behind_the_plate_has_time_to_draw_itself(qtbot: QtBot, bench: Bench) -> None:
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert not others, "the plate alone was on the screen"
    desktop = QtDesktop(bench.context.open_screen, bench.context.language, bench.context.look)
    assert desktop.vanish() == 0
    desktop.count_down(1)
    desktop.count_down(0)
    assert desktop.vanish() > 0
    assert desktop.vanish() == 0, "once"
    desktop.leave()
