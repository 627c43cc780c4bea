"""Who it is for: a card for each recipient, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit import Badge, Muted, Subheading, spaced
from app.ui.kit.look import CARD_RADIUS_PX, GRID_PX, S2, S3, CurrentLook
from app.ui.report.model import RecipientOption


class OptionCard(QFrame):
    """A radio button with a name, a line and a badge; the whole card can be pressed."""

    def __init__(
        self, option: RecipientOption, look: CurrentLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.radio = QRadioButton()
        self.radio.toggled.connect(self.update)
        self.radio.installEventFilter(self)
        self._name = Subheading()
        self._line = Muted()
        self._badge = Badge()
        head = spaced(QHBoxLayout(), S2)
        head.addWidget(self._name, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        words = spaced(QVBoxLayout(), 2)
        words.addLayout(head)
        words.addWidget(self._line)
        row = spaced(QHBoxLayout(self), S2, S3)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.say(option)

    def say(self, option: RecipientOption) -> None:
        """Show what it offers now."""
        self._name.setText(option.name)
        self._line.setText(option.line)
        self._badge.show_as(option.badge, "plain")
        self.radio.setAccessibleName(option.name)
        self.radio.setAccessibleDescription(f"{option.line} {option.badge}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look()
        chosen = self.radio.isChecked()
        wide = 2 if chosen or self.radio.hasFocus() else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.info if chosen else look.card))
        painter.setPen(QPen(QColor(look.accent if wide == 2 else look.line), wide))
        half = wide / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, CARD_RADIUS_PX, CARD_RADIUS_PX)


class RecipientStep(QWidget):
    """``chosen`` tells the id of the recipient."""

    chosen = Signal(str)

    def __init__(self, name: str, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID_PX)
        self._group = QButtonGroup(self)
        self._cards: dict[str, OptionCard] = {}

    def show_options(self, options: tuple[RecipientOption, ...], chosen: str) -> None:
        """Offer these recipients."""
        if [each.id for each in options] != list(self._cards):
            self._replace(options)
        for option in options:
            self._cards[option.id].say(option)
        if chosen in self._cards:
            self._cards[chosen].radio.setChecked(True)

    def card(self, recipient: str) -> OptionCard:
        """Return the card of a recipient."""
        return self._cards[recipient]

    def _replace(self, options: tuple[RecipientOption, ...]) -> None:
        for card in self._cards.values():
            self._group.removeButton(card.radio)
            card.hide()
            card.deleteLater()
        self._cards = {}
        for option in options:
            card = OptionCard(option, self._look)
            self._cards[option.id] = card
            self._group.addButton(card.radio)
            self._column.addWidget(card)
            card.radio.toggled.connect(
                lambda on, recipient=option.id: self.chosen.emit(recipient) if on else None
            )
