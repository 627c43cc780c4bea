"""The status line: what reassures."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.frame.presenter import Status
from app.ui.kit import FlowLayout, named
from app.ui.kit.look import CurrentLook


class _Dot(QWidget):
    """Full when everything is saved, a ring while it is not: the words beside it say the same."""

    def __init__(self, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self.safe = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._look().px(8)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.safe:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.green))
        else:
            painter.setPen(QColor(look.amber))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class Footer(QFrame):
    """Shows the status line."""

    def __init__(self, name: str, look: CurrentLook) -> None:
        super().__init__()
        named(self, "foot")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, gap_px=8)
        flow.setContentsMargins(16, 7, 16, 7)
        self._dot = _Dot(look)
        self.saved, self.exhibits, self.promise = QLabel(), QLabel(), QLabel()
        flow.addWidget(self._dot)
        for label in (self.saved, self.exhibits):
            flow.addWidget(label)
        flow.push_right()
        flow.addWidget(self.promise)
        for label in (self.saved, self.exhibits, self.promise):
            named(label, "muted")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.saved.setContentsMargins(0, 0, 10, 0)

    def show_status(self, status: Status) -> None:
        """Show another status line."""
        self._dot.safe = status.safe
        self._dot.update()
        self.saved.setText(status.saved)
        self.saved.setToolTip(status.more)
        self.saved.setAccessibleDescription(status.more)
        self.exhibits.setText(status.exhibits)
        self.exhibits.setVisible(bool(status.exhibits))
        self.promise.setText(status.promise)
