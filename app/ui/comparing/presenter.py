"""What the page that compares sources shows and does. No Qt.

Rules:
- Offered are the exhibits that one event names together; the person may write other numbers.
- What came of it is shown first, and sealed only when the person says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

import msgspec

from app.actions.compare_sources import (
    ComparedSources,
    GatheredSource,
    compare_sources,
    comparisons_of,
    gather_sources,
    keep_read,
    seal_comparison,
    sources_beside,
)
from app.casework import Exhibit, Labelled, dotted, listed
from app.casework.kinds.compared import SHOWS, odd_words, result_line, result_rows, spot_words
from app.messages import explain
from app.ui import routes
from app.ui.acts import Toast, ToastState
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.vocabulary import minute
from evidence_store import EntryId


class ShownComparison(msgspec.Struct, frozen=True):
    """What came of it.

    Attributes:
        line: in a few words.
        rows: more of it, label by label.
        places: where they part: the words around it, and what each says there.
        shows: what it shows, and what not.
        sealed: whether it is sealed.
    """

    line: str
    rows: tuple[Labelled, ...]
    places: tuple[Labelled, ...]
    shows: str
    sealed: bool = False


class ShownSources(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        enough: whether there are exhibits to compare.
        numbers: those that are offered.
        named: what these are, a line each.
        earlier: what came of it before, a line each.
        running: whether it compares now.
        result: what came of it; None before.
    """

    enough: bool = False
    numbers: str = ""
    named: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    running: bool = False
    result: ShownComparison | None = None


class ComparingView(Protocol):
    """What the presenter asks of the page."""

    def show_sources(self, shown: ShownSources) -> None:
        """Show what there is."""
        ...

    def complain(self, words: str) -> None:
        """Say at the field what is wrong with the numbers; "" takes it back."""
        ...


class ComparingPresenter(CasePresenter):
    """Compares sources.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: ComparingView) -> None:
        super().__init__(context)
        self.shown = ShownSources()
        self._page = page
        self._wanted: EntryId | None = None
        self._typed: tuple[int, ...] = ()
        self._compared: ComparedSources | None = None
        self._sealed = self._running = False
        self._latest = Latest()

    @property
    def part(self) -> float | None:
        """How much is read, 0 to 1; None where nobody can tell."""
        return self._latest.part

    def open(self, route: routes.CompareSources) -> None:
        """Begin with an exhibit."""
        self._forget()
        self._wanted, self._typed = route.exhibit, ()
        self.refresh()

    def leave(self) -> None:
        """Compare on no longer."""
        self._forget()

    def stop(self) -> None:
        """Compare on no longer, and show the page as it was."""
        self._forget()
        self._show()

    def _forget(self) -> None:
        self._latest.stop()
        self._compared, self._sealed, self._running = None, False, False

    def _show(self) -> None:
        language, state, case = self._context.language, self._state, self._context.session.case
        self.shown = ShownSources()
        if state is not None and case is not None:
            offered = self._offered()
            wanted = state.exhibit_of(self._wanted) if self._wanted is not None else None
            earlier = comparisons_of(case, wanted) if wanted is not None else ()
            self.shown = ShownSources(
                enough=sum(not each.hidden for each in state.exhibits) > 1,
                numbers=", ".join(str(each.number) for each in offered),
                named=tuple(self._called(each) for each in offered),
                earlier=tuple(
                    dotted(minute(each.time, language), result_line(each.facts, language))
                    for each in earlier
                ),
                running=self._running,
                result=self._result(),
            )
        self._page.show_sources(self.shown)

    def _offered(self) -> tuple[Exhibit, ...]:
        state, case = self._state, self._context.session.case
        if state is None or case is None:
            return ()
        if self._typed:
            return tuple(filter(None, map(state.exhibit, self._typed)))
        wanted = state.exhibit_of(self._wanted) if self._wanted is not None else None
        return sources_beside(case, wanted) if wanted is not None else ()

    def _called(self, exhibit: Exhibit) -> str:
        language = self._context.language
        source = exhibit.source
        name = getattr(source, "name", "") or language.text("screenshot")
        number = language.text("Exhibit {number}", number=exhibit.number)
        return dotted(number, name, minute(exhibit.time, language))

    def _result(self) -> ShownComparison | None:
        compared, language = self._compared, self._context.language
        if compared is None:
            return None
        text = language.text
        names = tuple(text("Exhibit {number}", number=each.number) for each in compared.exhibits)
        places = []
        for spot in compared.spots:
            where, said = spot_words(spot, names, language)
            label = text("Differs") if spot.sure else text("Not sure")
            rest = tuple(filter(None, (*said, odd_words(spot, names, language))))
            places.append(Labelled(label, where, rest=rest))
        return ShownComparison(
            result_line(compared.facts, language),
            (*result_rows(compared.facts, language)[1:], *self._unread(compared)),
            tuple(places),
            text(SHOWS),
            self._sealed,
        )

    def _unread(self, compared: ComparedSources) -> tuple[Labelled, ...]:
        """Say which exhibits were asked for and hold nothing that can be compared."""
        language, there = self._context.language, {each.number for each in compared.exhibits}
        left = [str(number) for number in self._typed if number not in there]
        words = language.plural(
            "Exhibit {numbers} has no words and no picture that can be read.",
            "Exhibits {numbers} have no words and no picture that can be read.",
            len(left),
            numbers=listed(*left),
        )
        return (Labelled(language.text("Not compared"), words),) if left else ()

    # -- what the person does ----------------------------------------------------------------------

    def compare(self, numbers: str) -> None:
        """Compare the exhibits with these numbers."""
        case, state, text = self._context.session.case, self._state, self._context.language.text
        if case is None or state is None or self._running:
            return
        typed = tuple(dict.fromkeys(int(each[:9]) for each in re.findall(r"\d+", numbers)))
        exhibits = tuple(filter(None, map(state.exhibit, typed)))
        if len(exhibits) < 2 or len(exhibits) != len(typed):
            there = {each.number for each in exhibits}
            none = [str(number) for number in typed if number not in there]
            self._page.complain(
                text("There is no exhibit {number}. Nothing was compared.", number=none[0])
                if none
                else text(
                    "Write the numbers of two or more exhibits, such as 1, 2. Nothing was compared."
                )
            )
            return
        self._page.complain("")
        self._forget()
        self._typed, self._running = typed, True
        self._show()
        self._context.lanes.store(
            lambda: gather_sources(case, exhibits), self._read, self._failed, latest=self._latest
        )

    def _read(self, found: tuple[GatheredSource, ...]) -> None:
        self._context.lanes.work_long(
            lambda give_way: compare_sources(found, give_way),
            self._done,
            self._failed,
            latest=self._latest,
        )

    def _done(self, compared: ComparedSources) -> None:
        self._running, self._compared = False, compared
        case = self._context.session.own_case
        if case is not None and compared.newly_read:
            self._quietly(lambda: keep_read(case, compared))
        self._show()

    def _quietly(self, work: Callable[[], None]) -> None:
        self._context.lanes.store(work, lambda _: None, lambda _: None)

    def seal(self) -> None:
        """Seal what came of it."""
        case, compared, text = (
            self._context.session.own_case,
            self._compared,
            self._context.language.text,
        )
        if case is None:
            words = text("Close it first. Then you can write in your own case.")
            self._context.acts.toast(Toast(text("This is the example"), words))
            return
        if compared is not None and not self._sealed:
            self._sealed = True
            self._context.lanes.store(
                lambda: seal_comparison(case, compared), self._kept, self._not_kept
            )

    def _kept(self, _: EntryId) -> None:
        self.refresh()
        words = self._context.language.text("The comparison is saved and locked")
        self._context.acts.toast(Toast(words, state=ToastState.SAVED))

    def _not_kept(self, error: BaseException) -> None:
        self._sealed = False
        self._failed(error)

    def look(self) -> None:
        """Show the exhibit."""
        state = self._state
        exhibit = (
            state.exhibit_of(self._wanted)
            if state is not None and self._wanted is not None
            else None
        )
        if exhibit is not None:
            self._context.navigator.go(routes.Exhibit(exhibit.number))

    def _failed(self, error: BaseException) -> None:
        self._running = False
        self._show()
        self._context.acts.show_error(explain(error, self._context.language))
