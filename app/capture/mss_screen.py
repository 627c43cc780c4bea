"""The screen by mss: one connection, kept in the thread that grabs.

Rules:
- mss is opened in the thread that grabs, and opened anew when another thread grabs or when the screens
  have changed: it keeps the size that the desktop had when it was opened.
- Only its raw bytes are taken; they become RGB in one pass in C.
- What mss would answer with a raw X error (a region outside) is cut to the desktop before.
- On macOS with a scaled screen mss gives more pixels than it was asked for. A picture whose place on the
  desktop is not known exactly is refused, not guessed.
- The pointer is not in the picture: it would be what the person did, and not what was shown to them.
- What the pixels do not tell (which screens there are, which window has the focus) is asked of a ``Desk``.
"""

from __future__ import annotations

import re
import threading
from typing import Protocol

import mss
from mss.exception import ScreenShotError

from app.capture.errors import CaptureError, ColourDepthError, NoDisplayError, ScreenFaultError
from app.capture.frame import (
    ActiveWindow,
    Grab,
    Region,
    clamp,
    context_region,
    desktop,
    judged,
    screen_region,
    with_context,
)
from app.casework.kinds.capture import Monitor
from app.clock import Clock
from app.picture import Pixels, pixels_from_bgrx
from app.vocabulary import CaptureMethod


class MonitorDesk(Protocol):
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
    """macOS: geometry from mss, the window and the scale are not told.

    The system has calls for the window with the focus (the accessibility interface, after the user has allowed it).
    They are not used: no such machine was at hand to see them work, and evidence must not say what nobody has
    checked. An empty title is asked of the user.
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


_DEPTH = re.compile(r"color depth 24 or 32 are supported, not (\d+)")


class MssScreen:
    """A ``Screen`` that reads the real one."""

    def __init__(
        self, desk: MonitorDesk, clock: Clock, *, platform: str, display: str = ""
    ) -> None:
        """Take what it works with; nothing is opened before the first grab.

        Args:
            desk: tells the screens and the window; closed with this.
            clock: read right after the pixels have come.
            platform: "x11", "windows" or "macos".
            display: name of the X display; "" elsewhere.
        """
        self._desk = desk
        self._clock = clock
        self._platform = platform
        self._display = display
        self._lock = threading.Lock()
        self._shooter: mss.MSS | None = None
        self._opened_for: tuple[int, tuple[Monitor, ...]] | None = None

    def monitors(self) -> tuple[Monitor, ...]:
        """All screens, now, in the system's order."""
        return self._desk.monitors()

    def grab_screen(self, number: int) -> Grab:
        """One whole screen; the first is 1. Raises CaptureError."""
        monitors = self._desk.monitors()
        return self._grab(screen_region(number, monitors), monitors, CaptureMethod.SCREEN)

    def grab_region(self, x: int, y: int, width_px: int, height_px: int) -> Grab:
        """A rectangle of the desktop, cut to its edge. Raises CaptureError."""
        monitors = self._desk.monitors()
        region = clamp(Region(x, y, width_px, height_px), monitors)
        return self._grab(region, monitors, CaptureMethod.REGION)

    def grab_all(self) -> Grab:
        """The smallest rectangle around all screens. Raises CaptureError."""
        monitors = self._desk.monitors()
        return self._grab(desktop(monitors), monitors, CaptureMethod.ALL_SCREENS)

    def grab_with_context(self, region: Region) -> tuple[Grab, Grab]:
        """A rectangle and the whole screen around it, out of one frame. Raises CaptureError."""
        monitors = self._desk.monitors()
        around = context_region(clamp(region, monitors), monitors)
        return with_context(self._grab(around, monitors, CaptureMethod.SCREEN), region)

    def close(self) -> None:
        """Let go of the screen; may be called twice."""
        with self._lock:
            self._let_go()
        self._desk.close()

    def _grab(self, region: Region, monitors: tuple[Monitor, ...], method: CaptureMethod) -> Grab:
        with self._lock:
            pixels = self._read(region, monitors)
            taken = self._clock.now()
        grab = Grab(
            pixels=pixels,
            x=region.x,
            y=region.y,
            method=method,
            taken=taken,
            monitors=monitors,
            window=self._desk.active_window(),
            platform=self._platform,
        )
        return judged(grab)

    def _read(self, region: Region, monitors: tuple[Monitor, ...]) -> Pixels:
        place = {
            "left": region.x,
            "top": region.y,
            "width": region.width_px,
            "height": region.height_px,
        }
        try:
            shot = self._opened(monitors).grab(place)
        except ScreenShotError as error:
            self._let_go()
            raise _told(error) from error
        if (shot.width, shot.height) != (region.width_px, region.height_px):
            raise ScreenFaultError(
                f"asked for {region.width_px} x {region.height_px}, got {shot.width} x {shot.height}"
            )
        return pixels_from_bgrx(shot.width, shot.height, shot.raw)

    def _opened(self, monitors: tuple[Monitor, ...]) -> mss.MSS:
        """The connection of this thread for these screens."""
        wanted = (threading.get_ident(), monitors)
        if self._shooter is None or self._opened_for != wanted:
            self._let_go()
            self._shooter = mss.MSS(display=self._display) if self._display else mss.MSS()
            self._opened_for = wanted
        return self._shooter

    def _let_go(self) -> None:
        if self._shooter is not None:
            self._shooter.close()
        self._shooter = None
        self._opened_for = None


def _told(error: ScreenShotError) -> CaptureError:
    """What mss says, as an error of this room. Of the colour depth it tells in words alone."""
    depth = _DEPTH.search(str(error))
    return ColourDepthError(int(depth[1])) if depth else ScreenFaultError(str(error))
