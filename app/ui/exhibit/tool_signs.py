"""What stands for each tool, in the column and in the list of marks.

The signs are drawn from the colours of the look, so that they are sharp at every size.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from app.ui.exhibit.tools import Tool
from app.ui.kit import Look

_YELLOW = QColor("#FFE03A")


def draw_tool(painter: QPainter, tool: Tool, area: QRect, look: Look, colour: str = "ink") -> None:
    """Draw a tool's sign into a square, in a colour of the look."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 16, area.height() / 16)
    ink = QColor(getattr(look, colour))
    pen = QPen(ink, 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match tool:
        case Tool.SELECT:
            painter.setBrush(ink)
            points = ((4, 1), (4, 13), (7, 10), (9, 15), (11, 14), (9, 9.4), (13, 9))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        case Tool.ARROW:
            painter.drawLine(QLineF(2.5, 13.5, 13, 3))
            painter.drawPolyline(QPolygonF([QPointF(7, 3), QPointF(13, 3), QPointF(13, 9)]))
        case Tool.FRAME:
            painter.drawRect(QRectF(1.5, 3.5, 13, 9))
        case Tool.ELLIPSE:
            painter.drawEllipse(QRectF(1.5, 3.5, 13, 9))
        case Tool.LINE:
            painter.drawLine(QLineF(2.5, 13, 13.5, 3))
        case Tool.FREEHAND:
            path = QPainterPath(QPointF(1.5, 11))
            path.cubicTo(QPointF(4, 1), QPointF(7, 4), QPointF(7, 8))
            path.cubicTo(QPointF(7, 15), QPointF(11, 13), QPointF(14.5, 4))
            painter.drawPath(path)
        case Tool.HIGHLIGHT:
            painter.setPen(QPen(ink, 1))
            painter.setBrush(_YELLOW)
            painter.drawRect(QRectF(1.5, 5, 13, 6))
        case Tool.NUMBER:
            painter.drawEllipse(QPointF(8, 8), 6.5, 6.5)
            _letter(painter, "1", 9)
        case Tool.TEXT:
            painter.drawPolyline(
                QPolygonF([QPointF(3, 5), QPointF(3, 3), QPointF(13, 3), QPointF(13, 5)])
            )
            painter.drawLine(QLineF(8, 3, 8, 13.5))
            painter.drawLine(QLineF(6, 13.5, 10, 13.5))
        case Tool.REDACT:
            # A light rim, so that black is seen on a dark ground as well.
            painter.setPen(QPen(QColor(look.edge), 1))
            painter.setBrush(Qt.GlobalColor.black)
            painter.drawRect(QRectF(1.5, 3.5, 13, 9))
    painter.restore()


def _letter(painter: QPainter, letter: str, size_px: int) -> None:
    font = QFont()
    font.setPixelSize(size_px)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, 16, 16), Qt.AlignmentFlag.AlignCenter, letter)
