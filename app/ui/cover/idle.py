"""Tells that nobody uses the program: by its windows, by every clock there is, and by what the system says (D-Bus).

Keys and pointer reach a program by its windows: so each window is watched from the moment it is first in front, and
what goes on between the widgets inside is not. A watch on the whole application would be asked about every event of
every widget, thousands of times for each page that is built.

A timer counts only while the computer is awake. So the clocks are asked as well: the one that also counts while it
sleeps, where the system has one, and the wall clock. The longest of the answers counts; a clock set forward locks once
too often, and one set back never keeps the window open. Without a bus, as on
Windows and macOS, the clocks alone decide.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_USING = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
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


Readings = Callable[[], Sequence[float]]


class Idle:
    """The time since the program was last used.

    Args:
        readings: gives the seconds of each clock, always in the same order.
    """

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._last = tuple(readings())

    def used(self) -> None:
        """Begin to count anew."""
        self._last = tuple(self._readings())

    def seconds(self) -> float:
        """Return how long it has not been used, by the clock that says most."""
        return max(now - then for now, then in zip(self._readings(), self._last, strict=True))


# (bus, interface, signal, the slot's form). Sender and path differ from desktop to desktop.
_TOLD = (
    ("system", "org.freedesktop.login1.Manager", "PrepareForSleep", "changed(bool)"),
    ("system", "org.freedesktop.login1.Session", "Lock", "locked()"),
    ("session", "org.freedesktop.ScreenSaver", "ActiveChanged", "changed(bool)"),
    ("session", "org.gnome.ScreenSaver", "ActiveChanged", "changed(bool)"),
)


class SystemSignals(QObject):
    """Listens from ``start`` on.

    Signals:
        leaving: the computer goes to sleep, or its screen is locked.
    """

    leaving = Signal()

    def start(self) -> None:
        """Ask both buses; one that is not there is left out."""
        for connection, interface, signal, slot in _reachable():
            connection.connect("", "", interface, signal, self, slot)

    def stop(self) -> None:
        """Stop listening."""
        for connection, interface, signal, slot in _reachable():
            connection.disconnect("", "", interface, signal, self, slot)

    @Slot(bool)
    def changed(self, active: bool) -> None:
        """Emit ``leaving`` when a screen saver or a sleep begins (True)."""
        if active:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """Emit ``leaving`` when the session is locked."""
        self.leaving.emit()


def _reachable() -> Iterator[tuple[QDBusConnection, str, str, bytes]]:
    """Return what can be listened to, by the bus that is there."""
    if sys.platform == "win32":
        return  # there is none, and what speaks to it is not in the bundle
    from PySide6.QtDBus import QDBusConnection

    buses = {"system": QDBusConnection.systemBus, "session": QDBusConnection.sessionBus}
    for bus, interface, signal, slot in _TOLD:
        connection = buses[bus]()
        if connection.isConnected():
            # The stub says bytes; what is taken is what SLOT returns, a str.
            yield connection, interface, signal, cast("bytes", SLOT(slot))
