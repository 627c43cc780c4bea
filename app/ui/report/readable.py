"""A line before a report is saved: what in it nobody has looked at, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.language import Language
from app.ui.kit import Badge, Card, FlowRow, LongText, QuietButton, spaced
from app.ui.kit.look import S1
from app.ui.report.model import SeenLine

_MOST_WORDS = 5


class Readable(Card):
    """``pressed`` when somebody wants to see where."""

    pressed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._count, self._done = 0, False
        self.chip = Badge("", "wait")
        self.words = LongText(kit="muted")
        self.button = QuietButton(language.text("See where"))
        self.button.clicked.connect(self.pressed)
        column = spaced(QVBoxLayout(), S1, 0)
        column.addWidget(FlowRow(self.chip))
        column.addWidget(self.words)
        column.addWidget(FlowRow(self.button))
        self.column.addLayout(column)

    def show_seen(self, seen: tuple[SeenLine, ...]) -> None:
        """Show what nobody has looked at; nothing hides the line."""
        self._count = len(seen)
        self.chip.show_as(
            self._language.plural(
                "{count} thing has not been looked at",
                "{count} things have not been looked at",
                len(seen),
            ),
            "wait",
        )
        words = list(dict.fromkeys(each.words for each in seen))
        more = " …" if len(words) > _MOST_WORDS else ""
        self.words.set_words(", ".join(words[:_MOST_WORDS]) + more)
        self._show()

    def let_go(self, done: bool) -> None:
        """Say nothing more once it is saved."""
        self._done = done
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._count) and not self._done)
