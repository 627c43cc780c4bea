"""What can be asked of a desktop that gives keys to a program, whichever file answers. Loads no library."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class KeyGrab(StrEnum):
    """What became of asking for a key."""

    HELD = "held"
    TAKEN = "taken"
    NO_KEY = "no_key"


class DesktopKeys(Protocol):
    """One key of the whole desktop. Each method but ``close`` raises NoDisplayError when the desktop has gone."""

    def fileno(self) -> int:
        """Return what can be read when something has come."""
        ...

    def grab(self, key: str, *, ctrl: bool, shift: bool, alt: bool) -> KeyGrab:
        """Ask for a key, such as ``F8`` or ``T``; the one before is given back first."""
        ...

    def release(self) -> None:
        """Give the key back; may be called twice."""
        ...

    def read(self) -> int:
        """Return how often the key was pressed since the last look, without waiting."""
        ...

    def close(self) -> None:
        """Hang up, which gives the key back; may be called twice."""
        ...
