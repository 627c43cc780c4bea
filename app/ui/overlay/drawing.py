"""How the overlay is painted: the dimmed screen, the bright field, its size, the loupe.

Colours of the content are never changed inside the field. The frame around it is dark and light in turn, so it can
be seen on any page.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from app.capture import Grab
from app.ui.overlay.geometry import PlacedScreen

INK = QColor("#1F2A37")
ACCENT = QColor("#0B5C6B")
WHITE = QColor("#FFFFFF")
DIM = QColor(0, 0, 0, 153)

_LOUPE_CELLS = 15  # odd: one pixel stands in the middle
_LOUPE_TIMES = 8
_LOUPE_AWAY = 24.0
_RING = 3.0
_GAP = 6.0


def picture_of(frame: Grab, place: PlacedScreen) -> QImage:
    """One screen's part of the frozen frame, in the screen's own pixels."""
    left, top = place.region.x - frame.x, place.region.y - frame.y
    stride = 3 * frame.pixels.width_px
    rest = memoryview(frame.pixels.rgb)[top * stride + 3 * left :]
    shared = QImage(
        rest, place.region.width_px, place.region.height_px, stride, QImage.Format.Format_RGB888
    )
    picture = shared.convertToFormat(QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(place.scale)
    return picture


def dimmed(picture: QImage) -> QImage:
    """The same under a veil."""
    dark = picture.copy()
    painter = QPainter(dark)
    painter.fillRect(QRectF(QPointF(0, 0), dark.deviceIndependentSize()), DIM)
    painter.end()
    return dark


def paint_part(painter: QPainter, picture: QImage, part: QRectF) -> None:
    """One part of a picture, at its place, pixel by pixel."""
    scale = picture.devicePixelRatio()
    source = QRectF(part.topLeft() * scale, QSizeF(part.width() * scale, part.height() * scale))
    painter.drawImage(part, picture, source)


def paint_frame(painter: QPainter, field: QRectF) -> None:
    """A line around the field, outside of it."""
    for distance, colour in ((0.5, WHITE), (1.5, ACCENT)):
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(field.adjusted(-distance, -distance, distance, distance))


def label_rect(text: str, font: QFont, field: QRectF, screen: QRectF) -> QRectF:
    """Where the size stands: above the field's left corner, else below it, else inside."""
    measure = QFontMetricsF(font)
    size = QSizeF(measure.horizontalAdvance(text) + 20, measure.height() + 8)
    x = min(max(field.left() + 2, screen.left() + _GAP), screen.right() - size.width() - _GAP)
    above, below = field.top() - size.height() - _GAP, field.bottom() + _GAP
    y = next(
        (
            each
            for each in (above, below)
            if screen.top() <= each and each + size.height() <= screen.bottom()
        ),
        max(field.top(), screen.top()) + _GAP,
    )
    return QRectF(QPointF(x, y), size)


def paint_label(painter: QPainter, text: str, font: QFont, rect: QRectF) -> None:
    """The size on its plate."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ACCENT)
    painter.drawRoundedRect(rect, 5, 5)
    painter.setFont(font)
    painter.setPen(WHITE)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def loupe_rect(at: QPointF, middle: QPointF, scale: float, screen: QRectF) -> QRectF:
    """Where the loupe stands: beside the point, outside of the field; on the other side near the screen's edge.

    Args:
        at: the point it shows.
        middle: of the field; the point itself where there is none.
        scale: the screen's.
        screen: what it must stay on.
    """
    side = _LOUPE_CELLS * _LOUPE_TIMES / scale
    return QRectF(
        _beside(at.x(), side, screen.left(), screen.right(), before=at.x() < middle.x()),
        _beside(at.y(), side, screen.top(), screen.bottom(), before=at.y() < middle.y()),
        side,
        side,
    )


def _beside(at: float, side: float, least: float, most: float, *, before: bool) -> float:
    low, high = at - _LOUPE_AWAY - side, at + _LOUPE_AWAY
    if before:
        return low if low >= least else high
    return high if high + side <= most else low


def paint_loupe(painter: QPainter, picture: QImage, pixel: tuple[int, int], rect: QRectF) -> None:
    """The pixels around one pixel, eight times their size, in a ring; the pixel itself has a frame."""
    reach = _LOUPE_CELLS // 2
    plain = QImage(picture)
    plain.setDevicePixelRatio(1.0)
    around = plain.copy(QRect(pixel[0] - reach, pixel[1] - reach, _LOUPE_CELLS, _LOUPE_CELLS))
    circle = QPainterPath()
    circle.addEllipse(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(circle)
    painter.fillRect(rect, INK)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(rect, around, QRectF(0, 0, _LOUPE_CELLS, _LOUPE_CELLS))
    cell = rect.width() / _LOUPE_CELLS
    painter.setPen(QPen(QColor(31, 42, 55, 40), 1))
    for number in range(1, _LOUPE_CELLS):
        painter.drawLine(
            QPointF(rect.x() + number * cell, rect.top()),
            QPointF(rect.x() + number * cell, rect.bottom()),
        )
        painter.drawLine(
            QPointF(rect.left(), rect.y() + number * cell),
            QPointF(rect.right(), rect.y() + number * cell),
        )
    painter.setClipping(False)
    middle = QRectF(rect.x() + reach * cell, rect.y() + reach * cell, cell, cell)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(WHITE, 3))
    painter.drawRect(middle)
    painter.setPen(QPen(ACCENT, 1.5))
    painter.drawRect(middle)
    painter.setPen(QPen(INK, _RING + 2))
    painter.drawEllipse(rect)
    painter.setPen(QPen(WHITE, _RING))
    painter.drawEllipse(rect)
    painter.restore()
