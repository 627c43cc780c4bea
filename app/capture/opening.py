"""Find out whether the screen can be read at all, before any library is asked.

Rules:
- Wayland is refused first: under XWayland mss returns a black picture without an error.
- The display is tried by a knock that can only fail politely; Qt would end the process.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from app.capture.desktop_keys import DesktopKeys
from app.capture.errors import NoDisplayError, WaylandError
from app.capture.frame import Screen
from app.clock import Clock


def open_screen(env: Mapping[str, str], clock: Clock, platform: str = sys.platform) -> Screen:
    """Open the screen of this session.

    Args:
        env: the environment: WAYLAND_DISPLAY, XDG_SESSION_TYPE and DISPLAY are read.
        clock: read at each grab.
        platform: as ``sys.platform`` names it.

    Raises:
        WaylandError: the session is Wayland.
        NoDisplayError: there is no display, or nobody answers on it.
    """
    if platform == "win32":
        return _windows_screen(clock)
    if platform == "darwin":
        from app.capture.mss_screen import MssScreen, PlainDesk

        return MssScreen(PlainDesk(), clock, platform="macos")
    session = env.get("XDG_SESSION_TYPE", "").strip().lower()
    if env.get("WAYLAND_DISPLAY") or session == "wayland":
        raise WaylandError("the X11 way would give a black picture")
    display = env.get("DISPLAY", "")
    if not display:
        raise NoDisplayError("")
    from app.capture.mss_screen import MssScreen
    from app.capture.x11 import X11Desk

    return MssScreen(X11Desk(display), clock, platform="x11", display=display)


def open_keys(env: Mapping[str, str]) -> DesktopKeys:
    """Return what gives keys of the whole X desktop.

    Args:
        env: the environment: DISPLAY is read.

    Raises:
        NoDisplayError: there is no display, or nobody answers on it.
    """
    from app.capture.x11_keys import X11Keys

    return X11Keys(env.get("DISPLAY", ""))


def load_keys() -> None:
    """Load what ``open_keys`` needs, for who has a thread to do it in."""
    import app.capture.x11_keys  # noqa: F401 - loaded for its effect


def _windows_screen(clock: Clock) -> Screen:
    if sys.platform == "win32":
        from app.capture.mss_screen import MssScreen
        from app.capture.user32 import User32
        from app.capture.windows import WindowsDesk

        return MssScreen(WindowsDesk(User32()), clock, platform="windows")
    raise NoDisplayError("")
