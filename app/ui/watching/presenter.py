"""What somebody keeps an eye on before anything happens, and what they did about it. No Qt.

Rules:
- The page shows what is sealed; what is new or corrected is written in its form.
- Nobody stands here by name but those at work: cases have cover names.
- A text that is copied is kept nowhere, neither as a draft nor in the log.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.prevention_tables import read_prevention
from app.actions.save_talking_sheet import save_talking_sheet, talking_facts
from app.casework import CaseworkError, preventing
from app.clock import DANISH_TIME
from app.folders import saving_folder
from app.messages import copied_words, explain, guidance_sentence, sourced_words
from app.ui.acts import Toast, ToastState
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.routes import Timeline, Write
from app.ui.watching.lines import (
    WatchLine,
    concern_lines_of,
    idea_lines_of,
    told_lines_of,
    watched_lines_of,
)
from app.vocabulary import IdeaStatus

JOURNAL, COMPLAINT = "journal_note", "complaint"
# Which form notes what became of a copied text.
_NOTED = {JOURNAL: "journal_reference", COMPLAINT: "complaint_guidance"}


class ShownWatching(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        watched: the cases, what is open first.
        concerns: what was shared.
        ideas: those that are wanted.
        told: what was told a citizen, and where it stands in the record.
        some_ideas: whether there are ideas at all.
        only: which ideas are wanted; None for all.
    """

    watched: tuple[WatchLine, ...] = ()
    concerns: tuple[WatchLine, ...] = ()
    ideas: tuple[WatchLine, ...] = ()
    told: tuple[WatchLine, ...] = ()
    some_ideas: bool = False
    only: IdeaStatus | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.watched or self.concerns or self.some_ideas or self.told)


class CopyText(msgspec.Struct, frozen=True):
    """A text to copy.

    Attributes:
        id: which one.
        title: what it is called.
        lead: what to mind.
        text: its words, with blanks in square brackets.
        source: what it rests on, and when that was looked at.
    """

    id: str
    title: str
    lead: str
    text: str
    source: str


class WatchingView(Protocol):
    """What the presenter asks of the page."""

    def show_watched(self, shown: ShownWatching) -> None:
        """Show all of it."""
        ...


class WatchingPresenter(CasePresenter):
    """Turns the case into rows.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: WatchingView) -> None:
        super().__init__(context)
        self.shown = ShownWatching()
        self._page = page
        self._only: IdeaStatus | None = None

    def _show(self) -> None:
        language = self._context.language
        self.shown = ShownWatching()
        if self._state is not None:
            wanted = frozenset((self._only,)) if self._only is not None else frozenset()
            self.shown = ShownWatching(
                watched=watched_lines_of(self._state, language),
                concerns=concern_lines_of(self._state, self._today(), language),
                ideas=idea_lines_of(self._state, wanted, language),
                told=told_lines_of(self._state, language),
                some_ideas=bool(preventing.ideas_of(self._state)),
                only=self._only,
            )
        self._page.show_watched(self.shown)

    def show_ideas(self, only: IdeaStatus | None) -> None:
        """Show ideas of one status alone, or all."""
        if only is not self._only:
            self._only = only
            self.refresh()

    # -- what leads to a form ----------------------------------------------------------------------

    def write(self, kind: str) -> None:
        """Write down something new."""
        self._context.navigator.go(Write(kind))

    def correct(self, line: WatchLine) -> None:
        """Correct it, or say how it went on."""
        self._context.navigator.go(Write(line.kind, corrects=line.entry))

    def answer(self, line: WatchLine) -> None:
        """Note what was answered to a concern."""
        self._context.navigator.go(Write("answer", about=line.entry))

    def look_at(self, line: WatchLine) -> None:
        """Show it in the timeline."""
        self._context.navigator.go(Timeline(show=(line.entry,)))

    # -- texts to copy -----------------------------------------------------------------------------

    def text_to_copy(self, id: str) -> CopyText | None:
        """Return a text; None where it cannot be read, which is told."""
        language = self._context.language
        try:
            template = read_prevention(self._context.resources).template(id)
        except CaseworkError as error:
            self._context.acts.show_error(explain(error, language))
            return None
        if template is None:
            return None
        source = sourced_words(template, self._today(), language)
        return CopyText(
            id=id,
            title=template.title.of(language.code),
            lead=template.lead.of(language.code) if template.lead is not None else "",
            text=template.text.of(language.code).strip(),
            source=f"{source}. {guidance_sentence(language)}",
        )

    def copied(self) -> None:
        """Say that the text lies on the clipboard, and nowhere else."""
        text = self._context.language.text
        told = Toast(text("The text is copied"), text("Nothing of it is kept in Bevismappe."))
        self._context.acts.toast(told)

    def note_copied(self, id: str) -> None:
        """Note what became of a text: where it stands, or that it was told."""
        self._context.navigator.go(Write(_NOTED[id]))

    # -- the sheet for a talk ----------------------------------------------------------------------

    def sheet_file(self, documents: Path) -> Path:
        """Return where the sheet is saved unless the person says otherwise; its name tells nothing."""
        folder = saving_folder(self._context.settings.save_folder, documents, Path.home())
        return folder / f"{self._context.language.text('Talk')}.pdf"

    def save_sheet(self, line: WatchLine, target: Path) -> None:
        """Make the sheet of a concern."""
        state = self._state
        if state is None:
            return
        context = self._context
        facts = talking_facts(state, line.entry, clock=context.clock, language=context.language)
        fonts = context.resources / "fonts"
        context.lanes.work(
            partial(save_talking_sheet, facts, target, language=context.language, fonts=fonts),
            lambda _: self._saved(target),
            lambda error: context.acts.show_error(explain(error, context.language)),
        )

    def _saved(self, target: Path) -> None:
        language = self._context.language
        told = Toast(
            language.text("The sheet is saved"),
            copied_words(target, language) or target.name,
            state=ToastState.SAVED,
        )
        self._context.acts.toast(told)

    def _today(self) -> date:
        return self._context.clock.now().utc.astimezone(DANISH_TIME).date()
