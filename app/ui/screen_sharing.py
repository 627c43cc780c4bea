"""Our windows out of a screen that is shared with others, where Windows can do that and the person wants it.

Rules:
- It is a courtesy of Windows towards programs that ask it for the screen, and no lock: nothing relies on it, and the
  settings say so.
- Every window of ours is asked for, also one that opens later; while it is not wanted nothing watches.
- Pictures that we take ourselves never hold our windows anyway (app/ui/overlay/own_windows.py).
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

Affinity = Callable[[int, int], bool]
"""Asks Windows to show a window to whom; returns whether it will."""

TO_ALL, NOT_TO_OTHERS = 0x00, 0x11


def windows_affinity() -> Affinity | None:
    """Return what asks Windows; None elsewhere."""
    if sys.platform == "win32":
        ask = ctypes.WinDLL("user32").SetWindowDisplayAffinity
        ask.argtypes = (wintypes.HWND, wintypes.DWORD)
        ask.restype = wintypes.BOOL
        return lambda window, to_whom: bool(ask(window, to_whom))
    else:  # noqa: RET505 - so that the types of both systems are looked at
        return None


class OutOfSharing(QObject):
    """Keeps the windows of one program out of shared screens."""

    def __init__(self, application: QApplication, affinity: Affinity | None) -> None:
        super().__init__()
        self._application = application
        self._affinity = affinity
        self._on = False

    @property
    def possible(self) -> bool:
        """Whether this system can do it."""
        return self._affinity is not None

    def apply(self, *, wanted: bool) -> None:
        """Begin with every window that is there, or end."""
        if self._affinity is None or wanted is self._on:
            return
        self._on = wanted
        if wanted:
            self._application.installEventFilter(self)
        else:
            self._application.removeEventFilter(self)
        for window in self._application.topLevelWidgets():
            if window.isVisible():
                self._ask(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._ask(watched)
        return super().eventFilter(watched, event)

    def _ask(self, window: QWidget) -> None:
        if self._affinity is not None:
            self._affinity(int(window.winId()), NOT_TO_OTHERS if self._on else TO_ALL)
