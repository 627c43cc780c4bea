"""What a grab is, and the rules for regions: pure, no screen is touched here.

Rules:
- Coordinates are physical pixels of the whole desktop; a screen may lie left of or above (0, 0).
- A region must have pixels (EmptyRegionError) and touch a screen (OffScreenError). What reaches over the
  desktop's edge is cut off, and the grab says what was really taken.
- A black picture is refused: it shows nothing, and a screen that refuses to be read gives just that.
  A picture of one other colour is kept, for an empty desktop or a bare piece of a page is such a picture
  and may be what the user wants; ``Grab.one_colour`` lets the caller ask.
- The context of a region is the screen it lies on; of a region over several screens, the smallest
  rectangle around them. It comes from the same frame as the region, so both show the same instant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import msgspec

from app.capture.errors import (
    BlackPictureError,
    EmptyRegionError,
    OffScreenError,
    UnknownScreenError,
)
from app.casework.kinds.capture import Monitor
from app.clock import Moment
from app.picture import Pixels, black_percent, crop, is_black, is_one_colour
from app.vocabulary import CaptureMethod

_TELLING_PERCENT = 20
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Region(NamedTuple):
    """A rectangle of the desktop in physical pixels."""

    x: int
    y: int
    width_px: int
    height_px: int


class ActiveWindow(msgspec.Struct, frozen=True):
    """The window that has the focus; "" where the platform does not tell. The title is untrusted text.

    Where that is one of ours, it is what the person had in front before they turned to us.

    Attributes:
        title: as its program has it.
        program: the file name of that.
        number: how the system calls it now; 0 where nobody tells. It is never kept.
        place: where it stands on the desktop; None where nobody tells. Others may lie over it. It is never kept.
    """

    title: str = ""
    program: str = ""
    number: int = 0
    place: Region | None = None


class Grab(msgspec.Struct, frozen=True):
    """A picture of the screen and what was known at that moment.

    Attributes:
        pixels: the picture.
        x: left edge of what was really taken, in the desktop's pixels.
        y: upper edge.
        method: region, screen or all screens.
        taken: the computer's clocks, read right after the pixels had come.
        monitors: all screens at that moment, in the system's order.
        window: the window that had the focus.
        platform: by what way it was read: "x11", "windows" or "macos".
        context: whether it is the surroundings of a region, taken along with it.
        one_colour: whether every pixel has the same colour (not black: that is refused).
        black_percent: how much of it is black, as what is protected comes out; 0 for less than a fifth.
    """

    pixels: Pixels
    x: int
    y: int
    method: CaptureMethod
    taken: Moment
    monitors: tuple[Monitor, ...]
    window: ActiveWindow = ActiveWindow()
    platform: str = ""
    context: bool = False
    one_colour: bool = False
    black_percent: int = 0

    @property
    def region(self) -> Region:
        """What was really taken."""
        return Region(self.x, self.y, self.pixels.width_px, self.pixels.height_px)


class Screen(Protocol):
    """What an act needs of the screen. All methods raise CaptureError when no picture can be had."""

    def monitors(self) -> tuple[Monitor, ...]:
        """All screens, now, in the system's order."""
        ...

    def grab_screen(self, number: int) -> Grab:
        """One whole screen; the first is 1."""
        ...

    def grab_region(self, x: int, y: int, width_px: int, height_px: int) -> Grab:
        """A rectangle of the desktop."""
        ...

    def grab_all(self) -> Grab:
        """The smallest rectangle around all screens."""
        ...

    def grab_with_context(self, region: Region) -> tuple[Grab, Grab]:
        """A rectangle and the whole screen around it, out of one frame."""
        ...

    def close(self) -> None:
        """Let go of the screen; may be called twice."""
        ...


def plain(text: str) -> str:
    """What another program wrote, on one line and without signs that steer."""
    return _CONTROL.sub(" ", text).strip()


def of_monitor(monitor: Monitor) -> Region:
    """The rectangle of one screen."""
    return Region(monitor.x, monitor.y, monitor.width_px, monitor.height_px)


def around(regions: Sequence[Region]) -> Region:
    """The smallest rectangle around some others, at least one."""
    left = min(region.x for region in regions)
    top = min(region.y for region in regions)
    right = max(region.x + region.width_px for region in regions)
    bottom = max(region.y + region.height_px for region in regions)
    return Region(left, top, right - left, bottom - top)


def desktop(monitors: Sequence[Monitor]) -> Region:
    """The smallest rectangle around all screens."""
    return around([of_monitor(monitor) for monitor in monitors])


def screen_region(number: int, monitors: Sequence[Monitor]) -> Region:
    """The rectangle of screen ``number``, the first being 1. Raises UnknownScreenError."""
    if not 1 <= number <= len(monitors):
        raise UnknownScreenError(number, len(monitors))
    return of_monitor(monitors[number - 1])


def clamp(region: Region, monitors: Sequence[Monitor]) -> Region:
    """Cut a region to the desktop.

    Raises:
        EmptyRegionError: it has no pixel.
        OffScreenError: it touches no screen.
    """
    if region.width_px < 1 or region.height_px < 1:
        raise EmptyRegionError(*region)
    if not any(_common(region, of_monitor(monitor)) for monitor in monitors):
        raise OffScreenError(*region)
    return _common(region, desktop(monitors)) or region


def context_region(region: Region, monitors: Sequence[Monitor]) -> Region:
    """The screen that a region lies on, or the rectangle around those it touches."""
    screens = [of_monitor(monitor) for monitor in monitors]
    return around([screen for screen in screens if _common(region, screen)])


def cut(frame: Grab, region: Region) -> Grab:
    """Take a region out of a frame that was grabbed before, as a selection on a frozen screen does.

    Raises:
        EmptyRegionError: it has no pixel.
        OffScreenError: it touches no screen, or nothing of the frame.
        BlackPictureError: every pixel of it is black.
    """
    inside = _common(clamp(region, frame.monitors), frame.region)
    if inside is None:
        raise OffScreenError(*region)
    x, y, width_px, height_px = inside
    pixels = crop(frame.pixels, x - frame.x, y - frame.y, width_px, height_px)
    piece = msgspec.structs.replace(
        frame, pixels=pixels, x=x, y=y, method=CaptureMethod.REGION, context=False
    )
    return judged(piece)


def with_context(frame: Grab, region: Region) -> tuple[Grab, Grab]:
    """Take a region and the screen around it out of one frame; both carry its time and its window.

    Raises:
        EmptyRegionError: the region has no pixel.
        OffScreenError: it touches no screen, or nothing of the frame.
        BlackPictureError: every pixel of it is black.
    """
    piece = cut(frame, region)
    around_it = context_region(piece.region, frame.monitors)
    one = any(of_monitor(monitor) == around_it for monitor in frame.monitors)
    method = CaptureMethod.SCREEN if one else CaptureMethod.ALL_SCREENS
    context = frame if around_it == frame.region else cut(frame, around_it)
    return piece, msgspec.structs.replace(context, method=method, context=True)


def judged(grab: Grab) -> Grab:
    """Refuse a black picture, and mark one of a single colour, and one that is black in part."""
    if is_black(grab.pixels):
        raise BlackPictureError(*grab.region)
    black = black_percent(grab.pixels)
    return msgspec.structs.replace(
        grab,
        one_colour=is_one_colour(grab.pixels),
        black_percent=black if black >= _TELLING_PERCENT else 0,
    )


def _common(one: Region, other: Region) -> Region | None:
    """What two rectangles share, None if nothing."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    right = min(one.x + one.width_px, other.x + other.width_px)
    bottom = min(one.y + one.height_px, other.y + other.height_px)
    if left >= right or top >= bottom:
        return None
    return Region(left, top, right - left, bottom - top)
