"""The page of the copy elsewhere, and of what to do before the computer is handed in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.case_end.presenter import CaseEndPresenter, LeavingStep, ShownEnd
from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.kit import (
    Button,
    Card,
    CardRule,
    FieldForm,
    FlowRow,
    Heading,
    LongText,
    Muted,
    PassphraseField,
    Progress,
    QuietButton,
    Subheading,
    Text,
    empty_out,
    read_as,
    text_percent,
)
from app.ui.kit.scale import spaced

_WIDTH_PX = 720
_MARK_PX = 24


class CaseEndPage(CasePage):
    """The page.

    Attributes:
        folder: asks where the copy goes.
        now: copies what waits.
        whole: makes a whole copy.
        key: the key of the copy, as typed from the sheet.
        tries: tries the copy.
        close_case: leads to the form in which the case is closed.
        open_again: takes it up again.
        stops: copies no more.
        ways: by the key of a step, the button that leads to where it is done.
    """

    presenter: CaseEndPresenter

    def __init__(self, context: UiContext) -> None:
        text = self._text = context.language.text
        super().__init__(
            text("Copy and ending"),
            text("Keep a copy elsewhere, and leave nothing behind when the computer is handed in."),
            column_px=_WIDTH_PX,
        )
        self.ways: dict[str, Button] = {}
        self.answer = Card()
        self._answer_lines = QVBoxLayout()
        self.answer.column.addLayout(self._answer_lines)
        self.progress = Progress("", text("Stop"))
        self.add(self.progress)
        self.add(self.answer)
        self._copy_card()
        self._steps = Card()
        self._steps_column = spaced(QVBoxLayout(), 12, 0)
        self._steps.add(Heading(text("When the computer is handed in")))
        self._steps.column.addLayout(self._steps_column)
        self.add(self._steps)
        self._end_card()
        self.add_stretch()
        self.presenter = CaseEndPresenter(context, self)
        presenter = self.presenter
        self.progress.cancelled.connect(presenter.stop)
        self.progress.part = lambda: presenter.part
        self.folder.clicked.connect(self._choose)
        self.now.clicked.connect(lambda _=False: presenter.copy())
        self.whole.clicked.connect(lambda: presenter.copy(whole=True))
        self.tries.clicked.connect(lambda: presenter.try_it(self.key.value()))
        self.stops.clicked.connect(presenter.stop_for_good)
        self.close_case.clicked.connect(presenter.close_case)
        self.open_again.clicked.connect(presenter.open_again)
        presenter.refresh()

    def leave(self) -> None:
        self.presenter.leave()
        self.answer.hide()

    def _copy_card(self) -> None:
        text = self._text
        card = Card()
        card.add(Heading(text("A copy elsewhere")))
        card.add(
            LongText(
                text(
                    "Each thing you save is also put, encrypted, on a USB stick or another drive. While the drive is "
                    "away, it waits. The key stands on the recovery sheet."
                )
            )
        )
        self._lines = spaced(QVBoxLayout(), 4, 0)
        card.column.addLayout(self._lines)
        self.folder = Button(text("Choose the folder …"))
        self.now = Button(text("Copy now"))
        self.whole = Button(text("Make a whole copy"))
        self.stops = QuietButton(text("Copy no more"))
        card.add(FlowRow(self.folder, self.now, self.whole, self.stops))
        self._trial = QWidget()
        column = spaced(QVBoxLayout(self._trial), 12, 0)
        column.addWidget(CardRule())
        column.addWidget(Subheading(text("Try the copy")))
        form = FieldForm()
        self.key = PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))
        form.add(
            text("Key of the copy, from the recovery sheet"),
            self.key,
            text(
                "Leave it empty to use the key in the vault. Write it to see that your sheet is right."
            ),
        )
        column.addWidget(form)
        self.tries = Button(text("Try the copy"))
        column.addWidget(FlowRow(self.tries))
        card.add(self._trial)
        self.add(card)

    def _end_card(self) -> None:
        text = self._text
        card = Card()
        card.add(Heading(text("When the case is over")))
        self._end_lines = spaced(QVBoxLayout(), 4, 0)
        card.column.addLayout(self._end_lines)
        self.close_case = Button(text("Close the case …"))
        self.open_again = QuietButton(text("Open the case again"))
        card.add(FlowRow(self.close_case, self.open_again))
        self.add(card)

    # -- what the presenter calls ------------------------------------------------------------------

    def show_end(self, shown: ShownEnd) -> None:
        for button in (self.now, self.whole, self.stops):
            button.setVisible(shown.chosen)
        self._trial.setVisible(shown.chosen)
        _fill(self._lines, [LongText(line) for line in shown.lines])
        said = [
            LongText(line, kit="text" if number else "heading")
            for number, line in enumerate(shown.answer)
        ]
        new = [each.words() for each in said] != getattr(self, "_said", [])
        self._said = [each.words() for each in said]
        _fill(self._answer_lines, said)
        self.answer.setVisible(bool(said))
        if new and said and self.isVisible():
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self, " ".join(shown.answer))
            )
        text = self._text
        still_open = text(
            "A day is noted, and you are reminded. You can still look at it, and add to it."
        )
        _fill(self._end_lines, [LongText(line) for line in shown.ended or (still_open,)])
        self.close_case.set_text(text("Correct") if shown.ended else text("Close the case …"))
        self.open_again.setVisible(bool(shown.ended))
        self.ways = {}
        _fill(self._steps_column, [self._row(each) for each in shown.steps])

    def show_running(self, sentence: str) -> None:
        self.progress.show_running(sentence)
        for button in (self.folder, self.now, self.whole, self.tries, self.stops):
            button.setEnabled(not sentence)

    def forget(self) -> None:
        self.key.clear()

    # -- what it is made of ------------------------------------------------------------------------

    def _row(self, step: LeavingStep) -> QWidget:
        row = QWidget()
        across = spaced(QHBoxLayout(row), 12, 0)
        mark = Text("✓" if step.done else "○", kit="heading" if step.done else "muted")
        mark.setFixedWidth(_MARK_PX * text_percent() // 100)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        read_as(mark, self._text("Done") if step.done else self._text("Not done"))
        words = spaced(QVBoxLayout(), 0)
        words.addWidget(Subheading(step.title))
        words.addWidget(Muted(step.second))
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        if step.button:
            button = Button(step.button)
            read_as(button, f"{step.button}: {step.title}")
            button.clicked.connect(lambda _=False, key=step.key: self.presenter.take(key))
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.ways[step.key] = button
        return row

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._text("Where the copy goes"))
        if chosen:
            self.presenter.choose(Path(chosen))


def _fill(column: QVBoxLayout, widgets: list[QWidget] | list[LongText] | list[QLabel]) -> None:
    empty_out(column)
    for each in widgets:
        column.addWidget(each)
