"""The last step: where the report goes, how it is saved, and what is said of it afterwards. No Qt.

Rules:
- One report is saved at a time, as a long job: what is captured meanwhile is sealed between its slices.
- Stopping leaves no half file; what was whole by then is told as saved.
- Nothing is replaced: the names are those of files that are not there yet.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.mail_draft import mail_draft
from app.actions.make_dossier import DossierOrder
from app.actions.make_stick import StickLock, make_stick
from app.actions.open_case import OpenCase
from app.clock import DANISH_TIME
from app.messages import copied_words, explain, leaving_words, unsent_words
from app.ui import routes
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.printing.printer import Printer, PrinterError, no_printer, not_printed, printed
from app.ui.report import saving
from app.ui.report.key_opening import KeyOpening, KeyView
from app.ui.report.model import Names, Saved, Target
from app.ui.report.receipt_saving import save_receipt, saved_with
from evidence_store import EntryId


class FinishView(KeyView, Protocol):
    """What ``Finish`` asks of the view."""

    def show_target(self, target: Target, names: Names, complaint: str) -> None:
        """Show where it will be saved, and as what."""
        ...

    def show_saving(self, sentence: str) -> None:
        """Show that it is being saved; "" when it is not any more."""
        ...

    def show_saved(self, saved: Saved | None) -> None:
        """Show what was saved; None before it is."""
        ...

    def show_notice(self, sentence: str) -> None:
        """Show a line in the step of saving."""
        ...

    def show_stick(self, sentence: str) -> None:
        """Show a line where the folder for a stick is offered."""
        ...

    def is_there_a_printer(self) -> bool:
        """Return whether the computer has one."""
        ...

    def choose_printer(self, pages: int) -> Printer | None:
        """Ask which printer, and which of so many pages; None where the person thought better of it."""
        ...

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the computer's own way."""
        ...

    def open_report(self, pdf: Path) -> bool:
        """Open it in the program that the computer has for it; return whether there is one."""
        ...

    def copy(self, text: str) -> None:
        """Put words on the clipboard."""
        ...


class SavingState(StrEnum):
    """How far saving has come."""

    ASKING = "asking"
    SAVING = "saving"
    SAVED = "saved"


class ReportOrder(msgspec.Struct, frozen=True):
    """What is to be saved; the title and the recipient's name become part of its file's name."""

    case: OpenCase
    dossier: DossierOrder
    title: str
    recipient: str


class Finish:
    """One report's end.

    Attributes:
        stage: how far it is.
        target: where it goes; kept for the next report.
        key: of the person's own, where one is to sign.
    """

    def __init__(
        self,
        context: UiContext,
        page: FinishView,
        documents: Path,
        order: Callable[[], ReportOrder | None],
        when_changed: Callable[[], None],
    ) -> None:
        self._context = context
        self._page = page
        self._order = order
        self._when_changed = when_changed
        self._saving = Latest()
        self._saved: Saved | None = None
        self._entry: EntryId | None = None
        self._dossier: EntryId | None = None
        self.stage = SavingState.ASKING
        self.target = Target(documents)
        self.key = KeyOpening(context, page, when_changed)

    @property
    def saved(self) -> Saved | None:
        """What was saved, once it is."""
        return self._saved

    @property
    def part(self) -> float | None:
        """How much of it is made, 0 to 1; None where nobody can tell."""
        return self._saving.part

    def begin(self) -> None:
        """Begin a new report, of which nothing is saved."""
        self.stage = SavingState.ASKING
        self._saved = None
        self.key.forget()
        self._page.show_saved(None)
        self._page.show_saving("")
        self._page.show_notice("")

    def show(self) -> None:
        """Show where it would be saved now."""
        order = self._order()
        if order is not None and self.stage is SavingState.ASKING:
            self._page.show_target(self.target, self._names(order), self.complaint())
            self._page.show_notice(self._warning())

    def aim(self, target: Target) -> None:
        """Choose where it will be saved, and as what."""
        if self.stage is SavingState.ASKING:
            self.target = target
            self.show()
            self._when_changed()

    def complaint(self) -> str:
        """Return why it cannot be saved there; "" where it can."""
        if not (self.target.pdf or self.target.package):
            return self._text("Choose what to save: the report, the package or both.")
        order = self._order()
        if order is not None and _takes_files(order) and not self.target.package:
            return self._text(
                "You have chosen files that go along. They lie in the package: choose to save it too."
            )
        if not self.target.folder.is_dir():
            return self._text("There is no such folder. Choose another one.")
        return ""

    @property
    def ready(self) -> bool:
        """Return whether it can be saved."""
        return not self.complaint() and not (self._by_own_key and self.key.identity is None)

    @property
    def _by_own_key(self) -> bool:
        return self.target.signed and self.target.own_key

    def save(self) -> None:
        """Make the report, seal it and write its files."""
        order = self._order()
        if order is None or self.stage is not SavingState.ASKING or not self.ready:
            return
        names, target = self._names(order), self.target
        wish = saving.SaveRequest(
            case=order.case,
            order=order.dossier,
            pdf=target.folder / names.pdf if target.pdf else None,
            package=target.folder / names.package if target.package else None,
            sign=target.signed,
            own_key=self.key.identity if self._by_own_key else None,
            part_mb=target.part_mb,
        )
        self.stage = SavingState.SAVING
        self._page.show_target(target, names, "")
        self._page.show_notice("")
        self._page.show_saving(self._text("The report is being saved …"))
        self._when_changed()
        self._context.lanes.store_long(
            partial(saving.make, wish),
            self._made,
            lambda error: self._not_made(explain(error, self._context.language).sentence),
            lambda: self._not_made(self._text("Stopped. No file was saved.")),
            latest=self._saving,
        )

    def print(self, pages: int) -> None:
        """Seal the report, if it is not yet, and print it; no file of ours is made."""
        order, saved = self._order(), self._saved
        if order is None or self.stage is SavingState.SAVING:
            return
        if saved is None and _takes_files(order):
            self._page.show_notice(
                self._text(
                    "You have chosen files that go along. Save the package first, then print."
                )
            )
            return
        if not self._page.is_there_a_printer():
            self._page.show_notice(no_printer(self._context.language))
            return
        printer = self._page.choose_printer(pages)
        if printer is None:
            return
        self.stage = SavingState.SAVING
        self._page.show_notice("")
        self._page.show_saving(self._text("The report is being printed …"))
        self._when_changed()
        case, dossier = order.case, self._dossier
        if saved is not None and dossier is not None:
            self._context.lanes.store(
                partial(saving.sealed_pdf, case, dossier),
                lambda pdf: self._print(printer, pdf),
                lambda error: self._end_of_printing(
                    explain(error, self._context.language).sentence
                ),
            )
            return
        self._context.lanes.store_long(
            partial(saving.make_in_memory, case, order.dossier),
            partial(self._made_for_paper, printer),
            lambda error: self._not_made(explain(error, self._context.language).sentence),
            lambda: self._not_made(self._text("Stopped. Nothing was printed.")),
            latest=self._saving,
        )

    def stop(self) -> None:
        """Stop saving; no file is left."""
        if self.stage is SavingState.SAVING:
            self._saving.stop()
            self._page.show_saving(self._text("Stopping …"))

    def open_folder(self) -> None:
        """Show where the files lie."""
        if self._saved is not None and self._saved.files:
            self._page.open_folder(self._saved.files[0].parent)

    def open_report(self) -> None:
        """Show the saved report in the program that the computer has for it."""
        pdf = self._pdf()
        if pdf is not None and not self._page.open_report(pdf):
            self._page.show_notice(
                self._text("No program here opens the report. It is saved: {path}", path=pdf)
            )

    def draft_mail(self) -> None:
        """Write a mail with the report beside it, which the person sends or does not."""
        pdf = self._pdf()
        if pdf is None:
            return
        language, target = self._context.language, pdf.with_suffix(".eml")
        self._context.lanes.work(
            partial(mail_draft, pdf, target, language),
            lambda _: self._page.show_notice("\n".join(unsent_words(target, language))),
            lambda error: self._page.show_notice(explain(error, language).sentence),
        )

    def make_stick(self, secret: str = "") -> None:
        """Make a folder for a USB stick beside the package.

        Args:
            secret: an age key or a password, which encrypts it; "" leaves it open to everybody.
        """
        files = self._saved.files if self._saved is not None else ()
        package = [file for file in files if file.suffix == ".zip"]
        if not package:
            return
        context, text = self._context, self._text
        key = secret.startswith("age1")
        lock = StickLock((secret,) if key else (), "" if key else secret) if secret else None
        folder = package[0].with_name(f"{package[0].stem}-usb")
        self._page.show_stick(text("The folder is being made …"))
        context.lanes.work_long(
            lambda give_way: make_stick(
                package,
                folder,
                context.language,
                lock=lock,
                resources=context.resources,
                give_way=give_way,
            ),
            lambda made: self._page.show_stick(
                text("The folder is made: {path}. Copy all of it to the stick.", path=made.folder)
            ),
            lambda error: self._page.show_stick(explain(error, context.language).sentence),
        )

    def _pdf(self) -> Path | None:
        files = self._saved.files if self._saved is not None else ()
        return next((file for file in files if file.suffix == ".pdf"), None)

    def copy_receipt(self) -> None:
        """Put the receipt code on the clipboard."""
        if self._saved is not None:
            self._page.copy(self._saved.receipt)
            self._page.show_notice(self._text("The receipt code is copied."))

    def save_receipt(self, target: Path) -> None:
        """Save the receipt as a sheet to print."""
        if self._dossier is not None:
            save_receipt(self._context, self._dossier, target, self._page.show_notice)

    def note_handed_over(self) -> None:
        """Go to the form for who got it."""
        if self._entry is not None:
            self._context.navigator.go(routes.Write("handed_over", about=self._entry))

    def _warning(self) -> str:
        return leaving_words(self.target.folder, self._context.language)

    def _made(self, made: saving.Made) -> None:
        self.stage = SavingState.SAVED
        self.key.forget()
        if not copied_words(self.target.folder.resolve(), self._context.language):
            self._context.settings.remember_save_folder(self.target.folder)
        self._entry, self._dossier = made.entry, made.dossier
        self._saved = saved_with(made.files, made.receipt)
        self._page.show_saving("")
        self._page.show_saved(self._saved)
        if made.fault is not None:
            self._context.acts.show_error(explain(made.fault, self._context.language))
        self._when_changed()

    def _made_for_paper(self, printer: Printer, made: tuple[saving.Made, bytes]) -> None:
        sealed, pdf = made
        self._entry, self._dossier = sealed.entry, sealed.dossier
        self._saved = saved_with((), sealed.receipt)
        self._print(printer, pdf)

    def _print(self, printer: Printer, pdf: bytes) -> None:
        language = self._context.language
        self._context.lanes.work_long(
            partial(printer.print_pdf, pdf),
            lambda pages: self._end_of_printing(printed(pages, language)),
            lambda error: self._end_of_printing(
                not_printed(language)
                if isinstance(error, PrinterError)
                else explain(error, language).sentence
            ),
            lambda: self._end_of_printing(self._text("Stopped. Some pages may have been printed.")),
            latest=self._saving,
        )

    def _end_of_printing(self, sentence: str) -> None:
        """The report is sealed in any case; the sentence says what became of the paper."""
        self.stage = SavingState.SAVED
        self._page.show_saving("")
        self._page.show_saved(self._saved)
        self._page.show_notice(sentence)
        self._when_changed()

    def _not_made(self, sentence: str) -> None:
        self.stage = SavingState.ASKING
        self._page.show_saving("")
        self.show()
        self._page.show_notice("\n".join(filter(None, (sentence, self._warning()))))
        self._when_changed()

    def _names(self, order: ReportOrder) -> Names:
        language = self._context.language
        day = self._context.clock.now().utc.astimezone(DANISH_TIME).date().isoformat()
        return saving.names(order.title, order.recipient, day, self.target.folder, language)

    def _text(self, message: str, **values: object) -> str:
        return self._context.language.text(message, **values)


def _takes_files(order: ReportOrder) -> bool:
    """Whether files go along beside what is shown: they lie in the package."""
    choices = order.dossier.choices
    return bool(choices.originals or choices.papers or choices.clips)
