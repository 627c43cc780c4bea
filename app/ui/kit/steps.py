"""The step bar: where one is in a row of steps, which are done, and the way back to them.

One line. Where it is too narrow for all words the present step keeps its own, and says how many there are; of those
around it as many as there is room for without a gap, the next one first. Where it is narrower still it stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.kit.enter import PressedByEnter
from app.ui.kit.look import SMALL_PX, STEP_PX, CurrentLook
from app.ui.kit.naming import tip
from app.ui.kit.signs import Sign, paint_sign

_PAD_PX = 12
_GAP_PX = 6
_TICK_PX = 14
_TICK_GAP_PX = 4
_RING_PX = 2


class BarStep(msgspec.Struct, frozen=True):
    """One step.

    Attributes:
        value: what tells it from others.
        name: its words, without a number.
        of_all: the words that it has alone, such as "2 of 5 · Contents".
    """

    value: str
    name: str
    of_all: str


class StepButton(PressedByEnter, QAbstractButton):
    """One step of the bar; the present one is said to be checked."""

    def __init__(self, step: BarStep, number: int, look: CurrentLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._step = step
        self._number = number
        self.done = False
        self.folded = False
        self.setText(f"{number} {step.name}")
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fold(self, *, folded: bool) -> None:
        """Leave the words away, or show them; where they are away the pointer tells them."""
        self.folded = folded
        self.setToolTip(tip(self._step.name) if folded and not self.isChecked() else "")

    def words(self) -> str:
        """Return what is written on it, beside the tick of a step that is done."""
        if self.folded:
            return self._step.of_all if self.isChecked() else "" if self.done else str(self._number)
        return self._step.name if self.done else self.text()

    def show_as(self, *, present: bool, done: bool, reachable: bool) -> None:
        """Show where it stands in the row."""
        self.done = done and not present
        self.setChecked(present)
        self.setEnabled(reachable or present)
        clickable = self.isEnabled() and not present
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
        )

    def sizeHint(self) -> QSize:
        look = self._look()
        metrics = QFontMetrics(self._font(bold=True))
        words = self.words()
        width = metrics.horizontalAdvance(words) + 2 * look.space(_PAD_PX)
        if self.done:
            width += look.px(_TICK_PX) + (look.space(_TICK_GAP_PX) if words else 0)
        return QSize(width, max(metrics.height() + 6, look.px(STEP_PX)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = look.side, look.muted
        if self.isChecked():
            ground, ink = look.accent, look.on_accent
        elif self.done:
            ground, ink = look.info, look.accent
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_px = area.height() / 2
        over = self.underMouse() and self.isEnabled() and not self.isChecked()
        painter.setPen(QPen(QColor(look.edge)) if over else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, round_px, round_px)
        if self.hasFocus():
            # Inside and in the colour of its words, so that it is seen on each ground.
            ring = area.adjusted(2, 2, -2, -2)
            painter.setPen(QPen(QColor(ink if self.isChecked() else look.accent), _RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        self._paint_words(painter, area, QColor(ink))
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        look, words = self._look(), self.words()
        font = self._font(bold=self.isChecked())
        wide = float(QFontMetrics(font).horizontalAdvance(words))
        tick = look.px(_TICK_PX) if self.done else 0
        gap = look.space(_TICK_GAP_PX) if tick and words else 0
        left = area.center().x() - (wide + tick + gap) / 2
        if tick:
            corner = QPointF(left, area.center().y() - tick / 2)
            paint_sign(painter, QRectF(corner.x(), corner.y(), tick, tick), Sign.TICK, ink)
        painter.setPen(ink)
        painter.setFont(font)
        room = QRectF(left + tick + gap, area.top(), wide + 1, area.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look().px(SMALL_PX))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class StepBar(QWidget):
    """All steps in one line; ``chosen`` tells the value of the one that was pressed.

    Signals:
        chosen: a step that can be reached was pressed, with its value.
    """

    chosen = Signal(str)

    def __init__(
        self,
        steps: Sequence[BarStep],
        name: str,
        look: CurrentLook,
        parent: QWidget | None = None,
        *,
        ahead: bool = False,
    ) -> None:
        """Build the bar; ``show_step`` says where one is.

        Args:
            steps: all of them, in their order.
            name: what a screen reader calls the bar.
            look: the look that is on.
            parent: what it stands in.
            ahead: whether a step that is still to come may be pressed as well.
        """
        super().__init__(parent)
        self._look = look
        self._ahead = ahead
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values = [step.value for step in steps]
        self._buttons = {
            step.value: StepButton(step, number, look, self) for number, step in enumerate(steps, 1)
        }
        for value, button in self._buttons.items():
            button.clicked.connect(lambda _=False, value=value: self._press(value))
        self._now = self._values[0]
        self.show_step(self._now)

    def show_step(self, value: str) -> None:
        """Show where one is: what stands before it is done."""
        self._now = value
        present = self._values.index(value)
        for at, each in enumerate(self._values):
            done = at < present
            self._buttons[each].show_as(
                present=at == present, done=done, reachable=done or self._ahead
            )
        self._place()

    def step(self, value: str) -> StepButton:
        """Return the button of a step."""
        return self._buttons[value]

    @property
    def folded(self) -> bool:
        """Whether only the present step has its words."""
        return self._buttons[self._now].folded

    def sizeHint(self) -> QSize:
        buttons = list(self._buttons.values())
        gaps = self._gap() * (len(buttons) - 1)
        hints = [button.sizeHint() for button in buttons]
        return QSize(sum(hint.width() for hint in hints) + gaps, max(h.height() for h in hints))

    def minimumSizeHint(self) -> QSize:
        # As wide as the present step alone could still be cut; what is in it decides, not the page.
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _press(self, value: str) -> None:
        # Pressing it must not check it: where one is, is shown when one is there.
        for each, button in self._buttons.items():
            button.setChecked(each == self._now)
        if value != self._now:
            self.chosen.emit(value)

    def _gap(self) -> int:
        return self._look().space(_GAP_PX)

    def _place(self) -> None:
        buttons = list(self._buttons.values())
        shown = self._that_fit(buttons)
        left = 0
        for button in buttons:
            button.setVisible(button in shown)
            if button in shown:
                hint = button.sizeHint()
                button.setGeometry(left, 0, hint.width(), hint.height())
                left += hint.width() + self._gap()
            button.update()

    def _that_fit(self, buttons: list[StepButton]) -> list[StepButton]:
        for folded in (False, True):
            for button in buttons:
                button.fold(folded=folded)
            if self._fit(buttons):
                break
        else:
            return [self._buttons[self._now]]
        present = self._values.index(self._now)
        for side in (buttons[present + 1 :], buttons[:present][::-1]):
            self._unfold(side, buttons)
        return buttons

    def _unfold(self, side: list[StepButton], buttons: list[StepButton]) -> None:
        """Give those on one side their words, the nearest first, until one has no room: no number stands between."""
        for button in side:
            button.fold(folded=False)
            if not self._fit(buttons):
                button.fold(folded=True)
                return

    def _fit(self, buttons: list[StepButton]) -> bool:
        wide = sum(button.sizeHint().width() for button in buttons)
        return wide + self._gap() * (len(buttons) - 1) <= self.width()
