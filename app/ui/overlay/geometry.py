"""From where the pointer is to the pixel it is on: the one place that knows of scales. Pure; no Qt types.

Rules:
- *Physical* is the desktop's pixels, as the capture and the ledger know them; a screen may lie left of or above (0, 0).
- *Logical* is what the toolkit counts in. Each screen has its own scale, so a logical point means something only
  together with the screen it was told by, counted from that screen's upper left corner. Logical positions of the
  whole desktop overlap or leave gaps between screens of different scale, and are never used.
- A point is the pixel it lies on: both corners of a selection belong to it, so the last pixel can be reached.
- A drag that leaves its screen goes on in that screen's scale, which is how the system tells it, and ends at the
  desktop's edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import NamedTuple

import msgspec

from app.capture import Region
from app.casework.kinds.capture import Monitor

# The toolkit divides whole pixels by the scale; the way back must not end a hair below them.
_HAIR = 1e-6
# How far the scales across and down may differ by rounding alone.
_ALIKE = 0.02


class Pixel(NamedTuple):
    """One pixel of the desktop."""

    x: int
    y: int


class LogicalScreen(msgspec.Struct, frozen=True):
    """A screen as the toolkit tells it.

    Attributes:
        name: what the system calls it; may be "".
        x: left edge. The toolkit gives a screen's corner in physical pixels and only its size in logical ones.
        y: upper edge.
        width: logical width.
        height: logical height.
        scale: physical pixels to one logical.
    """

    name: str
    x: int
    y: int
    width: int
    height: int
    scale: float


class LogicalRect(NamedTuple):
    """A rectangle in a screen's logical coordinates, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


class PlacedScreen(msgspec.Struct, frozen=True):
    """A screen of the toolkit, and which part of the desktop it shows.

    Attributes:
        number: its place among the toolkit's screens, from 0.
        region: its pixels.
        width: logical width.
        height: logical height.
        scale: physical pixels to one logical.
        bounds: the rectangle around the whole desktop.
    """

    number: int
    region: Region
    width: int
    height: int
    scale: float
    bounds: Region

    def pixel_at(self, x: float, y: float) -> Pixel:
        """Return the pixel under a logical point of this screen, which may lie outside of it."""
        wanted = Pixel(
            self.region.x + floor(x * self.scale + _HAIR),
            self.region.y + floor(y * self.scale + _HAIR),
        )
        return nearest(wanted, self.bounds)

    def logical_rect(self, region: Region) -> LogicalRect:
        """Return where a region of the desktop stands on this screen; may reach outside it."""
        return LogicalRect(
            (region.x - self.region.x) / self.scale,
            (region.y - self.region.y) / self.scale,
            region.width_px / self.scale,
            region.height_px / self.scale,
        )

    def middle_of(self, pixel: Pixel) -> tuple[float, float]:
        """Return the logical point in the middle of a pixel."""
        return (
            (pixel.x - self.region.x + 0.5) / self.scale,
            (pixel.y - self.region.y + 0.5) / self.scale,
        )

    def holds(self, pixel: Pixel) -> bool:
        """Return whether the pixel lies on this screen."""
        return nearest(pixel, self.region) == pixel


def between(one: Pixel, other: Pixel) -> Region:
    """Return the rectangle that two pixels are opposite corners of, both included."""
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Region(left, top, abs(one.x - other.x) + 1, abs(one.y - other.y) + 1)


def nearest(pixel: Pixel, region: Region) -> Pixel:
    """Return the pixel of a region that lies nearest."""
    return Pixel(
        min(max(pixel.x, region.x), region.x + region.width_px - 1),
        min(max(pixel.y, region.y), region.y + region.height_px - 1),
    )


def moved(region: Region, dx: int, dy: int, bounds: Region) -> Region:
    """Return the region, shifted as far as the bounds allow; its size stays."""
    x = min(max(region.x + dx, bounds.x), bounds.x + bounds.width_px - region.width_px)
    y = min(max(region.y + dy, bounds.y), bounds.y + bounds.height_px - region.height_px)
    return Region(x, y, region.width_px, region.height_px)


def resized(region: Region, dx: int, dy: int, bounds: Region) -> Region:
    """Return the region with its lower right corner shifted; at least one pixel, at most to the bounds."""
    right = bounds.x + bounds.width_px
    bottom = bounds.y + bounds.height_px
    return Region(
        region.x,
        region.y,
        min(max(region.width_px + dx, 1), right - region.x),
        min(max(region.height_px + dy, 1), bottom - region.y),
    )


def fitted(region: Region, bounds: Region) -> Region:
    """Return what somebody typed, made to lie inside the bounds: first the corner, then the size."""
    x, y = nearest(Pixel(region.x, region.y), bounds)
    return resized(Region(x, y, 1, 1), region.width_px - 1, region.height_px - 1, bounds)


def around(regions: Sequence[Region]) -> Region:
    """Return the smallest rectangle around some others, at least one."""
    left = min(region.x for region in regions)
    top = min(region.y for region in regions)
    right = max(region.x + region.width_px for region in regions)
    bottom = max(region.y + region.height_px for region in regions)
    return Region(left, top, right - left, bottom - top)


def place(
    screens: Sequence[LogicalScreen], monitors: Sequence[Monitor]
) -> tuple[PlacedScreen, ...]:
    """Find out which monitor of the frozen picture each of the toolkit's screens shows.

    By name and size where both tell one; else by the pixels they share. A screen that shares none with any monitor
    that is left (plugged in this very moment) gets no place, and so no overlay.
    """
    bounds = around([_region(monitor) for monitor in monitors])
    left = list(monitors)
    chosen: dict[int, Monitor] = {}
    for certain in (True, False):
        for number, screen in enumerate(screens):
            if number in chosen or not left:
                continue
            found = _named(screen, left) if certain else _overlapping(screen, left)
            if found is not None:
                chosen[number] = found
                left.remove(found)
    return tuple(
        PlacedScreen(
            number=number,
            region=_region(chosen[number]),
            width=screen.width,
            height=screen.height,
            scale=screen.scale,
            bounds=bounds,
        )
        for number, screen in enumerate(screens)
        if number in chosen
    )


def spread(screens: Sequence[LogicalScreen], whole: Monitor) -> tuple[PlacedScreen, ...]:
    """Find out which part of one picture of the whole desktop each of the toolkit's screens shows.

    For a desktop that tells no screens apart (Wayland's portal). There the toolkit counts corners and sizes alike in
    logical points, and the picture has one scale for all. Where its shape is not that of the screens together, the
    first one shows all of it, as large as it fits.
    """
    bounds = _region(whole)
    left, top = min(each.x for each in screens), min(each.y for each in screens)
    width = max(each.x + each.width for each in screens) - left
    height = max(each.y + each.height for each in screens) - top
    across, down = whole.width_px / width, whole.height_px / height
    if abs(across - down) > _ALIKE * across:
        first = screens[0]
        scale = max(whole.width_px / first.width, whole.height_px / first.height)
        return (PlacedScreen(0, bounds, first.width, first.height, scale, bounds),)
    return tuple(
        PlacedScreen(
            number,
            _cut_out(each, left, top, across, bounds),
            each.width,
            each.height,
            across,
            bounds,
        )
        for number, each in enumerate(screens)
    )


def _cut_out(screen: LogicalScreen, left: int, top: int, scale: float, bounds: Region) -> Region:
    wanted = Region(
        round((screen.x - left) * scale),
        round((screen.y - top) * scale),
        round(screen.width * scale),
        round(screen.height * scale),
    )
    return fitted(wanted, bounds)


def _named(screen: LogicalScreen, monitors: Sequence[Monitor]) -> Monitor | None:
    native = _native(screen)
    same = [
        monitor
        for monitor in monitors
        if screen.name
        and monitor.name == screen.name
        and abs(monitor.width_px - native.width_px) <= screen.scale
        and abs(monitor.height_px - native.height_px) <= screen.scale
    ]
    return same[0] if len(same) == 1 else None


def _overlapping(screen: LogicalScreen, monitors: Sequence[Monitor]) -> Monitor | None:
    native = _native(screen)
    best = max(monitors, key=lambda monitor: _shared(native, _region(monitor)))
    return best if _shared(native, _region(best)) else None


def _native(screen: LogicalScreen) -> Region:
    return Region(
        screen.x, screen.y, round(screen.width * screen.scale), round(screen.height * screen.scale)
    )


def _region(monitor: Monitor) -> Region:
    return Region(monitor.x, monitor.y, monitor.width_px, monitor.height_px)


def _shared(one: Region, other: Region) -> int:
    """Return how many pixels two rectangles share."""
    across = min(one.x + one.width_px, other.x + other.width_px) - max(one.x, other.x)
    down = min(one.y + one.height_px, other.y + other.height_px) - max(one.y, other.y)
    return max(across, 0) * max(down, 0)
