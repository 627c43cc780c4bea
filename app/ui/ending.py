"""The computer asks the program to end: at the end of a session, by SIGTERM, or by Ctrl+C in a terminal.

Rules:
- Python hears a signal only when it has something to do, and an idle window does nothing. So each signal also writes
  into a pipe that Qt's loop waits for; a loop within the loop, such as that of a file dialog, wakes by it too.
- A dialog or menu that stands open is cancelled: nothing was chosen in it. What pages have to keep they keep as ever.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Signal
from PySide6.QtWidgets import QApplication, QDialog

_ASKING = (signal.SIGTERM, signal.SIGINT)
_MANY = 4096


class EndWish(QObject):
    """Listens until it is stopped; ``wanted`` tells that the program is to end, in the middle of anything."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before = {each: signal.signal(each, self._asked) for each in _ASKING}
        # Elsewhere Qt can wait for no pipe; there the end of a session comes as a message to the window.
        self._alarm = _Alarm(self) if os.name == "posix" else None

    def stop(self) -> None:
        """Stop listening."""
        for each, handler in self._before.items():
            signal.signal(each, handler)
        if self._alarm is not None:
            self._alarm.stop()

    def _asked(self, _signal: int, _frame: FrameType | None) -> None:
        self.wanted.emit()


class _Alarm(QObject):
    """Gives Python something to do whenever a signal has come."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read_fd, self._write_fd = os.pipe()
        if sys.platform != "win32":
            for end in (self._read_fd, self._write_fd):
                os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._read_fd, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._before = signal.set_wakeup_fd(self._write_fd, warn_on_full_buffer=False)

    def stop(self) -> None:
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        os.close(self._read_fd)
        os.close(self._write_fd)

    def _wake(self) -> None:
        os.read(self._read_fd, _MANY)


class EndingApplication(QApplication):
    """Qt's application object; at the end of a session it ends the program and not only its windows.

    Qt would close each window, and one that goes on beside the clock when it is closed would keep the session waiting.

    Signals:
        quit_asked: the program is to end.

    Attributes:
        may_quit: everything is done, so that Qt may end its loop.
    """

    quit_asked = Signal()
    may_quit = False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Quit and not self.may_quit:
            self.quit_asked.emit()
            return True
        return super().event(event)


def cancel_dialogs() -> None:
    """Close every menu and dialog as Escape does."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
