"""What the page of letters shows and does, decided without Qt.

Rules:
- Opening the page makes the letters: that they are made, what is typed and what is changed is kept in the vault's
  scratch pad, and nowhere else. All of it can be deleted here.
- A letter that was not changed by hand follows the case.
- Nothing is sent. What is handed over is sealed with the words that stand there, by one press, and can be corrected.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.find_deadlines import Due, find_deadlines, read_rulebook
from app.actions.make_letters import (
    drop_letters,
    hand_over_letter,
    keep_letters,
    kept_letters,
    read_letter_tables,
)
from app.actions.open_case import OpenCase
from app.actions.save_calendar import save_calendar
from app.actions.save_letters import free_folder, save_letters
from app.casework import CaseState, danish_day, looks_like_cpr
from app.casework.deadlines import Rulebook, RuleTableError
from app.casework.letters import (
    KeptLetters,
    Letter,
    LetterFact,
    LetterTable,
    LetterTableError,
    newest_event,
    progress_of,
)
from app.folders import saving_folder
from app.messages import (
    LetterWords,
    dates_text,
    explain,
    guidance_sentence,
    leaving_words,
    letters_in_words,
    missing_in_letters,
    questions_text,
    stage_words,
)
from app.ui.acts import Toast, ToastAction, ToastState
from app.ui.case_presenter import case_is_open
from app.ui.context import UiContext
from app.ui.letters.lines import LetterLine, ShownLetters, line_of, plain_line
from app.ui.routes import Letters, NextStep, Write
from evidence_store import EntryId

QUESTIONS, CALENDAR = "questions", "calendar"
_OF_POST = {
    LetterFact.LINK: "url",
    LetterFact.QUOTE: "quote",
    LetterFact.WHERE: "platform",
    LetterFact.WHAT: "description",
    LetterFact.PROFILE: "name",
}
"""What is told by a post, and the field of its form."""
_MENDED_HERE = {*_OF_POST, LetterFact.NAME, LetterFact.CONTACT}


class LettersView(Protocol):
    """What the presenter asks of the page."""

    def show_letters(self, shown: ShownLetters) -> None:
        """Show the letters."""
        ...

    def copy(self, words: str) -> None:
        """Put words on the clipboard."""
        ...


class LettersPresenter:
    """Turns the case, and what was typed, into letters.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: LettersView) -> None:
        self.shown = ShownLetters()
        self._context, self._page = context, page
        self._tables: tuple[LetterTable, ...] = ()
        self._book = Rulebook((), {})
        self._kept: KeptLetters | None = None
        self._case: OpenCase | None = None
        self._state: CaseState | None = None
        self._due = Due((), ())
        self._chosen, self._lacks = Letter.MANAGER.value, ""
        context.session.subscribe(self.case_changed)

    @property
    def guidance(self) -> str:
        """What stands beside every letter."""
        return guidance_sentence(self._context.language)

    def accepts(self) -> bool:
        """Return whether there is a case; says so where there is none."""
        return case_is_open(self._context)

    def open(self, route: Letters) -> None:
        """Show the letters of the open case; they are made where there are none."""
        self._chosen = route.letter or self._chosen
        self.come_back()

    def come_back(self) -> None:
        """Show the letters as they are now."""
        case = self._context.session.case
        if case is not None and case is not self._case:
            self._case, self._kept = case, None
            self._read_data()
            self._context.lanes.store(
                lambda: kept_letters(case), lambda kept: self._found(case, kept), self._failed
            )
            return
        self.refresh()

    def _found(self, case: OpenCase, kept: KeptLetters | None) -> None:
        if case is not self._case:
            return
        self._kept = kept
        if kept is None:
            self._keep(KeptLetters())
        self.refresh()

    def case_changed(self) -> None:
        """Show what the case says now, where it is another one than before."""
        session = self._context.session
        if session.case is not self._case:
            self._case = self._kept = self._state = None
            self.shown = ShownLetters()
            self._page.show_letters(self.shown)
        elif session.case is not None and session.state is not self._state:
            self.refresh()

    def refresh(self) -> None:
        """Make the letters anew of the case and of what was typed."""
        session, kept, language = self._context.session, self._kept, self._context.language
        if session.case is None or kept is None:
            return
        state = self._state = session.state
        now = self._context.clock.now().utc
        event = newest_event(state)
        letters = letters_in_words(self._tables, kept, state, language, event)
        self._due = find_deadlines(state, self._book, now)
        lines = [self._line(each, kept, state, event) for each in letters]
        questions = questions_text(state, date.fromisoformat(danish_day(now)), language)
        lines.append(plain_line(QUESTIONS, language.text("Questions for the talk"), questions))
        dates = dates_text(self._due.deadlines, language)
        if dates:
            lines.append(plain_line(CALENDAR, language.text("Deadlines for the calendar"), dates))
        missing = missing_in_letters(letters)
        self._lacks = next((_OF_POST[each.fact] for each in missing if each.fact in _OF_POST), "")
        self.shown = ShownLetters(
            lines=tuple(lines),
            chosen=self._chosen if any(each.key == self._chosen for each in lines) else "",
            missing=tuple(each.label for each in missing if each.fact in _MENDED_HERE),
            of_post=bool(self._lacks),
            described=event is not None,
            name=kept.name or (state.author.name if state.author is not None else ""),
            contact=kept.contact,
        )
        self._page.show_letters(self.shown)

    def _line(
        self, words: LetterWords, kept: KeptLetters, state: CaseState, event: EntryId | None
    ) -> LetterLine:
        language = self._context.language
        progress = progress_of(words.letter, state, event, made=True)
        line = line_of(words, progress, stage_words(progress, language))
        warning = ""
        if looks_like_cpr(words.text):
            warning = language.text(
                "There is something like a CPR number in it. Leave it out if it is not needed."
            )
        return msgspec.structs.replace(line, changed=words.letter in kept.changed, warning=warning)

    # -- what the person does ----------------------------------------------------------------------

    def choose(self, key: str) -> None:
        """Show another letter."""
        if key != self._chosen:
            self._chosen = key
            self.refresh()

    def describe(self) -> None:
        """Write down what the letters miss of the post."""
        state = self._state
        event = newest_event(state) if state is not None else None
        if state is None:
            return
        picture = next((each for each in reversed(state.exhibits) if not each.hidden), None)
        about = picture.original if event is None and picture is not None else None
        field = self._lacks if event is not None else ""
        self._context.navigator.go(Write("incident", about=about, corrects=event, field=field))

    def say_of_oneself(self, name: str, contact: str) -> None:
        """Keep the person's own name and how they can be reached."""
        kept = self._kept
        if kept is None or (name, contact) == (self.shown.name, kept.contact):
            return
        self._keep(msgspec.structs.replace(kept, name=name, contact=contact))
        self.refresh()

    def change(self, line: LetterLine, words: str) -> None:
        """Keep a letter as it was changed by hand."""
        kept = self._kept
        if kept is None or not line.editable or words == line.text:
            return
        changed = kept.changed | {Letter(line.key): words}
        self._keep(msgspec.structs.replace(kept, changed=changed))
        self.refresh()

    def make_anew(self, line: LetterLine) -> None:
        """Take back what was changed in a letter by hand."""
        kept = self._kept
        if kept is not None:
            rest = {letter: words for letter, words in kept.changed.items() if letter != line.key}
            self._keep(msgspec.structs.replace(kept, changed=rest))
            self.refresh()

    def copy(self, line: LetterLine) -> None:
        """Put a letter on the clipboard."""
        self._page.copy(line.text)
        text = self._context.language.text
        self._context.acts.toast(Toast(text("The text is copied"), line.title))

    def hand_over(self, line: LetterLine) -> None:
        """Seal that a letter was handed over now, with its words."""
        case, state = self._context.session.own_case, self._state
        if state is None or not line.editable:
            return
        if case is None:
            self._refuse()
            return
        event, clock, letter = newest_event(state), self._context.clock, Letter(line.key)
        self._context.lanes.store(
            lambda: hand_over_letter(case, letter, line.text, event, clock),
            lambda entry: self._handed_over(line, entry),
            self._failed,
        )

    def _handed_over(self, line: LetterLine, entry: EntryId) -> None:
        text = self._context.language.text
        route = Write(line.kind, corrects=entry)
        self._context.acts.toast(
            Toast(
                text("It is noted that it was handed over"),
                text("Add receipt or answer when it comes."),
                (ToastAction(text("Correct"), lambda: self._context.navigator.go(route)),),
                state=ToastState.SAVED,
            )
        )

    def add_answer(self, line: LetterLine) -> None:
        """Add a receipt, a number or an answer to what was handed over."""
        if line.entry is not None:
            self._context.navigator.go(Write(line.kind, corrects=line.entry))

    def say(self, words: str) -> None:
        """Say something."""
        self._context.acts.toast(Toast(words))

    def folder(self, documents: Path) -> Path:
        """Return where letters are saved unless the person says otherwise."""
        return saving_folder(self._context.settings.save_folder, documents, Path.home())

    def save(self, folder: Path, line: LetterLine | None = None) -> None:
        """Save one letter, or all of them, in a folder of their own below a folder."""
        state = self._state
        if state is None:
            return
        lines = [line] if line is not None else list(self.shown.lines)
        language, due, secret = self._context.language.plain(), self._due, state.private_chain
        now = self._context.clock.now().utc
        name = language.text("Drafts")
        texts = {each.file: each.text for each in lines if each.key != CALENDAR}
        dates = any(each.key == CALENDAR for each in lines)

        def work() -> Path:
            target = free_folder(folder, name)
            save_letters(target, texts)
            if dates:
                save_calendar(
                    due,
                    target / f"{language.text('Dates')}.ics",
                    language,
                    secret=secret,
                    made_at=now,
                )
            return target

        self._context.lanes.work(work, self._saved, self._failed)

    def _saved(self, folder: Path) -> None:
        text = self._context.language.text
        warning = leaving_words(folder, self._context.language)
        self._context.acts.toast(
            Toast(text("The drafts are saved"), warning or folder.name, state=ToastState.SAVED)
        )

    def delete(self) -> None:
        """Delete the drafts: what was typed and changed. What was handed over stays sealed."""
        case, kept = self._context.session.own_case, self._kept
        if case is None:
            self._refuse()
        if case is None or kept is None:
            return
        self._kept = self._case = None
        self._context.lanes.store(
            lambda: drop_letters(case), lambda _: self._deleted(case, kept), self._failed
        )

    def _deleted(self, case: OpenCase, kept: KeptLetters) -> None:
        text, clock = self._context.language.text, self._context.clock

        def undo() -> None:
            self._context.lanes.store(
                lambda: keep_letters(case, kept, clock),
                lambda _: self._context.navigator.go(Letters()),
                self._failed,
            )

        undone = ToastAction(text("Undo"), undo, undoes=True)
        self._context.acts.toast(Toast(text("The drafts are deleted"), actions=(undone,)))
        self._context.navigator.go(NextStep())

    def _refuse(self) -> None:
        """Say that nothing of the person's own goes into the example."""
        text = self._context.language.text
        self._context.acts.toast(
            Toast(
                text("This is the example"),
                text("Close it first. Then you can write in your own case."),
            )
        )

    # -- keeping -----------------------------------------------------------------------------------

    def _keep(self, kept: KeptLetters) -> None:
        """Keep what was typed; in the example and in a file that is only looked at, only here."""
        self._kept = kept
        case, clock = self._context.session.own_case, self._context.clock
        if case is not None and not self._context.session.lost:
            self._context.lanes.store(
                lambda: keep_letters(case, kept, clock), lambda _: None, self._failed
            )

    def _read_data(self) -> None:
        resources = self._context.resources
        try:
            self._tables = self._tables or read_letter_tables(resources)
            if not self._book.rules:
                self._book = read_rulebook(resources, self._context.settings.packs)
        except (RuleTableError, LetterTableError) as error:
            self._failed(error)

    def _failed(self, error: BaseException) -> None:
        self._context.acts.show_error(explain(error, self._context.language))
