"""The page of the review: what others may come to ask about, and limits. Calm, with one way on."""

from __future__ import annotations

from functools import partial

from app.messages import limits_words, nothing_words
from app.ui.case_page import CardsPage
from app.ui.context import UiContext
from app.ui.kit import Button, EmptyState, Sign
from app.ui.look_over.presenter import LookOverPresenter
from app.ui.look_over.row import QuestionCard, QuestionRow
from app.ui.questions import Question, ShownReview


class LookOverPage(CardsPage):
    """The page.

    Attributes:
        rows: what can be mended, then the limits, by the id of their rule.
    """

    presenter: LookOverPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Walk-through"),
            text("Good to look at before you hand over a report. Nothing here is a must."),
            EmptyState(
                text("Nothing to look through yet"),
                text("Save a picture or describe a post first."),
                secondary=text("Describe a post …"),
                sign=Sign.SHOW,
            ),
        )
        self._text, self._language = text, context.language
        self.rows: dict[str, QuestionRow] = {}
        self.report_button = Button(text("Make report"))
        self.together_button = Button(text("See them as a whole"))
        self.end_with(self.report_button, self.together_button)
        self.presenter = LookOverPresenter(context, self)
        self.empty.secondary_clicked.connect(self.presenter.describe)
        self.report_button.clicked.connect(self.presenter.report)
        self.together_button.clicked.connect(self.presenter.see_together)
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_review(self, shown: ShownReview) -> None:
        self.rows.clear()
        text, cards = self._text, []
        if not shown.empty:
            lead = text("Mend what you can.") if shown.questions else nothing_words(self._language)
            cards.append(
                self._card(text("Others may come to ask about this"), lead, shown.questions)
            )
        if shown.limits:
            cards.append(self._card(text("Limits"), limits_words(self._language), shown.limits))
        self.show_cards(cards, empty=shown.empty)

    def _card(self, title: str, lead: str, questions: tuple[Question, ...]) -> QuestionCard:
        rows = [QuestionRow(each, partial(self.presenter.mend, each)) for each in questions]
        self.rows.update({row.question.rule: row for row in rows})
        return QuestionCard(title, lead, rows)
