"""Find what holds a key for the whole computer on this system."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from app.ui.hotkey.keeper import Grabber


def can_hold_keys(env: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether this system gives keys to a program at all; asked before any library is loaded.

    Under Wayland no: keys are given by a portal there, which is not built yet, and those of XWayland work in some
    programs only.

    Args:
        env: WAYLAND_DISPLAY, XDG_SESSION_TYPE, DISPLAY and QT_QPA_PLATFORM are read.
        platform: as ``sys.platform`` names it.
    """
    drawn_by = env.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform == "win32":
        return drawn_by in {"", "windows"}
    wayland = env.get("WAYLAND_DISPLAY") or env.get("XDG_SESSION_TYPE", "").lower() == "wayland"
    return (
        platform == "linux" and not wayland and bool(env.get("DISPLAY")) and drawn_by in {"", "xcb"}
    )


def open_grabber(env: Mapping[str, str], pressed: Callable[[], None]) -> Grabber | None:
    """Return what holds keys here; None where the system does not let us.

    Args:
        env: DISPLAY is read.
        pressed: called at each press, on the window's thread.
    """
    if sys.platform == "win32":
        from app.ui.hotkey.windows import WindowsGrabber, windows_keys

        return WindowsGrabber(windows_keys(), pressed)
    else:  # noqa: RET505 - so that the types of both systems are looked at
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
        import app.ui.hotkey.x11  # noqa: F401 - loaded for its effect
        from app.capture import load_keys

        load_keys()
