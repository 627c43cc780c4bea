"""The step where one reads what to look for in the pictures, and what it shares with the one after it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Card, CardRule, Muted, Text, empty_out
from app.ui.kit.look import GRID_PX, CurrentLook
from app.ui.report.model import Pictures
from app.ui.report.picture_row import PictureRow
from app.ui.report.small_pictures import Small


class ReadingStep(QWidget):
    """A column whose contents are put in anew each time."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * GRID_PX)

    def clear(self) -> None:
        """Remove everything."""
        empty_out(self.column)

    def add_card(self, rows: list[QWidget]) -> None:
        """Put rows into a card, with a line between them."""
        card = Card()
        for place, row in enumerate(rows):
            if place:
                card.add(CardRule())
            card.add(row)
        self.column.addWidget(card)


class CoverStep(ReadingStep):
    """``opened`` tells the number of an exhibit to cover something in; ``looked_at`` one whose page is to be seen."""

    opened = Signal(int)
    looked_at = Signal(int)

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        self._language = language
        self._look = look
        self._shown: Pictures | None = None
        self.rows: dict[int, PictureRow] = {}

    def show_pictures(self, pictures: Pictures) -> None:
        """Show the pictures that leave."""
        if pictures == self._shown:
            return
        self._shown = pictures
        self.clear()
        self.rows = {}
        self.column.addWidget(Text(pictures.sentence, kit="strong"))
        if not pictures.exhibits:
            return
        text = self._language.text
        self.column.addWidget(
            Muted(
                text(
                    "Names of citizens, children and colleagues are often covered. "
                    "You decide, and you can go on without covering anything."
                )
            )
        )
        for line in pictures.exhibits:
            row = self.rows[line.number] = PictureRow(line, self._language, self._look)
            row.opened.connect(self.opened)
            row.looked_at.connect(self.looked_at)
        self.add_card(list(self.rows.values()))

    def show_small(self, small: Small) -> None:
        """Show the small pictures that are there."""
        for row in self.rows.values():
            row.show_small(small)
