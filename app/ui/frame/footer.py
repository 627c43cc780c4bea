"""The status line: what reassures. One line; where it has no room for all, what always holds gives way first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.frame.presenter import Status
from app.ui.kit import named
from app.ui.kit.look import CurrentLook

_GAP_PX = 18
_DOT_GAP_PX = 8


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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._dot = _Dot(look)
        self.saved, self.exhibits, self.promise = QLabel(), QLabel(), QLabel()
        self.shortcut = QLabel()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(0)
        row.addWidget(self._dot)
        row.addSpacing(_DOT_GAP_PX)
        row.addWidget(self.saved)
        row.addSpacing(_GAP_PX)
        row.addWidget(self.exhibits)
        row.addSpacing(_GAP_PX)
        row.addWidget(self.shortcut)
        row.addStretch(1)
        row.addWidget(self.promise)
        for label in (self.saved, self.exhibits, self.shortcut, self.promise):
            named(label, "muted")
            label.setTextFormat(Qt.TextFormat.PlainText)

    def show_status(self, status: Status, of_page: Sequence[str] = (), shortcut: str = "") -> None:
        """Show another status line.

        Args:
            status: what is so of the vault.
            of_page: what the page in front tells, in place of the count.
            shortcut: what is so of the key that works in every program.
        """
        self._dot.safe = status.safe
        self._dot.setVisible(bool(status.saved))
        self._dot.update()
        self.saved.setText(status.saved)
        self.saved.setVisible(bool(status.saved))
        self.saved.setToolTip(status.more)
        self.saved.setAccessibleDescription(status.more)
        self.exhibits.setText("   ".join(of_page) or status.exhibits)
        self.shortcut.setText(shortcut)
        self.promise.setText(status.promise)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as much as stands in one line."""
        margins = self.contentsMargins() + self._row.contentsMargins()
        left = self.width() - margins.left() - margins.right() - _DOT_GAP_PX
        if not self._dot.isHidden():
            left -= self._dot.sizeHint().width()
        for label in (self.saved, self.exhibits, self.shortcut, self.promise):
            wide = label.fontMetrics().horizontalAdvance(label.text())
            if label is self.saved:
                label.setWordWrap(wide > left)  # what is not saved is read whole
            else:
                label.setVisible(bool(label.text()) and wide <= left)
            left -= wide + _GAP_PX
