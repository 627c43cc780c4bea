"""Builds the pages that are likely to be wanted next, so that they come to the front at once.

Rules:
- One page at a time, with a pause before each: whoever types meanwhile hardly notices.
- Nothing is built before a case is open, nor twice; a page that was wanted earlier is there already.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.ui.frame.navigation import Navigation
from app.ui.routes import Exhibit, Report, Route, Timeline, Write

_PAUSE_MS = 300
_PAGES = (Timeline, Exhibit, Write, Report)


class Ahead(QObject):
    """Builds pages of one window, from ``start`` on."""

    def __init__(self, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._navigation = navigation
        self._waiting: list[type[Route]] = list(_PAGES)
        self._may = self._open = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._build_one)

    def start(self) -> None:
        """Begin, now that the window stands and what pages are made of is loaded."""
        self._may = True
        self._go_on()

    def case_open(self, *, is_open: bool) -> None:
        """Go on while a case is open, and wait while none is."""
        self._open = is_open
        self._go_on()

    def stop(self) -> None:
        """Build nothing more."""
        self._may = False
        self._pause.stop()

    def _go_on(self) -> None:
        if self._may and self._open and self._waiting:
            self._pause.start()
        else:
            self._pause.stop()

    def _build_one(self) -> None:
        self._navigation.prepare(self._waiting.pop(0))
        self._go_on()
