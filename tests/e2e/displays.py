"""Screens that tests start for themselves: Xvfb, a picture shown in a window, and an independent witness.

Each display is its own server with a number it finds by itself; nothing outside is touched.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.picture import Pixels
from demo.virtual_screen import x_server

_CARD_CLIENT = Path(__file__).with_name("card_client.py")
_WAIT_S = 20


@contextmanager
def virtual_display(
    width_px: int = 1920, height_px: int = 1080, options: Sequence[str] = ()
) -> Iterator[str]:
    """Start an X server of a size and give its name, such as ``:90``; its root window is black."""
    with x_server(width_px, height_px, options) as display:
        yield display


def environment_of(display: str) -> dict[str, str]:
    """The environment of an X11 session on a display: what a user's desktop would hand to a program."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "DISPLAY": display, "XDG_SESSION_TYPE": "x11", "LANG": "C.UTF-8"}


def two_monitors(display: str) -> None:
    """Split a display of 3200 x 1080 into a monitor of 1920 and one of 1280 pixels, side by side."""
    for name, geometry, output in (
        ("left", "1920/508x1080/286+0+0", "screen"),
        ("right", "1280/339x1080/286+1920+0", "none"),
    ):
        subprocess.run(
            ["xrandr", "--setmonitor", name, geometry, output],
            env=environment_of(display),
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def window_showing(
    display: str,
    pixels: Pixels,
    *,
    x: int = 0,
    y: int = 0,
    title: str = "",
    managed: bool = False,
) -> Iterator[subprocess.Popen[bytes]]:
    """Show a picture pixel by pixel in a window of a process of its own.

    Args:
        display: where.
        pixels: what.
        x: left edge of the window.
        y: upper edge.
        title: the window's title; untrusted text like any other.
        managed: whether a window manager may see it; otherwise it goes past them, to exactly (x, y).

    Yields:
        The client process, once the picture is on the screen.
    """
    numbers = (pixels.width_px, pixels.height_px, x, y, int(managed))
    client = subprocess.Popen(
        [sys.executable, str(_CARD_CLIENT), *(str(number) for number in numbers), title],
        env=environment_of(display),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    if client.stdin is None or client.stdout is None:
        raise RuntimeError("both pipes were asked for")
    try:
        client.stdin.write(pixels.rgb)
        client.stdin.flush()
        if client.stdout.readline() != b"shown\n":
            raise RuntimeError("the window did not come up")
        yield client
    finally:
        client.stdin.close()
        client.wait(_WAIT_S)
        client.stdout.close()


def witness(display: str, region: tuple[int, int, int, int]) -> bytes:
    """What another program sees: ImageMagick's ``import`` of the root window, as RGB bytes.

    Args:
        display: where.
        region: x, y, width, height.
    """
    x, y, width_px, height_px = region
    crop = f"{width_px}x{height_px}+{x}+{y}"
    command = ["import", "-silent", "-window", "root", "-crop", crop, "-depth", "8", "rgb:-"]
    done = subprocess.run(
        command, env=environment_of(display), check=True, capture_output=True, timeout=_WAIT_S
    )
    return done.stdout
