"""A card that says what is the matter and gives the few ways on, the most usual first."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from app.ui.kit import Button, Card, FlowRow, Muted, PrimaryButton, Text


class ChoiceCard(Card):
    """Hidden until there is something to say.

    Attributes:
        buttons: in the order of their labels.
        asks: whether there is something to say.
    """

    def __init__(self, labels: tuple[str, ...], more: str = "") -> None:
        """Make the card with buttons of these labels, and words below them."""
        super().__init__()
        self.asks = False
        self.column.setSpacing(16)
        self.words = Text()
        self.words.allow_selection()
        first, *others = labels
        self.buttons: tuple[QPushButton, ...] = (
            PrimaryButton(first),
            *(Button(label) for label in others),
        )
        self.add(self.words)
        self.add(FlowRow(*self.buttons))
        if more:
            self.add(Muted(more))
        self.hide()

    def show_words(self, words: str) -> None:
        """Show these words; "" hides the card."""
        self.asks = bool(words)
        self.words.setText(words)
        self.setVisible(self.asks)
        self.buttons[0].setAccessibleDescription(words)
