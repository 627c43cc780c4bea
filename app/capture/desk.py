"""What the pixels do not tell: which screens there are and which window has the focus.

The port, and the plain answer for platforms whose windows this program does not ask.
"""

from __future__ import annotations

from typing import Protocol

import mss
from mss.exception import ScreenShotError

from app.capture.errors import NoDisplayError, ScreenFaultError
from app.capture.frame import ActiveWindow
from app.casework.kinds.capture import Monitor


class Desk(Protocol):
    """What a screen asks about the desktop besides its pixels."""

    def monitors(self) -> tuple[Monitor, ...]:
        """All screens, now; at least one."""
        ...

    def active_window(self) -> ActiveWindow:
        """The window with the focus, or empty texts."""
        ...

    def close(self) -> None:
        """Let go of the connection; may be called twice."""
        ...


class PlainDesk:
    """Windows and macOS: geometry from mss, the window and the scale are not told.

    Both systems have calls for the window with the focus (GetForegroundWindow; the accessibility
    interface, after the user has allowed it). They are not used: no such machine was at hand to see them
    work, and evidence must not say what nobody has checked. An empty title is asked of the user.
    """

    def monitors(self) -> tuple[Monitor, ...]:
        """All screens, read anew each time: mss itself would remember the first answer."""
        try:
            with mss.MSS() as shooter:
                found = shooter.monitors[1:]
        except ScreenShotError as error:
            raise ScreenFaultError(str(error)) from error
        if not found:
            raise NoDisplayError("")
        return tuple(
            Monitor(
                x=monitor["left"],
                y=monitor["top"],
                width_px=monitor["width"],
                height_px=monitor["height"],
                name=str(monitor.get("name", "")),
            )
            for monitor in found
        )

    def active_window(self) -> ActiveWindow:
        """Not told; see the class."""
        return ActiveWindow()

    def close(self) -> None:
        """Nothing is held."""
