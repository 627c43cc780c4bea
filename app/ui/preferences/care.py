"""What is done for the vault from the settings: passphrase, backup, rehearsal, move, recovery sheet. No Qt.

Rules:
- One thing at a time. All of it goes on the store lane as a long job, so that a capture is sealed between its slices;
  only the rehearsal, which holds nothing, is on the work lane. It ends when the vault is to be closed.
- A passphrase is handed on and kept nowhere; the fields are emptied once it is used.
- Nothing goes into a folder that is copied elsewhere unless that folder was chosen twice.
- The file that a vault was moved from stays until the person says that it may go.
- Where the workplace has set the folder of vaults, a vault is moved there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from app.actions.back_up import back_up
from app.actions.change_passphrase import change_passphrase
from app.actions.move_vault import delete_old, move_vault
from app.actions.open_case import OpenCase
from app.actions.recovery_sheet import own_recovery_facts, save_recovery_sheet
from app.actions.rehearse_restore import Rehearsed, rehearse_restore
from app.clock import stamp
from app.dossier import RecoveryFacts, make_recovery_sheet
from app.language import deferred
from app.messages import (
    copied_words,
    explain,
    is_usable,
    leaving_words,
    rehearsal_lines,
    report_exit_code,
    report_lines,
)
from app.ui.acts import Toast
from app.ui.context import UiContext
from app.ui.lanes import GiveWay, Latest
from app.ui.preferences.care_model import Care, CareAnswer, CareField, CareView, Facts
from app.ui.printing.printer import Printer, printed
from app.vocabulary import minute
from evidence_store import Report, Vault, WrongPassphraseError, generate_passphrase

NOT_THE_PRESENT = deferred("That is not the passphrase of the vault. Nothing was changed.")
NOT_OF_THE_COPY = deferred(
    "That passphrase does not open the copy. Older copies open with the passphrase of their day."
)


class VaultCare:
    """One thing at a time for the open vault."""

    def __init__(self, context: UiContext, page: CareView) -> None:
        self._context = context
        self._page = page
        self._job = Latest()
        self._shown: Care | None = None
        self._warned_of: Path | None = None
        context.session.subscribe(self.refresh)

    # -- what is shown -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Follow the session."""
        context = self._context
        session, settings = context.session, context.settings
        if session.closing or session.vault is None:
            self.stop()
            self._page.forget()
            self._show(None)
        vault, author = session.vault, session.state.author
        last = settings.last_backup(vault.vault_id) if vault is not None else ""
        old = settings.moved_from
        self._page.show_facts(
            Facts(
                path=str(vault.path) if vault is not None else "",
                backup=context.language.text(
                    "Last done {time}", time=minute(last, context.language)
                )
                if last
                else context.language.text("Not done yet from this computer"),
                name=author.name if author is not None else "",
                old=str(old) if vault is not None and old is not None and old.exists() else "",
                fixed=context.workplace.vault_folder,
            )
        )

    def begin(self, care: Care) -> None:
        """Show what it needs."""
        self.stop()
        self._page.complain(None, "")
        self._page.show_answer(None)
        self._show(care)

    def leave(self) -> None:
        """Put it away: what is under way is stopped, and leaves everything as it was."""
        self.stop()
        self._page.forget()
        self._page.show_answer(None)
        self._show(None)

    def stop(self) -> None:
        """Let go of what is under way."""
        self._job.stop()
        self._page.show_running("")

    @property
    def part(self) -> float | None:
        """How much is done, 0 to 1; None where nobody can tell."""
        return self._job.part

    # -- the passphrase ----------------------------------------------------------------------------

    def suggest(self) -> None:
        """Make six words."""
        words = (self._context.resources / "words" / "da.txt").read_text(encoding="ascii").split()
        self._page.show_phrase(generate_passphrase(words))

    def change(self, present: str, new: str, again: str) -> None:
        """Change the passphrase."""
        vault, text = self._context.session.vault, self._context.language.text
        self._page.complain(None, "")
        if vault is None:
            return
        if " ".join(new.split()) != " ".join(again.split()):
            self._page.complain(
                CareField.AGAIN, text("The two are not the same. Write them once more.")
            )
            return
        self._run(
            text("Changing the passphrase …"),
            lambda give_way: change_passphrase(vault, new, present=present, progress=give_way),
            self._changed,
            self._not_changed,
        )

    def _changed(self, _report: Report) -> None:
        text = self._context.language.text
        self._page.forget()
        self._answer(
            text("The passphrase is changed."),
            text("Copies that were made before still open with the old one."),
            text("Make a new recovery sheet, and put the old one away for good."),
            next_steps=(Care.SHEET, Care.BACKUP),
        )

    def _not_changed(self, error: BaseException) -> None:
        self._refuse(error, CareField.NEW, NOT_THE_PRESENT, CareField.PRESENT)

    # -- a backup ----------------------------------------------------------------------------------

    def back_up(self, target: Path) -> None:
        """Copy the vault."""
        vault, text = self._context.session.vault, self._context.language.text
        self._page.complain(None, "")
        if vault is None or not self._may_go_to(target.parent):
            return
        self._run(
            text("Copying the vault and checking the copy …"),
            lambda give_way: back_up(vault, target, progress=give_way),
            partial(self._backed_up, vault, target),
            lambda error: self._refuse(error, CareField.FOLDER),
        )

    def _backed_up(self, vault: Vault, target: Path, report: Report) -> None:
        context, text = self._context, self._context.language.text
        if report_exit_code(report):
            self._answer(
                text("The copy is written, but damage was found in it."),
                str(target),
                text("The vault itself is probably damaged too. Keep both, and earlier copies."),
                *report_lines(report, context.language),
                good=False,
            )
            return
        moment = stamp(context.clock.now().utc)
        context.settings.remember_backup(vault.vault_id, moment)
        self.refresh()
        self._answer(
            text("The copy is written and checked."),
            str(target),
            text("It opens with the same passphrase."),
            next_steps=(Care.REHEARSAL,),
        )

    # -- a rehearsal -------------------------------------------------------------------------------

    def rehearse(self, copy: Path | None, passphrase: str) -> None:
        """Try a backup."""
        vault, text = self._context.session.vault, self._context.language.text
        self._page.complain(None, "")
        if vault is None:
            return
        if copy is None:
            self._page.complain(CareField.COPY, text("Choose the copy first."))
            return
        self._run(
            text("Opening the copy and reading it …"),
            lambda give_way: rehearse_restore(vault, copy, passphrase, progress=give_way),
            self._rehearsed,
            lambda error: self._refuse(error, CareField.COPY, NOT_OF_THE_COPY, CareField.PRESENT),
            held=False,
        )

    def _rehearsed(self, found: Rehearsed) -> None:
        self._page.forget()
        lines = rehearsal_lines(found.report, self._context.language, own=found.own)
        self._answer(*lines, good=is_usable(found.report), next_steps=(Care.BACKUP,))

    # -- a move ------------------------------------------------------------------------------------

    def move(self, folder: Path) -> None:
        """Move the vault to another folder."""
        vault, text = self._context.session.vault, self._context.language.text
        workplace = self._context.workplace
        self._page.complain(None, "")
        if vault is None or not self._may_go_to(folder):
            return
        if workplace.vault_folder not in {None, folder}:
            self._page.complain(CareField.FOLDER, text("The folder is set by your workplace."))
            return

        def move(give_way: GiveWay) -> Path:
            workplace.make_ready()
            return move_vault(vault, folder, progress=give_way)

        self._run(
            text("Copying the vault and checking the copy …"),
            move,
            partial(self._moved, vault),
            lambda error: self._refuse(error, CareField.FOLDER),
        )

    def _moved(self, vault: Vault, old: Path) -> None:
        text = self._context.language.text
        self._context.settings.remember_move(old)
        self.refresh()
        self._answer(
            text("The vault is moved."),
            str(vault.path),
            text("The copy was read to its end, and everything fits."),
            text("The old file is still there. It goes when you say so: {path}", path=old),
        )

    def keep_old(self) -> None:
        """Ask no more about the old file."""
        self._context.settings.remember_move(None)
        self.refresh()

    def delete_old(self) -> None:
        """Delete the file that the vault was moved from."""
        vault, old = self._context.session.vault, self._context.settings.moved_from
        if vault is None or old is None:
            return
        self._context.lanes.store(
            lambda: delete_old(vault, old), self._deleted, lambda error: self._refuse(error, None)
        )

    def _deleted(self, gone: bool) -> None:
        text = self._context.language.text
        if gone:
            self._context.settings.remember_move(None)
            self.refresh()
            self._answer(text("The old file is deleted."))
        else:
            self._answer(
                text("The old file was kept: it holds something that is not in the vault."),
                good=False,
            )

    # -- the recovery sheet ------------------------------------------------------------------------

    def save_sheet(self, passphrase: str, owner: str, target: Path) -> None:
        """Write the recovery sheet there."""
        case, text = self._context.session.case, self._context.language.text
        self._page.complain(None, "")
        if case is None or not self._may_go_to(target.parent, readable=True):
            return
        context = self._context

        def save(_give_way: GiveWay) -> None:
            facts = self._facts(case, passphrase, owner)
            fonts = context.resources / "fonts"
            save_recovery_sheet(facts, target, language=context.language, fonts=fonts)

        def saved(_none: None) -> None:
            self._page.forget()
            self.refresh()
            self._answer(
                text("The recovery sheet is saved."),
                str(target),
                text("Print it, put it away, and delete the file."),
            )

        self._run(text("Making the recovery sheet …"), save, saved, self._no_sheet)

    def print_sheet(self, passphrase: str, owner: str, printer: Printer) -> None:
        """Print the recovery sheet; no file of ours is made."""
        case, context = self._context.session.case, self._context
        self._page.complain(None, "")
        if case is None:
            return

        def make(give_way: GiveWay) -> int:
            facts = self._facts(case, passphrase, owner)
            pdf = make_recovery_sheet(facts, context.language, context.resources / "fonts")
            return printer.print_pdf(pdf, give_way)

        def done(pages: int) -> None:
            self._page.forget()
            self.refresh()
            self._answer(printed(pages, context.language))

        self._run(
            context.language.text("Printing the recovery sheet …"), make, done, self._no_sheet
        )

    def _facts(self, case: OpenCase, passphrase: str, owner: str) -> RecoveryFacts:
        context = self._context
        return own_recovery_facts(
            case, passphrase, owner, clock=context.clock, language=context.language
        )

    def _no_sheet(self, error: BaseException) -> None:
        self._refuse(error, None, NOT_THE_PRESENT, CareField.PRESENT)

    # -- inside ------------------------------------------------------------------------------------

    def _show(self, care: Care | None) -> None:
        self._shown = care
        self._page.show_care(care)

    def _may_go_to(self, folder: Path, *, readable: bool = False) -> bool:
        """Warn once of a folder that is copied elsewhere, and for what needs no passphrase of one others can read."""
        language = self._context.language
        warned = leaving_words(folder, language) if readable else ""
        warning = warned or copied_words(folder.resolve(), language)
        if not warning or folder == self._warned_of:
            return True
        self._warned_of = folder
        again = language.text("Nothing was saved. Choose the same folder again to save there.")
        self._page.complain(CareField.FOLDER, f"{warning} {again}")
        return False

    def _run(
        self,
        sentence: str,
        work: Callable[[GiveWay], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        *,
        held: bool = True,
    ) -> None:
        """Do it; ``held`` says whether it needs the vault."""
        self._page.show_answer(None)
        self._page.show_running(sentence)
        lanes = self._context.lanes
        run = lanes.store_long if held else lanes.work_long
        # One that had done its work when it was stopped is told all the same.
        run(
            work,
            partial(self._ended, done),
            partial(self._ended, failed),
            lambda: None,
            latest=self._job,
        )

    def _ended(self, tell: Callable[[Any], None], answer: object) -> None:
        self._page.show_running("")
        tell(answer)

    def _refuse(
        self,
        error: BaseException,
        field: CareField | None,
        wrong_passphrase: str = "",
        passphrase_field: CareField | None = None,
    ) -> None:
        language = self._context.language
        if wrong_passphrase and isinstance(error, WrongPassphraseError):
            self._page.complain(passphrase_field, language.text(wrong_passphrase))
            return
        words = explain(error, language).sentence
        if field is None:
            self._answer(words, good=False)
        else:
            self._page.complain(field, words)

    def _answer(self, *lines: str, good: bool = True, next_steps: tuple[Care, ...] = ()) -> None:
        if self._shown is None:
            self._context.acts.toast(Toast(lines[0], " ".join(lines[1:3])))
        else:
            self._page.show_answer(CareAnswer(tuple(lines), good, next_steps))
