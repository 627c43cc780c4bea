"""A key for the whole Windows desktop by RegisterHotKey; no keyboard hook.

Windows posts WM_HOTKEY to a window of ours that is never shown, so it also comes while a window is being moved or a
dialog of the system stands open. It is the one message that we look at, and nothing of what else is typed comes here.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, QTimer
from PySide6.QtGui import QWindow

from app.ui.hotkey.keeper import HotkeyState
from app.ui.hotkey.keys import FUNCTION_KEYS, Hotkey

WM_HOTKEY = 0x0312
ALREADY_REGISTERED = 1409
NUMBER = 0x0BE5
_ALT, _CONTROL, _SHIFT, _NO_REPEAT = 0x0001, 0x0002, 0x0004, 0x4000
_F1 = 0x70
_MESSAGE = b"windows_generic_MSG"


class WindowsKeys(Protocol):
    """What is asked of Windows."""

    def register(self, window: int, number: int, modifiers: int, key: int) -> int:
        """Return 0 where the key is ours now, else Windows' number of the error."""
        ...

    def unregister(self, window: int, number: int) -> None:
        """Give the key back."""
        ...


class _User32:
    """The real one."""

    def __init__(self, library: ctypes.CDLL, last_error: Callable[[], int]) -> None:
        self._library, self._last_error = library, last_error
        window, number = wintypes.HWND, ctypes.c_int
        library.RegisterHotKey.argtypes = (window, number, wintypes.UINT, wintypes.UINT)
        library.RegisterHotKey.restype = wintypes.BOOL
        library.UnregisterHotKey.argtypes = (window, number)
        library.UnregisterHotKey.restype = wintypes.BOOL

    def register(self, window: int, number: int, modifiers: int, key: int) -> int:
        if self._library.RegisterHotKey(window, number, modifiers, key):
            return 0
        return self._last_error() or ALREADY_REGISTERED

    def unregister(self, window: int, number: int) -> None:
        self._library.UnregisterHotKey(window, number)


def windows_keys() -> WindowsKeys:
    """Return Windows' own keys. Raises OSError elsewhere."""
    if sys.platform == "win32":
        return _User32(ctypes.WinDLL("user32", use_last_error=True), ctypes.get_last_error)
    else:  # noqa: RET505 - so that the types of both systems are looked at
        raise OSError("user32.dll is a part of Windows")


class _Filter(QAbstractNativeEventFilter):
    """Sees the messages of this program's windows, and takes the one that is ours."""

    def __init__(self, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._pressed = pressed

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if event_type != _MESSAGE:
            return False, 0
        told = wintypes.MSG.from_address(int(message))
        if told.message != WM_HOTKEY or told.wParam != NUMBER:
            return False, 0
        self._pressed()
        return True, 0


class WindowsGrabber(QObject):
    """Holds one key."""

    def __init__(self, keys: WindowsKeys, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._keys = keys
        self._held = False
        self._window = QWindow()
        self._window.create()
        # Not within Windows' own turn: what a press begins may run a loop of its own.
        self._filter = _Filter(lambda: QTimer.singleShot(0, self, pressed))
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)

    def grab(self, hotkey: Hotkey) -> HotkeyState:
        self.release()
        held = (_CONTROL, hotkey.ctrl), (_ALT, hotkey.alt), (_SHIFT, hotkey.shift)
        modifiers = _NO_REPEAT + sum(each for each, down in held if down)
        fault = self._keys.register(self._place(), NUMBER, modifiers, key_code(hotkey.key))
        self._held = not fault
        if fault:
            taken = fault == ALREADY_REGISTERED
            return HotkeyState.TAKEN if taken else HotkeyState.NOT_HERE
        return HotkeyState.WORKS

    def release(self) -> None:
        if self._held:
            self._held = False
            self._keys.unregister(self._place(), NUMBER)

    def close(self) -> None:
        self.release()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)
        self._window.destroy()

    def _place(self) -> int:
        return int(self._window.winId())


def key_code(key: str) -> int:
    """Return Windows' virtual key of a letter or a function key."""
    return _F1 + FUNCTION_KEYS.index(key) if key in FUNCTION_KEYS else ord(key)
