"""How the overlay is painted: the dimmed screen, the bright region, its size, the loupe.

Colours of the content are never changed inside the region. The frame around it is dark and light in turn, so it can
be seen on any page.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from app.capture import Grab
from app.ui.overlay.geometry import PlacedScreen
from app.ui.overlay.placing import LOUPE_CELLS

INK = QColor("#1F2A37")
ACCENT = QColor("#0B5C6B")
WHITE = QColor("#FFFFFF")
# 55 %
DIM = QColor(0, 0, 0, 140)

_RING = 3.0


def picture_of(frame: Grab, place: PlacedScreen) -> QImage:
    """Return one screen's part of the frozen frame, in the screen's own pixels."""
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
    """Return the picture, dimmed."""
    dark = picture.copy()
    painter = QPainter(dark)
    painter.fillRect(QRectF(QPointF(0, 0), dark.deviceIndependentSize()), DIM)
    painter.end()
    return dark


def paint_part(painter: QPainter, picture: QImage, part: QRectF) -> None:
    """Paint one part of a picture, at its place, pixel by pixel."""
    scale = picture.devicePixelRatio()
    source = QRectF(part.topLeft() * scale, QSizeF(part.width() * scale, part.height() * scale))
    painter.drawImage(part, picture, source)


def paint_frame(painter: QPainter, region_rect: QRectF) -> None:
    """Paint a line around the region, outside of it."""
    for distance, colour in ((0.5, WHITE), (1.5, ACCENT)):
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(region_rect.adjusted(-distance, -distance, distance, distance))


def paint_label(painter: QPainter, text: str, font: QFont, rect: QRectF) -> None:
    """Paint the size on its plate."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ACCENT)
    painter.drawRoundedRect(rect, 5, 5)
    painter.setFont(font)
    painter.setPen(WHITE)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_loupe(painter: QPainter, picture: QImage, pixel: tuple[int, int], rect: QRectF) -> None:
    """Paint the pixels around one pixel, eight times their size, in a ring; the pixel itself has a frame."""
    reach = LOUPE_CELLS // 2
    plain = QImage(picture)
    plain.setDevicePixelRatio(1.0)
    around = plain.copy(QRect(pixel[0] - reach, pixel[1] - reach, LOUPE_CELLS, LOUPE_CELLS))
    circle = QPainterPath()
    circle.addEllipse(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(circle)
    painter.fillRect(rect, INK)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(rect, around, QRectF(0, 0, LOUPE_CELLS, LOUPE_CELLS))
    cell = rect.width() / LOUPE_CELLS
    painter.setPen(QPen(QColor(31, 42, 55, 40), 1))
    for number in range(1, LOUPE_CELLS):
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
