"""The two steps where one reads: what to look for in the pictures, and what can be read and what is left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Card, CardRule, FlowRow, Heading, Muted, QuietButton, Text
from app.ui.kit.look import GRID_PX, CurrentLook
from app.ui.report.leak_row import LeakRow
from app.ui.report.model import LastCheck, Pictures, SeenLine
from app.ui.report.picture_row import PictureRow
from app.ui.report.read_row import ReadRow
from app.ui.report.small_pictures import Small


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

    def add_card(self, rows: list[QWidget]) -> None:
        """Put rows into a card, with a line between them."""
        card = Card()
        for place, row in enumerate(rows):
            if place:
                card.add(CardRule())
            card.add(row)
        self.column.addWidget(card)


class CoverStep(_Step):
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


class LookStep(_Step):
    """What leaves, then the warnings, what can be read in the texts, and what is left out and why.

    Signals:
        looked_at: the number of the exhibit whose page is to be seen; 0 for the list of what is left out.
        others_wanted: what others may come to ask about is to be seen.
        opened: the number of an exhibit in which something is to be covered.
        link_wished: a link that holds a name, and whether it shall go along.
    """

    looked_at = Signal(int)
    opened = Signal(int)
    link_wished = Signal(str, bool)
    others_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.others: QuietButton | None = None
        self.leaks: list[LeakRow] = []
        self._shown: LastCheck | None = None

    def show_check(self, check: LastCheck) -> None:
        """Show what to read before it is saved."""
        if check == self._shown:
            return
        self._shown = check
        self.clear()
        self.leaks = []
        text = self._language.text
        if check.leaves:
            self.column.addWidget(Heading(text("What leaves")))
            self.add_card([self._row(line) for line in check.leaves])
        if check.seen:
            self.column.addWidget(Heading(text("Can be read in what leaves")))
            self.column.addWidget(
                Muted(
                    text(
                        "Look at each of them. What no machine has read in a picture does not stand here."
                    )
                )
            )
            self.leaks = [self._leak(line) for line in check.seen]
            self.add_card(list(self.leaks))
        if check.warnings:
            self.column.addWidget(Heading(text("Before you hand it over")))
            self.add_card([Text(warning) for warning in check.warnings])
        self.others = QuietButton(text("See what others may come to ask about"))
        self.others.clicked.connect(self.others_wanted)
        self.column.addWidget(FlowRow(self.others))
        if check.omissions:
            self.column.addWidget(Heading(text("Left out, and why")))
            self.column.addWidget(Muted(text("The same list stands at the end of the report.")))
            self.add_card([self._row(line) for line in check.omissions])

    def _leak(self, line: SeenLine) -> LeakRow:
        row = LeakRow(line, self._language)
        row.looked_at.connect(self.looked_at)
        row.opened.connect(self.opened)
        row.link_wished.connect(self.link_wished)
        return row

    def _row(self, line: SeenLine) -> ReadRow:
        row = ReadRow(line.words, line.detail)
        row.pressed.connect(lambda: self.looked_at.emit(line.exhibit))
        return row
