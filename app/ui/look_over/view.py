"""The page of the review: what others may come to ask about, and limits. Calm, with one way on."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.messages import limits_words, nothing_words
from app.ui.context import UiContext
from app.ui.kit import Button, CardPage, EmptyState, FlowRow, Sign, spaced
from app.ui.kit.look import S4
from app.ui.look_over.presenter import LookOverPresenter, Question, ShownReview
from app.ui.look_over.row import QuestionCard, QuestionRow
from app.ui.routes import Route
from app.ui.screens import ScreenPage

_WIDTH_PX = 960


class LookOverPage(CardPage, ScreenPage):
    """The page.

    Attributes:
        rows: what can be mended, then the limits, by the id of their rule.
    """

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Walk-through"),
            text("Good to look at before you hand over a report. Nothing here is a must."),
            column_px=_WIDTH_PX,
        )
        self._text, self._language = text, context.language
        self.rows: dict[str, QuestionRow] = {}
        self.empty = EmptyState(
            text("Nothing to look through yet"),
            text("Save a picture or describe a post first."),
            secondary=text("Describe a post …"),
            sign=Sign.SHOW,
        )
        self.add(self.empty)
        ground = QWidget()
        self._body = spaced(QVBoxLayout(ground), S4, 0)
        self.add(ground)
        self.report_button = Button(text("Make report"))
        self.together_button = Button(text("See them as a whole"))
        self.foot = FlowRow(self.report_button, self.together_button)
        self.add(self.foot)
        self.add_stretch()
        self.presenter = LookOverPresenter(context, self)
        self.empty.secondary_clicked.connect(self.presenter.describe)
        self.report_button.clicked.connect(self.presenter.report)
        self.together_button.clicked.connect(self.presenter.see_together)
        self.presenter.refresh()

    # -- what the frame calls ----------------------------------------------------------------------

    def accepts(self, _route: Route) -> bool:
        return self.presenter.accepts()

    def open(self, _route: Route) -> None:
        self.presenter.refresh()

    def come_back(self) -> None:
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_review(self, shown: ShownReview) -> None:
        self._clear()
        text = self._text
        self.empty.setVisible(shown.empty)
        self.foot.setVisible(not shown.empty)
        if not shown.empty:
            lead = text("Mend what you can.") if shown.questions else nothing_words(self._language)
            self._card(text("Others may come to ask about this"), lead, shown.questions)
        if shown.limits:
            self._card(text("Limits"), limits_words(self._language), shown.limits)

    def _card(self, title: str, lead: str, questions: tuple[Question, ...]) -> None:
        rows = [QuestionRow(each, partial(self.presenter.mend, each)) for each in questions]
        self.rows.update({row.question.rule: row for row in rows})
        self._body.addWidget(QuestionCard(title, lead, rows))

    def _clear(self) -> None:
        self.rows.clear()
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
