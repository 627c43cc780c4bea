"""Find out whether the screen can be read at all, before any library is asked.

Rules:
- Under Wayland the desktop's portal is asked and nobody else: through XWayland mss returns a black picture without an
  error.
- The display is tried by a knock that can only fail politely; Qt would end the process.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.capture.desktop_keys import AskedKeys, DesktopKeys
from app.capture.errors import NoDisplayError
from app.capture.frame import Screen
from app.clock import Clock
from app.display import is_wayland

if TYPE_CHECKING:
    from app.capture.x11 import X11Desk


def open_screen(env: Mapping[str, str], clock: Clock, platform: str = sys.platform) -> Screen:
    """Open the screen of this session.

    Args:
        env: the environment: WAYLAND_DISPLAY, XDG_SESSION_TYPE, DISPLAY and where the session bus is are read.
        clock: read at each grab.
        platform: as ``sys.platform`` names it.

    Raises:
        NoDisplayError: there is no display, or nobody answers on it.
    """
    if platform == "win32":
        return _windows_screen(clock)
    if platform == "darwin":
        from app.capture.mss_screen import MssScreen, PlainDesk

        return MssScreen(PlainDesk(), clock, platform="macos")
    if is_wayland(env):
        from app.capture.portal_screen import PortalScreen

        return PortalScreen(env, clock)
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


def open_portal_keys(env: Mapping[str, str], purpose: str) -> AskedKeys:
    """Return what asks a Wayland desktop for a key.

    Args:
        env: where the session bus is stands in it.
        purpose: what the key does, in the person's language.

    Raises:
        WaylandError: there is no session bus.
    """
    from app.capture.portal_keys import PortalKeys

    return PortalKeys(env, purpose)


def load_keys(env: Mapping[str, str]) -> None:
    """Load what ``open_keys`` needs, or ``open_portal_keys``, for who has a thread to do it in."""
    if is_wayland(env):
        import app.capture.portal_keys
    else:
        import app.capture.x11_keys  # noqa: F401 - loaded for its effect


def give_focus(number: int, env: Mapping[str, str], platform: str = sys.platform) -> None:
    """Give the focus back to the window that had it when a picture was taken; where that cannot be, nothing is done.

    Args:
        number: as ``ActiveWindow`` has it.
        env: the environment: DISPLAY is read.
        platform: as ``sys.platform`` names it.
    """
    if not number or platform == "darwin":
        return
    if platform == "win32":
        _windows_focus(number)
        return
    with _x11_desk(env) as desk:
        if desk is not None:
            desk.give_focus(number)


def wait_until_hidden(
    env: Mapping[str, str], patience_s: float, platform: str = sys.platform
) -> bool:
    """Wait until the windows that this process has hidden are off the screen.

    Windows and macOS take a window off the screen in the call that hides it. On X11 its frame is the window manager's.

    Args:
        env: the environment: DISPLAY is read.
        patience_s: the longest that is waited.
        platform: as ``sys.platform`` names it.

    Returns:
        Whether one still was on it: then what lay behind has only just been asked to draw itself again.
    """
    if platform in {"win32", "darwin"}:
        return False
    with _x11_desk(env) as desk:
        return desk is not None and desk.wait_until_hidden(patience_s)


@contextmanager
def _x11_desk(env: Mapping[str, str]) -> Iterator[X11Desk | None]:
    """A connection for one question; None where nobody answers."""
    from app.capture.x11 import X11Desk

    try:
        desk = X11Desk(env.get("DISPLAY", ""))
    except NoDisplayError:
        yield None
        return
    try:
        yield desk
    finally:
        desk.close()


def _windows_screen(clock: Clock) -> Screen:
    if sys.platform == "win32":
        from app.capture.mss_screen import MssScreen
        from app.capture.user32 import User32
        from app.capture.windows import WindowsDesk

        return MssScreen(WindowsDesk(User32()), clock, platform="windows")
    raise NoDisplayError("")


def _windows_focus(number: int) -> None:
    if sys.platform == "win32":
        from app.capture.user32 import User32

        User32().bring_forward(number)
