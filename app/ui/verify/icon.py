"""The sign of an answer: its shape tells it too, so that it is understood without its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.look import CurrentLook
from app.ui.verify.outcome import OutcomeTone

_SIDE_PX = 48


class OutcomeIcon(QWidget):
    """A tick, two linked rings, a stroke through, or a question, in a circle."""

    def __init__(self, tone: OutcomeTone, look: CurrentLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._look().px(_SIDE_PX)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look()
        ink, ground = {
            OutcomeTone.SURE: (look.green, look.green_ground),
            OutcomeTone.HOLDS: (look.accent, look.info),
            OutcomeTone.CHANGED: (look.red, look.red_ground),
            OutcomeTone.UNKNOWN: (look.muted, look.side),
        }[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(QRectF(0, 0, side, side))
        pen = QPen(QColor(ink), side / 16)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw(painter, side)
        painter.end()

    def _draw(self, painter: QPainter, side: int) -> None:
        def at(x: float, y: float) -> QPointF:
            return QPointF(x * side, y * side)

        match self._tone:
            case OutcomeTone.SURE:
                painter.drawPolyline([at(0.3, 0.52), at(0.45, 0.67), at(0.71, 0.36)])
            case OutcomeTone.HOLDS:
                painter.drawEllipse(at(0.4, 0.5), 0.15 * side, 0.15 * side)
                painter.drawEllipse(at(0.6, 0.5), 0.15 * side, 0.15 * side)
            case OutcomeTone.CHANGED:
                painter.drawLine(at(0.3, 0.42), at(0.7, 0.42))
                painter.drawLine(at(0.3, 0.58), at(0.7, 0.58))
                painter.drawLine(at(0.42, 0.7), at(0.58, 0.3))
            case OutcomeTone.UNKNOWN:
                painter.drawArc(QRectF(at(0.38, 0.28), at(0.62, 0.52)), -90 * 16, 270 * 16)
                painter.drawLine(at(0.5, 0.52), at(0.5, 0.58))
                painter.drawPoint(at(0.5, 0.72))
