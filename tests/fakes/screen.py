"""A screen in memory: a picture of the whole desktop, and what the desk would tell about it."""

from __future__ import annotations

import msgspec

from app.capture import (
    ActiveWindow,
    BlackPictureError,
    CaptureError,
    Grab,
    Region,
    UnknownScreenError,
    cut,
    with_context,
)
from app.casework.kinds.capture import Monitor
from app.clock import Clock
from app.picture import Pixels, is_black
from app.vocabulary import CaptureMethod

A_BROWSER = ActiveWindow("Opslag - Facebook", "chromium")


def striped_pixels(width_px: int, height_px: int, seed: int = 0) -> Pixels:
    """A picture in which neighbouring pixels differ, and different seeds differ everywhere."""
    rgb = bytearray()
    for y in range(height_px):
        for x in range(width_px):
            rgb += bytes(((x * 7 + seed) % 256, (y * 5 + seed) % 256, (x + y + seed * 3) % 256))
    return Pixels(width_px, height_px, bytes(rgb))


class FakeScreen:
    """Gives the same rules as the real screen, over a picture that a test may swap.

    Attributes:
        desktop: what the screens show now; its upper left corner is the desktop's.
        window: the window with the focus.
        failure: raised by every grab while it is set.
        grabs: how many frames were taken.
        closed: whether it was let go of.
    """

    def __init__(
        self,
        clock: Clock,
        desktop: Pixels,
        monitors: tuple[Monitor, ...] = (),
        window: ActiveWindow = A_BROWSER,
    ) -> None:
        whole = Monitor(0, 0, desktop.width_px, desktop.height_px, 100, "fake")
        self.desktop = desktop
        self.window = window
        self.platform = "fake"
        self.failure: CaptureError | None = None
        self.grabs = 0
        self.closed = False
        self._clock = clock
        self._monitors = monitors or (whole,)

    def monitors(self) -> tuple[Monitor, ...]:
        return self._monitors

    def grab_screen(self, number: int) -> Grab:
        if not 1 <= number <= len(self._monitors):
            raise UnknownScreenError(number, len(self._monitors))
        monitor = self._monitors[number - 1]
        region = Region(monitor.x, monitor.y, monitor.width_px, monitor.height_px)
        return msgspec.structs.replace(cut(self._frame(), region), method=CaptureMethod.SCREEN)

    def grab_region(self, x: int, y: int, width_px: int, height_px: int) -> Grab:
        return cut(self._frame(), Region(x, y, width_px, height_px))

    def grab_all(self) -> Grab:
        return self._frame()

    def grab_with_context(self, region: Region) -> tuple[Grab, Grab]:
        return with_context(self._frame(), region)

    def close(self) -> None:
        self.closed = True

    def _frame(self) -> Grab:
        if self.failure is not None:
            raise self.failure
        left = min(monitor.x for monitor in self._monitors)
        top = min(monitor.y for monitor in self._monitors)
        size = (self.desktop.width_px, self.desktop.height_px)
        if is_black(self.desktop):
            raise BlackPictureError(left, top, *size)
        self.grabs += 1
        return Grab(
            pixels=self.desktop,
            x=left,
            y=top,
            method=CaptureMethod.ALL_SCREENS,
            taken=self._clock.now(),
            monitors=self._monitors,
            window=self.window,
            platform=self.platform,
        )
