"""What the start page shows: one step with its reason, three after it, how far the letters are, what is done. No Qt.

Rules:
- It reads facts only, each time the case is another one, and changes nothing.
- How one is can be skipped. The answer is shown and forgotten: it is kept only where the person writes it down.
- Rules or tables that cannot be read take nothing else from the page.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec

from app.actions.find_deadlines import read_rulebook
from app.actions.find_next_step import find_next_step
from app.actions.make_letters import kept_letters, read_letter_tables
from app.casework import CaseState
from app.casework.deadlines import Rulebook, RuleTableError
from app.casework.letters import LetterTable, LetterTableError, newest_event, progress_of
from app.casework.next_step import NextSteps, Standing, Step, StepKind
from app.language import Language
from app.messages import explain, since_words, stage_words, step_in_words, who_does_what
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.routes import Letters, Route, Write
from app.ui.step_ways import route_of
from app.vocabulary import Role, in_words, lowered

_HOUR = 3600


class Feeling(StrEnum):
    """How one is."""

    OKAY = "okay"
    STRAINED = "strained"
    BAD = "bad"


class StepLine(msgspec.Struct, frozen=True):
    """A step as it is shown.

    Attributes:
        title: what there is to do.
        why: why, in a sentence or two.
        button: what its button says, "" for none.
        left: how much time there is, "" where no clock runs.
        done: what the button says with which it is noted as done; "" for none.
        step: the step itself.
    """

    title: str
    why: str
    button: str
    left: str
    done: str
    step: Step


class ShownNextStep(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        now: the one step; None where no case is open.
        since: how long it has been, and gently that nobody knows; "" for neither.
        then: what comes after it.
        letters: each letter with how far it is.
        made: whether letters were made.
        done: what is done, each with what stands of it and whether it is.
    """

    now: StepLine | None = None
    since: str = ""
    then: tuple[StepLine, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()
    made: bool = False
    done: tuple[tuple[str, str, bool], ...] = ()


class NextStepView(Protocol):
    """What the presenter asks of the page."""

    def show_steps(self, shown: ShownNextStep) -> None:
        """Show what is next."""
        ...

    def show_feeling(self, words: str, *, offers: bool) -> None:
        """Answer how one is; ``offers`` to write it down for oneself."""
        ...


class NextStepPresenter(CasePresenter):
    """Turns the case and the clock into the page.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: NextStepView) -> None:
        super().__init__(context)
        self.shown = ShownNextStep()
        self._page = page
        self._book: Rulebook | None = None
        self._tables: tuple[LetterTable, ...] | None = None
        self._made: set[str] = set()

    @property
    def who_does_what(self) -> tuple[tuple[str, str], ...]:
        """Whom to go to, in the order in which that is usually done."""
        return who_does_what(self._context.language)

    def _show(self) -> None:
        self.shown = ShownNextStep()
        if self._state is not None:
            self._read_data()
            now = self._context.clock.now().utc
            book = self._book or Rulebook((), {})
            steps, standing = find_next_step(self._state, book, now)
            self.shown = self._shown(self._state, steps, standing, now)
        self._page.show_steps(self.shown)

    def opened(self) -> None:
        """Reckon anew, and ask whether letters were made."""
        self.refresh()
        case = self._context.session.case
        if case is not None and case.chains.case_id not in self._made:
            self._context.lanes.store(
                lambda: kept_letters(case) is not None,
                lambda made: self._found(case.chains.case_id, made=made),
            )

    def _found(self, case_id: str, *, made: bool) -> None:
        if made:
            self._made.add(case_id)
            self.refresh()

    def take(self, line: StepLine) -> None:
        """Go where a step is taken."""
        if line.step.kind is StepKind.SAVE:
            self._context.acts.take_screenshot()
            return
        route = route_of(line.step)
        if route is not None:
            self._context.navigator.go(route)

    def note_done(self, line: StepLine) -> None:
        """Write down that a step was taken."""
        route = done_route_of(line.step)
        if route is not None:
            self._context.navigator.go(route)

    def make_letters(self) -> None:
        """Make the letters, or open those that there are."""
        self._context.navigator.go(Letters())

    def feel(self, feeling: Feeling) -> None:
        """Answer how one is. Nothing of it is kept."""
        text = self._context.language.text
        words = {
            Feeling.OKAY: text("Good. Take one step at a time."),
            Feeling.STRAINED: text(
                "That is no wonder. Take a break if you need one: everything is saved."
            ),
            Feeling.BAD: text(
                "You shall not be alone with it. Ring somebody you trust, or your doctor. Danger now: 112."
            ),
        }
        self._page.show_feeling(words[feeling], offers=feeling is not Feeling.OKAY)

    def write_feeling(self) -> None:
        """Write down how one is, for oneself."""
        self._context.navigator.go(Write("reaction"))

    def _read_data(self) -> None:
        """Read what comes with the program, once."""
        resources = self._context.resources
        try:
            self._book = self._book or read_rulebook(resources, self._context.settings.packs)
            self._tables = self._tables or read_letter_tables(resources)
        except (RuleTableError, LetterTableError) as error:
            self._context.acts.show_error(explain(error, self._context.language))

    def _shown(
        self, state: CaseState, steps: NextSteps, standing: Standing, now: datetime
    ) -> ShownNextStep:
        language = self._context.language
        event = newest_event(state)
        made = state.case_id in self._made
        return ShownNextStep(
            now=_line(steps.now, now, language),
            since=since_words(steps, language),
            then=tuple(_line(each, now, language) for each in steps.then),
            letters=tuple(
                (
                    table.title.of(language.code),
                    stage_words(progress_of(table.id, state, event, made=made), language),
                )
                for table in self._tables or ()
            ),
            made=made,
            done=_done(standing, language),
        )


def done_route_of(step: Step) -> Route | None:
    """Return where it is noted that a step was taken; None where the step itself notes it."""
    match step.kind:
        case StepKind.TELL_MANAGER:
            return Write("notification")
        case StepKind.CLOCK if step.clock is not None and step.clock.of_police:
            return Write("police_report")
        case StepKind.REGISTER:
            return Write("internal_registration")
        case StepKind.REMOVE:
            return Write("takedown")
        case _:
            return None


def _line(step: Step, now: datetime, language: Language) -> StepLine:
    words = step_in_words(step, language)
    done = language.text("It is done …") if done_route_of(step) is not None else ""
    return StepLine(words.title, words.why, words.button, _left(step, now, language), done, step)


def _left(step: Step, now: datetime, language: Language) -> str:
    if step.clock is None:
        return ""
    seconds = max(0.0, (step.clock.act_before - now).total_seconds())
    hours = int(seconds // _HOUR)
    if hours < 100:
        return language.plural("{count} hour left", "{count} hours left", hours)
    return language.plural("{count} day left", "{count} days left", hours // 24)


def _done(standing: Standing, language: Language) -> tuple[tuple[str, str, bool], ...]:
    text, plural = language.text, language.plural
    told = ", ".join(lowered(in_words(each, language)) for each in Role if each in standing.told)
    return (
        (
            text("Saved"),
            plural("{count} exhibit", "{count} exhibits", standing.saved),
            bool(standing.saved),
        ),
        (
            text("Written down"),
            plural("{count} incident", "{count} incidents", standing.described),
            bool(standing.described),
        ),
        (text("Told"), told or text("Nobody yet"), bool(told)),
    )
