"""A screen for machines without one: Xvfb with a window manager, ended when it is no longer needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_SIZE = "1600x1200x24"
_WINDOW_MANAGER_START_S = 0.5


class NoVirtualScreenError(Exception):
    """There is no screen, and Xvfb is not installed either."""


def has_screen() -> bool:
    """Whether pictures can be taken here as things stand. (On Wayland they cannot: see app/capture.)"""
    if sys.platform != "linux":
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return bool(os.environ.get("DISPLAY")) and not wayland


@contextmanager
def virtual_screen() -> Iterator[None]:
    """Start one and point this process and its children at it; everything is put back afterwards.

    Raises:
        NoVirtualScreenError: Xvfb is missing, or did not start.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise NoVirtualScreenError
    before = dict(os.environ)
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(writer), "-screen", "0", _SIZE, "-noreset", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise NoVirtualScreenError
        os.environ["DISPLAY"] = f":{number}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XAUTHORITY"):
            os.environ.pop(name, None)
        with _window_manager():
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        server.terminate()
        server.wait()


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
