"""Help: how it goes, and every key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.language import Language
from app.ui.kit import Card, Muted, Page, Subheading, Text
from app.ui.screens import ScreenPage


class HelpPage(Page, ScreenPage):
    """Short sentences and the list of keys; nothing is looked up elsewhere."""

    def __init__(
        self, language: Language, keys: Sequence[tuple[str, str]], about: Sequence[str]
    ) -> None:
        """``about`` are lines on the program itself, that may be copied."""
        text = language.text
        super().__init__(
            text("Help"), text("You are not alone with this. Your workplace has to act on it.")
        )
        for title, words in (
            (
                text("Keep it before it disappears"),
                text(
                    "Take a screenshot of the post. It is saved and locked at once, with the time. "
                    "Everything else can be filled in later."
                ),
            ),
            (
                text("Tell somebody today"),
                text(
                    "Record whom you told and what they answered. "
                    "Your manager and the working environment representative should know."
                ),
            ),
            (
                text("Make a report"),
                text(
                    "Each reader gets only what they need. Cover other people's names with black first."
                ),
            ),
            (
                text("Hide quickly"),
                text(
                    "F9 covers the window at once. F9 or a click shows it again. After a time without use "
                    "it asks for the passphrase."
                ),
            ),
            (
                text("Nothing is sent from this computer"),
                text(
                    "Your vault is one encrypted file. Nobody can reset the passphrase, "
                    "so keep it where you will find it."
                ),
            ),
        ):
            card = Card()
            card.add(Subheading(title))
            card.add(Text(words))
            self.add(card)
        self.add(self._keys(text("Keys"), keys))
        for line in about:
            shown = Muted(line)
            shown.allow_selection()
            self.add(shown)
        self.add_stretch()

    @staticmethod
    def _keys(title: str, keys: Sequence[tuple[str, str]]) -> QWidget:
        card = Card()
        card.add(Subheading(title))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(24)
        for row, (key, label) in enumerate(keys):
            grid.addWidget(Muted(key), row, 0)
            grid.addWidget(Text(label), row, 1)
        card.column.addLayout(grid)
        return card
