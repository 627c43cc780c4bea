"""A desktop that gives keys, or has given them to others."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.hotkey.keeper import HotkeyState
from app.ui.hotkey.keys import Hotkey


class FakeGrabber:
    """``held`` is what is ours now; ``others`` what other programs have; ``asked`` what was asked for, in order."""

    def __init__(self, *others: str, missing: tuple[str, ...] = ()) -> None:
        self.others = set(others)
        self.missing = missing
        self.held: Hotkey | None = None
        self.asked: list[str] = []
        self.closed = False
        self._pressed: Callable[[], None] = lambda: None

    def open(self, pressed: Callable[[], None]) -> FakeGrabber:
        """What the keeper is handed."""
        self._pressed = pressed
        return self

    def keys(self) -> str:
        """What is ours now, as it is kept; "" where nothing is."""
        return "" if self.held is None else self.held.portable()

    def grab(self, hotkey: Hotkey) -> HotkeyState:
        self.held = None
        self.asked.append(hotkey.portable())
        if hotkey.portable() in self.others:
            return HotkeyState.TAKEN
        if hotkey.key in self.missing:
            return HotkeyState.NO_KEY
        self.held = hotkey
        return HotkeyState.WORKS

    def release(self) -> None:
        self.held = None

    def close(self) -> None:
        self.held, self.closed = None, True

    def press(self, keys: str) -> None:
        """Press keys somewhere: only what is ours comes here."""
        if self.held is not None and self.held.portable() == keys:
            self._pressed()


class AskingGrabber(FakeGrabber):
    """A desktop that answers in its own time, with keys of its own choice."""

    def tell_later(self, told: Callable[[HotkeyState, str], None], purpose: str) -> None:
        self._told = told

    def grab(self, hotkey: Hotkey) -> HotkeyState:
        super().grab(hotkey)
        self._told(HotkeyState.WORKS, "Super+K")
        return HotkeyState.WORKS
