"""Where the size, the loupe and the hint line stand on a screen, so that none hides another. Logical coordinates.

Rules:
- The size stands at the region's corner; the loupe beside the pointer and outside of the region; the hint line
  gives way to both, to the pointer and to the region.
- The hint line stays where it is while nothing comes near: what jumps is not read.
- Nothing leaves the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

LOUPE_CELLS = 15  # odd: one pixel stands in the middle
LOUPE_TIMES = 8
_LOUPE_AWAY = 24.0
_NEAR = 40.0
_GAP = 8.0
# The frame lies around the region.
_FRAME = 2.0
_MARGIN = 24.0

# Where the hint line may stand, the best first: (across, down), 0 = left or top, 1 = right or bottom.
_SPOTS = ((0.5, 0.0), (0.5, 1.0), (0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))


def label_rect(text: str, font: QFont, region_rect: QRectF, screen: QRectF) -> QRectF:
    """Return where the size stands: above the frame's left corner, else below it, else inside."""
    measure = QFontMetricsF(font)
    size = QSizeF(measure.horizontalAdvance(text) + 20, measure.height() + 8)
    left = region_rect.left() - _FRAME
    x = min(max(left, screen.left() + _GAP), screen.right() - size.width() - _GAP)
    above = region_rect.top() - _FRAME - _GAP - size.height()
    below = region_rect.bottom() + _FRAME + _GAP
    y = next(
        (
            each
            for each in (above, below)
            if screen.top() <= each and each + size.height() <= screen.bottom()
        ),
        max(region_rect.top(), screen.top()) + _GAP,
    )
    return QRectF(QPointF(x, y), size)


def loupe_rect(
    at: QPointF, middle: QPointF, scale: float, screen: QRectF, taken: Sequence[QRectF] = ()
) -> QRectF:
    """Return where the loupe stands: beside the point, outside of the region; on another side where there is no room.

    Args:
        at: the point it shows.
        middle: of the region; the point itself where there is none.
        scale: the screen's.
        screen: what it must stay on.
        taken: what it keeps clear of where it can.
    """
    side = LOUPE_CELLS * LOUPE_TIMES / scale
    first_x, first_y = at.x() < middle.x(), at.y() < middle.y()
    places = [
        QRectF(
            at.x() - _LOUPE_AWAY - side if before_x else at.x() + _LOUPE_AWAY,
            at.y() - _LOUPE_AWAY - side if before_y else at.y() + _LOUPE_AWAY,
            side,
            side,
        )
        for before_x, before_y in (
            (first_x, first_y),
            (not first_x, first_y),
            (first_x, not first_y),
            (not first_x, not first_y),
        )
    ]
    there = [place for place in places if screen.contains(place)] or places
    return next((place for place in there if _clear(place, taken)), there[0])


def near(at: QPointF) -> QRectF:
    """Return what is around the pointer, and is not to be covered."""
    return QRectF(at.x() - _NEAR, at.y() - _NEAR, 2 * _NEAR, 2 * _NEAR)


def spot_rect(spot: int, size: QSizeF, screen: QRectF) -> QRectF:
    """Return one of the places for the hint line, by its number."""
    across, down = _SPOTS[spot]
    inner = screen.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    return QRectF(
        inner.left() + max(across * (inner.width() - size.width()), 0.0),
        inner.top() + max(down * (inner.height() - size.height()), 0.0),
        size.width(),
        size.height(),
    )


def spot_for(
    size: QSizeF,
    screen: QRectF,
    *,
    now: int,
    taken: Sequence[QRectF],
    region_rect: QRectF | None = None,
) -> int:
    """Return the number of the place where a bar should stand.

    Args:
        size: the bar's.
        screen: what it must stay on.
        now: where it stands.
        taken: what it must not cover.
        region_rect: what it should not cover either, where any place is left that does not.
    """
    order = sorted(range(len(_SPOTS)), key=lambda spot: (spot != now, spot))
    kept = [] if region_rect is None else [region_rect.adjusted(-_GAP, -_GAP, _GAP, _GAP)]
    for avoided in ([*taken, *kept], taken):
        for spot in order:
            if _clear(spot_rect(spot, size, screen), avoided):
                return spot
    return now


def widest(screen: QRectF) -> int:
    """Return how wide a bar may be on a screen."""
    return int(screen.width() - 2 * _MARGIN)


def _clear(place: QRectF, taken: Sequence[QRectF]) -> bool:
    return not any(place.intersects(each) for each in taken)
