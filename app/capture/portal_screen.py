"""The screen under Wayland, where programs may read it by the desktop's Screenshot portal alone.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot.html

Rules:
- The desktop may ask the person each time, and may be told no. That is not a fault: nothing is taken, and it is said.
- It hands over one picture of everything. Which screens there are is told by nobody here, so that picture is the one
  screen that is kept with it; what is wanted of it is cut out of it. Nor is the window told that had the focus.
- The picture comes as a file, whose name is not to be trusted (one portal always writes the same). It is read once,
  as a stranger's: not followed through a link, at most so long, decoded in the limited child. It is taken away
  afterwards where it was written during this very call, since it is a picture of everything on the screen.
- The clocks are read when the answer has come: the picture was taken before that, while nobody was asked in between.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from app.capture.errors import ScreenDeniedError, ScreenFaultError, WaylandError
from app.capture.frame import Grab, Region, cut, judged, screen_region, with_context
from app.casework.kinds.capture import Monitor
from app.clock import Clock, Moment
from app.picture import PictureRefusedError, Pixels, decode_untrusted, sniff
from app.vocabulary import CaptureMethod

PLATFORM = "wayland"
_INTERFACE = "org.freedesktop.portal.Screenshot"
_PATIENCE_S = 120.0
_MOST_BYTES = 256 << 20
_SLACK = timedelta(seconds=2)  # some file systems count in whole seconds, or in two
_DONE, _CANCELLED = 0, 1
_NO_LINK = int(getattr(os, "O_NOFOLLOW", 0)) | int(getattr(os, "O_NONBLOCK", 0))


class PortalScreen:
    """A ``Screen`` that asks the desktop's portal. Nothing is opened before the first grab."""

    def __init__(
        self, env: Mapping[str, str], clock: Clock, *, patience_s: float = _PATIENCE_S
    ) -> None:
        """Take what it works with.

        Args:
            env: the environment; where the session bus is stands in it.
            clock: read when the portal has answered.
            patience_s: how long the person may take to answer the desktop's question.
        """
        self._env = env
        self._clock = clock
        self._patience_s = patience_s

    def monitors(self) -> tuple[Monitor, ...]:
        """Nothing: the portal tells no screens before it has handed over a picture."""
        return ()

    def grab_screen(self, number: int) -> Grab:
        """The whole picture, as screen 1. Raises CaptureError."""
        frame = self.grab_all()
        screen_region(number, frame.monitors)
        return frame

    def grab_region(self, x: int, y: int, width_px: int, height_px: int) -> Grab:
        """A rectangle of the picture, cut to its edge. Raises CaptureError."""
        return cut(self.grab_all(), Region(x, y, width_px, height_px))

    def grab_all(self) -> Grab:
        """Everything that the desktop hands over. Raises CaptureError."""
        pixels, taken = self._take()
        whole = Monitor(0, 0, pixels.width_px, pixels.height_px)
        return judged(
            Grab(
                pixels=pixels,
                x=0,
                y=0,
                method=CaptureMethod.SCREEN,
                taken=taken,
                monitors=(whole,),
                platform=PLATFORM,
            )
        )

    def grab_with_context(self, region: Region) -> tuple[Grab, Grab]:
        """A rectangle, and all of the picture around it. Raises CaptureError."""
        return with_context(self.grab_all(), region)

    def close(self) -> None:
        """Nothing is held."""

    def _take(self) -> tuple[Pixels, Moment]:
        try:
            from app.capture.portal_bus import ask, new_token, open_bus
        except ImportError as error:
            raise WaylandError("jeepney is missing") from error
        token = new_token()
        options = {
            "handle_token": ("s", token),
            "modal": ("b", False),
            "interactive": ("b", False),
        }
        began = self._clock.now().utc
        with closing(open_bus(self._env)) as bus:
            answer = ask(
                bus,
                _INTERFACE,
                "Screenshot",
                "sa{sv}",
                ("", options),
                token=token,
                patience_s=self._patience_s,
            )
            taken = self._clock.now()
        if answer.code == _CANCELLED:
            raise ScreenDeniedError
        if answer.code != _DONE:
            raise ScreenFaultError(f"the portal ended with {answer.code}")
        return _picture_at(answer.results.get("uri"), began), taken


def _picture_at(uri: object, began: datetime) -> Pixels:
    """Return what the file shows that a portal has written, and take the file away.

    Raises:
        ScreenFaultError: it is no file of this machine, or not a picture.
    """
    path = _path_of(uri)
    try:
        with open(path, "rb", opener=_follow_no_link) as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode) or not 0 < facts.st_size <= _MOST_BYTES:
                raise ScreenFaultError("the portal's file is no picture")
            untrusted = file.read(_MOST_BYTES)
    except OSError as error:
        raise ScreenFaultError("the portal's file cannot be read") from error
    try:
        pixels = decode_untrusted(untrusted, sniff(untrusted)).pixels
    except PictureRefusedError as error:
        raise ScreenFaultError("the portal's file is no picture") from error
    if datetime.fromtimestamp(facts.st_mtime, UTC) >= began - _SLACK:
        with suppress(OSError):
            path.unlink()
    return pixels


def _path_of(uri: object) -> Path:
    parts = urlsplit(uri) if isinstance(uri, str) else None
    if parts is None or parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
        raise ScreenFaultError("the portal names no file of this machine")
    path = Path(os.fsdecode(unquote_to_bytes(parts.path)))
    if not path.is_absolute() or "\0" in str(path):
        raise ScreenFaultError("the portal names no file of this machine")
    return path


def _follow_no_link(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_LINK)
