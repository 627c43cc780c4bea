"""What erasing a thing or a whole case means, and doing it once a word was typed. No Qt.

Rules:
- Nothing is erased by a click alone: the word has to be typed, and it is not remembered from one thing to the next.
- What is listed is reckoned anew whenever the case changes; what was typed is let go of then.
- What was done is told on the page, with what stays all the same.
- The act is one short job of the store lane: nothing else is sealed in its midst.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

import msgspec

from app.actions.erase import Erased, EraseWish, erase
from app.actions.erase_case import EraseCaseWish, ErasedCase, erase_case
from app.casework import (
    CaseworkError,
    plan_case_erasure,
    plan_erasure,
)
from app.language import deferred
from app.messages import (
    ErasureTold,
    case_erasure_told,
    erasure_told,
    erasure_words,
    explain,
)
from app.ui.acts import Toast
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.routes import Erase, EraseCase, Timeline
from evidence_store import EntryId

WORD = deferred("erase")


class ShownErasure(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        told: what it means; None where there is nothing to erase.
        whole_case: whether it is a whole case.
        given: how many reports somebody got, of a whole case.
        word: what has to be typed.
        done: what was done, a line each; () while nothing was.
        sentence: why there is nothing to erase; "" where there is.
    """

    told: ErasureTold | None = None
    whole_case: bool = False
    given: int = 0
    word: str = ""
    done: tuple[str, ...] = ()
    sentence: str = ""


class ErasingView(Protocol):
    """What the presenter asks of the page."""

    def show_erasure(self, shown: ShownErasure) -> None:
        """Show what it means, with nothing typed; or what was done."""
        ...

    def show_busy(self, *, busy: bool) -> None:
        """Say that it is being done, or no longer."""
        ...


class ErasingPresenter(CasePresenter):
    """Shows one erasure.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: ErasingView) -> None:
        super().__init__(context)
        self.shown = ShownErasure()
        self._page = page
        self._route: Erase | EraseCase | None = None
        self._case = ""
        self._done: tuple[str, ...] = ()
        self._erasing = False

    def begin(self, route: Erase | EraseCase) -> None:
        """Show what erasing that means."""
        self._route, self._done = route, ()
        case = self._context.session.case
        self._case = case.chains.case_id if case is not None else ""
        self.refresh()

    def leave(self) -> None:
        """Go back to where the person was; after something was erased, to the timeline."""
        navigator = self._context.navigator
        if self._done:
            navigator.go(Timeline())
        else:
            navigator.back()

    def erase(self, typed: str, reason: str, *, copies: bool, reports: Collection[EntryId]) -> None:
        """Erase what is shown, where the word was typed; twice at once is once.

        Args:
            typed: what was typed for the word.
            reason: why; the log keeps it.
            copies: the pictures that were made of it go too; of a whole case: what tells of its reports.
            reports: the reports whose files go too.
        """
        case, route = self._context.session.case, self._route
        if case is None or self.shown.told is None or self._erasing or not self.confirms(typed):
            return
        lanes = self._context.lanes
        self._erasing = True
        self._page.show_busy(busy=True)
        if isinstance(route, Erase):
            entry = route.entry
            wish = EraseWish(reason, made_from=copies, reports=tuple(reports))
            lanes.store(lambda: erase(case, entry, wish), self._erased, self._failed)
        else:
            whole = EraseCaseWish(reason, keep_reports=not copies)

            def erase_all() -> ErasedCase:
                done = erase_case(case, whole)
                self._context.session.list_cases()
                return done

            lanes.store(erase_all, self._erased, self._failed)

    def confirms(self, typed: str) -> bool:
        """Return whether that is the word."""
        return typed.strip().casefold() == self.shown.word.casefold() and bool(self.shown.word)

    def _show(self) -> None:
        case = self._context.session.case
        if case is None or case.chains.case_id != self._case:
            self._route, self._done = None, ()
        if self._erasing:
            return
        self.shown = self._reckoned()
        self._page.show_erasure(self.shown)

    def _reckoned(self) -> ShownErasure:
        state, language = self._state, self._context.language
        word = language.text(WORD)
        if state is None or self._route is None:
            return ShownErasure(
                sentence=language.text("Choose in the timeline what is to be erased.")
            )
        if self._done:
            return ShownErasure(whole_case=isinstance(self._route, EraseCase), done=self._done)
        if isinstance(self._route, EraseCase):
            whole = plan_case_erasure(state)
            if whole.nothing:
                return ShownErasure(
                    whole_case=True,
                    sentence=language.text("There is nothing in this case to erase."),
                )
            told = case_erasure_told(state, whole, language)
            return ShownErasure(told, whole_case=True, given=whole.given, word=word)
        try:
            plan = plan_erasure(state, self._route.entry)
        except CaseworkError as error:
            return ShownErasure(sentence=explain(error, language).sentence)
        return ShownErasure(erasure_told(state, plan, language), word=word)

    def _erased(self, done: Erased | ErasedCase) -> None:
        language = self._context.language
        whole = isinstance(done, ErasedCase)
        first = (
            language.text("The case is erased for ever.")
            if whole
            else language.text("It is erased for ever.")
        )
        lines = [first]
        if done.still_held and whole:
            lines.append(
                language.text("Some of its files are in another case too. There they stay.")
            )
        elif done.still_held:
            numbers = self._context.session.state.numbers_of(done.still_held)
            held = ", ".join(str(each) for each in numbers)
            lines.append(
                language.text("The same file is still in exhibit {numbers}.", numbers=held)
                if held
                else language.text("The same file is still in something else. There it stays.")
            )
        self._done = (*lines, *erasure_words(language))
        self._end()

    def _failed(self, error: BaseException) -> None:
        message = explain(error, self._context.language)
        self._end()
        self._context.acts.toast(
            Toast(self._context.language.text("Nothing was erased"), message.sentence)
        )

    def _end(self) -> None:
        self._erasing = False
        self._page.show_busy(busy=False)
        self.refresh()
