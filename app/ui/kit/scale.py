"""Spaces and widths of widgets that follow the size of the text, also when another is chosen while they stand.

A layout or widget remembers what it was given at 100 % text. ``apply_style`` has every window measured anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from app.ui.kit.look import BODY_PX, TEXT_SIZES, space

L = TypeVar("L", bound=QLayout)
W = TypeVar("W", bound=QWidget)
_SPACE, _WIDEST, _LEAST_HEIGHT = "kit_space", "kit_widest", "kit_least_height"
ALL_THE_ROOM = 10_000
"""The stretch of a column beside whose free sides nothing is taken from it: with 100 they had a hundredth of it."""


def text_percent() -> int:
    """Return the size of the text that the application has now; 100 where no look was put on."""
    size_px = QApplication.font().pixelSize()
    percent = size_px * 100 / BODY_PX
    return min(TEXT_SIZES, key=lambda size: abs(size - percent)) if size_px > 0 else 100


def spaced(layout: L, gap: float, margins: float | Sequence[float] | None = None) -> L:
    """Give a layout its gap, and margins (all, or left, top, right, bottom); both grow at half the rate of the text."""
    sides = (
        () if margins is None else (margins,) * 4 if isinstance(margins, (int, float)) else margins
    )
    layout.setProperty(_SPACE, [gap, *sides])
    _measure(layout)
    return layout


def widest(widget: W, width_px: int) -> W:
    """Let a widget be no wider than so many pixels at 100 % text."""
    widget.setProperty(_WIDEST, width_px)
    _measure(widget)
    return widget


def least_height(widget: W, height_px: int) -> W:
    """Let a widget be no lower than so many pixels at 100 % text."""
    widget.setProperty(_LEAST_HEIGHT, height_px)
    _measure(widget)
    return widget


def measure_anew(window: QWidget) -> None:
    """Give everything in a window its spaces and widths at the size of text that is on now."""
    for inside in (window, *window.findChildren(QObject)):
        _measure(inside)


def _measure(thing: QObject) -> None:
    percent = text_percent()
    if isinstance(thing, QLayout) and (given := thing.property(_SPACE)):
        gap, *sides = (space(each, percent) for each in given)
        thing.setSpacing(gap)
        if sides:
            thing.setContentsMargins(*sides)
    elif isinstance(thing, QWidget):
        if width_px := thing.property(_WIDEST):
            thing.setMaximumWidth(round(width_px * percent / 100))
        if height_px := thing.property(_LEAST_HEIGHT):
            thing.setMinimumHeight(round(height_px * percent / 100))
