"""What is in it: exhibits, notes, more that was written, files, what is asked for, and the person's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Card, FieldForm, Heading, Muted, TextArea, TextField
from app.ui.kit.look import GRID_PX, CurrentLook
from app.ui.report.check_list import CheckList
from app.ui.report.model import ChoiceLine, ReportDraft
from app.ui.report.order_head import OrderHead
from app.ui.report.shared_card import SharedCard


class ContentStep(QWidget):
    """Tells what is ticked and moved, and what is written: what else is asked for, summary, title."""

    exhibit_wished = Signal(str, bool)
    exhibit_moved = Signal(str, int)
    ask_moved = Signal(str, int)
    note_wished = Signal(str, bool)
    words_wished = Signal(str, bool)
    file_wished = Signal(str, bool)
    ask_wished = Signal(str, bool)
    written = Signal(str, str, str)

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        text = language.text
        ticks = (text("Included"), text("Not included"), look)
        self.exhibits = CheckList(text("Exhibits"), *ticks, ordered=True)
        self.notes = CheckList(text("Neutral notes"), *ticks)
        self.words = CheckList(text("More of what you wrote"), *ticks)
        self.files = CheckList(text("Files as you received them"), *ticks)
        self.asks = CheckList(text("What I ask for"), *ticks, ordered=True)
        self.shared = SharedCard(language, look)
        self.lists = (
            self.exhibits,
            self.notes,
            self.words,
            self.files,
            self.shared.ticks,
            self.asks,
        )
        self.exhibits.moved.connect(self.exhibit_moved)
        self.asks.moved.connect(self.ask_moved)
        self.exhibits.wished.connect(self.exhibit_wished)
        self.asks.wished.connect(self.ask_wished)
        self.notes.wished.connect(self.note_wished)
        self.words.wished.connect(self.words_wished)
        self.files.wished.connect(self.file_wished)
        self._exhibit_card, self._ask_card = _framed(self.exhibits), _framed(self.asks)
        self._note_card, self._file_card = _framed(self.notes), _framed(self.files)
        self._noting = Heading(text("Neutral notes"))
        self._wording = Heading(text("More of what you wrote"))
        self._wording_lead = Muted(
            text("Nothing goes along unless you tick it. You choose for each report.")
        )
        self._word_card = _framed(self.words)
        self._filing = Heading(text("Files as you received them"))
        self.own = TextArea(lines=3)
        self.summary = TextArea(lines=5)
        self.title = TextField()
        self.none = Muted(text("The case has no exhibits yet."))
        self._exhibiting = OrderHead(text("Exhibits"), self.exhibits, language, look)
        self._asking = OrderHead(text("What I ask for"), self.asks, language, look)
        self._examples = Muted(text("Examples. Tick what you want to ask for."))
        form = FieldForm()
        form.add(text("More that I ask for"), self.own, text("One thing on each line."))
        form.add(
            text("In short, in my own words"),
            self.summary,
            text("Left empty, the report counts exhibits and incidents by itself."),
        )
        form.add(text("Title on the cover"), self.title)
        self.own.textChanged.connect(self._tell)
        self.summary.textChanged.connect(self._tell)
        self.title.textChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        for widget in (
            self._exhibiting,
            self.none,
            self._exhibit_card,
            self._noting,
            self._note_card,
            self._wording,
            self._wording_lead,
            self._word_card,
            self._filing,
            self._file_card,
            self.shared,
            self._asking,
            self._examples,
            self._ask_card,
            form,
        ):
            column.addWidget(widget)
        self._showing = False

    def show_exhibits(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show the exhibits."""
        self.none.setVisible(not lines)
        self._exhibiting.show_count(len(lines))
        self._exhibit_card.setVisible(bool(lines))
        self.exhibits.show_lines(lines)

    def show_notes(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show the neutral notes; private ones are not among them."""
        self._noting.setVisible(bool(lines))
        self._note_card.setVisible(bool(lines))
        self.notes.show_lines(lines)

    def show_words(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show what has words that are shown only where they are chosen; without any, nothing."""
        for widget in (self._wording, self._wording_lead, self._word_card):
            widget.setVisible(bool(lines))
        self.words.show_lines(lines)

    def show_files(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show the files that can go along as they were received."""
        self._filing.setVisible(bool(lines))
        self._file_card.setVisible(bool(lines))
        self.files.show_lines(lines)

    def show_asks(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show what can be asked for."""
        self._asking.setVisible(bool(lines))
        self._examples.setVisible(bool(lines))
        self._ask_card.setVisible(bool(lines))
        self.asks.show_lines(lines)

    def show_texts(self, draft: ReportDraft, case_title: str) -> None:
        """Show the person's own words, where they are other than those that stand."""
        self._showing = True
        for area, words in ((self.own, draft.own_asks), (self.summary, draft.summary)):
            if area.toPlainText() != words:
                area.setPlainText(words)
        if self.title.text() != draft.title:
            self.title.setText(draft.title)
        self.title.setPlaceholderText(case_title)
        self._showing = False

    def _tell(self) -> None:
        if not self._showing:
            self.written.emit(self.own.toPlainText(), self.summary.toPlainText(), self.title.text())


def _framed(ticks: CheckList) -> Card:
    card = Card()
    card.column.setContentsMargins(GRID_PX, GRID_PX, GRID_PX, GRID_PX)
    card.add(ticks)
    return card
