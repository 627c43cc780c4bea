"""What does not fit on a screen: words that are cut, things over each other, English where Danish is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from app.ui.exhibit.tool_column import ToolButton
from app.ui.kit.look import BODY_PX
from app.ui.kit.steps import StepButton

# These draw their words themselves, and say in their own tests how they shorten them.
_OWN_WORDS = (StepButton, ToolButton)
_BESIDE_HINT_PX = 8
_SLACK_PX = 2
"""Rounding of font metrics."""


def faults(english: frozenset[str] = frozenset()) -> Iterator[str]:
    """Everything that does not fit in the windows that are shown.

    Args:
        english: texts that may not be read where Danish is spoken.
    """
    for window in QApplication.topLevelWidgets():
        if not window.isVisible():
            continue
        for widget in (window, *window.findChildren(QWidget)):
            if not _seen(widget):
                continue
            words = _words(widget)
            if words in english:
                yield f"English: {words!r}"
            yield from _cut(widget, words)
            yield from _hint_cut(widget)
            yield from _sideways(widget)
            yield from _outside(widget)
            yield from _overlaps(widget)


def _seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text().replace("&", "").strip()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _cut(widget: QWidget, words: str) -> Iterator[str]:
    """Words that need more room than they have. What is shortened with an ellipsis has the whole as its tooltip."""
    if not words or (words.endswith("…") and widget.toolTip()) or isinstance(widget, _OWN_WORDS):
        return
    told = f"{type(widget).__name__} {words[:60]!r}"
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            needs = widget.heightForWidth(widget.width())
            if needs > widget.height() + _SLACK_PX:
                yield f"cut: {told} needs {needs} px of height and has {widget.height()}"
            longest = max(
                (_wide(widget, word) for word in re.split(r"[\s\u200b]+", words)), default=0
            )
            if longest > widget.width() + _SLACK_PX:
                yield f"cut: {told} has a word of {longest} px in {widget.width()} px"
        elif widget.sizeHint().width() > widget.width() + _SLACK_PX:
            yield f"cut: {told} needs {widget.sizeHint().width()} px and has {widget.width()}"
    elif isinstance(widget, QCheckBox | QRadioButton | QToolButton | QAbstractButton):
        needs = _wide(widget, words)
        if "\n" not in words and needs > widget.width() + _SLACK_PX:
            yield f"cut: {told} needs {needs} px and has {widget.width()}"


def _hint_cut(widget: QWidget) -> Iterator[str]:
    """What an empty field says of itself, where it has too little room: Qt cuts it without a word."""
    if isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
        needs, room = _wide(widget, widget.placeholderText()), widget.contentsRect().width()
        if needs > room - 2 * _BESIDE_HINT_PX:
            yield f"cut: hint {widget.placeholderText()!r} needs {needs} px in a field of {room}"


def _sideways(widget: QWidget) -> Iterator[str]:
    """A page that scrolls to the side; a picture that was enlarged may."""
    if not isinstance(widget, QScrollArea) or widget.property("kit") != "scroll":
        return
    bar = widget.horizontalScrollBar()
    if bar.isVisible() and bar.maximum() > bar.minimum():
        name = widget.accessibleName() or _told(widget.geometry())
        yield f"scrolls sideways by {bar.maximum()} px: {name}"


def _wide(widget: QWidget, words: str) -> int:
    return widget.fontMetrics().horizontalAdvance(words)


def _outside(widget: QWidget) -> Iterator[str]:
    """Controls that reach over the edge of what they stand in; what a scroll area holds may be scrolled to."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or not isinstance(widget, QAbstractButton | QLabel):
        return
    scrolled = parent.parentWidget()
    if isinstance(scrolled, QAbstractScrollArea) and parent is scrolled.viewport():
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        name = widget.accessibleName() or _words(widget) or type(widget).__name__
        yield f"outside: {name[:60]!r} {_told(widget.geometry())} in {_told(parent.rect())}"


def _overlaps(widget: QWidget) -> Iterator[str]:
    """What one layout holds, laid over each other."""
    layout = widget.layout()
    if layout is None or isinstance(widget, QMenuBar):
        return
    # Not by the layout's items: their wrappers outlive them, and stand for what is made at their place later.
    held = [
        (inside, inside.geometry())
        for inside in widget.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
        if layout.indexOf(inside) >= 0 and _seen(inside)
    ]
    for (one, here), (other, there) in combinations(held, 2):
        common = here.intersected(there)
        if common.width() > _SLACK_PX and common.height() > _SLACK_PX:
            names = [f"{type(each).__name__} {_words(each)[:30]!r}" for each in (one, other)]
            yield f"over each other: {names[0]} and {names[1]} in {type(widget).__name__}"


def _told(place: QRect) -> str:
    return f"{place.x()},{place.y()} {place.width()}x{place.height()}"


def two_scroll_bars() -> Iterator[str]:
    """Scroll bars that stand in one another: a list that scrolls within a page that scrolls."""
    for window in QApplication.topLevelWidgets():
        for area in window.findChildren(QAbstractScrollArea):
            if not _scrolls(area):
                continue
            above = area.parentWidget()
            while above is not None:
                if isinstance(above, QAbstractScrollArea) and _scrolls(above):
                    yield f"scrolls in what scrolls: {type(area).__name__} in {type(above).__name__}"
                above = above.parentWidget()


def _scrolls(area: QAbstractScrollArea) -> bool:
    bar = area.verticalScrollBar()
    off = area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    several_lines = area.height() > 4 * BODY_PX
    return area.isVisible() and not off and bar.maximum() > bar.minimum() and several_lines
