"""A key under Wayland: what app.capture asks the desktop for, read by Qt's own loop whenever something has come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from app.capture import AskedKeys, DesktopAnswer, NoDisplayError, WaylandError
from app.ui.hotkey.keeper import HotkeyState
from app.ui.hotkey.keys import Hotkey

_STATES = {
    DesktopAnswer.ASKED: HotkeyState.WAITS,
    DesktopAnswer.HELD: HotkeyState.WORKS,
    DesktopAnswer.REFUSED: HotkeyState.BY_DESKTOP,
    DesktopAnswer.NOT_HERE: HotkeyState.NOT_HERE,
}


class PortalGrabber(QObject):
    """Asks for one key, and tells later what came of it. It is a ``LateGrabber``."""

    def __init__(self, open_keys: Callable[[str], AskedKeys], pressed: Callable[[], None]) -> None:
        """Connect nowhere yet.

        Args:
            open_keys: connects, given what the key is for; raises WaylandError.
            pressed: called at each press.
        """
        super().__init__()
        self._open_keys = open_keys
        self._pressed = pressed
        self._told: Callable[[HotkeyState, str], None] = lambda _state, _keys: None
        self._purpose = ""
        self._keys: AskedKeys | None = None
        self._notifier: QSocketNotifier | None = None
        self._said: tuple[HotkeyState, str] = (HotkeyState.WAITS, "")

    def tell_later(self, told: Callable[[HotkeyState, str], None], purpose: str) -> None:
        self._told, self._purpose = told, purpose

    def grab(self, hotkey: Hotkey) -> HotkeyState:
        try:
            if self._keys is None:
                self._keys = self._open_keys(self._purpose)
                read = QSocketNotifier.Type.Read
                self._notifier = QSocketNotifier(self._keys.fileno(), read, self)
                self._notifier.activated.connect(self._read)
            self._keys.ask(hotkey.key, ctrl=hotkey.ctrl, shift=hotkey.shift, alt=hotkey.alt)
        except (WaylandError, NoDisplayError):
            self.close()
            return HotkeyState.NOT_HERE
        # What was read together with something else makes no noise at the socket.
        QTimer.singleShot(0, self, self._read)
        self._said = (_STATES[self._keys.answer], self._keys.bound)
        return self._said[0]

    def release(self) -> None:
        if self._keys is not None:
            self._keys.release()

    def close(self) -> None:
        notifier, self._notifier = self._notifier, None
        if notifier is not None:
            notifier.setEnabled(False)
        keys, self._keys = self._keys, None
        if keys is not None:
            keys.close()

    def _read(self) -> None:
        if self._keys is None:
            return
        try:
            presses = self._keys.read()
        except NoDisplayError:
            self.close()
            self._told(HotkeyState.NOT_HERE, "")
            return
        said = (_STATES[self._keys.answer], self._keys.bound)
        if said != self._said:
            self._said = said
            self._told(*said)
        if presses:
            self._pressed()
