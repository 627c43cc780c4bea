"""Where the window stands: as it was left, but never where nobody could get hold of it.

Rules:
- A window lies wholly on one screen: that on which most of it lay. One that lay on a screen that is gone, or of which
  only a corner is left, is brought back.
- It is never larger than its screen.
- A maximised window keeps the place that it had before.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.settings import Settings

FIRST_SIZE = QSize(1440, 900)
_ROOM_FOR_BORDERS = QSize(8, 48)


def stand_as_before(window: QWidget, settings: Settings) -> None:
    """Put a window that is not shown yet where it was left, or in its first size where it never was."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    left = settings.window_place
    place = place_on(QRect(*left), screens) if left is not None else None
    if place is None:
        window.resize(FIRST_SIZE.boundedTo(window.screen().availableSize() - _ROOM_FOR_BORDERS))
    else:
        window.setGeometry(place)
    if settings.window_maximised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def remember_place(window: QWidget, settings: Settings) -> None:
    """Remember where a window stands; one that is not shown stands nowhere."""
    if not window.isVisible():
        return
    maximised = window.isMaximized()
    place = window.normalGeometry() if maximised or window.isMinimized() else window.geometry()
    if place.isEmpty():
        return
    settings.remember_window(
        (place.x(), place.y(), place.width(), place.height()), maximised=maximised
    )


def place_on(left: QRect, screens: Sequence[QRect]) -> QRect | None:
    """Return where a window stands that was left there; None where none of these screens has any of it."""
    best = max(screens, key=lambda screen: _area(screen.intersected(left)), default=QRect())
    if best.intersected(left).isEmpty():
        return None
    if best.contains(left):
        return left
    # Above it there is its title bar, by which it is moved.
    free = best.adjusted(0, _ROOM_FOR_BORDERS.height() - _ROOM_FOR_BORDERS.width(), 0, 0)
    size = left.size().boundedTo(best.size() - _ROOM_FOR_BORDERS)
    x = min(max(left.x(), free.x()), free.x() + free.width() - size.width())
    y = min(max(left.y(), free.y()), free.y() + free.height() - size.height())
    return QRect(x, y, size.width(), size.height())


def _area(rect: QRect) -> int:
    return 0 if rect.isEmpty() else rect.width() * rect.height()
