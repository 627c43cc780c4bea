"""Small pictures of the tools, drawn from the colours of the look so that they are sharp at every size."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from app.ui.exhibit.tools import Tool
from app.ui.kit import Look

_YELLOW = QColor("#FFE03A")


def tool_icon(tool: Tool, look: Look, side_px: int, gap_px: int = 0) -> QIcon:
    """Return a tool as an icon, with a gap behind it for the words beside it."""
    ratio = 2  # drawn larger than shown: sharp on fine screens too
    pixmap = QPixmap((side_px + gap_px) * ratio, side_px * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_tool(painter, tool, QRect(0, 0, side_px, side_px), look)
    painter.end()
    return QIcon(pixmap)


def draw_tool(painter: QPainter, tool: Tool, area: QRect, look: Look) -> None:
    """Draw a tool's sign into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 16, area.height() / 16)
    ink = QColor(look.ink)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match tool:
        case Tool.SELECT:
            painter.setBrush(ink)
            points = ((4, 1), (4, 13), (7, 10), (9, 15), (11, 14), (9, 9.4), (13, 9))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        case Tool.ARROW:
            painter.drawLine(QLineF(2, 14, 12, 4))
            painter.setBrush(ink)
            painter.drawPolygon(QPolygonF([QPointF(14, 2), QPointF(7, 4), QPointF(12, 9)]))
        case Tool.FRAME:
            painter.drawRect(QRectF(1.5, 3, 13, 10))
        case Tool.HIGHLIGHT:
            painter.setPen(QPen(ink, 1))
            painter.setBrush(_YELLOW)
            painter.drawRect(QRectF(1.5, 5, 13, 6))
        case Tool.NUMBER:
            painter.drawEllipse(QPointF(8, 8), 6.5, 6.5)
            _letter(painter, "1", 9)
        case Tool.TEXT:
            _letter(painter, "T", 15)
        case Tool.REDACT:
            # A light rim, so that black is seen on a dark ground as well.
            painter.setPen(QPen(QColor(look.edge), 1))
            painter.setBrush(Qt.GlobalColor.black)
            painter.drawRect(QRectF(2, 2, 12, 12))
    painter.restore()


def _letter(painter: QPainter, letter: str, size_px: int) -> None:
    font = QFont()
    font.setPixelSize(size_px)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, 16, 16), Qt.AlignmentFlag.AlignCenter, letter)
