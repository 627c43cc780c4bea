"""The two steps where one reads: what to look for in the pictures, and what the report leaves out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Button, Card, Heading, Muted, Rule, Text
from app.ui.kit.look import GRID_PX
from app.ui.report.model import Check, PictureLine, Pictures


class _Step(QWidget):
    """A column whose contents are put in anew each time."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * GRID_PX)

    def clear(self) -> None:
        """Remove everything."""
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class CoverStep(_Step):
    """``opened`` tells the number of an exhibit to cover something in."""

    opened = Signal(int)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: Pictures | None = None
        self.buttons: dict[int, Button] = {}

    def show_pictures(self, pictures: Pictures) -> None:
        """Show the pictures that leave."""
        if pictures == self._shown:
            return
        self._shown = pictures
        self.clear()
        self.buttons = {}
        self.column.addWidget(Text(pictures.sentence, kit="strong"))
        text = self._language.text
        if pictures.exhibits:
            self.column.addWidget(
                Muted(
                    text(
                        "Names of citizens, children and colleagues are often covered. "
                        "You decide, and you can go on without covering anything."
                    )
                )
            )
            card = Card()
            for place, line in enumerate(pictures.exhibits):
                if place:
                    card.add(Rule())
                card.add(self._row(line))
            self.column.addWidget(card)
            self.column.addWidget(
                Muted(text("Your choices stay here while you cover. Return with “Make report”."))
            )

    def _row(self, picture: PictureLine) -> QWidget:
        number = picture.number
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GRID_PX)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(picture.words))
        column.addWidget(Muted(picture.said))
        line.addWidget(said, 1)
        button = Button(self._language.text("Open and cover"))
        button.setAccessibleName(
            self._language.text("Open exhibit {number} and cover", number=number)
        )
        button.clicked.connect(lambda: self.opened.emit(number))
        self.buttons[number] = button
        line.addWidget(button)
        return row


class LookStep(_Step):
    """Warnings first, then what is left out and why."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: Check | None = None

    def show_check(self, check: Check) -> None:
        """Show what to read before it is saved."""
        if check == self._shown:
            return
        self._shown = check
        self.clear()
        text = self._language.text
        if check.warnings:
            self.column.addWidget(Heading(text("Before you hand it over")))
            card = Card()
            for place, warning in enumerate(check.warnings):
                if place:
                    card.add(Rule())
                card.add(Text(warning))
            self.column.addWidget(card)
        if check.omissions:
            self.column.addWidget(Heading(text("Left out, and why")))
            self.column.addWidget(Muted(text("The same list stands at the end of the report.")))
            card = Card()
            for place, (what, why) in enumerate(check.omissions):
                if place:
                    card.add(Rule())
                card.add(Text(what, kit="strong"))
                card.add(Muted(why))
            self.column.addWidget(card)
