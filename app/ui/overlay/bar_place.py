"""Where the bar of a series stands: beside what is taken, so that it is in no picture. Pure; logical coordinates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

_GAP = 12
_EDGE = 16


def bar_place(size: QSize, region: QRect, screens: Sequence[QRect]) -> tuple[QPoint, bool]:
    """Return the bar's upper left corner, and whether it stands clear of the region.

    Args:
        size: the bar's.
        region: what is taken, on the same desktop as the screens.
        screens: what of each screen is free, that with the region first.
    """
    home = screens[0].adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    right, bottom = home.right() - size.width() + 1, home.bottom() - size.height() + 1
    # Below the region and to the right, where nobody reads; then above, beside, on another screen.
    across = min(max(region.right() - size.width() + 1, home.left()), right)
    down = min(max(region.bottom() - size.height() + 1, home.top()), bottom)
    spots = [
        QPoint(across, region.bottom() + 1 + _GAP),
        QPoint(across, region.top() - _GAP - size.height()),
        QPoint(region.right() + 1 + _GAP, down),
        QPoint(region.left() - _GAP - size.width(), down),
    ]
    for spot in spots:
        if home.contains(QRect(spot, size)):
            return spot, True
    for screen in screens[1:]:
        inner = screen.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        spot = inner.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
        if inner.contains(QRect(spot, size)) and not QRect(spot, size).intersects(region):
            return spot, True
    return QPoint(right, bottom), False
