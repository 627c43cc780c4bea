"""Waits until a window has come to rest, and writes what it shows.

Rules:
- A picture is taken of what stands, never of what is on its way: what does not come to rest in time ends the run.
- Time passes in Qt's own loop. ``QTest.qWait`` keeps Python's lock while it waits, so that the lanes hardly get on.
- What is longer than the window gets a second picture of its end.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pypdfium2
from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from app.ui.application import BuiltWindow

T = TypeVar("T")
STEP_MS = 40
# Longer than the longest pause after which something typed or chosen is taken up.
REST_MS = 480
PATIENCE_MS = 60_000
PAGE_SCALE = 1.4


class NotSettledError(Exception):
    """Something did not come about in time: no picture is better than a wrong one."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"waited {PATIENCE_MS // 1000} seconds in vain: {what}")


def pause(milliseconds: int) -> None:
    """Let the window and its lanes get on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(ready: Callable[[], T | None], what: str) -> T:
    """Wait for something and answer it."""
    for _ in range(PATIENCE_MS // STEP_MS):
        found = ready()
        if found:
            return found
        pause(STEP_MS)
    raise NotSettledError(what)


class Camera:
    """Writes numbered pictures of one window into one folder."""

    def __init__(self, built: BuiltWindow, out: Path, first: int = 1, only: str = "") -> None:
        """``only`` is what the name of a picture has to contain; the others have their numbers, and are not taken."""
        self._built = built
        self._out = out
        self._only = only
        self.number = first

    def settle(self, what: str) -> None:
        """Wait until nothing has been under way for a while."""
        quiet = 0
        tasks = self._built.tasks

        def rested() -> bool:
            nonlocal quiet
            quiet = 0 if tasks.storing or tasks.working else quiet + STEP_MS
            return quiet >= REST_MS

        until(rested, f"{what} comes to rest")

    def shoot(self, name: str, *, ends: bool = True) -> None:
        """The window as it is; and the ends of what is longer, unless they are not wanted."""
        window = self._built.window
        self.settle(name)
        self._write(window.grab(), name)
        bars = [bar for bar in _bars(window) if bar.maximum() > 0]
        if ends and bars and self._only in name:
            self._shoot_ends(bars, name)
        self.number += 1

    def shoot_over(self, name: str, dialog: QWidget) -> None:
        """The window with a dialog before it, in its middle as a desktop puts it."""
        self.settle(name)
        behind, before = self._built.window.grab(), dialog.grab()
        area = QRect(QPoint(0, 0), dialog.size())
        area.moveCenter(behind.rect().center())
        painter = QPainter(behind)
        painter.drawPixmap(area, before)
        painter.end()
        self._write(behind, name)
        self.number += 1

    def shoot_at(self, name: str, popup: QWidget, corner: QPoint) -> None:
        """The window with a menu over it, at a place of the window."""
        behind = self._built.window.grab()
        left = min(corner.x(), behind.width() - popup.width())
        painter = QPainter(behind)
        painter.drawPixmap(left, corner.y(), popup.grab())
        painter.end()
        self._write(behind, name)
        self.number += 1

    def shoot_alone(self, name: str, widget: QWidget) -> None:
        """Another window, such as the one over the screen; nothing is waited for."""
        self._write(widget.grab(), name)
        self.number += 1

    def keep_page(self, name: str, pdf: bytes) -> None:
        """The first page of what was printed."""
        document = pypdfium2.PdfDocument(pdf)
        page = document[0].render(scale=PAGE_SCALE).to_pil().convert("RGBA")
        document.close()
        form = QImage.Format.Format_RGBA8888
        self._write(QImage(page.tobytes(), page.width, page.height, form).copy(), name)
        self.number += 1

    def _shoot_ends(self, bars: list[QScrollBar], name: str) -> None:
        before = [bar.value() for bar in bars]
        for bar in bars:
            bar.setValue(bar.maximum())
        self.settle(f"the end of {name}")
        self._write(self._built.window.grab(), f"{name}-end")
        for bar, value in zip(bars, before, strict=True):
            bar.setValue(value)

    def _write(self, picture: QPixmap | QImage, name: str) -> None:
        if self._only not in name:
            return
        file = self._out / f"{self.number:02}-{name}.png"
        if not picture.save(str(file)):
            raise OSError(f"cannot write {file}")

    def rest_pointer(self) -> None:
        """Take the pointer to where it lights nothing up."""
        QTest.mouseMove(self._built.window, QPoint(1, 1))


def front_dialog(built: BuiltWindow) -> QWidget | None:
    """The dialog that stands before the window, if there is one."""
    found = QApplication.activeModalWidget()
    if found is not None:
        return found
    return next(
        (
            each
            for each in QApplication.topLevelWidgets()
            if each.isVisible() and each is not built.window and each.parent() is built.window
        ),
        None,
    )


def _bars(window: QWidget) -> list[QScrollBar]:
    """Of all that scrolls as a page or a list does: not the picture in the editor, nor a text that is written."""
    areas = [
        area
        for kind in (QScrollArea, QAbstractItemView)
        for area in window.findChildren(kind)
        if area.isVisible() and not isinstance(area, QPlainTextEdit | QTextEdit)
    ]
    return [area.verticalScrollBar() for area in areas]
