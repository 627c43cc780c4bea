"""The steps as pills: where one is, and the way to any other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from app.ui.kit import FlowRow
from app.ui.kit.look import SMALL_PX, SMALLEST_TARGET_PX, CurrentLook

_PAD_PX = 12
_RING_PX = 2


class Pill(QAbstractButton):
    """One step; the one in front is filled and said to be checked."""

    def __init__(self, text: str, look: CurrentLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font(bold=True))
        height = max(metrics.height() + 10, self._look().px(SMALLEST_TARGET_PX + 4))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * _PAD_PX, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = (look.accent, look.on_accent) if self.isChecked() else (look.side, look.muted)
        if not self.isChecked() and self.underMouse() and self.isEnabled():
            ground, ink = look.info, look.ink
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        if self.hasFocus():
            # Inside the pill and in the colour of its words, so that it is seen on either ground.
            ring = area.adjusted(2, 2, -2, -2)
            painter.setPen(QPen(QColor(ink if self.isChecked() else look.accent), _RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.setPen(QColor(ink))
        painter.setFont(self._font(bold=self.isChecked()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look().px(SMALL_PX))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class Pills(FlowRow):
    """All steps; ``chosen`` tells the value of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, steps: list[tuple[str, str]], name: str, look: CurrentLook) -> None:
        super().__init__(gap_px=6)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._pills: dict[str, Pill] = {}
        for value, text in steps:
            pill = Pill(text, look)
            self._pills[value] = pill
            self._group.addButton(pill)
            self.add(pill)
            pill.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))

    def show_step(self, value: str) -> None:
        """Mark the step in front."""
        self._pills[value].setChecked(True)

    def pill(self, value: str) -> Pill:
        """Return the pill of a step."""
        return self._pills[value]
