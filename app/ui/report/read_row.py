"""Something to read, two lines of it; pressed, it tells that its page is to be seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.inert import shown
from app.ui.kit import Muted, Text, mark
from app.ui.kit.look import CONTROL_RADIUS_PX

_BETWEEN_PX = 2
_RING_PX = 2


class ReadRow(QWidget):
    """``pressed`` by a click, Space or Enter."""

    pressed = Signal()

    def __init__(self, words: str, detail: str, *, strong: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(shown(words))
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN_PX)
        self._words = Text(words)
        self.be_strong(strong=strong)
        column.addWidget(self._words)
        column.addWidget(Muted(detail))

    def be_strong(self, *, strong: bool) -> None:
        """Stand out, or not any more."""
        mark(self._words, kit="strong" if strong else "text")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_ring(self)


def paint_ring(widget: QWidget) -> None:
    """Draw the focus round a row that has it."""
    if not widget.hasFocus():
        return
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(widget.palette().link().color()), _RING_PX))
    area = QRectF(widget.rect()).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(area, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
    painter.end()
