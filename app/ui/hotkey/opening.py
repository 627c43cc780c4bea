"""Find what holds a key for the whole computer on this system."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial

from app.display import is_wayland
from app.ui.hotkey.keeper import Grabber


def can_hold_keys(env: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether this system gives keys to a program at all; asked before any library is loaded.

    Under Wayland the desktop is asked through a portal, and answers later; keys of XWayland work in some programs only.

    Args:
        env: WAYLAND_DISPLAY, XDG_SESSION_TYPE, DISPLAY, QT_QPA_PLATFORM and where the session bus is are read.
        platform: as ``sys.platform`` names it.
    """
    drawn_by = env.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform == "win32":
        return drawn_by in {"", "windows"}
    if platform != "linux":
        return False
    if is_wayland(env):
        bus = env.get("DBUS_SESSION_BUS_ADDRESS") or env.get("XDG_RUNTIME_DIR")
        return bool(bus) and drawn_by in {"", "xcb", "wayland", "wayland-egl"}
    return bool(env.get("DISPLAY")) and drawn_by in {"", "xcb"}


def open_grabber(env: Mapping[str, str], pressed: Callable[[], None]) -> Grabber | None:
    """Return what holds keys here; None where the system does not let us.

    Args:
        env: DISPLAY is read, under Wayland where the session bus is.
        pressed: called at each press, on the window's thread.
    """
    if sys.platform == "win32":
        from app.ui.hotkey.windows import WindowsGrabber, windows_keys

        return WindowsGrabber(windows_keys(), pressed)
    else:  # noqa: RET505 - so that the types of both systems are looked at
        if is_wayland(env):
            from app.capture import open_portal_keys
            from app.ui.hotkey.portal import PortalGrabber

            return PortalGrabber(partial(open_portal_keys, env), pressed)
        from app.capture import NoDisplayError, open_keys
        from app.ui.hotkey.x11 import X11Grabber

        try:
            return X11Grabber(open_keys(env), pressed)
        except NoDisplayError:
            return None


def load_grabber() -> None:
    """Load what holds keys here, beside the window: the libraries for it take longer than the asking."""
    if sys.platform == "win32":
        import app.ui.hotkey.windows
    else:
        if is_wayland(os.environ):
            import app.ui.hotkey.portal
        else:
            import app.ui.hotkey.x11  # noqa: F401 - loaded for its effect
        from app.capture import load_keys

        load_keys(os.environ)
