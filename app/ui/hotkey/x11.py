"""A key for the whole X desktop: what app.capture holds, read by Qt's own loop whenever something has come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from app.capture import DesktopKeys, KeyGrab, NoDisplayError
from app.ui.hotkey.keeper import HotkeyState
from app.ui.hotkey.keys import Hotkey

_STATES = {
    KeyGrab.HELD: HotkeyState.WORKS,
    KeyGrab.TAKEN: HotkeyState.TAKEN,
    KeyGrab.NO_KEY: HotkeyState.NO_KEY,
}


class X11Grabber(QObject):
    """Holds one key; the server is asked only when keys are taken and given back."""

    def __init__(self, keys: DesktopKeys, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._keys = keys
        self._pressed = pressed
        self._notifier = QSocketNotifier(keys.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def grab(self, hotkey: Hotkey) -> HotkeyState:
        try:
            held = self._keys.grab(hotkey.key, ctrl=hotkey.ctrl, shift=hotkey.shift, alt=hotkey.alt)
        except NoDisplayError:
            self.close()
            return HotkeyState.NOT_HERE
        # What came with the server's answer is read already, and makes no noise at the socket.
        QTimer.singleShot(0, self, self._read)
        return _STATES[held]

    def release(self) -> None:
        try:
            self._keys.release()
        except NoDisplayError:
            self.close()

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._keys.close()

    def _read(self) -> None:
        try:
            presses = self._keys.read()
        except NoDisplayError:
            self.close()
            return
        if presses:
            self._pressed()
