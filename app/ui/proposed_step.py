"""The one next step above a page: the first of the page “What now?” that the page is about, in the same words. No Qt.

Rules:
- There is one order of steps, the one of “What now?”: a page that is about some of them takes the first of those.
- It is reckoned beside the window: a long case has many deadlines.
- Nothing is proposed while somebody searches, where the empty page says already what comes first, and where there is
  nothing to do but wait.
- Where the rules of deadlines cannot be read it is proposed without them; the page “What now?” says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import msgspec

from app.actions.find_deadlines import read_rulebook
from app.actions.find_next_step import find_next_step
from app.casework import CaseState
from app.casework.deadlines import Rulebook, RuleTableError
from app.casework.kinds.request import REQUEST
from app.casework.next_step import Step, StepKind, steps_of
from app.language import deferred
from app.messages import step_in_words
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.routes import Route, Write
from app.ui.step_ways import route_of


class StepView(Protocol):
    """What is asked of the page."""

    def show_step(self, title: str, reason: str, button: str) -> None:
        """Propose the next step; "" as title proposes nothing."""
        ...


class PageSteps(msgspec.Struct, frozen=True):
    """What a page proposes.

    Attributes:
        kinds: the steps that the page is about; None for all.
        here: those that are taken from the page itself: what the button says, and where it leads.
    """

    kinds: frozenset[StepKind] | None = None
    here: Mapping[StepKind, tuple[str, Callable[[Step], Route]]] = {}


ALL_STEPS = PageSteps()
_ASK = (deferred("Ask again …"), lambda step: Write(REQUEST.tag, about=step.about))
ABOUT_ANSWERS = PageSteps(
    frozenset(
        {
            *(StepKind.TELL_REPRESENTATIVE, StepKind.TELL_CONSULTANT),
            *(StepKind.ASK_AGAIN, StepKind.ASK_OF_PROMISE),
        }
    ),
    {StepKind.ASK_AGAIN: _ASK, StepKind.ASK_OF_PROMISE: _ASK},
)
"""On the page of requests and answers."""
ABOUT_PEOPLE = PageSteps(
    frozenset(
        {
            *(StepKind.TELL_MANAGER, StepKind.TELL_REPRESENTATIVE, StepKind.TELL_CONSULTANT),
            *(StepKind.ASK_AGAIN, StepKind.ASK_OF_PROMISE),
        }
    ),
    {StepKind.ASK_AGAIN: _ASK, StepKind.ASK_OF_PROMISE: _ASK},
)
"""On the page of who knows."""


class ProposedStep:
    """What the page proposes."""

    def __init__(self, context: UiContext, page: StepView, steps: PageSteps = ALL_STEPS) -> None:
        self._context, self._page, self._steps = context, page, steps
        self._book: Rulebook | None = None
        self._looking = Latest()
        self._step: Step | None = None

    def look(self, state: CaseState, *, empty: bool) -> None:
        """Find what to propose in a case, and show it; ``empty`` where the page has no row."""
        now = self._context.clock.now().utc
        self._context.lanes.work(
            lambda: self._first(steps_of(find_next_step(state, self._rules(), now)[1])),
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
        here = self._steps.here.get(step.kind) if step is not None else None
        route = route_of(step) if step is not None else None
        if step is not None and here is not None:
            self._context.navigator.go(here[1](step))
        elif route is not None:
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
        here = self._steps.here.get(step.kind)
        self._page.show_step(title, words.why, language.text(here[0]) if here else words.button)

    def _first(self, steps: Sequence[Step]) -> Step | None:
        kinds = self._steps.kinds
        return next((each for each in steps if kinds is None or each.kind in kinds), None)

    def _rules(self) -> Rulebook:
        """Read the rules once."""
        if self._book is None:
            try:
                self._book = read_rulebook(self._context.resources, self._context.settings.packs)
            except RuleTableError:
                self._book = Rulebook((), {})
        return self._book


def _is_left_out(step: Step | None, *, empty: bool) -> bool:
    return step is None or (step.kind is StepKind.SAVE and empty)
