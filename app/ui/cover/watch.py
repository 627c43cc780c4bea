"""Watches whether anybody uses the program's windows, and for the key that hides them.

Keys and pointer reach a program by its windows: so each window is watched from the moment it is first in front, and
what goes on between the widgets inside is not. A watch on the whole application would be asked about every event of
every widget, thousands of times for each page that is built.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_USING = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Watch(QObject):
    """One for the program.

    Signals:
        used: a key, the pointer or a finger.
        hide_pressed: F9 on its own, in whichever window.
    """

    used = Signal()
    hide_pressed = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        can_hide: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Watch the application; where ``can_hide`` says no, F9 goes on to the window that has the focus."""
        super().__init__(parent)
        self._application = application
        self._can_hide = can_hide
        for window in application.topLevelWindows():
            self._watch(window)
        application.focusWindowChanged.connect(self._watch)

    def stop(self) -> None:
        """Stop watching."""
        self._application.focusWindowChanged.disconnect(self._watch)
        for window in self._application.topLevelWindows():
            window.removeEventFilter(self)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _USING:
            return False
        self.used.emit()
        if kind == QEvent.Type.KeyPress and _is_hiding_key(event) and self._can_hide():
            # Also where a dialog or an open menu keeps the main window's own key from working.
            self.hide_pressed.emit()
            return True
        return False


def _is_hiding_key(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_F9
        and event.modifiers() == Qt.KeyboardModifier.NoModifier
    )
