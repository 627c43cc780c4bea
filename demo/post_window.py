"""The made-up post in a real window of a process of its own, and where in it things stand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from app.markup import Box
from demo.errors import PostWindowError


class PostWindow(msgspec.Struct, frozen=True):
    """Where the window's content lies on the desktop, and the places in it, all in physical pixels.

    Attributes:
        places: left, top, width and height of each phrase, as the window tells them.
    """

    x: int
    y: int
    width: int
    height: int
    places: dict[str, tuple[int, int, int, int]]

    @property
    def boxes(self) -> dict[str, Box]:
        """The places as boxes in a picture of the window."""
        return {name: Box(*place) for name, place in self.places.items()}


@contextmanager
def shown_post(resources: Path) -> Iterator[PostWindow]:
    """Show the post until the block ends.

    Raises:
        PostWindowError: the window did not open.
    """
    command = [
        sys.executable, "-m", "demo.post",
        "--post", str(resources / "demo" / "post.toml"),
        "--fonts", str(resources / "fonts"),
    ]  # fmt: skip
    # The window closes when its standard input does, which leaving the block sees to.
    with subprocess.Popen(
        command,
        cwd=resources.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as window:
        line = window.stdout.readline() if window.stdout else ""
        if not line:
            raise PostWindowError(window.communicate()[1].strip())
        yield msgspec.json.decode(line, type=PostWindow)
