"""Where it goes: what to save, the folder, how far it is, and what was saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.ui.kit import (
    Button,
    Card,
    Choice,
    FieldForm,
    FlowRow,
    Heading,
    LongText,
    Muted,
    Progress,
    Text,
    TextField,
    spaced,
)
from app.ui.kit.look import GRID_PX, S3, CurrentLook
from app.ui.report.done_mark import DoneMark
from app.ui.report.model import Names, Saved, SeenLine, Target
from app.ui.report.own_key import OwnKey
from app.ui.report.private_copy_card import PrivateCopyCard
from app.ui.report.readable import Readable
from app.ui.report.receipt_card import ReceiptCard
from app.ui.report.stick_card import StickCard

_INDENT_PX = 30
_PART_MB = (5, 10, 20)


class SaveStep(QWidget):
    """``aimed`` tells the Target; the other signals which button was pressed."""

    aimed = Signal(object)
    report_wanted = Signal()
    mail_wanted = Signal()
    stick_wanted = Signal(str)
    folder_wanted = Signal()
    copy_wanted = Signal()
    sheet_wanted = Signal(object)
    handed_over = Signal()
    look_wanted = Signal()

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        self._language = language
        self._look = look
        self._showing = False
        self.stack = QStackedWidget()
        self._asking = self._build_asking()
        self._done = self._build_done()
        self.readable = Readable(language)
        self.readable.hide()
        self.readable.pressed.connect(self.look_wanted)
        self.notice = Text()
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID_PX)
        column.addWidget(self.notice)  # first, so that it is seen in a low window
        column.addWidget(self.readable)
        column.addWidget(self._asking)
        column.addWidget(self._done)
        column.addWidget(self.progress)
        self.private = PrivateCopyCard(language)
        column.addWidget(self.private)
        self._done.hide()

    def show_target(self, target: Target, names: Names, complaint: str) -> None:
        """Show what will be made."""
        self._showing = True
        self.pdf.setChecked(target.pdf)
        self.package.setChecked(target.package)
        self.signed.setChecked(target.signed)
        self.key.setVisible(target.signed)
        self.key.show_kind(own=target.own_key)
        self._pdf_name.set_words(names.pdf)
        self._package_name.set_words(names.package)
        self.parts.choose(str(target.part_mb))
        self._parts_row.setVisible(target.package)
        if Path(self.folder.text()) != target.folder:
            self.folder.setText(str(target.folder))
        self._form.complain(self._folder_row, complaint)
        self._showing = False

    def show_saving(self, sentence: str) -> None:
        """Show how far it is; "" ends it."""
        self.progress.show_running(sentence)
        self._asking.setEnabled(not sentence)
        if sentence:
            self.progress.cancel.setFocus()

    def show_saved(self, saved: Saved | None) -> None:
        """Show what was saved."""
        self._asking.setVisible(saved is None)
        self._done.setVisible(saved is not None)
        self.readable.let_go(saved is not None)
        if saved is not None:
            text, files = self._language.text, saved.files
            self.done_title.setText(
                text("The report is saved") if files else text("The report is made")
            )
            self.files.set_words(
                "\n".join(str(file) for file in files)
                or text("It is sealed in the case. No file of it was saved.")
            )
            self.receipt.show_receipt(saved.receipt, saved.square, Path(self.folder.text()))
            self.open_folder.setVisible(bool(files))
            for button in (self.open_report, self.draft_mail):
                button.setVisible(any(file.suffix == ".pdf" for file in files))
            self.stick.tell("")
            self.stick.setVisible(any(file.suffix == ".zip" for file in files))
            (self.open_folder if files else self.hand_over).setFocus()

    def show_seen(self, seen: tuple[SeenLine, ...]) -> None:
        """Say how much that can be seen in what leaves nobody has looked at."""
        self.readable.show_seen(tuple(each for each in seen if each.key and not each.looked))

    def show_notice(self, sentence: str) -> None:
        """Show a line below."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def _build_asking(self) -> QWidget:
        text = self._language.text
        self.pdf = QCheckBox(text("The report (PDF)"))
        self.package = QCheckBox(text("A package that can be checked (zip)"))
        self._pdf_name = LongText(kit="muted")
        self._package_name = LongText(kit="muted")
        for name in (self._pdf_name, self._package_name):
            name.setContentsMargins(_INDENT_PX, 0, 0, GRID_PX)
        explained = Muted(
            text(
                "The package holds the report, the log and a program that checks them. "
                "It is noted in the case that it was saved."
            )
        )
        card = Card()
        for widget in (self.pdf, self._pdf_name, self.package, self._package_name, explained):
            card.add(widget)
        card.add(self._build_parts())
        self.signed = QCheckBox(text("Sign the PDF"))
        card.add(self.signed)
        self.key = OwnKey(self._language)
        self.key.setContentsMargins(_INDENT_PX, 0, 0, 0)
        self.key.chosen.connect(self._tell)
        card.add(self.key)
        self.folder = TextField()
        self.choose = Button(text("Choose folder"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID_PX)
        line.addWidget(self.folder, 1)
        line.addWidget(self.choose)
        row.setFocusProxy(self.folder)
        self._form = FieldForm()
        self._folder_row = self._form.add(text("Folder"), row)
        self.folder.setAccessibleName(text("Folder"))
        self.progress = Progress(text("The report is being saved …"), text("Stop"))
        for box in (self.pdf, self.package, self.signed):
            box.toggled.connect(self._tell)
        self.folder.editingFinished.connect(self._tell)
        self.choose.clicked.connect(self._choose_folder)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID_PX)
        column.addWidget(card)
        column.addWidget(self._form)
        return whole

    def _build_parts(self) -> QWidget:
        """Offer to share the package out over several files, for a mail that carries less."""
        text = self._language.text
        sizes = [(str(mb), text("Several files, each at most {mb} MB", mb=mb)) for mb in _PART_MB]
        self.parts = Choice([("0", text("One file")), *sizes])
        self.parts.changed.connect(lambda _: self._tell())
        self._parts_row = FieldForm()
        self._parts_row.add(
            text("For mail"),
            self.parts,
            text("Report and log lie in each file. The recipient needs all of them."),
        )
        return self._parts_row

    def _build_done(self) -> QWidget:
        text = self._language.text
        self.files = LongText()
        self.files.setAccessibleName(text("Saved files"))
        self.open_report = Button(text("Open the report"))
        self.open_report.clicked.connect(self.report_wanted)
        self.draft_mail = Button(text("Make a mail draft"))
        self.draft_mail.clicked.connect(self.mail_wanted)
        self.open_folder = Button(text("Open folder"))
        self.open_folder.clicked.connect(self.folder_wanted)
        self.hand_over = Button(text("Note that it is handed over"))
        self.hand_over.clicked.connect(self.handed_over)
        self.receipt = ReceiptCard(self._language)
        self.receipt.copy_wanted.connect(self.copy_wanted)
        self.receipt.sheet_wanted.connect(self.sheet_wanted)
        saved = Card()
        self.done_title = Heading()
        head = QWidget()
        line = spaced(QHBoxLayout(head), S3, 0)
        line.addWidget(DoneMark(self._look))
        line.addWidget(self.done_title, 1)
        saved.add(head)
        saved.add(self.files)
        saved.add(FlowRow(self.open_folder, self.open_report, self.draft_mail, self.hand_over))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID_PX)
        self.stick = StickCard(self._language)
        self.stick.wanted.connect(self.stick_wanted)
        column.addWidget(saved)
        column.addWidget(self.receipt)
        column.addWidget(self.stick)
        return whole

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self._language.text("Choose folder"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)
            self._tell()

    def _tell(self) -> None:
        if not self._showing:
            self.aimed.emit(
                Target(
                    Path(self.folder.value()),
                    self.pdf.isChecked(),
                    self.package.isChecked(),
                    signed=self.signed.isChecked(),
                    part_mb=int(self.parts.value() or 0),
                    own_key=self.key.is_own(),
                )
            )
