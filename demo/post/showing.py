"""Showing the window, waiting until it is on the screen, saying where it is, and leaving when told.

Rules:
- Nothing is said before the screen itself, read back, shows the window: a capture made on that word
  finds it there.
- The window leaves, with exit code 0, when standard input closes, on SIGTERM or SIGINT, or when the user
  closes it.
- If it is not seen in time (covered, or partly outside the screen), that is said and the exit code is 4.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRectF, QSocketNotifier, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from demo.post.places import physical
from demo.post.post import Post
from demo.post.presenter import PixelBox, PostPresenter, announcement
from demo.post.view import PostWindow

NOT_SEEN = 4
_LOOK_EVERY_MS = 50
_LOOKS = 200
_STEADY_LOOKS = 4
_PROBES = 24
_TOLERANCE = 10
_WIDTH = 700
_STANDARD_INPUT = 0


class Departure(QObject):
    """Ends the event loop when standard input closes or a signal asks for it.

    Signals and the reading thread only write to a socket; the loop itself decides to quit. That way neither
    touches Qt from outside, and a signal is noticed although the loop is idle.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._inner, self._outer = socket.socketpair()
        self._inner.setblocking(False)
        self._outer.setblocking(False)
        signal.set_wakeup_fd(self._outer.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._inner.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(app.quit)

    def watch_input(self) -> None:
        """From now on the end of standard input is the end of the window."""
        threading.Thread(target=self._read_to_end, daemon=True).start()

    def _read_to_end(self) -> None:
        try:
            while os.read(_STANDARD_INPUT, 4096):
                pass
        except OSError:
            pass  # A standard input that cannot be read is as good as closed.
        self._outer.send(b"\0")


class Appearance(QObject):
    """Looks at the screen until the window stands still on it, then calls ``on_seen`` once."""

    def __init__(
        self, window: QWidget, on_seen: Callable[[], None], on_missed: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._on_seen = on_seen
        self._on_missed = on_missed
        self._painted = window.grab().toImage()
        self._last: PixelBox | None = None
        self._steady = 0
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        place = content_box(self._window)
        steady = place == self._last and is_on_screen(self._window, self._painted)
        self._steady = self._steady + 1 if steady else 0
        self._last = place
        if self._steady >= _STEADY_LOOKS:
            self._timer.stop()
            self._on_seen()
        elif self._looks >= _LOOKS:
            self._timer.stop()
            self._on_missed()


def content_box(window: QWidget) -> PixelBox:
    """The window's content area in physical pixels of the whole desktop.

    Qt keeps the corner of each screen where the desktop has it and scales only distances within it.
    """
    corner = QPointF(window.screen().geometry().topLeft())
    inside = QPointF(window.mapToGlobal(window.rect().topLeft())) - corner
    box = physical(QRectF(window.rect()), inside, window.devicePixelRatioF())
    return box._replace(x=box.x + int(corner.x()), y=box.y + int(corner.y()))


def is_on_screen(window: QWidget, painted: QImage) -> bool:
    """Read the screen back and compare it with what the window paints, at points across all of it."""
    handle = window.windowHandle()
    if handle is None or not handle.isExposed():
        return False
    corner = window.mapToGlobal(window.rect().topLeft()) - window.screen().geometry().topLeft()
    shown = window.screen().grabWindow(0, corner.x(), corner.y(), window.width(), window.height())
    return _alike(shown.toImage(), painted)


def _alike(shown: QImage, painted: QImage) -> bool:
    if shown.size() != painted.size() or shown.isNull():
        return False
    for row in range(_PROBES):
        y = (2 * row + 1) * shown.height() // (2 * _PROBES)
        for column in range(_PROBES):
            x = (2 * column + 1) * shown.width() // (2 * _PROBES)
            here, there = shown.pixel(x, y), painted.pixel(x, y)
            channels = ((here >> shift & 255, there >> shift & 255) for shift in (0, 8, 16))
            if any(abs(a - b) > _TOLERANCE for a, b in channels):
                return False
    return True


def show_post(post: Post, *, x: int, y: int, width_px: int, fonts: Path | None) -> int:
    """Show ``post`` with the window's upper left corner at (x, y) and stay until told to leave.

    Lengths are physical pixels of the desktop; a width of 0 takes the window's own. Returns the exit code.
    """
    platform = (
        [] if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ else ["-platform", "xcb"]
    )
    app = QApplication([sys.argv[0], *platform])
    departure = Departure(app)
    take_fonts(app, fonts)
    screen = _screen_at(x, y)
    ratio = screen.devicePixelRatio()
    window = PostWindow(PostPresenter(post), round(width_px / ratio) or _WIDTH)
    corner = screen.geometry().topLeft()
    window.setScreen(screen)
    window.move(
        round(corner.x() + (x - corner.x()) / ratio), round(corner.y() + (y - corner.y()) / ratio)
    )

    def seen() -> None:
        ratio = window.devicePixelRatioF()
        places = {n: physical(a, QPointF(), ratio) for n, a in window.areas().items()}
        sys.stdout.write(announcement(content_box(window), places) + "\n")
        sys.stdout.flush()
        departure.watch_input()

    def missed() -> None:
        sys.stderr.write("demo.post: the window is covered or does not fit on the screen\n")
        app.exit(NOT_SEEN)

    window.show()
    window.raise_()
    Appearance(window, seen, missed)
    return app.exec()


def take_fonts(app: QApplication, folder: Path | None) -> None:
    """Use the Noto Sans files in ``folder``; without them the desktop's own font stays."""
    files = sorted(folder.glob("NotoSans-*.ttf")) if folder else []
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    families = [f for n in numbers if n >= 0 for f in QFontDatabase.applicationFontFamilies(n)]
    if families:
        app.setFont(QFont(families[0]))


def _screen_at(x: int, y: int) -> QScreen:
    """The screen that holds the physical point (x, y), else the first."""
    for screen in QGuiApplication.screens():
        box, ratio = screen.geometry(), screen.devicePixelRatio()
        within_x = 0 <= x - box.x() < box.width() * ratio
        if within_x and 0 <= y - box.y() < box.height() * ratio:
            return screen
    return QGuiApplication.primaryScreen()
