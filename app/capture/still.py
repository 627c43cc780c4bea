"""A picture in place of the screen: the post of the example case is "captured" from it, with nothing of the desktop."""

from __future__ import annotations

from app.capture.errors import UnknownScreenError
from app.capture.frame import ActiveWindow, Grab, Region, cut, of_monitor, with_context
from app.casework.kinds.capture import Monitor
from app.clock import Clock
from app.picture import Pixels
from app.vocabulary import CaptureMethod

_GROUND = bytes((0x8F, 0xA3, 0xAD))
_AROUND_PX = 80
PLATFORM = "still"


class StillScreen:
    """One screen that shows a picture on a plain ground, and nothing else. Implements ``Screen``.

    Attributes:
        place: where the picture stands.
    """

    def __init__(self, picture: Pixels, window: ActiveWindow, clock: Clock) -> None:
        self.place = Region(_AROUND_PX, _AROUND_PX, picture.width_px, picture.height_px)
        self._desktop = _on_ground(picture)
        self._window = window
        self._clock = clock
        self._monitor = Monitor(
            0, 0, self._desktop.width_px, self._desktop.height_px, 100, "example"
        )

    def monitors(self) -> tuple[Monitor, ...]:
        """The one screen."""
        return (self._monitor,)

    def grab_screen(self, number: int) -> Grab:
        """The whole of it. Raises UnknownScreenError."""
        if number != 1:
            raise UnknownScreenError(number, 1)
        return cut(self.grab_all(), of_monitor(self._monitor))

    def grab_region(self, x: int, y: int, width_px: int, height_px: int) -> Grab:
        """A rectangle of it. Raises CaptureError."""
        return cut(self.grab_all(), Region(x, y, width_px, height_px))

    def grab_all(self) -> Grab:
        """The picture on its ground."""
        return Grab(
            pixels=self._desktop,
            x=0,
            y=0,
            method=CaptureMethod.ALL_SCREENS,
            taken=self._clock.now(),
            monitors=(self._monitor,),
            window=self._window,
            platform=PLATFORM,
        )

    def grab_with_context(self, region: Region) -> tuple[Grab, Grab]:
        """A rectangle, and the whole of it. Raises CaptureError."""
        return with_context(self.grab_all(), region)

    def close(self) -> None:
        """Nothing is held."""


def _on_ground(picture: Pixels) -> Pixels:
    width = picture.width_px + 2 * _AROUND_PX
    row, side = _GROUND * width, _GROUND * _AROUND_PX
    length = 3 * picture.width_px
    rows = [
        side + picture.rgb[y * length : (y + 1) * length] + side for y in range(picture.height_px)
    ]
    rgb = b"".join([row * _AROUND_PX, *rows, row * _AROUND_PX])
    return Pixels(width, picture.height_px + 2 * _AROUND_PX, rgb)
