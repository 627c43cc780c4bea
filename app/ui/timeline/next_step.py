"""The one next step above the timeline: the first of the page “What now?”, in the same order and words. No Qt.

Rules:
- It is reckoned beside the window: a long case has many deadlines.
- Nothing is proposed while somebody searches, where the empty page says already what comes first, and where there is
  nothing to do but wait.
- Where the rules of deadlines cannot be read it is proposed without them; the page “What now?” says so.
"""

from __future__ import annotations

from typing import Protocol

from app.actions.find_deadlines import read_rulebook
from app.actions.find_next_step import find_next_step
from app.casework import CaseState
from app.casework.deadlines import Rulebook, RuleTableError
from app.casework.next_step import Step, StepKind
from app.messages import step_in_words
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.step_ways import route_of


class StepView(Protocol):
    """What is asked of the page."""

    def show_step(self, title: str, reason: str, button: str) -> None:
        """Propose the next step; "" as title proposes nothing."""
        ...


class ProposedStep:
    """What the page proposes."""

    def __init__(self, context: UiContext, page: StepView) -> None:
        self._context, self._page = context, page
        self._book: Rulebook | None = None
        self._looking = Latest()
        self._step: Step | None = None

    def look(self, state: CaseState, *, empty: bool) -> None:
        """Find what to propose in a case, and show it; ``empty`` where the page has no row."""
        now = self._context.clock.now().utc
        self._context.lanes.work(
            lambda: find_next_step(state, self._rules(), now)[0].now,
            lambda step: self._show(None if _is_left_out(step, empty=empty) else step),
            latest=self._looking,
        )

    def stop(self) -> None:
        """Propose nothing."""
        self._looking.stop()
        self._show(None)

    def take(self) -> None:
        """Take the step that is proposed."""
        step = self._step
        route = route_of(step) if step is not None else None
        if route is not None:
            self._context.navigator.go(route)
        elif step is not None:
            self._context.acts.take_screenshot()

    def _show(self, step: Step | None) -> None:
        self._step = step
        if step is None:
            self._page.show_step("", "", "")
            return
        language = self._context.language
        words = step_in_words(step, language)
        title = language.text("Next step: {step}", step=words.title)
        self._page.show_step(title, words.why, words.button)

    def _rules(self) -> Rulebook:
        """Read the rules once."""
        if self._book is None:
            try:
                self._book = read_rulebook(self._context.resources, self._context.settings.packs)
            except RuleTableError:
                self._book = Rulebook((), {})
        return self._book


def _is_left_out(step: Step, *, empty: bool) -> bool:
    return step.kind is StepKind.WAIT or (step.kind is StepKind.SAVE and empty)
