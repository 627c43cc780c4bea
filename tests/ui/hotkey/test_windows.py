"""What is asked of Windows for a key, and what its message becomes; Windows itself is a stand-in."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import wintypes

import pytest
from pytestqt.qtbot import QtBot

from app.ui.hotkey.keeper import HotkeyState
from app.ui.hotkey.keys import Hotkey
from app.ui.hotkey.windows import (
    ALREADY_REGISTERED,
    NUMBER,
    WM_HOTKEY,
    WindowsGrabber,
    key_code,
    windows_keys,
)

F8 = Hotkey("F8", ctrl=True, shift=True)
MESSAGE = b"windows_generic_MSG"


class FakeWindows:
    """Remembers what is registered, by its modifiers and its key."""

    def __init__(self) -> None:
        self.fault = 0
        self.registered: list[tuple[int, int]] = []
        self.windows: set[int] = set()

    def register(self, window: int, number: int, modifiers: int, key: int) -> int:
        assert number == NUMBER
        if not self.fault:
            self.windows.add(window)
            self.registered.append((modifiers, key))
        return self.fault

    def unregister(self, window: int, number: int) -> None:
        assert window in self.windows
        self.registered.pop()


class Held:
    def __init__(self) -> None:
        self.windows = FakeWindows()
        self.pressed = 0
        self.grabber = WindowsGrabber(self.windows, self._press)

    def _press(self) -> None:
        self.pressed += 1

    def tell(self, message: int, number: int, kind: bytes = MESSAGE) -> bool:
        told = wintypes.MSG(message=message, wParam=number)
        taken, _ = self.grabber._filter.nativeEventFilter(kind, ctypes.addressof(told))
        return taken


@pytest.fixture
def held(qtbot: QtBot) -> Iterator[Held]:
    held = Held()
    yield held
    held.grabber.close()


def test_the_key_is_registered_once_without_repeats_and_given_back(held: Held) -> None:
    assert held.grabber.grab(F8) is HotkeyState.WORKS
    assert held.windows.registered == [(0x4000 | 0x2 | 0x4, 0x77)]
    held.grabber.grab(Hotkey("K", alt=True, shift=True))
    assert held.windows.registered == [(0x4000 | 0x1 | 0x4, ord("K"))]
    held.grabber.close()
    held.grabber.release()
    assert held.windows.registered == []


def test_a_key_of_another_program_is_told_apart_from_other_faults(held: Held) -> None:
    held.windows.fault = ALREADY_REGISTERED
    assert held.grabber.grab(F8) is HotkeyState.TAKEN
    held.windows.fault = 5
    assert held.grabber.grab(F8) is HotkeyState.NOT_HERE
    held.grabber.release()


def test_only_the_message_of_the_key_is_taken(held: Held, qtbot: QtBot) -> None:
    assert held.tell(WM_HOTKEY, NUMBER)
    assert not held.tell(WM_HOTKEY, NUMBER + 1)
    assert not held.tell(0x0100, NUMBER)
    assert not held.tell(WM_HOTKEY, NUMBER, b"xcb_generic_event_t")
    qtbot.waitUntil(lambda: held.pressed == 1)


def test_every_key_has_windows_own_number() -> None:
    assert [key_code(key) for key in ("F1", "F11", "A", "Z")] == [0x70, 0x7A, 0x41, 0x5A]


def test_elsewhere_there_is_no_user32() -> None:
    with pytest.raises(OSError, match="Windows"):
        windows_keys()
