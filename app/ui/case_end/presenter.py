"""How the copy elsewhere stands, and how far one is with handing in the computer. No Qt.

Rules:
- How the copy stands is asked of the vault on its lane; copying and trying go on the work lane, since the vault is held
  for one short read at a time only, and a slow drive must keep no capture waiting.
- What is done is reckoned from what is so. Of what nobody can know, such as a sheet in a drawer, nothing is claimed.
- A key that is typed is handed on and kept nowhere.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.copy_elsewhere import (
    Copied,
    NoCopyPlaceError,
    TriedCopy,
    choose_copy_place,
    copy_now,
    copy_state,
    stop_copying,
    try_copy,
)
from app.actions.hide import hide
from app.casework import plan_case_erasure, preventing
from app.casework.kinds.case_end import CASE_END
from app.messages import copied_words, copy_lines, explain, lacking_lines, report_lines
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.routes import EraseCase, Report, Route, Settings, Write
from app.vocabulary import minute


class LeavingStep(msgspec.Struct, frozen=True):
    """One thing to do before the computer is handed in.

    Attributes:
        key: its name.
        title: what to do.
        second: why, or how far it is.
        done: whether it is done; None where nobody can know.
        button: what its button says; "" for none.
    """

    key: str
    title: str
    second: str
    done: bool | None
    button: str = ""


class ShownEnd(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        chosen: whether a place for the copy was chosen.
        lines: how the copy stands.
        steps: what to do before the computer is handed in.
        ended: what is said of the end of the case, a line each; () while it is not over.
        answer: what came of the last act, the answer first; () for nothing.
        good: whether that is good.
    """

    chosen: bool = False
    lines: tuple[str, ...] = ()
    steps: tuple[LeavingStep, ...] = ()
    ended: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    good: bool = True


class CaseEndView(Protocol):
    """What the presenter asks of the page."""

    def show_end(self, shown: ShownEnd) -> None:
        """Show how it stands."""
        ...

    def show_running(self, sentence: str) -> None:
        """Say that something is under way; "" when nothing is."""
        ...

    def forget(self) -> None:
        """Empty the field with the key."""
        ...


class CaseEndPresenter(CasePresenter):
    """Shows the copy and the steps.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: CaseEndView) -> None:
        super().__init__(context)
        self.shown = ShownEnd()
        self._page = page
        self._job, self._asked = Latest(), Latest()
        self._copied: Copied | None = None
        self._answer: tuple[tuple[str, ...], bool] = ((), True)
        self._warned_of: Path | None = None

    @property
    def part(self) -> float | None:
        """How much is done, 0 to 1; None where nobody can tell."""
        return self._job.part

    def stop(self) -> None:
        """Let go of what is under way."""
        self._job.stop()
        self._page.show_running("")

    def leave(self) -> None:
        """Forget what was typed, and what came of the last act."""
        self._page.forget()
        self._answer = ((), True)

    def choose(self, folder: Path) -> None:
        """Copy to there from now on, and begin with a whole copy."""
        case, language = self._context.session.own_case, self._context.language
        if case is None:
            return
        warning = copied_words(folder.resolve(), language)
        if warning and folder != self._warned_of:
            self._warned_of = folder
            again = language.text("Nothing was saved. Choose the same folder again to save there.")
            self._tell(warning, again, good=False)
            return
        vault, clock = case.vault, self._context.clock
        self._context.lanes.store(
            lambda: choose_copy_place(vault, folder, clock=clock),
            lambda _: self.copy(),
            self._failed,
        )

    def copy(self, *, whole: bool = False) -> None:
        """Copy what waits, or all of it."""
        case, text = self._context.session.own_case, self._context.language.text
        if case is None:
            return
        vault, clock = case.vault, self._context.clock
        self._page.show_running(text("Copying …"))
        self._context.lanes.work_long(
            lambda give_way: copy_now(vault, clock=clock, whole=whole, progress=give_way),
            self._ended,
            self._failed,
            latest=self._job,
        )

    def try_it(self, key: str) -> None:
        """Make a vault of the copy, and see that nothing is lacking."""
        case, text = self._context.session.own_case, self._context.language.text
        if case is None:
            return
        vault, clock = case.vault, self._context.clock
        self._page.show_running(text("Making a vault of the copy and reading it …"))
        self._context.lanes.work_long(
            lambda give_way: try_copy(vault, key, clock=clock, progress=give_way),
            self._tried,
            self._failed,
            latest=self._job,
        )

    def stop_for_good(self) -> None:
        """Copy no more."""
        case, text = self._context.session.own_case, self._context.language.text
        if case is None:
            return
        self.stop()
        vault = case.vault
        said = text("Nothing is copied any more. What was copied stays there.")
        self._context.lanes.store(
            partial(stop_copying, vault), lambda _: self._tell(said), self._failed
        )

    def close_case(self) -> None:
        """Write down that the case is over, or correct what was written of it."""
        end = preventing.end_of(self._state) if self._state is not None else None
        corrects = end.id if end is not None else None
        self._context.navigator.go(Write(CASE_END.tag, corrects=corrects))

    def open_again(self) -> None:
        """Take the case up again: what said that it is over is put out of sight."""
        case = self._context.session.own_case
        end = preventing.end_of(self._state) if self._state is not None else None
        if case is None or end is None:
            return
        said = self._context.language.text("The case is open again.")
        self._context.lanes.store(
            lambda: hide(case, end.id), lambda _: self._tell(said), self._failed
        )

    def take(self, key: str) -> None:
        """Go to where a step is done."""
        ways: dict[str, Route] = {
            "report": Report(),
            "sheet": Settings(),
            "move": Settings(),
            "erase": EraseCase(),
        }
        if key in ways:
            self._context.navigator.go(ways[key])

    def _show(self) -> None:
        case = self._context.session.own_case
        if case is None:
            self.stop()
            self._page.forget()
            self._copied, self._answer = None, ((), True)
            self._draw()
            return
        vault = case.vault

        def asked() -> Copied | None:
            try:
                return copy_state(vault)
            except NoCopyPlaceError:
                return None

        self._context.lanes.work(asked, self._got, lambda _: None, latest=self._asked)

    def _got(self, copied: Copied | None) -> None:
        self._copied = copied
        self._draw()

    def _ended(self, _copied: Copied) -> None:
        text = self._context.language.text
        self._page.show_running("")
        self._tell(text("Everything is copied."))

    def _tried(self, tried: TriedCopy) -> None:
        language = self._context.language
        self._page.show_running("")
        self._page.forget()
        if tried.good:
            self._tell(
                language.text("A vault can be made of the copy, and nothing is lacking."),
                language.plural(
                    "{count} entry was read and compared.",
                    "{count} entries were read and compared.",
                    tried.made.entries,
                ),
            )
            return
        self._tell(
            language.text("Something is lacking in the copy."),
            *lacking_lines(tried.made, language),
            *report_lines(tried.report, language),
            language.text(
                "Everything is safe in the vault. Make a whole copy now, then try again."
            ),
            good=False,
        )

    def _failed(self, error: BaseException) -> None:
        self._page.show_running("")
        self._tell(explain(error, self._context.language).sentence, good=False)

    def _tell(self, *lines: str, good: bool = True) -> None:
        self._answer = (tuple(lines), good)
        self.refresh()

    def _draw(self) -> None:
        copied, language = self._copied, self._context.language
        lines: tuple[str, ...] = ()
        if copied is not None:
            lines = copy_lines(
                copied.place.folder,
                copied.place.full_at,
                language,
                waiting=copied.waiting,
                there=copied.there,
            )
        answer, good = self._answer
        if answer[:1] == lines[:1]:
            lines = lines[1:]  # once is enough
        steps = self._steps(copied)
        self.shown = ShownEnd(copied is not None, lines, steps, self._ended_lines(), answer, good)
        self._page.show_end(self.shown)

    def _ended_lines(self) -> tuple[str, ...]:
        state, language = self._state, self._context.language
        end = preventing.end_of(state) if state is not None else None
        if end is None or state is None:
            return ()
        title = CASE_END.line_of(end.current, state, language)[0]
        said = CASE_END.details_of(end.current, language)
        return (title, *(f"{each.label}: {each.whole}" for each in said))

    def _steps(self, copied: Copied | None) -> tuple[LeavingStep, ...]:
        text, language = self._context.language.text, self._context.language
        place = copied.place if copied is not None else None
        whole = copied is not None and not copied.waiting and bool(copied.place.full_at)
        tried = minute(place.tried_at, language) if place is not None and place.tried_at else ""
        plan = plan_case_erasure(self._state) if self._state is not None else None
        return (
            LeavingStep(
                "copy",
                text("Have a copy elsewhere"),
                text("Everything is copied.")
                if whole
                else text("Choose a USB stick or a drive above."),
                whole,
            ),
            LeavingStep(
                "tried",
                text("Try the copy"),
                text("Tried {time}", time=tried) if tried else text("Not tried yet"),
                bool(tried),
            ),
            LeavingStep(
                "sheet",
                text("Make a new recovery sheet"),
                text("The key of the copy stands on it. Take it home."),
                None,
                text("To the settings"),
            ),
            LeavingStep(
                "report",
                text("Hand over what others are to have"),
                text("A report was handed over.")
                if plan is not None and plan.given
                else text("No report is noted as handed over."),
                plan is not None and bool(plan.given),
                text("Make report"),
            ),
            LeavingStep(
                "move",
                text("Move the vault, if you go on with the case"),
                text("The settings move it to a stick or a folder of yours."),
                None,
                text("To the settings"),
            ),
            LeavingStep(
                "erase",
                text("Or erase the case, if nobody needs it here any more"),
                text("You see first what goes, and what is left all the same."),
                plan.nothing if plan is not None else None,
                text("Erase the case for ever …"),
            ),
        )
