"""Who it is for: a card for each recipient, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.ui.kit import OptionCard
from app.ui.kit.look import GRID_PX, CurrentLook
from app.ui.report.model import RecipientOption


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
            self._cards[option.id].say(option.name, option.line, option.badge)
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
            card = OptionCard(self._look, option.name, option.line, option.badge, folds=True)
            self._cards[option.id] = card
            self._group.addButton(card.radio)
            self._column.addWidget(card)
            card.radio.toggled.connect(
                lambda on, recipient=option.id: self.chosen.emit(recipient) if on else None
            )
