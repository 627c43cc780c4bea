"""A screen for machines without one: Xvfb with a window manager, ended when it is no longer needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from demo.errors import NoVirtualScreenError

_WINDOW_MANAGER_START_S = 0.5
# Each number is tried with its own lock file; -displayfd alone takes none, so two servers could get the same one.
_NUMBERS = range(90, 190)


@contextmanager
def x_server(width_px: int, height_px: int, options: Sequence[str] = ()) -> Iterator[str]:
    """Start an X server of a size with a black root window; gives its name, such as ``:90``.

    ``-noreset`` keeps it from starting over when the last client leaves.

    Raises:
        NoVirtualScreenError: Xvfb is missing, or did not start.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise NoVirtualScreenError
    size = f"{width_px}x{height_px}x24"
    words = [program, "-screen", "0", size, "-noreset", "-nolisten", "tcp", *options]
    for number in _NUMBERS:
        server = _started(words, number)
        if server is None:
            continue
        try:
            yield f":{number}"
        finally:
            server.terminate()
            server.wait()
        return
    raise NoVirtualScreenError


def _started(words: Sequence[str], number: int) -> subprocess.Popen[bytes] | None:
    """The server once it takes clients; None where that number is in use."""
    listening, telling = os.pipe()
    with os.fdopen(listening, "rb") as told:
        try:
            server = subprocess.Popen(
                [*words, f":{number}", "-displayfd", str(telling)],
                pass_fds=(telling,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        finally:
            # Held open here, it would keep the reader below waiting for a server that has ended.
            os.close(telling)
        ready = told.readline().strip()
    if ready:
        return server
    server.wait()
    return None


@contextmanager
def virtual_screen() -> Iterator[None]:
    """Start one and point this process and its children at it; everything is put back afterwards.

    Raises:
        NoVirtualScreenError: Xvfb is missing, or did not start.
    """
    before = dict(os.environ)
    with x_server(1600, 1200) as display:
        try:
            os.environ["DISPLAY"] = display
            os.environ["QT_QPA_PLATFORM"] = "xcb"
            for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XAUTHORITY"):
                os.environ.pop(name, None)
            with _window_manager():
                yield
        finally:
            os.environ.clear()
            os.environ.update(before)


@contextmanager
def _window_manager() -> Iterator[None]:
    program = shutil.which("openbox")
    if program is None:
        yield
        return
    manager = subprocess.Popen([program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(_WINDOW_MANAGER_START_S)
        yield
    finally:
        manager.terminate()
        manager.wait()
