"""Tells when the computer goes to sleep or its own screen is locked, where the system says so (D-Bus).

Without a bus, as on Windows and macOS, nothing is told, and the clocks alone decide (see ``idle``).
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

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
        for bus, interface, signal, slot in _TOLD:
            connection = (
                QDBusConnection.systemBus() if bus == "system" else QDBusConnection.sessionBus()
            )
            if connection.isConnected():
                connection.connect("", "", interface, signal, self, _slot(slot))

    def stop(self) -> None:
        """Listen no more."""
        for bus, interface, signal, slot in _TOLD:
            connection = (
                QDBusConnection.systemBus() if bus == "system" else QDBusConnection.sessionBus()
            )
            if connection.isConnected():
                connection.disconnect("", "", interface, signal, self, _slot(slot))

    @Slot(bool)
    def changed(self, active: bool) -> None:
        """A screen saver or a sleep begins (True) or ends."""
        if active:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """The session is locked."""
        self.leaving.emit()


def _slot(form: str) -> bytes:
    # The stub says bytes; what is taken is what SLOT returns, a str.
    return cast("bytes", SLOT(form))
