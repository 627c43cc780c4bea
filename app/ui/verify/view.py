"""The page of checks: what to check, a receipt code to compare with, and what was found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog

from app.language import Language
from app.ui import routes
from app.ui.kit import (
    Button,
    DropZone,
    FieldForm,
    FlowRow,
    Muted,
    Page,
    PrimaryButton,
    Progress,
    Text,
    TextField,
)
from app.ui.kit.look import CurrentLook
from app.ui.routes import Route
from app.ui.screens import ScreenPage
from app.ui.verify.outcome import Outcome
from app.ui.verify.presenter import VerifyPresenter
from app.ui.verify.result import ResultCard


class VerifyPage(Page, ScreenPage):
    """The page."""

    def __init__(self, language: Language, look: CurrentLook) -> None:
        text = language.text
        super().__init__(
            text("Verify"),
            text(
                "See whether anything was changed after it was saved and locked. Nothing is written."
            ),
        )
        self._language = language
        self._look = look
        self._presenter: VerifyPresenter | None = None
        self.drop = DropZone(
            text("Drop a package here: the zip file, or the folder it was unpacked to."),
            text("Choose a zip file"),
        )
        self.folder = Button(text("Choose a folder"))
        self.mine = PrimaryButton(text("Check my vault"))
        self.form = FieldForm()
        self.code = TextField()
        self.complaint = Text()
        self.again = Button(text("Compare with the code"))
        self.refusal = Text()
        self.progress = Progress("", text("Stop"))
        self.result: ResultCard | None = None
        self._lay_out()
        self.show_complaint("")
        self.show_refusal("")
        self.show_running("")

    def bind(self, presenter: VerifyPresenter) -> None:
        """Tell this presenter what the person does."""
        self._presenter = presenter
        self.drop.dropped.connect(self._dropped)
        self.drop.elsewhere.connect(presenter.lies_elsewhere)
        self.drop.clicked.connect(self._choose_file)
        self.folder.clicked.connect(self._choose_folder)
        self.mine.clicked.connect(lambda: self.check(None))
        self.again.clicked.connect(lambda: presenter.check_again(self.code.text()))
        self.code.returnPressed.connect(lambda: presenter.check_again(self.code.text()))
        self.progress.part = lambda: presenter.part
        self.progress.cancelled.connect(presenter.stop)
        presenter.refresh()

    def open(self, route: Route) -> None:
        if isinstance(route, routes.Verify) and route.path is not None:
            self.check(route.path)

    def check(self, path: Path | None = None) -> None:
        """Check a package; without a path the open vault."""
        if self._presenter is not None:
            self._presenter.check(path, self.code.text())

    # -- what the presenter asks -----------------------------------------------------------------

    def show_running(self, sentence: str) -> None:
        self.progress.show_running(sentence)

    def show_outcome(self, outcome: Outcome | None) -> None:
        if self.result is not None:
            self.result.hide()
            self.column.removeWidget(self.result)
            self.result.deleteLater()
            self.result = None
        if outcome is None or self._presenter is None:
            return
        self.result = ResultCard(outcome, self._language, self._look)
        self.result.copied.connect(self._presenter.copied)
        self.column.insertWidget(self.column.indexOf(self.progress) + 1, self.result)
        self.result.show()
        said = f"{outcome.subject}: {outcome.word}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.area.verticalScrollBar().setValue(0)

    def show_complaint(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    def show_refusal(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def show_vault(self, *, there: bool) -> None:
        self.mine.setEnabled(there)

    # -- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        text = self._language.text
        self.complaint.setProperty("kit", "complaint")
        # What comes of a check stands where one looks first, above what the next one is asked with.
        for widget in (self.refusal, self.progress, self.drop):
            self.add(widget)
        self.drop.add_button(self.folder)
        self.add(FlowRow(self.mine))
        self.code.setPlaceholderText("7K2F 91QD 03BC A8E4 …")
        self.form.add(text("Receipt code (if you have got one another way)"), self.code)
        self.add(self.form)
        self.add(self.complaint)
        self.add(FlowRow(self.again))
        self.add(
            Muted(
                text(
                    "Use a code that reached you by itself, in a mail or on paper. If it fits, nothing "
                    "that it covers was changed since it was given."
                )
            )
        )
        self.add_stretch()

    def _dropped(self, paths: list[Path]) -> None:
        self.check(paths[0])

    def _choose_file(self) -> None:
        self._ask(QFileDialog.FileMode.ExistingFile)

    def _choose_folder(self) -> None:
        self._ask(QFileDialog.FileMode.Directory)

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.setWindowTitle(self._language.text("Choose what is to be checked"))
        if mode is QFileDialog.FileMode.ExistingFile:
            dialog.setNameFilter(self._language.text("Packages (*.zip)"))
        dialog.fileSelected.connect(lambda chosen: self.check(Path(chosen)))
        dialog.open()
