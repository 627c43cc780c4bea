"""Which keys may take a screenshot from every program, how they are kept and how they are said. No Qt.

Rules:
- Two of Ctrl, Shift and Alt, one of them Shift: what one of them does with a key belongs to other programs.
- Never Ctrl with Alt: on Danish keyboards that is AltGr, with which people type.
- A letter or F1 to F11. F12 belongs to debuggers on Windows, Print Screen to Windows itself, and digits lie elsewhere
  on other keyboards.
- None that does something else in our own window: held for the whole computer it would be taken from there.
"""

from __future__ import annotations

from enum import StrEnum
from string import ascii_uppercase

import msgspec

from app.language import Language

FUNCTION_KEYS = tuple(f"F{number}" for number in range(1, 12))
KEYS = frozenset((*ascii_uppercase, *FUNCTION_KEYS))


class Refused(StrEnum):
    """Why keys are not taken."""

    TOGETHER = "together"
    KEY = "key"
    OURS = "ours"
    TAKEN = "taken"
    NO_KEY = "no_key"


class Hotkey(msgspec.Struct, frozen=True):
    """Keys that are pressed together.

    Attributes:
        key: one of KEYS; anything else is refused.
    """

    key: str
    ctrl: bool = False
    shift: bool = False
    alt: bool = False

    def portable(self) -> str:
        """Return it as it is kept, such as ``Ctrl+Shift+F8``."""
        return "+".join((*self._held(), self.key))

    def words(self, language: Language) -> str:
        """Return it as it stands on the keyboard, such as Ctrl+Skift+F8."""
        return "+".join(self.caps(language))

    def caps(self, language: Language) -> tuple[str, ...]:
        """Return the words on each of its keys."""
        shift = language.text("Shift")
        return tuple(shift if each == "Shift" else each for each in (*self._held(), self.key))

    def _held(self) -> tuple[str, ...]:
        held = (("Ctrl", self.ctrl), ("Alt", self.alt), ("Shift", self.shift))
        return tuple(name for name, down in held if down)


DEFAULT = Hotkey("F8", ctrl=True, shift=True)


def parse(portable: str) -> Hotkey | None:
    """Return the keys that were kept, None where they are none that may be taken."""
    *held, key = portable.split("+")
    if not set(held) <= {"Ctrl", "Shift", "Alt"}:
        return None
    hotkey = Hotkey(key, ctrl="Ctrl" in held, shift="Shift" in held, alt="Alt" in held)
    return None if refusal(hotkey) is not None else hotkey


def refusal(hotkey: Hotkey, ours: frozenset[str] = frozenset()) -> Refused | None:
    """Return why these keys may not be taken, None where they may.

    Args:
        hotkey: the keys.
        ours: what does something else in the window, in the portable form.
    """
    if hotkey.key not in KEYS:
        return Refused.KEY
    if not hotkey.shift or hotkey.ctrl is hotkey.alt:
        return Refused.TOGETHER
    return Refused.OURS if hotkey.portable() in ours else None
