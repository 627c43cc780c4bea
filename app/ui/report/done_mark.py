"""A green mark: it is done. The words beside it say so too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit import Sign, paint_sign
from app.ui.kit.look import CurrentLook

_SIDE_PX = 32
_INSIDE_PX = 6


class DoneMark(QWidget):
    """A tick on a green ground; ``side_px`` and ``inside_px`` are its size and its edge at 100 % text."""

    def __init__(
        self, look: CurrentLook, side_px: int = _SIDE_PX, inside_px: int = _INSIDE_PX
    ) -> None:
        super().__init__()
        self._look, self._side_px, self._inside_px = look, side_px, inside_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._look().px(self._side_px)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(look.green))
        painter.setBrush(QColor(look.green_ground))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(area)
        inside = look.px(self._inside_px)
        sign = area.adjusted(inside, inside, -inside, -inside)
        paint_sign(painter, sign, Sign.TICK, QColor(look.green))
        painter.end()
