"""The page of health: what was noted under one heading, what follows from it, and who may read of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.casework import Written
from app.casework.kinds.reaction import REACTION
from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.health.presenter import KINDS, HealthFact, HealthPresenter, Noted, Reader, ShownHealth
from app.ui.kit import (
    Button,
    Caption,
    Card,
    CardRule,
    Columns,
    CoveredPicture,
    EmptyState,
    FlowRow,
    LongText,
    Muted,
    QuietButton,
    Sign,
    Text,
    empty_out,
    read_as,
    spaced,
)
from app.ui.kit.look import S1, S2, S4
from app.ui.routes import Route

_WIDTH_PX, _COVER_PX, _CARD_PX, _LEAST_PX = 1120, 160, 380, 110
_SHARES = (5, 3, 2)


class HealthPage(CasePage):
    """The page.

    Attributes:
        cover: shows what stands covered; None where nothing does.
        rows: what was noted, by its entry.
        readers: the consents, by their entry.
        buttons: what can be written down, by the tag of its kind.
    """

    presenter: HealthPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Health"),
            text("Only for you. This stands in a report only if you say yes."),
            column_px=_WIDTH_PX,
        )
        self._text = text
        self.cover: CoveredPicture | None = None
        self.rows: dict[str, NotedRow] = {}
        self.readers: dict[str, ReaderRow] = {}
        self.presenter = HealthPresenter(context, self)
        self.buttons = {kind.tag: self._button(kind) for kind in KINDS}
        self.consent_button = Button(text("Say yes to sharing …"))
        self.consent_button.clicked.connect(partial(self.presenter.write, "consent"))
        self.empty = EmptyState(
            text("Nothing noted yet"),
            text(
                "Note how you are, absence and expenses while you remember it. Start with what is easiest."
            ),
            secondary=text(REACTION.form.menu),
            sign=Sign.HEART,
        )
        self.empty.secondary_clicked.connect(partial(self.presenter.write, REACTION.tag))
        self.add(FlowRow(*self.buttons.values()))
        self.add(self.empty)
        ground = QWidget()
        self._body = spaced(QVBoxLayout(ground), S4, 0)
        self.add(ground)
        self.add(FlowRow(self.consent_button))
        self.add_stretch()
        self.presenter.refresh()

    def _button(self, kind: Written[Any]) -> Button:
        button = Button(self._text(kind.form.menu))
        button.clicked.connect(partial(self.presenter.write, kind.tag))
        return button

    # -- what the frame calls ----------------------------------------------------------------------

    def open(self, _route: Route) -> None:
        self.presenter.opened()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_health(self, shown: ShownHealth) -> None:
        self._clear()
        self.empty.setVisible(shown.empty)
        # One step is offered where there is nothing yet; the others stand above it.
        self.buttons[REACTION.tag].setVisible(not shown.empty)
        self.consent_button.setVisible(bool(shown.noted))
        if shown.covered:
            self.cover = CoveredPicture(self._text("Show what you noted"), height_px=_COVER_PX)
            read_as(self.cover, self._text("Private, covered"))
            self.cover.asked.connect(self.presenter.uncover)
            self._body.addWidget(self.cover)
            return
        if shown.facts or shown.stages:
            self._body.addWidget(self._answers(shown))
        self._group(self._text("Only for you"), [self._noted(each) for each in shown.noted])
        self._group(
            self._text("Who may read of it"), [self._reader(each) for each in shown.readers]
        )

    def _answers(self, shown: ShownHealth) -> QWidget:
        cards = [
            _facts_card(caption, facts)
            for caption, facts in (
                (self._text("What you have noted so far"), shown.facts),
                (self._text("The work injury"), shown.stages),
            )
            if facts
        ]
        return Columns(*cards, least_px=_CARD_PX)

    def _noted(self, noted: Noted) -> NotedRow:
        row = NotedRow(noted, self._text)
        row.correct.clicked.connect(partial(self.presenter.correct, noted))
        self.rows[f"p{noted.id.seq}"] = row
        return row

    def _reader(self, reader: Reader) -> ReaderRow:
        row = ReaderRow(reader, self._text)
        if row.withdraw is not None:
            row.withdraw.clicked.connect(partial(self.presenter.withdraw, reader))
        self.readers[f"p{reader.id.seq}"] = row
        return row

    def _group(self, caption: str, rows: Sequence[QWidget]) -> None:
        if not rows:
            return
        ground = QWidget()
        column = spaced(QVBoxLayout(ground), S2, 0)
        column.addWidget(Caption(caption))
        card = Card()
        for number, row in enumerate(rows):
            if number:
                card.add(CardRule())
            card.add(row)
        column.addWidget(card)
        self._body.addWidget(ground)

    def _clear(self) -> None:
        self.cover = None
        self.rows.clear()
        self.readers.clear()
        empty_out(self._body)


class NotedRow(QWidget):
    """Something that was noted.

    Attributes:
        correct: the button that corrects it.
    """

    def __init__(self, noted: Noted, text: Callable[..., str]) -> None:
        super().__init__()
        self.correct = QuietButton(text("Correct"))
        read_as(self.correct, f"{text('Correct')} {noted.title}, {noted.when}")
        words = QWidget()
        column = spaced(QVBoxLayout(words), 2, 0)
        column.addWidget(LongText(noted.title, kit="strong"))
        if noted.second:
            column.addWidget(LongText(noted.second, kit="muted"))
        whole = spaced(QVBoxLayout(self), 0, 0)
        whole.addWidget(
            Columns(
                words,
                _at_top(Muted(noted.when)),
                FlowRow(self.correct),
                least_px=_LEAST_PX,
                shares=_SHARES,
            )
        )
        read_as(self, f"{noted.title}. {noted.second}. {noted.when}")


class ReaderRow(QWidget):
    """A consent.

    Attributes:
        withdraw: the button that withdraws it; None where that was done.
    """

    def __init__(self, reader: Reader, text: Callable[..., str]) -> None:
        super().__init__()
        words = QWidget()
        column = spaced(QVBoxLayout(words), 2, 0)
        column.addWidget(LongText(reader.who, kit="strong"))
        if reader.what:
            column.addWidget(LongText(reader.what, kit="muted"))
        for line in reader.handed_over:
            column.addWidget(LongText(line, kit="muted"))
        if reader.handed_over and not reader.holds:
            column.addWidget(
                LongText(text("This was handed over before. It cannot be taken back."), kit="muted")
            )
        self.withdraw: QuietButton | None = None
        end = QWidget()
        if reader.holds:
            self.withdraw = QuietButton(text("Withdraw"))
            read_as(self.withdraw, f"{text('Withdraw')}: {reader.who}")
            end = self.withdraw
        whole = spaced(QVBoxLayout(self), 0, 0)
        whole.addWidget(
            Columns(
                words, _at_top(Muted(reader.when)), FlowRow(end), least_px=_LEAST_PX, shares=_SHARES
            )
        )
        read_as(self, f"{reader.who}. {reader.what}. {reader.when}")


def _at_top(widget: QWidget) -> QWidget:
    """Return a column in which a widget stands beside the first line of the others."""
    ground = QWidget()
    column = spaced(QVBoxLayout(ground), 0, (0, S1, 0, 0))
    column.addWidget(widget)
    column.addStretch(1)
    return ground


def _facts_card(caption: str, facts: tuple[HealthFact, ...]) -> Card:
    card = Card()
    card.add(Caption(caption))
    for fact in facts:
        row = QWidget()
        column = spaced(QVBoxLayout(row), S1, 0)
        value = Text(fact.value, kit="strong" if fact.noted else "muted")
        column.addWidget(Columns(Muted(fact.label), value, least_px=_LEAST_PX, shares=(2, 3)))
        if fact.more:
            column.addWidget(LongText(fact.more, kit="muted"))
        card.add(row)
    card.column.addStretch(1)
    return card
