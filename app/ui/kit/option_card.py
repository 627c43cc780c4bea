"""A choice whose meaning must be read before it is made: a card with a name, a line and a chip (6.4)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.long_text import LongText
from app.ui.kit.look import CARD_RADIUS_PX, S2, S3, CurrentLook
from app.ui.kit.scale import spaced
from app.ui.kit.texts import Badge, Muted

_STRONG_PX, _QUIET_PX = 2, 1


class OptionCard(QFrame):
    """A radio button with a name, a line and a badge; the whole card can be pressed.

    Attributes:
        radio: what is chosen and has the focus; a group of these makes the cards exclude each other.
    """

    def __init__(
        self,
        look: CurrentLook,
        name: str = "",
        line: str = "",
        badge: str = "",
        parent: QWidget | None = None,
        *,
        folds: bool = False,
    ) -> None:
        """``folds``: the line is shown only while the card is chosen, where there are many."""
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.radio = QRadioButton()
        self.radio.toggled.connect(self.update)
        self.radio.installEventFilter(self)
        # A long name of somebody breaks at its joint, and does not widen what it stands in; presses go to the card.
        self._name = LongText(kit="subheading")
        self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line = Muted()
        self._badge = Badge()
        self.radio.toggled.connect(lambda on: self._badge.stand_on(chosen=on))
        head = spaced(QHBoxLayout(), S2)
        head.addWidget(self._name, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        words = spaced(QVBoxLayout(), 2)
        words.addLayout(head)
        words.addWidget(self._line)
        row = spaced(QHBoxLayout(self), S2, S3)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        if folds:
            self._line.hide()
            self.radio.toggled.connect(self._line.setVisible)
        self.say(name, line, badge)

    def say(self, name: str, line: str, badge: str = "") -> None:
        """Show what it offers now."""
        self._name.set_words(name)
        self._line.setText(line)
        self._badge.show_as(badge, "plain")
        self._badge.setVisible(bool(badge))
        self.radio.setAccessibleName(name)
        self.radio.setAccessibleDescription(f"{line} {badge}".strip())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.radio.isEnabled() and event.button() == Qt.MouseButton.LeftButton:
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look()
        chosen = self.radio.isChecked()
        wide = _STRONG_PX if chosen or self.radio.hasFocus() else _QUIET_PX
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.info if chosen else look.card))
        painter.setPen(QPen(QColor(look.accent if wide == _STRONG_PX else look.line), wide))
        half = wide / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, CARD_RADIUS_PX, CARD_RADIUS_PX)
