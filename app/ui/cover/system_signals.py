"""Tells when the computer goes to sleep or its own screen is locked, where the system says so (D-Bus).

Without a bus, as on Windows and macOS, nothing is told, and the clocks alone decide (see ``idle``).
"""

from __future__ import annotations

from collections.abc import Iterator
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
    buses = {"system": QDBusConnection.systemBus, "session": QDBusConnection.sessionBus}
    for bus, interface, signal, slot in _TOLD:
        connection = buses[bus]()
        if connection.isConnected():
            # The stub says bytes; what is taken is what SLOT returns, a str.
            yield connection, interface, signal, cast("bytes", SLOT(slot))
