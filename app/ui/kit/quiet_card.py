"""A card that asks for nothing: a few words, and a quiet way to see such cards no more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit.buttons import QuietButton
from app.ui.kit.flow import FlowRow
from app.ui.kit.look import S1, S4
from app.ui.kit.naming import named
from app.ui.kit.scale import spaced
from app.ui.kit.texts import Muted, Subheading


class QuietCard(QFrame):
    """``put_away`` where no such card is wanted any more.

    Attributes:
        button: says so.
    """

    put_away = Signal()

    def __init__(self, button_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "quiet-card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title, self.text = Subheading(), Muted()
        self.button = QuietButton(button_text)
        self.button.clicked.connect(self.put_away)
        column = spaced(QVBoxLayout(self), S1, S4)
        for widget in (self.title, self.text, FlowRow(self.button)):
            column.addWidget(widget)

    def say(self, title: str, text: str) -> None:
        """Show these words; without any the card is not there."""
        self.title.setText(title)
        self.text.setText(text)
        self.setVisible(bool(title))
