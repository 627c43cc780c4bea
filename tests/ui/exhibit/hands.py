"""Hands on the page of an exhibit: where pixels of the picture are on the screen, and a drag from one to another."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.markup import Layer
from app.ui.exhibit.canvas import EditorCanvas
from app.ui.exhibit.model import layer_of_drawing
from app.ui.exhibit.view import ExhibitPage

LEFT = Qt.MouseButton.LeftButton


def layer(page: ExhibitPage) -> Layer:
    assert page.presenter.editing is not None
    return layer_of_drawing(page.presenter.editing.drawing)


def on_screen(canvas: EditorCanvas, x: float, y: float) -> QPoint:
    """Where the middle of a pixel of the original is on the view."""
    place = canvas.viewportTransform().map(QPointF(x + 0.5, y + 0.5))
    return QPoint(math.floor(place.x()), math.floor(place.y()))


def drag(canvas: EditorCanvas, start: tuple[int, int], end: tuple[int, int]) -> None:
    port = canvas.viewport()
    first, last = on_screen(canvas, *start), on_screen(canvas, *end)
    QTest.mousePress(port, LEFT, pos=first)
    QTest.mouseMove(port, (first + last) / 2)
    QTest.mouseMove(port, last)
    QTest.mouseRelease(port, LEFT, pos=last)
