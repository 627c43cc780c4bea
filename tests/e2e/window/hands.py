"""A person's hands on the window in this process: real pointer and key events, and patience with a limit."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)

_PATIENCE_S = 20
_STEP_MS = 5
_REST_MS = 60
_DRAG_STEPS = 8
_BOX_PX = 10


def wait(pause_ms: int) -> None:
    """Let the window work in Qt's own loop, as the program does: QTest's wait keeps the lanes from Python's lock."""
    loop = QEventLoop()
    QTimer.singleShot(pause_ms, loop.quit)
    loop.exec()


def until(holds: Callable[[], object], what: str, instead: Callable[[], str] = lambda: "") -> None:
    """Let the window work until something holds."""
    limit = time.monotonic() + _PATIENCE_S
    while not holds():
        assert time.monotonic() < limit, f"it never came to this: {what}; {instead()}"
        wait(_STEP_MS)


def come_to_rest() -> None:
    """Let the window work until what scrolls keeps its size: a page that just changed is laid out in several turns."""
    before: list[int] = []
    while (now := _heights()) != before:
        before = now
        wait(_REST_MS)


def _heights() -> list[int]:
    areas = [each for each in QApplication.allWidgets() if isinstance(each, QScrollArea)]
    shown = [area.widget() for area in areas if area.isVisible()]
    return [widget.height() for widget in shown if widget is not None]


def click(widget: QWidget) -> None:
    """Press something that can be seen and used."""
    _bring_into_sight(widget)
    until(lambda: widget.isVisible() and widget.isEnabled(), f"{widget.accessibleName()} is usable")
    # Beside the box and its words a check box is as wide as its page, and deaf there.
    boxed = isinstance(widget, QCheckBox | QRadioButton)
    at = QPoint(_BOX_PX, widget.height() // 2) if boxed else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)


def write(widget: QWidget, words: str) -> None:
    """Click a field and type into it, in the place of what stood there."""
    click(widget)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, words)


def key(widget: QWidget, what: Qt.Key, with_ctrl: bool = False) -> None:
    """Press a key where the focus is."""
    held = Qt.KeyboardModifier.ControlModifier if with_ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(widget, what, held)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move, let go."""
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseMove(target, start)
    QTest.mousePress(target, left, plain, start)
    for step in range(1, _DRAG_STEPS + 1):
        QTest.mouseMove(target, start + (end - start) * step / _DRAG_STEPS)
        wait(_STEP_MS)
    QTest.mouseRelease(target, left, plain, end)


def drop(widget: QWidget, path: str) -> None:
    """Let a file fall onto something."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    middle = widget.rect().center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(middle, copy, data, left, plain))
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), copy, data, left, plain))


class Pulse:
    """Beats every 10 ms on the window's thread; the longest pause between two beats is how long it stood still."""

    _BEAT_MS = 10

    def __init__(self) -> None:
        self._beats: list[tuple[float, str]] = []
        self._doing = ""
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(self._BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def now(self, doing: str) -> None:
        """What is done from here on; "" for what the test does itself, which does not count."""
        wait(2 * self._BEAT_MS)
        self._doing = doing

    def stop(self) -> tuple[tuple[int, str], ...]:
        """The longest pause of each thing that was done, in milliseconds, the longest first."""
        self._timer.stop()
        longest: dict[str, float] = {}
        for (before, _), (after, doing) in pairwise(self._beats):
            if doing:
                longest[doing] = max(longest.get(doing, 0.0), after - before)
        return tuple(
            sorted(((round(1000 * pause), doing) for doing, pause in longest.items()), reverse=True)
        )

    def _beat(self) -> None:
        self._beats.append((time.monotonic(), self._doing))


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll the page to it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
