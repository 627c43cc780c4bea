"""What was asked of the workplace and what came of it: the rows, the chosen one, and the step that is suggested. No Qt.

Rules:
- The page shows what is sealed, and changes nothing: what is new or corrected is written in its form.
- How long something has waited is reckoned anew whenever the page is opened.
- What is suggested is the first step of “What now?” that is about answers, or about who can help to get them.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from app.casework import who_knows
from app.clock import DANISH_TIME
from app.ui.answers.lines import AnswerLine, lines_of
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.proposed_step import ABOUT_ANSWERS, ProposedStep
from app.ui.routes import Timeline, Write


class ShownAnswers(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        lines: in the order of the list.
        chosen: the key of the one beside the list; "" where there is none.
        step: what is suggested, why, and what its button says; "" for nothing.
    """

    lines: tuple[AnswerLine, ...] = ()
    chosen: str = ""
    step: tuple[str, str, str] = ("", "", "")


class AnswersView(Protocol):
    """What the presenter asks of the page."""

    def show_lines(self, shown: ShownAnswers) -> None:
        """Show the list, and one of its rows beside it."""
        ...


class AnswersPresenter(CasePresenter):
    """Turns the case into rows.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: AnswersView) -> None:
        super().__init__(context)
        self.shown = ShownAnswers()
        self._page = page
        self._proposed = ProposedStep(context, self, ABOUT_ANSWERS)

    def _show(self) -> None:
        language = self._context.language
        before = self.shown
        self.shown = ShownAnswers()
        if self._state is not None:
            today = self._context.clock.now().utc.astimezone(DANISH_TIME).date()
            lines = lines_of(self._state, who_knows(self._state, today), language)
            if lines:
                self.shown = ShownAnswers(lines, _chosen(lines, before), before.step)
        self._page.show_lines(self.shown)
        if self._state is not None and self.shown.lines:
            self._proposed.look(self._state, empty=False)
        else:
            self._proposed.stop()

    def choose(self, key: str) -> None:
        """Show another one."""
        if key != self.shown.chosen and key in {each.key for each in self.shown.lines}:
            self.shown = msgspec.structs.replace(self.shown, chosen=key)
            self._page.show_lines(self.shown)

    # -- what leads to a form ----------------------------------------------------------------------

    def write(self, kind: str) -> None:
        """Write down something new."""
        self._context.navigator.go(Write(kind))

    def answer(self, line: AnswerLine) -> None:
        """Note what was answered."""
        self._context.navigator.go(Write("answer", about=line.entry))

    def ask_again(self, line: AnswerLine) -> None:
        """Ask for the same once more."""
        self._context.navigator.go(Write("request", about=line.entry))

    def correct(self, line: AnswerLine) -> None:
        """Correct it, or say how it ended."""
        self._context.navigator.go(Write(line.kind, corrects=line.entry))

    def look_at(self, line: AnswerLine) -> None:
        """Show it in the timeline."""
        self._context.navigator.go(Timeline(show=(line.entry,)))

    def take_step(self) -> None:
        """Do what is suggested."""
        self._proposed.take()

    def show_step(self, title: str, reason: str, button: str) -> None:
        """Show what is suggested now."""
        self.shown = msgspec.structs.replace(self.shown, step=(title, reason, button))
        self._page.show_lines(self.shown)


def _chosen(lines: tuple[AnswerLine, ...], before: ShownAnswers) -> str:
    """Return which one to show: the one that was just written, the one that was there, or the first."""
    old = {each.key for each in before.lines}
    new = [each.key for each in lines if each.key not in old]
    if old and len(new) == 1:
        return new[0]
    return before.chosen if before.chosen in {each.key for each in lines} else lines[0].key
