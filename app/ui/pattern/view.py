"""The page of what posts and events are together: cards with words, and the way to each thing that is named."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.casework import dotted
from app.casework.pattern import PatternFigure
from app.ui.case_page import CardsPage
from app.ui.context import UiContext
from app.ui.kit import (
    Button,
    Card,
    CardRule,
    Columns,
    EmptyState,
    FlowRow,
    LongText,
    Muted,
    QuietButton,
    Sign,
    Subheading,
    read_as,
    spaced,
    text_percent,
)
from app.ui.kit.look import S2, S3, S4
from app.ui.pattern.presenter import PatternGroup, PatternPresenter, ShownPattern

_LEAST_PX, _GAP_PX = 100, 16
_SHARES, _SHARES_OF_THREE = (5, 15), (5, 12, 3)


class PatternPage(CardsPage):
    """The page.

    Attributes:
        cards: what is shown, from top to bottom.
    """

    presenter: PatternPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("As a whole"),
            text("What the posts and events that you have described are together."),
            EmptyState(
                text("Nothing is described yet"),
                text("Describe a post or another event. One is enough to begin."),
                secondary=text("Describe a post …"),
                sign=Sign.FLAG,
            ),
        )
        self._text = text
        self.cards: list[GroupCard] = []
        self.judgement = Muted()
        self.add(self.judgement)
        self.incidents_button = Button(text("See them one by one"))
        self.end_with(self.incidents_button)
        self.presenter = PatternPresenter(context, self)
        self.empty.secondary_clicked.connect(self.presenter.describe)
        self.incidents_button.clicked.connect(self.presenter.incidents)
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_pattern(self, shown: ShownPattern) -> None:
        self.judgement.setText(shown.judgement)
        self.judgement.setVisible(bool(shown.judgement))
        self.cards = [
            GroupCard(each, [self._row(figure) for figure in each.figures]) for each in shown.groups
        ]
        self.show_cards(self.cards, empty=not shown.groups)

    def _row(self, figure: PatternFigure) -> FigureRow:
        row = FigureRow(figure, self._text("Show it") if figure.about is not None else "")
        if row.button is not None and figure.about is not None:
            row.button.clicked.connect(partial(self.presenter.look_at, figure.about))
        return row


class FigureRow(QWidget):
    """What is said beside what it is; without a label the words take the whole row.

    Attributes:
        button: leads to the thing that it is about; None where it is about all of them.
    """

    def __init__(self, figure: PatternFigure, show: str) -> None:
        super().__init__()
        self.button: QuietButton | None = None
        parts: list[QWidget] = [LongText(figure.words)]
        if show:
            self.button = QuietButton(show)
            read_as(self.button, f"{show}: {dotted(figure.label, figure.words)}")
            parts.append(FlowRow(self.button))
        whole = spaced(QVBoxLayout(self), 0, (S4, S2, S4, S2))
        if figure.label:
            whole.addWidget(
                Columns(
                    *map(_column, (Muted(figure.label), *parts)),
                    least_px=_LEAST_PX * text_percent() // 100,
                    gap_px=_GAP_PX,
                    shares=_SHARES_OF_THREE if show else _SHARES,
                )
            )
        else:
            whole.addWidget(_column(*parts))
        read_as(self, ": ".join(filter(None, (figure.label, figure.words))))


class GroupCard(Card):
    """A card with its rows.

    Attributes:
        rows: from top to bottom.
    """

    def __init__(self, group: PatternGroup, rows: list[FigureRow]) -> None:
        super().__init__()
        self.rows = rows
        spaced(self.column, 0, 0)
        head = QWidget()
        column = spaced(QVBoxLayout(head), 0, (S4, S3, S4, S2))
        column.addWidget(Subheading(group.title))
        self.add(head)
        for row in rows:
            self.add(CardRule())
            self.add(row)


def _column(*widgets: QWidget) -> QWidget:
    """Widgets below each other, from the top."""
    ground = QWidget()
    column = spaced(QVBoxLayout(ground), 2, 0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return ground
