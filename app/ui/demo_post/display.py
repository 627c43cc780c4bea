"""Is there a screen? Asked before Qt starts, since Qt ends the whole process when there is none."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping

_SCREENLESS = ("offscreen", "minimal", "vnc")


def why_no_display(environ: Mapping[str, str], system: str) -> str:
    """Say why no window can be shown, or "" when one can.

    On Linux a real connection is made, so that a server that is gone or refuses us is noticed as well as a
    missing ``DISPLAY``. The places are told in coordinates of an X screen, so Wayland alone is not enough.
    """
    if system != "linux" or environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS:
        return ""
    name = environ.get("DISPLAY", "")
    if not name:
        return "DISPLAY is not set: this window needs an X screen"
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return "libxcb.so.1 is missing: this window needs an X screen"
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(name.encode(), None)
    if xcb.xcb_connection_has_error(connection) == 0:
        # Left open on purpose: a bare X server starts over when its last client leaves, and would turn Qt
        # away while it does.
        return ""
    xcb.xcb_disconnect(connection)
    return f"no X screen answers at DISPLAY={name}"
