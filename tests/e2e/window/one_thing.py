"""Whether a state has one filled button, the thing to do next, and no scroll bar in or beside another."""

from __future__ import annotations

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

NOTHING_NEXT = ("editor", "menu:", "hidden", "locked", "envelope: as a code")
"""Where one works on a picture, reads a menu, has the window covered, or goes on by phone, nothing is next here."""
CHOSEN = frozenset({"pill"})
"""Filled because it is chosen, not because it is next."""
_BESIDE_PX = 40


def faults(built: BuiltWindow, state: str) -> list[str]:
    """What is wrong in a state: more than one filled button or none, or a scroll bar in or beside another."""
    accent = QColor(built.context.look().accent)
    front = in_front(built)
    filled = [words(button) for button in buttons(front) if is_filled(button, accent)]
    # One that cannot be pressed yet has no filling, but it is there.
    to_come = [words(b) for b in buttons(front) if is_wanted(b) and not b.isEnabled()]
    least = 0 if state.startswith(NOTHING_NEXT) or to_come else 1
    wrong = scrolling_twice(front)
    if not least <= len(filled) <= 1 or len(to_come) > 1:
        wrong.append(f"filled are {filled}, and later {to_come}")
    return wrong


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
