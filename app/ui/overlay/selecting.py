"""Choosing a region: by a drag, by two clicks on its corners, by keys, by numbers. Pure; physical pixels throughout.

Rules:
- A press, a way and a release is a drag; its release takes. A press and release in one spot is a corner; the next
  one takes. So nobody has to hold a button down (WCAG 2.5.7), and nobody has to say which way they use.
- Keys and numbers only change the region; Enter takes it. Enter without a region, or with nothing but one corner,
  takes the screen one is on.
- The first arrow key, where there is no region, puts one in the middle of the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.capture import Region
from app.ui.overlay.geometry import Pixel, around, between, fitted, moved, nearest, resized

# A hand that clicks shakes by a few pixels; on a fine screen by more of them.
_SHAKE_PX = 4


class SelectedRegion(msgspec.Struct, frozen=True):
    """The region that was taken.

    Attributes:
        region: its pixels.
        whole_screen: it is one whole screen, or all of them, taken as such.
    """

    region: Region
    whole_screen: bool = False


class Selecting:
    """One choice, from the frozen screens to the region that is taken.

    Attributes:
        region: what is selected so far.
        looking_at: the pixel that the loupe shows.
        screen: the screen one is on.
        bounds: the rectangle around all screens.
        window: the window that the person works in, as far as it is on the desktop; None where there is none to choose.
        again: what was taken last time; None where nothing was.
        several: whether there is more than one screen.
    """

    def __init__(
        self,
        screens: Sequence[Region],
        at: Pixel,
        *,
        window: Region | None = None,
        again: SelectedRegion | None = None,
        shake_px: int = _SHAKE_PX,
    ) -> None:
        """Begin with nothing selected.

        Args:
            screens: all screens, at least one.
            at: where the pointer is.
            window: where the window stands that the person works in; None where that is not known.
            again: what was taken last time.
            shake_px: how far a click may move without being a drag.
        """
        self.region: Region | None = None
        self.bounds = around(screens)
        self.looking_at = nearest(at, self.bounds)
        self._screens = tuple(screens)
        self.screen = self._screen_of(self.looking_at) or self._screens[0]
        self._shake_px = shake_px
        # A window may reach over the desktop's edge, and one of the whole desktop is no choice.
        seen = fitted(window, self.bounds) if window is not None else None
        self.window = seen if seen not in (None, self.bounds) else None
        self.again = again
        self.several = len(self._screens) > 1
        self._corner: Pixel | None = None
        self._pressed: Pixel | None = None

    @property
    def has_corner(self) -> bool:
        """Whether one corner was clicked and the other one is waited for."""
        return self._corner is not None and self._pressed is None

    @property
    def dragging(self) -> bool:
        """Whether the button is held down."""
        return self._pressed is not None

    def press(self, at: Pixel) -> None:
        """Remember where the pointer's button goes down."""
        self._pressed = at
        self.point(at)

    def point(self, at: Pixel) -> None:
        """Follow the pointer, with or without the button down."""
        self.looking_at = at
        self.screen = self._screen_of(at) or self.screen
        start = self._corner or self._pressed
        if start is not None:
            self.region = between(start, at)

    def release(self, at: Pixel) -> SelectedRegion | None:
        """Return what is taken when the button comes up, None while there is only a corner."""
        start = self._corner or self._pressed
        if start is None or self._pressed is None:
            return None
        self.point(at)
        self._pressed = None
        if self._is_shake(start, at):
            self._corner = start
            return None
        self._corner = None
        return self.take()

    def arrow(self, dx: int, dy: int, *, resize: bool = False) -> None:
        """Move the region, or its lower right corner."""
        self._corner = self._pressed = None
        if self.region is None:
            self.region = _middle_of(self.screen)
        change = resized if resize else moved
        self.region = change(self.region, dx, dy, self.bounds)
        x, y, width_px, height_px = self.region
        self.looking_at = Pixel(x + width_px - 1, y + height_px - 1) if resize else Pixel(x, y)
        self.screen = self._screen_of(self.looking_at) or self.screen

    def type_in(self, region: Region) -> None:
        """Take over typed numbers; what does not fit on the desktop is cut to it."""
        self._corner = self._pressed = None
        self.region = fitted(region, self.bounds)
        self.looking_at = Pixel(self.region.x, self.region.y)

    def take(self) -> SelectedRegion:
        """Return the region; the screen one is on, where nothing is selected."""
        region = self.region
        if region is None or (self.has_corner and max(region[2:]) < self._shake_px):
            return SelectedRegion(self.screen, whole_screen=True)
        return SelectedRegion(region)

    def _is_shake(self, start: Pixel, at: Pixel) -> bool:
        return max(abs(start.x - at.x), abs(start.y - at.y)) < self._shake_px

    def _screen_of(self, pixel: Pixel) -> Region | None:
        return next((each for each in self._screens if nearest(pixel, each) == pixel), None)


def _middle_of(screen: Region) -> Region:
    width_px, height_px = max(screen.width_px // 2, 1), max(screen.height_px // 2, 1)
    return Region(
        screen.x + (screen.width_px - width_px) // 2,
        screen.y + (screen.height_px - height_px) // 2,
        width_px,
        height_px,
    )
