"""Look for a display: the one way in which the window, the capture of the screen and the demonstration do it.

It is asked before any library is: Qt ends the whole process where no X server takes it.

Rules:
- A server of this machine is tried at its socket first: from one that is silent libxcb would go on to the network.
- Then a real connection is made, so a server that refuses us is noticed as well.
- Each connection is held until the next one stands, and the last until the block ends: a bare X server starts over
  when nobody is left, and would turn away whoever comes meanwhile.
"""

from __future__ import annotations

import ctypes
import re
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext

_LOCAL = re.compile(r"^(?:unix)?:(\d{1,5})(?:\.\d+)?$")
_SOCKET_FOLDER = "/tmp/.X11-unix/X"  # noqa: S108  # where X servers listen, by agreement
_SCREENLESS = ("offscreen", "minimal", "vnc")


class NoXServerError(Exception):
    """No X server can be used.

    Attributes:
        reason: why, in words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_local(display: str) -> bool:
    """Return whether a display, such as ``:0``, is one of this machine."""
    return _LOCAL.match(display) is not None


def is_wayland(env: Mapping[str, str]) -> bool:
    """Return whether the session is Wayland's.

    Args:
        env: WAYLAND_DISPLAY and XDG_SESSION_TYPE are read.
    """
    session = env.get("XDG_SESSION_TYPE", "").strip().lower()
    return bool(env.get("WAYLAND_DISPLAY")) or session == "wayland"


@contextmanager
def x_connection(display: str) -> Iterator[None]:
    """Hold a connection to an X server.

    Args:
        display: the name from the environment.

    Raises:
        NoXServerError: it is not there, or refuses us.
    """
    if not display:
        raise NoXServerError("DISPLAY is not set: this window needs an X screen")
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise NoXServerError("libxcb.so.1 is missing: this window needs an X screen") from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    with _knock(display):
        connection = xcb.xcb_connect(display.encode(), None)
    try:
        if xcb.xcb_connection_has_error(connection):
            raise NoXServerError(_nobody(display))
        yield
    finally:
        xcb.xcb_disconnect(connection)


def qt_connection(environ: Mapping[str, str], system: str) -> AbstractContextManager[None]:
    """Return what holds the X server that Qt would use; it holds nothing where Qt needs none.

    Args:
        environ: DISPLAY and QT_QPA_PLATFORM are read.
        system: as ``sys.platform`` names it.
    """
    if system != "linux" or environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS:
        return nullcontext()
    return x_connection(environ.get("DISPLAY", ""))


@contextmanager
def _knock(display: str) -> Iterator[None]:
    """Hold a bare connection to the socket of a display of this machine; of another machine nothing is asked.

    Raises:
        NoXServerError: nobody listens.
    """
    local = _LOCAL.match(display)
    if local is None or sys.platform == "win32":
        yield
        return
    path = _SOCKET_FOLDER + local[1]
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        if knock.connect_ex("\0" + path) and knock.connect_ex(path):
            raise NoXServerError(_nobody(display))
        yield


def _nobody(display: str) -> str:
    return f"no X screen answers at DISPLAY={display}"
