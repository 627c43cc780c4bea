"""What stands before a row that has no picture: one family of line drawings, in the colours of the look.

The words beside an icon say the same.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from app.casework import Icon
from app.ui.kit.signs import begin_lines

# All are drawn in a square of so many units, and scaled from there.
_SIDE = 16


def paint_icon(painter: QPainter, square: QRectF, icon: Icon, colour: QColor) -> None:
    """Draw an icon into a square."""
    begin_lines(painter, square, colour, side=_SIDE)
    match icon:
        case Icon.BUBBLE:
            painter.drawPath(_bubble())
            painter.drawLines([QLineF(4.5, 5.5, 11.5, 5.5), QLineF(4.5, 8.5, 9, 8.5)])
        case Icon.PERSON:
            painter.drawEllipse(QPointF(8, 5), 3, 3)
            painter.drawPath(_shoulders())
        case Icon.DOCUMENT:
            painter.drawPath(_document())
            painter.drawLines([QLineF(5.5, 8.5, 10.5, 8.5), QLineF(5.5, 11.5, 10.5, 11.5)])
        case Icon.CROSSED_DOCUMENT:
            painter.drawPath(_document())
            painter.drawLines([QLineF(5.5, 8, 10.5, 12.5), QLineF(10.5, 8, 5.5, 12.5)])
        case Icon.BOX:
            painter.drawPath(_box())
        case Icon.PLANE:
            painter.drawPolygon(_points((14.5, 1.5), (1.5, 6.8), (6.8, 9.2), (9.2, 14.5)))
            painter.drawLine(QLineF(14.5, 1.5, 6.8, 9.2))
        case Icon.FLAG:
            painter.drawLine(QLineF(3, 1.5, 3, 14.5))
            painter.drawPolyline(_points((3, 2.5), (13.5, 2.5), (11, 6), (13.5, 9.5), (3, 9.5)))
        case Icon.LOCK:
            painter.drawRoundedRect(QRectF(3, 7, 10, 7.5), 1.5, 1.5)
            painter.drawPath(_shackle())
        case Icon.CLOCK:
            painter.drawArc(QRectF(2.5, 2.5, 11, 11), 150 * 16, -320 * 16)
            painter.drawPolyline(_points((1.2, 2.5), (3.2, 5.8), (6.8, 5)))
            painter.drawPolyline(_points((8, 5), (8, 8.2), (10.2, 9.6)))
        case Icon.PICTURE:
            painter.drawRoundedRect(QRectF(1.5, 2.5, 13, 11), 1.5, 1.5)
            painter.drawEllipse(QPointF(5.2, 6), 1.2, 1.2)
            painter.drawPolyline(_points((2, 12), (6.5, 8.5), (9, 10.5), (11, 8.5), (14, 11)))
        case Icon.LINES:
            painter.drawLines(
                [QLineF(2, 3.5, 14, 3.5), QLineF(2, 8, 14, 8), QLineF(2, 12.5, 8.5, 12.5)]
            )
    painter.restore()


def _bubble() -> QPainterPath:
    path = QPainterPath(QPointF(4, 11.8))
    path.lineTo(4, 14.5)
    path.lineTo(7, 11.8)
    path.lineTo(12.5, 11.8)
    path.quadTo(14.5, 11.8, 14.5, 9.8)
    path.lineTo(14.5, 4)
    path.quadTo(14.5, 2, 12.5, 2)
    path.lineTo(3.5, 2)
    path.quadTo(1.5, 2, 1.5, 4)
    path.lineTo(1.5, 9.8)
    path.quadTo(1.5, 11.8, 4, 11.8)
    return path


def _shoulders() -> QPainterPath:
    path = QPainterPath(QPointF(2, 14.5))
    path.cubicTo(2, 8.8, 14, 8.8, 14, 14.5)
    return path


def _document() -> QPainterPath:
    path = QPainterPath(QPointF(9.5, 1.5))
    path.lineTo(2.5, 1.5)
    path.lineTo(2.5, 14.5)
    path.lineTo(13.5, 14.5)
    path.lineTo(13.5, 5.5)
    path.lineTo(9.5, 1.5)
    path.lineTo(9.5, 5.5)
    path.lineTo(13.5, 5.5)
    return path


def _box() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(1.5, 2.5, 13, 3.5))
    path.addRect(QRectF(2.5, 6, 11, 7.5))
    path.moveTo(6.5, 9)
    path.lineTo(9.5, 9)
    return path


def _shackle() -> QPainterPath:
    path = QPainterPath(QPointF(5, 7))
    path.lineTo(5, 5)
    path.cubicTo(5, 0.6, 11, 0.6, 11, 5)
    path.lineTo(11, 7)
    return path


def _points(*pairs: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in pairs])
