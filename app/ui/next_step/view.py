"""The start page of a case: one step with the one filled button, what comes after it, and how one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.kit import (
    Badge,
    Button,
    Caption,
    Card,
    CardRule,
    Columns,
    FlowRow,
    Heading,
    Muted,
    PrimaryButton,
    QuietButton,
    Subheading,
    Text,
    empty_out,
    named,
    read_as,
    spaced,
)
from app.ui.kit.look import S1, S2, S3, S4
from app.ui.next_step.presenter import Feeling, NextStepPresenter, ShownNextStep, StepLine
from app.ui.reassuring import KindWordsCard
from app.ui.routes import Route

_WIDTH_PX, _LEAST_PX = 1120, 300
_SHARES = (5, 3)
_LETTER_PX = 200


class NextStepPage(CasePage):
    """The page.

    Attributes:
        now: the card of the one step; None where no case is open.
        rows: the steps after it.
        feelings: the buttons that say how one is.
        letters: the button that makes the letters, or opens them.
        kind_words: a few words that reassure, unless they are not wanted.
    """

    presenter: NextStepPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("What now?"),
            " ".join(
                (
                    text("One step at a time. You need not do it all today."),
                    text("Danger now: 112. Police: 114."),
                )
            ),
            column_px=_WIDTH_PX,
        )
        self._text = text
        self.now: NowCard | None = None
        self.rows: list[StepRow] = []
        steps, beside = QWidget(), QWidget()
        self._steps = spaced(QVBoxLayout(steps), S4, 0)
        self._beside = spaced(QVBoxLayout(beside), S4, 0)
        self._ground = QWidget()
        self._body = spaced(QVBoxLayout(self._ground), S4, 0)
        self.letters = Button(text("Make drafts"))
        self._set = LettersCard(self.letters, text)
        self._steps.addWidget(self._ground)
        self._steps.addWidget(self._set)
        self._steps.addStretch(1)
        self.presenter = NextStepPresenter(context, self)
        self.letters.clicked.connect(self.presenter.make_letters)
        self.feeling = FeelingCard(self.presenter, text)
        self.feelings = self.feeling.buttons
        self._done_ground = QWidget()
        self._done = spaced(QVBoxLayout(self._done_ground), S2, 0)
        self._beside.addWidget(self.feeling)
        self._beside.addWidget(self._done_ground)
        self.kind_words = KindWordsCard(context)
        self._beside.addWidget(self.kind_words)
        self._beside.addWidget(_who_card(self.presenter.who_does_what, text))
        self._beside.addStretch(1)
        self.add(Columns(steps, beside, least_px=_LEAST_PX, shares=_SHARES))
        self.add_stretch()
        self.presenter.refresh()

    # -- what the frame calls ----------------------------------------------------------------------

    def open(self, _route: Route) -> None:
        self.presenter.opened()

    def come_back(self) -> None:
        self.presenter.opened()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_steps(self, shown: ShownNextStep) -> None:
        empty_out(self._body)
        empty_out(self._done)
        self.now, self.rows = None, []
        self.kind_words.refresh()
        self._set.setVisible(shown.now is not None)
        if shown.now is None:
            return
        self.now = NowCard(shown.now, shown.since, self.presenter)
        self._body.addWidget(self.now)
        if shown.then:
            self.rows = [StepRow(line, self.presenter) for line in shown.then]
            self._body.addWidget(Caption(self._text("After that")))
            self._body.addWidget(_card_of(self.rows))
        self._set.show_letters(shown.letters, made=shown.made)
        self._done.addWidget(Caption(self._text("What is done")))
        self._done.addWidget(_done_card(shown.done))

    def show_feeling(self, words: str, *, offers: bool) -> None:
        self.feeling.answer(words, offers=offers)


class NowCard(QFrame):
    """The one step.

    Attributes:
        button: takes it; None where there is nothing to do.
        done: notes that it was taken; None where the step does so itself.
    """

    def __init__(self, line: StepLine, since: str, presenter: NextStepPresenter) -> None:
        super().__init__()
        named(self, "banner")
        column = spaced(QVBoxLayout(self), S2, S4)
        column.addWidget(Heading(line.title))
        for words in filter(None, (since, line.why)):
            column.addWidget(Text(words))
        row = FlowRow()
        self.button: PrimaryButton | None = None
        self.done: QuietButton | None = None
        if line.button:
            self.button = PrimaryButton(line.button)
            self.button.clicked.connect(partial(presenter.take, line))
            row.add(self.button)
        if line.done:
            self.done = QuietButton(line.done)
            self.done.clicked.connect(partial(presenter.note_done, line))
            row.add(self.done)
        if line.left:
            row.add(Badge(line.left, "wait"))
        column.addWidget(row)


class StepRow(QWidget):
    """A step after it, with a quiet way there."""

    def __init__(self, line: StepLine, presenter: NextStepPresenter) -> None:
        super().__init__()
        self.line = line
        column = spaced(QVBoxLayout(self), S1, 0)
        column.addWidget(Subheading(line.title))
        if line.why:
            column.addWidget(Muted(line.why))
        row = FlowRow()
        if line.left:
            row.add(Badge(line.left, "wait"))
        self.button = QuietButton(line.button)
        read_as(self.button, f"{line.button}: {line.title}")
        self.button.clicked.connect(partial(presenter.take, line))
        row.add(self.button)
        if line.done:
            done = QuietButton(line.done)
            read_as(done, f"{line.done} {line.title}")
            done.clicked.connect(partial(presenter.note_done, line))
            row.add(done)
        column.addWidget(row)


class LettersCard(Card):
    """The letters of the first days, and how far each is."""

    def __init__(self, button: Button, text: Callable[..., str]) -> None:
        super().__init__()
        self._text, self._button = text, button
        self.add(Heading(text("What matters most in the first three days")))
        self.add(
            Muted(
                text("Drafts from what you have saved. Read them, change them, use those you want.")
            )
        )
        ground = QWidget()
        self._rows = spaced(QVBoxLayout(ground), S2, 0)
        self.add(ground)
        self.add(FlowRow(button))

    def show_letters(self, letters: Sequence[tuple[str, str]], *, made: bool) -> None:
        """Show how far each is."""
        empty_out(self._rows)
        self._button.set_text(self._text("Open the drafts") if made else self._text("Make drafts"))
        for title, stage in letters:
            row = FlowRow(Text(title), gap_px=S3)
            if stage:
                row.add(Badge(stage, "ok" if " · " in stage else "info"))
            self._rows.addWidget(row)


class FeelingCard(Card):
    """How one is: can be skipped, and is not kept.

    Attributes:
        buttons: by what they say.
        write: writes it down for oneself; hidden until it is offered.
    """

    def __init__(self, presenter: NextStepPresenter, text: Callable[..., str]) -> None:
        super().__init__()
        self.add(Heading(text("How are you?")))
        self.add(Muted(text("You can skip it. Nothing of it is kept unless you write it down.")))
        labels = {
            Feeling.OKAY: text("Okay"),
            Feeling.STRAINED: text("Strained"),
            Feeling.BAD: text("Bad"),
        }
        self.buttons = {feeling: Button(label) for feeling, label in labels.items()}
        for feeling, button in self.buttons.items():
            button.clicked.connect(partial(presenter.feel, feeling))
        self.add(FlowRow(*self.buttons.values()))
        self.said = Text()
        self.write = QuietButton(text("Write it down, only for you …"))
        self.write.clicked.connect(presenter.write_feeling)
        self.add(self.said)
        self.add(self.write)
        self.said.hide()
        self.write.hide()

    def answer(self, words: str, *, offers: bool) -> None:
        """Show an answer."""
        self.said.setText(words)
        self.said.show()
        self.write.setVisible(offers)


def _who_card(lines: Sequence[tuple[str, str]], text: Callable[..., str]) -> Card:
    card = Card()
    card.add(Heading(text("Who does what")))
    for who, words in lines:
        ground = QWidget()
        column = spaced(QVBoxLayout(ground), 0, 0)
        column.addWidget(Subheading(who))
        column.addWidget(Muted(words))
        card.add(ground)
    return card


def _done_card(done: Sequence[tuple[str, str, bool]]) -> Card:
    card = Card()
    for label, words, is_done in done:
        card.add(FlowRow(Subheading(label), Badge(words, "ok" if is_done else "plain"), gap_px=S3))
    return card


def _card_of(rows: Sequence[QWidget]) -> Card:
    card = Card()
    for number, row in enumerate(rows):
        if number:
            card.add(CardRule())
        card.add(row)
    return card
