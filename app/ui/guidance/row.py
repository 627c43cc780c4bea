"""A text as a row: what it is called and what asks for care; below it, when it is asked for, what it says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.guidance.presenter import GuidanceLine
from app.ui.kit import (
    Badge,
    Caption,
    Card,
    CardRule,
    FlowRow,
    LongText,
    Muted,
    QuietButton,
    Subheading,
    Text,
    read_as,
    spaced,
)
from app.ui.kit.look import S1, S2, S3, S4


class GuidanceRow(QWidget):
    """A row.

    Attributes:
        line: what it shows.
        ask: the button that shows and hides what the text says; None for a place to turn to, which is in sight.
        compare: the button that shows what the program says in its place; None where that is the same.
        built_in: what the program says in its place, once it was asked for.
        copy: the button that copies the address of its page; None where there is none.
    """

    def __init__(
        self, line: GuidanceLine, text: Callable[..., str], copy_link: Callable[[], None]
    ) -> None:
        super().__init__()
        self.line, self._text = line, text
        self.ask: QuietButton | None = None
        self.compare: QuietButton | None = None
        self.copy: QuietButton | None = None
        words = line.words
        column = spaced(QVBoxLayout(self), S1, (S4, S3, S4, S2))
        head: list[QWidget] = [LongText(words.title, kit="strong")]
        if words.care:
            head.append(Badge(words.care, "wait"))
        if words.publisher:
            head.append(Badge(words.publisher))
        column.addWidget(FlowRow(*head))
        self.body = QWidget()
        self._body = spaced(QVBoxLayout(self.body), S1, 0)
        self.built_in: QWidget | None = None
        column.addWidget(self.body)
        column.addWidget(Text(words.source, kit="muted"))
        buttons = FlowRow(*self._buttons(line, copy_link))
        column.addWidget(buttons)
        buttons.setVisible(bool(self.ask or self.compare or self.copy))
        self.show_body(shown=line.place)
        read_as(self, line.told)

    def _buttons(self, line: GuidanceLine, copy_link: Callable[[], None]) -> list[QWidget]:
        found: list[QWidget] = []
        if not line.place:
            self.ask = QuietButton(self._text("Read"))
            self.ask.setCheckable(True)
            self.ask.toggled.connect(lambda on: self.show_body(shown=on))
            found.append(self.ask)
        if line.words.built_in:
            self.compare = QuietButton(self._text("Compare with the program’s own text"))
            self.compare.setCheckable(True)
            self.compare.toggled.connect(self._compare)
            found.append(self.compare)
        if line.page:
            self.copy = QuietButton(self._text("Copy the address of the source"))
            read_as(self.copy, f"{self.copy.text()}: {line.words.title}")
            self.copy.clicked.connect(copy_link)
            found.append(self.copy)
        return found

    def show_body(self, shown: bool) -> None:
        """Show or hide what the text says; it is made when it is wanted first, since there are many."""
        if shown and not self._body.count():
            self._fill()
        self.body.setVisible(shown)
        for button in filter(None, (self.compare, self.copy)):
            button.setVisible(shown)
        if self.ask is not None:
            words = self._text("Hide") if shown else self._text("Read")
            self.ask.set_text(words)
            read_as(self.ask, f"{words}: {self.line.words.title}")

    def _fill(self) -> None:
        words = self.line.words
        if words.doubt:
            self._body.addWidget(LongText(words.doubt, kit="strong"))
        for paragraph in words.paragraphs:
            self._body.addWidget(LongText(paragraph))

    def _compare(self, shown: bool) -> None:
        if self.built_in is None:
            self.built_in = QWidget()
            own = spaced(QVBoxLayout(self.built_in), S1, (S3, S2, 0, S2))
            own.addWidget(Caption(self._text("What the program says itself:")))
            for paragraph in self.line.words.built_in:
                own.addWidget(LongText(paragraph))
            self._body.addWidget(self.built_in)
        self.built_in.setVisible(shown)


class TopicCard(Card):
    """A topic with its rows."""

    def __init__(self, topic: str, rows: list[GuidanceRow]) -> None:
        super().__init__()
        spaced(self.column, 0, 0)
        head = QWidget()
        spaced(QVBoxLayout(head), 0, (S4, S3, S4, S2)).addWidget(Subheading(topic))
        self.add(head)
        for row in rows:
            self.add(CardRule())
            self.add(row)


class Nothing(Card):
    """What is said where a search finds nothing."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.add(Muted(words))
