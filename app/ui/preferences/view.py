"""The settings page: rows that count at once, and in their place the page of what is done for the vault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from app.casework.kinds.case import Author
from app.clock import stamp
from app.folders import saving_folder
from app.ui import routes
from app.ui.context import UiContext
from app.ui.hotkey.keys import Hotkey
from app.ui.kit import TEXT_SIZES
from app.ui.preferences.care import VaultCare
from app.ui.preferences.care_forms import (
    BackupForm,
    CareForm,
    MoveForm,
    PassphraseForm,
    RehearsalForm,
    SheetForm,
)
from app.ui.preferences.care_model import Care, CareAnswer, CareField, Facts
from app.ui.preferences.care_page import CarePage
from app.ui.preferences.phone_row import PhoneRow
from app.ui.preferences.presenter import PreferencesPresenter, SettingChoices
from app.ui.preferences.rows import SettingsRows
from app.ui.preferences.stamp_rows import StampRows
from app.ui.preferences.time_outside import TimeOutside
from app.ui.printing.paper import choose_paper, is_there_a_printer
from app.ui.printing.printer import no_printer
from app.ui.screens import ScreenPage

_SUFFIX = "bevismappe"


class PreferencesPage(ScreenPage):
    """The page.

    Attributes:
        rows: the settings.
        care_page: the page of what is done for the vault.
    """

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._text = context.language.text
        self._facts = Facts("", "", "", "")
        self._shown: Care | None = None
        self.rows = SettingsRows(
            context.language, can_leave_sharing=context.around.can_stay_out_of_sharing()
        )
        self.care_page = CarePage(context.language)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.care_page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.presenter = PreferencesPresenter(context, self)
        self.care = VaultCare(context, self)
        self.time = TimeOutside(context, self)
        self.phone = PhoneRow(context, self.rows)
        self.stamps = StampRows(context, self.rows)
        self._connect()
        self.presenter.show()
        self.care.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rows.show_saved("", "")
        self.presenter.show()
        self.time.show()
        self.stamps.show()
        self.care.refresh()

    def leave(self) -> None:
        self.care.leave()

    # -- what the presenter of the choices calls ---------------------------------------------------

    def show_choices(self, choices: SettingChoices) -> None:
        rows = self.rows
        fields = (
            rows.language,
            rows.look,
            rows.text_size,
            rows.blur,
            rows.whole_screen,
            rows.minutes,
            rows.breaks,
            rows.kind_words,
            rows.words_only,
            rows.gaps,
            rows.tray,
            rows.sharing,
        )
        blocked = [QSignalBlocker(field) for field in fields]
        rows.language.choose(choices.language)
        rows.look.choose(choices.look)
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - choices.text_percent))
        rows.text_size.choose(str(nearest))
        rows.blur.setChecked(choices.blur)
        rows.whole_screen.setChecked(choices.whole_screen)
        rows.minutes.setValue(choices.lock_minutes)
        rows.breaks.setChecked(choices.breaks)
        rows.kind_words.setChecked(choices.kind_words)
        rows.words_only.setChecked(choices.words_only)
        rows.gaps.setChecked(choices.gaps)
        rows.tray.setChecked(choices.stays_in_tray)
        rows.sharing.setChecked(choices.out_of_sharing)
        for blocker in blocked:
            blocker.unblock()

    def show_tray(self, words: str, *, possible: bool) -> None:
        self.rows.tray.setEnabled(possible)
        self.rows.rows["tray"].say(words)

    def show_saved(self, row: str) -> None:
        self.rows.show_saved(row, self._text("✓ Saved"))

    def show_hotkey(self, hotkey: Hotkey, words: str, *, possible: bool) -> None:
        self.rows.hotkey.show_keys(hotkey)
        self.rows.hotkey.setEnabled(possible)
        self.rows.rows["hotkey"].say(words)

    def show_author(self, author: Author, *, open_case: bool) -> None:
        rows = self.rows
        for field, value in (
            (rows.name, author.name),
            (rows.job, author.job_title),
            (rows.workplace, author.workplace),
        ):
            with QSignalBlocker(field):
                field.setText(value)
            field.setEnabled(open_case)

    def show_author_state(self, words: str, *, unsaved: bool) -> None:
        kept = self._text("It is saved in the open case. What stood before stays readable.")
        self.rows.author.say(words or kept)
        self.rows.save.setEnabled(unsaved)

    # -- what the presenter of the clock calls -----------------------------------------------------

    def show_time_server(self, *, asks: bool, server: str) -> None:
        rows = self.rows
        with QSignalBlocker(rows.asks_time):
            rows.asks_time.setChecked(asks)
        if rows.server.value() != server:
            rows.server.setText(server)

    def show_clock(self, words: str, *, asking: bool) -> None:
        self.rows.rows["asked"].say(words)
        self.rows.ask_now.setEnabled(not asking)

    def complain_of_server(self, words: str) -> None:
        self.rows.rows["server"].complain(words)

    # -- what the presenter of the vault's care calls ----------------------------------------------

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        rows = self.rows
        closed = self._text("The vault is closed. Open it first.")
        rows.rows[Care.MOVE.value].say(self._where(facts) or closed)
        rows.rows[Care.BACKUP.value].say(facts.backup if facts.path else closed)
        for button in rows.care.values():
            button.setEnabled(bool(facts.path))
        rows.show_old(facts.old)
        self.care_page.show_facts(facts)

    def _where(self, facts: Facts) -> str:
        """Return where the vault lies, and who has said so."""
        if not facts.path or facts.fixed is None:
            return facts.path
        if facts.in_place:
            return f"{facts.path}\n" + self._text("The folder is set by your workplace.")
        said = self._text("Your workplace has set another folder: {folder}", folder=facts.fixed)
        return f"{facts.path}\n{said}"

    def show_care(self, care: Care | None) -> None:
        if care is None:
            self.care_page.clear()
            self._stack.setCurrentWidget(self.rows)
            if self._shown is not None and self.isVisible():
                # Back to where one was: the focus would go to the first thing in the window.
                self.rows.care[self._shown].setFocus(Qt.FocusReason.OtherFocusReason)
            self._shown = None
            return
        self._shown = care
        self._stack.setCurrentWidget(self.care_page)
        self.care_page.show_form(care, self._connect_form)
        self.care_page.show_facts(self._facts)

    def show_phrase(self, phrase: str) -> None:
        form = self.care_page.form
        if isinstance(form, PassphraseForm):
            form.show_phrase(phrase)

    def complain(self, field: CareField | None, words: str) -> None:
        self.care_page.complain(field, words)

    def show_running(self, sentence: str) -> None:
        self.care_page.show_running(sentence)

    def show_answer(self, answer: CareAnswer | None) -> None:
        self.care_page.show_answer(answer)

    def forget(self) -> None:
        if self.care_page.form is not None:
            self.care_page.form.forget()

    # -- Qt ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        presenter, rows, care = self.presenter, self.rows, self.care
        rows.language.changed.connect(presenter.choose_language)
        rows.look.changed.connect(presenter.choose_look)
        rows.text_size.changed.connect(lambda size: presenter.choose_text_percent(int(size)))
        rows.blur.toggled.connect(lambda on: presenter.choose_blur(blurred=on))
        rows.words_only.toggled.connect(lambda on: presenter.choose_words_only(only=on))
        rows.gaps.toggled.connect(lambda on: presenter.choose_gaps(gaps=on))
        rows.whole_screen.toggled.connect(lambda on: presenter.choose_whole_screen(kept=on))
        rows.minutes.valueChanged.connect(presenter.choose_lock_minutes)
        rows.breaks.toggled.connect(lambda on: presenter.choose_breaks(reminded=on))
        rows.kind_words.toggled.connect(lambda on: presenter.choose_kind_words(shown=on))
        rows.tray.toggled.connect(lambda on: presenter.choose_tray(stays=on))
        rows.sharing.toggled.connect(lambda on: presenter.choose_sharing(out=on))
        rows.asks_time.toggled.connect(lambda on: self.time.choose(asks=on))
        rows.server.editingFinished.connect(lambda: self.time.name(rows.server.value()))
        rows.ask_now.clicked.connect(lambda: self.time.ask(rows.server.value()))
        rows.hotkey.waiting_changed.connect(lambda on: presenter.wait_for_keys(waiting=on))
        rows.hotkey.pressed_keys.connect(presenter.choose_hotkey)
        for field in (rows.name, rows.job, rows.workplace):
            field.textChanged.connect(self._author_typed)
            field.returnPressed.connect(presenter.save_author)
        rows.save.clicked.connect(presenter.save_author)
        rows.keys.clicked.connect(lambda: self._context.navigator.go(routes.Help()))
        rows.care_wanted.connect(care.begin)
        rows.delete_old.clicked.connect(care.delete_old)
        rows.keep_old.clicked.connect(care.keep_old)
        self.care_page.left.connect(care.leave)
        self.care_page.stopped.connect(care.stop)
        self.care_page.next_wanted.connect(care.begin)
        self.care_page.progress.part = lambda: care.part

    def _connect_form(self, form: CareForm) -> None:
        care = self.care
        match form:
            case PassphraseForm():
                form.suggested.connect(care.suggest)
                form.primary.clicked.connect(
                    lambda: care.change(form.present.value(), form.new.value(), form.again.value())
                )
            case BackupForm():
                form.primary.clicked.connect(self._ask_for_backup)
            case RehearsalForm():
                form.chosen.connect(lambda: self._ask_for_copy(form))
                form.primary.clicked.connect(
                    lambda: care.rehearse(form.copy, form.passphrase.value())
                )
            case MoveForm():
                form.primary.clicked.connect(self._ask_for_folder)
            case SheetForm():
                form.primary.clicked.connect(lambda: self._ask_for_sheet(form))
                form.print.clicked.connect(lambda: self._print_sheet(form))

    def _author_typed(self) -> None:
        rows = self.rows
        self.presenter.write_author(rows.name.value(), rows.job.value(), rows.workplace.value())

    def _folder(self) -> Path:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        documents = Path(place) if place else Path.home()
        return saving_folder(self._context.settings.save_folder, documents, Path.home())

    def _ask_for_backup(self) -> None:
        day = stamp(self._context.clock.now().utc)[:10]
        name = f"{Path(self._facts.path).stem}-{day}.{_SUFFIX}"
        title, kind = self._text("Choose where the copy goes"), self._text("Vaults")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            title,
            str(self._folder() / name),
            f"{kind} (*.{_SUFFIX})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.care.back_up(Path(chosen))

    def _ask_for_copy(self, form: RehearsalForm) -> None:
        title, kind = self._text("Choose the copy"), self._text("Vaults")
        chosen, _ = QFileDialog.getOpenFileName(
            self, title, str(self._folder()), f"{kind} (*.{_SUFFIX})"
        )
        if chosen:
            form.show_copy(Path(chosen))

    def _ask_for_folder(self) -> None:
        if self._facts.fixed is not None:
            self.care.move(self._facts.fixed)
            return
        title = self._text("Choose the new folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path(self._facts.path).parent))
        if chosen:
            self.care.move(Path(chosen))

    def _ask_for_sheet(self, form: SheetForm) -> None:
        name = self._text("Recovery sheet") + ".pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self._text("Save the recovery sheet"),
            str(self._folder() / name),
            self._text("PDF") + " (*.pdf)",
        )
        if chosen:
            self.care.save_sheet(form.passphrase.value(), form.name.value(), Path(chosen))

    def _print_sheet(self, form: SheetForm) -> None:
        language = self._context.language
        if not is_there_a_printer():
            self.show_answer(CareAnswer((no_printer(language),), good=False))
            return
        printer = choose_paper(self, 1, language)
        if printer is not None:
            self.care.print_sheet(form.passphrase.value(), form.name.value(), printer)
