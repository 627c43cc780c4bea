"""What the settings page does, decided without Qt.

Rules:
- A choice is kept and told at once; there is nothing to confirm.
- Name, job and workplace are printed in dossiers, so they are evidence: one entry in the vault when they are saved.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from app.actions.cases import name_author
from app.casework.kinds.case import Author
from app.messages import explain
from app.settings import LOOKS
from app.ui.acts import ChangedSetting
from app.ui.context import UiContext
from app.ui.hotkey.keys import Hotkey
from app.ui.hotkey.words import refusal_words, state_words


class SettingChoices(msgspec.Struct, frozen=True):
    """What is chosen now."""

    language: str
    look: str
    text_percent: int
    blur: bool
    whole_screen: bool
    lock_minutes: int
    breaks: bool
    kind_words: bool = True
    words_only: bool = False
    gaps: bool = False
    stays_in_tray: bool = False
    out_of_sharing: bool = False


class PreferencesView(Protocol):
    """What the presenter asks of the view."""

    def show_choices(self, choices: SettingChoices) -> None:
        """Show what is chosen."""
        ...

    def show_tray(self, words: str, *, possible: bool) -> None:
        """Say what closing the window does, and whether it can do otherwise."""
        ...

    def show_saved(self, row: str) -> None:
        """Say by that row that what was chosen is kept."""
        ...

    def show_hotkey(self, hotkey: Hotkey, words: str, *, possible: bool) -> None:
        """Show the keys of the whole computer, and what is so of them."""
        ...

    def show_author(self, author: Author, *, open_case: bool) -> None:
        """Show whose dossiers they are; without an open case nothing can be written there."""
        ...

    def show_author_state(self, words: str, *, unsaved: bool) -> None:
        """What became of the name."""
        ...


class PreferencesPresenter:
    """The settings."""

    def __init__(self, context: UiContext, page: PreferencesView) -> None:
        self._context = context
        self._page = page
        self._shown: tuple[str, Author] | None = None
        self._typed = Author()
        self._saving = False
        self._refused = ""
        context.session.subscribe(self._session_changed)
        context.hotkey.subscribe(self._show_hotkey)

    def show(self) -> None:
        """Show everything as it is."""
        settings = self._context.settings
        self._page.show_choices(
            SettingChoices(
                language=self._context.language.code,
                look=settings.look,
                text_percent=settings.text_percent,
                blur=settings.blur_pictures,
                whole_screen=settings.keep_whole_screen,
                lock_minutes=settings.lock_minutes,
                breaks=settings.remind_of_breaks,
                kind_words=settings.kind_words,
                words_only=settings.words_only,
                gaps=settings.reads_with_gaps,
                stays_in_tray=settings.stays_in_tray,
                out_of_sharing=settings.out_of_sharing,
            )
        )
        self._show_tray()
        self._session_changed()
        self._refused = ""
        self._context.hotkey.look_again()
        self._show_hotkey()

    # -- choices -----------------------------------------------------------------------------------

    def choose_language(self, code: str) -> None:
        """Speak another language."""
        self._context.settings.choose_language(code)
        self._context.acts.apply(ChangedSetting.LANGUAGE)
        self._page.show_saved("language")

    def choose_look(self, look: str) -> None:
        """Light, dark, or as the system has it."""
        if look in LOOKS:
            self._context.settings.choose_look(look)
            self._context.acts.apply(ChangedSetting.LOOK)
            self._page.show_saved("look")

    def choose_text_percent(self, percent: int) -> None:
        """Larger or smaller text."""
        self._context.settings.choose_text_percent(percent)
        self._context.acts.apply(ChangedSetting.TEXT_SIZE)
        self._page.show_saved("text_size")

    def choose_blur(self, *, blurred: bool) -> None:
        """Small pictures blurred or clear."""
        self._context.settings.choose_blur(blurred=blurred)
        self._context.acts.apply(ChangedSetting.BLUR)
        self._page.show_saved("blur")

    def choose_words_only(self, *, only: bool) -> None:
        """Words alone in lists, or small pictures too."""
        self._context.settings.choose_words_only(only=only)
        self._context.acts.apply(ChangedSetting.READING)
        self._page.show_saved("words_only")

    def choose_gaps(self, *, gaps: bool) -> None:
        """Coarse words with gaps, or whole."""
        self._context.settings.choose_gaps(gaps=gaps)
        self._context.acts.apply(ChangedSetting.READING)
        self._page.show_saved("gaps")

    def choose_whole_screen(self, *, kept: bool) -> None:
        """Keep the whole screen beside the region, or not."""
        self._context.settings.choose_whole_screen(kept=kept)
        self._context.acts.apply(ChangedSetting.WHOLE_SCREEN)
        self._page.show_saved("whole_screen")

    def choose_lock_minutes(self, minutes: int) -> None:
        """Lock sooner or later."""
        self._context.settings.choose_lock_minutes(minutes)
        self._context.acts.apply(ChangedSetting.LOCK)
        self._page.show_saved("lock")

    def choose_breaks(self, *, reminded: bool) -> None:
        """Have a break suggested, or not."""
        self._context.settings.choose_breaks(reminded=reminded)
        self._context.acts.apply(ChangedSetting.BREAKS)
        self._page.show_saved("breaks")

    def choose_kind_words(self, *, shown: bool) -> None:
        """Show a few words that reassure, or not."""
        self._context.settings.choose_kind_words(shown=shown)
        self._context.acts.apply(ChangedSetting.KIND_WORDS)
        self._page.show_saved("kind_words")

    def choose_tray(self, *, stays: bool) -> None:
        """Go on beside the clock when the window is closed, or end."""
        self._context.settings.choose_stays_in_tray(stays=stays)
        self._context.acts.apply(ChangedSetting.TRAY)
        self._page.show_saved("tray")

    def choose_sharing(self, *, out: bool) -> None:
        """Keep our windows out of shared screens, or not."""
        self._context.settings.choose_out_of_sharing(out=out)
        self._context.acts.apply(ChangedSetting.SHARING)
        self._page.show_saved("sharing")

    def _show_tray(self) -> None:
        text, possible = self._context.language.text, self._context.around.has_tray()
        words = (
            text(
                "Screenshots can still be taken. The icon opens the window again, and ends the program."
            )
            if possible
            else text(
                "This desktop has no place for the icon: closing the window ends the program."
            )
        )
        self._page.show_tray(words, possible=possible)

    # -- the keys of the whole computer ------------------------------------------------------------

    def wait_for_keys(self, *, waiting: bool) -> None:
        """Give the keys back while others are pressed into the field."""
        if waiting:
            self._refused = ""
            self._context.hotkey.pause()
        else:
            self._context.hotkey.go_on()

    def choose_hotkey(self, hotkey: Hotkey) -> None:
        """Take other keys, if they may be taken."""
        refused = self._context.hotkey.choose(hotkey)
        if refused is None:
            self._refused = ""
            self._show_hotkey()
            self._page.show_saved("hotkey")
        else:
            self._refused = refusal_words(refused, hotkey, self._context.language)
            self._show_hotkey()

    def _show_hotkey(self) -> None:
        keeper = self._context.hotkey
        words = self._refused or state_words(keeper, self._context.language)
        self._page.show_hotkey(keeper.hotkey, words, possible=keeper.possible)

    # -- whose dossiers they are -------------------------------------------------------------------

    def write_author(self, name: str, job_title: str, workplace: str) -> None:
        """Something was typed; it is kept when it is saved."""
        self._typed = Author(name=name, job_title=job_title, workplace=workplace)
        self._page.show_author_state("", unsaved=self._unsaved())

    def save_author(self) -> None:
        """Seal the name as one entry, if it is another one."""
        case = self._context.session.case
        if case is None or self._saving or not self._unsaved():
            return
        typed = self._typed
        self._saving = True
        self._page.show_author_state("", unsaved=False)
        self._context.lanes.store(
            lambda: name_author(case, typed), lambda _: self._saved(), self._not_saved
        )

    def _saved(self) -> None:
        self._saving = False
        self._session_changed()
        words = self._context.language.text("Saved and locked in the vault")
        self._page.show_author_state(words, unsaved=self._unsaved())

    def _not_saved(self, error: BaseException) -> None:
        self._saving = False
        words = explain(error, self._context.language).sentence
        self._page.show_author_state(words, unsaved=True)

    def _unsaved(self) -> bool:
        before = self._shown[1] if self._shown is not None else Author()
        return self._typed != before

    def _session_changed(self) -> None:
        """Follow the open case, but never take away what is being typed."""
        session = self._context.session
        found = session.state.author or Author()
        author = Author(name=found.name, job_title=found.job_title, workplace=found.workplace)
        case_id = session.case.chains.case_id if session.case is not None else ""
        if self._shown == (case_id, author):
            return
        same_case = self._shown is not None and self._shown[0] == case_id
        typing = same_case and self._unsaved() and self._typed != author
        self._shown = (case_id, author)
        if not typing:
            self._typed = author
            self._page.show_author(author, open_case=bool(case_id))
            self._page.show_author_state("", unsaved=False)
