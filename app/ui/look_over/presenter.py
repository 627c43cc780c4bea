"""What others may come to ask about, each once, with the way to mend it; then the limits. No Qt.

Rules:
- One row for each question, however many things it is asked of: a long list frightens. Its button leads to the first of
  them; once that is mended, to the next.
- Limits have no button: nobody can mend them.
- The page shows and changes nothing; it looks anew whenever it is opened, and when the case changes.
"""

from __future__ import annotations

from typing import Protocol

from app.actions.look_over import read_review
from app.casework.review import ReviewRules, ReviewTableError
from app.messages import explain
from app.ui import routes
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.questions import Question, ShownReview, shown_of


class LookOverView(Protocol):
    """What the presenter asks of the page."""

    def show_review(self, shown: ShownReview) -> None:
        """Show what there is."""
        ...


class LookOverPresenter(CasePresenter):
    """Turns the case into rows.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: LookOverView) -> None:
        super().__init__(context)
        self.shown = ShownReview()
        self._page = page
        self._rules: ReviewRules | None = None

    def _show(self) -> None:
        self.shown = ShownReview()
        rules = self._read_rules() if self._state is not None else None
        if self._state is not None and rules is not None:
            self.shown = shown_of(self._state, rules, self._context.language)
        self._page.show_review(self.shown)

    def mend(self, question: Question) -> None:
        """Lead to what mends it."""
        if question.route is not None:
            self._context.navigator.go(question.route)

    def describe(self) -> None:
        """Write down a post."""
        self._context.navigator.go(routes.Write("incident"))

    def see_together(self) -> None:
        """Show what the posts are together."""
        self._context.navigator.go(routes.Pattern())

    def report(self) -> None:
        """Go on to the report."""
        self._context.navigator.go(routes.Report())

    def _read_rules(self) -> ReviewRules | None:
        if self._rules is None:
            try:
                self._rules = read_review(self._context.resources)
            except ReviewTableError as error:
                self._context.acts.show_error(explain(error, self._context.language))
        return self._rules
