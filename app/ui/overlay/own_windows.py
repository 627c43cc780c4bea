"""The program's own windows, out of the picture and back again.

Rules:
- A window is made see-through before it is hidden: desktops that let windows fade away fade away nothing.
- Dialogs are only made see-through where they hold up the program; hiding one would answer it.
- The icon in a tray stays: a tray throws out what hides.
- They come back where they were. The focus comes back to the one that had it, and is taken from nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.ui.tray.place import stands_in_tray

# For the windows behind to be drawn again. Those of a compositor are there at once; a browser on a plain X server
# needs a few hundredths of a second.
SETTLE_MS = 80
_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class OwnWindows:
    """Those windows that were there, until they are back."""

    def __init__(self) -> None:
        self._gone: list[tuple[QWidget, float, bool]] = []
        self._active: QWidget | None = None

    def seen(self) -> tuple[QWidget, ...]:
        """Return every window of ours that may stand in a picture of the screen."""
        self._active = QApplication.activeWindow()
        return tuple(
            window
            for window in QApplication.topLevelWidgets()
            if window.isVisible() and not window.isMinimized() and not stands_in_tray(window)
        )

    def take_away(self, seen: Sequence[QWidget]) -> int:
        """Hide the windows that are still there; return the milliseconds to wait, 0 where none was to be seen."""
        for window in seen:
            if not shiboken6.isValid(window) or not window.isVisible():
                continue
            if window.windowType() in _PASSING:
                window.close()
                continue
            blocking = isinstance(window, QDialog) and window.isModal()
            self._gone.append((window, window.windowOpacity(), blocking))
            window.setWindowOpacity(0.0)
            if not blocking:
                window.hide()
        return SETTLE_MS if seen else 0

    @property
    def were_in_front(self) -> bool:
        """Whether one of ours had the focus."""
        return self._active is not None

    def bring_back(self) -> None:
        """Show the windows as they were; may be called twice."""
        gone, self._gone = self._gone, []
        for window, opacity, blocking in gone:
            if not shiboken6.isValid(window):
                continue
            if not blocking:
                quiet = window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
                window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
                window.show()
                window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, quiet)
            window.setWindowOpacity(opacity)
        active, self._active = self._active, None
        if active is not None and shiboken6.isValid(active) and active.isVisible():
            active.activateWindow()
