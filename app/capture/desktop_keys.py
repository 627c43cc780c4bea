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


class DesktopAnswer(StrEnum):
    """What the desktop has said of the shortcut.

    Attributes:
        ASKED: nothing yet.
        HELD: it is ours.
        REFUSED: the person or the desktop did not want it.
        NOT_HERE: there is no such portal.
    """

    ASKED = "asked"
    HELD = "held"
    REFUSED = "refused"
    NOT_HERE = "not_here"


class AskedKeys(Protocol):
    """A desktop that is asked for a key and answers later. ``ask`` and ``read`` raise NoDisplayError when it has gone.

    Attributes:
        answer: what it has said of the keys that were asked for last.
        bound: the keys as it tells them to people; "" where it does not.
    """

    answer: DesktopAnswer
    bound: str

    def fileno(self) -> int:
        """Return what can be read when something has come."""
        ...

    def ask(self, key: str, *, ctrl: bool, shift: bool, alt: bool) -> None:
        """Ask for a key, such as ``F8`` or ``T``; the answer comes with ``read``."""
        ...

    def release(self) -> None:
        """Hear of no press until it is asked for again; may be called twice."""
        ...

    def read(self) -> int:
        """Return how often the keys were pressed since the last look, without waiting."""
        ...

    def close(self) -> None:
        """Hang up, which gives the key back; may be called twice."""
        ...
