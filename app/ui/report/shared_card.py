"""What may be shared by consent: its lines, the words of what is ticked, and the way to say yes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import (
    Button,
    Card,
    FieldForm,
    FlowRow,
    Heading,
    Muted,
    QuietButton,
    Text,
    TextArea,
    spaced,
)
from app.ui.kit.look import GRID_PX, S3, CurrentLook
from app.ui.report.check_list import CheckList
from app.ui.report.model import Shared


class SharedCard(QWidget):
    """Tells what is ticked, what it says, that yes is said again, and that the person goes where a yes is said.

    Attributes:
        ticks: the lines.
        files: the files beside what is ticked.
        areas: the words of what is ticked, by the key of its line.
    """

    wished = Signal(str, bool)
    said = Signal(str, str)
    yes_again = Signal()
    file_wished = Signal(str, bool)
    yes_to_files = Signal()
    health_wanted = Signal()

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        text = language.text
        self._language = language
        self._showing = False
        self.areas: dict[str, TextArea] = {}
        self.heading = Heading(text("What you said yes to sharing"))
        self.lead = Muted(
            text("Nothing goes along unless you tick it. You choose for each report.")
        )
        self.ticks = CheckList(
            text("What you said yes to sharing"), text("Included"), text("Not included"), look
        )
        self.ticks.wished.connect(self.wished)
        self.caution = Text()
        self.again = Button(text("Say yes to it as it stands now"))
        self.again.clicked.connect(self.yes_again)
        self.link = QuietButton(text("Say yes to sharing health or absence …"))
        self.link.clicked.connect(self.health_wanted)
        self.card = Card()
        self.card.column.setContentsMargins(GRID_PX, GRID_PX, GRID_PX, GRID_PX)
        self.card.add(self.ticks)
        self._again_row = FlowRow(self.again)
        self._again_row.setContentsMargins(GRID_PX, 0, GRID_PX, GRID_PX)
        self.card.add(self._again_row)
        self.files = CheckList(
            text("Files that go along"), text("Included"), text("Not included"), look
        )
        self.files.wished.connect(self.file_wished)
        self.file_too = Button(text("Say yes to the file, too"))
        self.file_too.clicked.connect(self.yes_to_files)
        self.file_card = Card()
        self.file_card.column.setContentsMargins(GRID_PX, GRID_PX, GRID_PX, GRID_PX)
        self.file_card.add(self.files)
        self._file_row = FlowRow(self.file_too)
        self._file_row.setContentsMargins(GRID_PX, 0, GRID_PX, GRID_PX)
        self.file_card.add(self._file_row)
        self._form: FieldForm | None = None
        self._words = QWidget()
        spaced(QVBoxLayout(self._words), 0, 0).setContentsMargins(0, 0, 0, S3)
        column = spaced(QVBoxLayout(self), S3, 0)
        for widget in (
            *(self.heading, self.lead, self.card),
            *(self.caution, self._words, self.file_card),
        ):
            column.addWidget(widget)
        self._link_row = FlowRow(self.link)
        column.addWidget(self._link_row)

    def show_shared(self, shared: Shared) -> None:
        """Show it; without a consent there is nothing but the way to say yes."""
        some = bool(shared.lines)
        for widget in (self.heading, self.lead, self.card):
            widget.setVisible(some)
        self.ticks.show_lines(shared.lines)
        self._again_row.setVisible(shared.asks_again)
        self.caution.setText(shared.caution)
        self.caution.setVisible(bool(shared.caution))
        self.files.show_lines(shared.files)
        self.file_card.setVisible(bool(shared.files))
        self._file_row.setVisible(shared.asks_file)
        self._link_row.setVisible(shared.may_offer and not some)
        self.setVisible(shared.may_offer)
        self._show_words(shared)

    def _show_words(self, shared: Shared) -> None:
        """Keep the fields that stand, so that nothing jumps while somebody writes."""
        if list(self.areas) != [each.key for each in shared.words]:
            self._build(shared)
        self._showing = True
        for each in shared.words:
            area = self.areas[each.key]
            if not area.hasFocus() and area.toPlainText() != each.words:
                area.setPlainText(each.words)
        self._showing = False

    def _build(self, shared: Shared) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form, self.areas = FieldForm(), {}
        for each in shared.words:
            area = self.areas[each.key] = TextArea(lines=2)
            title = self._language.text("In the report: {what}", what=each.title)
            self._form.add(title, area)
            area.textChanged.connect(partial(self._tell, each.key))
        column = self._words.layout()
        if column is not None:
            column.addWidget(self._form)
        self._words.setVisible(bool(shared.words))

    def _tell(self, key: str) -> None:
        if not self._showing and key in self.areas:
            self.said.emit(key, self.areas[key].toPlainText())
