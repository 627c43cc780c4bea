"""In every state of every screen: one filled button, the thing to do next, and no scroll bar in or beside another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.ui.application import BuiltWindow
from app.ui.kit import PrimaryButton
from tests.e2e.window.looking import overlay
from tests.e2e.window.states import Walk

NOTHING_NEXT = ("editor", "menu:", "hidden", "locked", "envelope: as a code")
"""Where one works on a picture, reads a menu, has the window covered, or goes on by phone, nothing is next here."""
CHOSEN = frozenset({"pill"})
"""Filled because it is chosen, not because it is next."""
_BESIDE_PX = 40


@pytest.fixture(params=[100, 200])
def built_at(request: pytest.FixtureRequest, built: BuiltWindow) -> Iterator[BuiltWindow]:
    """The window at a text size, as large as on a small computer."""
    built.context.settings.choose_text_percent(request.param)
    built.apply_style()
    built.window.resize(1366, 728)
    yield built
    built.context.settings.choose_text_percent(100)
    built.apply_style()


def test_one_button_is_filled_and_each_column_scrolls_once(
    built_at: BuiltWindow, tmp_path: Path
) -> None:
    wrong: list[str] = []
    seen = 0
    for state in Walk(built_at, tmp_path).every():
        seen += 1
        accent = QColor(built_at.context.look().accent)
        front = in_front(built_at)
        filled = [words(button) for button in buttons(front) if is_filled(button, accent)]
        # One that cannot be pressed yet has no filling, but it is there.
        to_come = [words(b) for b in buttons(front) if is_wanted(b) and not b.isEnabled()]
        least = 0 if state.startswith(NOTHING_NEXT) or to_come else 1
        if not least <= len(filled) <= 1 or len(to_come) > 1:
            wrong.append(f"{state}: filled are {filled}, and later {to_come}")
        wrong += [f"{state}: {fault}" for fault in scrolling_twice(front)]

    assert seen > 50
    assert not wrong, "\n".join(wrong)


def in_front(built: BuiltWindow) -> QWidget:
    """What the person has before them: a dialog, the frozen screen, or the window."""
    dialogs = (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog))
    shown = next((each for each in dialogs if each.isVisible()), None)
    return shown or overlay() or built.window


def buttons(window: QWidget) -> list[QPushButton]:
    return [
        button
        for button in window.findChildren(QPushButton)
        if button.isVisible()
        and button.window() is window
        and not button.visibleRegion().isEmpty()
        and button.property("kit") not in CHOSEN
    ]


def is_filled(button: QPushButton, accent: QColor) -> bool:
    """Whether its ground is the accent: asked of what is drawn, whatever it is called."""
    picture = button.grab().toImage()
    above_the_words = picture.height() // 8
    row = (picture.pixelColor(x, above_the_words) for x in range(10, picture.width() - 10))
    return all(colour == accent for colour in row)


def is_wanted(button: QPushButton) -> bool:
    return isinstance(button, PrimaryButton) and button.property("kit") == "primary"


def words(button: QPushButton) -> str:
    return button.text() or button.accessibleName()


def scrolling_twice(window: QWidget) -> list[str]:
    """What scrolls inside something that scrolls, sideways, or right beside another bar."""
    areas = [
        area
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible() and not area.visibleRegion().isEmpty()
    ]
    up = [area for area in areas if area.verticalScrollBar().isVisible()]
    faults = [
        f"{type(area).__name__} scrolls sideways"
        for area in areas
        if area.horizontalScrollBar().isVisible() and area.horizontalScrollBar().maximum() > 0
    ]
    for area in up:
        for other in up:
            if area is other or isinstance(area, QPlainTextEdit):
                continue
            if other.isAncestorOf(area):
                faults.append(f"{type(area).__name__} scrolls inside {type(other).__name__}")
            elif 0 <= right_of(other) - right_of(area) < _BESIDE_PX:
                faults.append(f"{type(area).__name__} has its bar beside another")
    return faults


def right_of(area: QAbstractScrollArea) -> int:
    return area.mapToGlobal(QPoint(area.width(), 0)).x()
