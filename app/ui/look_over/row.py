"""A row of the review: what it is said of, what others may ask, why, what one can do, and the way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit import (
    Badge,
    Button,
    Card,
    CardRule,
    Columns,
    FlowRow,
    LongText,
    Muted,
    Subheading,
    read_as,
    spaced,
    text_percent,
)
from app.ui.kit.look import S2, S3, S4
from app.ui.questions import Question

_LEAST_PX, _GAP_PX = 115, 16
_SHARES = (4, 14, 5)


class QuestionRow(QWidget):
    """A row; what stands beside each other stands below where there is no room.

    Attributes:
        question: what it shows.
        button: what leads to mending it; None for a limit.
    """

    def __init__(self, question: Question, mend: Callable[[], None]) -> None:
        super().__init__()
        self.question = question
        self.button: Button | None = None
        words = [LongText(question.title, kit="strong"), LongText(question.why, kit="muted")]
        if question.fix:
            words.append(LongText(question.fix))
        aside: list[QWidget] = []
        if question.button:
            self.button = Button(question.button)
            read_as(self.button, f"{question.button}: {question.title}")
            self.button.clicked.connect(mend)
            aside.append(self.button)
        mark = Badge(question.about, "wait" if question.button else "plain")
        whole = spaced(QVBoxLayout(self), 0, (S4, S3, S4, S3))
        whole.addWidget(
            Columns(
                _column(FlowRow(mark)),
                _column(*words),
                _column(*([FlowRow(*aside)] if aside else [])),
                least_px=_LEAST_PX * text_percent() // 100,
                gap_px=_GAP_PX,
                shares=_SHARES,
            )
        )
        said = (question.title, question.about, question.why, question.fix)
        read_as(self, " ".join(filter(None, said)))


class QuestionCard(Card):
    """Rows below each other, under what they have in common."""

    def __init__(self, title: str, lead: str, rows: list[QuestionRow]) -> None:
        super().__init__()
        spaced(self.column, 0, 0)
        head = QWidget()
        column = spaced(QVBoxLayout(head), 2, (S4, S3, S4, S2))
        column.addWidget(Subheading(title))
        column.addWidget(Muted(lead))
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
