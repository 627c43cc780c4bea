"""The page of checks: what to check, a receipt code to compare with, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog

from app.actions.open_package import ReadFile, ReadPackage
from app.language import Language
from app.picture import Pixels
from app.ui import routes
from app.ui.kit import CardPage, Progress, Text
from app.ui.kit.look import CurrentLook
from app.ui.routes import Route
from app.ui.screens import ScreenPage
from app.ui.verify.inside import InsideView
from app.ui.verify.outcome import CheckOutcome
from app.ui.verify.presenter import VerifyPresenter
from app.ui.verify.result import ResultView
from app.ui.verify.start import StartCards

_WIDTH_PX = 1120


class VerifyPage(ScreenPage, CardPage):
    """The page: the three ways, or the answer in their place."""

    def __init__(self, language: Language, look: CurrentLook) -> None:
        text = language.text
        super().__init__(
            text("Verify"),
            text(
                "See whether anything was changed after it was saved and locked. Nothing is written."
            ),
            column_px=_WIDTH_PX,
        )
        self._language = language
        self._look = look
        self._presenter: VerifyPresenter | None = None
        self.ways = StartCards(language, look())
        self.refusal = Text(kit="complaint")
        self.progress = Progress("", text("Stop"))
        self.result: ResultView | None = None
        self.inside: InsideView | None = None
        for widget in (self.refusal, self.progress, self.ways):
            self.add(widget)
        self.add_stretch()
        self.show_refusal("")
        self.show_running("")

    def bind(self, presenter: VerifyPresenter) -> None:
        """Tell this presenter what the person does."""
        self._presenter = presenter
        ways = self.ways
        ways.drop.dropped.connect(self._dropped)
        ways.drop.elsewhere.connect(presenter.lies_elsewhere)
        ways.drop.clicked.connect(self._choose_file)
        ways.folder.clicked.connect(self._choose_folder)
        ways.scans.dropped.connect(presenter.compare_print)
        ways.scans.elsewhere.connect(presenter.lies_elsewhere)
        ways.scans.clicked.connect(lambda: self._choose_scans(with_package=False))
        ways.mine.clicked.connect(lambda: presenter.check(None, ""))
        ways.open_vault.clicked.connect(presenter.open_vault)
        self.progress.part = lambda: presenter.part
        self.progress.cancelled.connect(presenter.stop)
        presenter.refresh()

    def open(self, route: Route) -> None:
        if isinstance(route, routes.Verify) and route.path is not None:
            self.check(route.path)

    def check(self, path: Path, parts: Sequence[Path] = ()) -> None:
        """Check a package, with the code that stands in its field; ``parts`` are the others of a split one."""
        if self._presenter is not None:
            self._presenter.check(path, self.ways.code.text(), parts)

    # -- what the presenter asks -----------------------------------------------------------------

    def show_running(self, sentence: str) -> None:
        self.progress.show_running(sentence)

    def show_outcome(self, outcome: CheckOutcome | None) -> None:
        self.show_inside(None)
        had_focus = self.result is not None and self.result.isAncestorOf(self.focusWidget())
        if self.result is not None:
            self.result.hide()
            self.column.removeWidget(self.result)
            self.result.deleteLater()
            self.result = None
        self.ways.setVisible(outcome is None)
        presenter = self._presenter
        if outcome is None or presenter is None:
            if had_focus:
                self.ways.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.result = ResultView(
            outcome, self._language, self._look, can_take_over=presenter.can_take_over
        )
        self.result.copied.connect(presenter.copied)
        self.result.compared.connect(presenter.check_again)
        self.result.something_else.connect(presenter.begin_anew)
        self.result.save_wanted.connect(self._ask_where)
        self.result.inside_wanted.connect(presenter.look_inside)
        self.result.take_over_wanted.connect(presenter.take_over)
        self.result.print_wanted.connect(lambda: self._choose_scans(with_package=True))
        self.column.insertWidget(self.column.indexOf(self.progress) + 1, self.result)
        self.result.show()
        self.result.start()
        said = f"{outcome.subject}: {outcome.word}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.area.verticalScrollBar().setValue(0)

    def show_inside(self, package: ReadPackage | None) -> None:
        if self.inside is not None:
            self.inside.hide()
            self.column.removeWidget(self.inside)
            self.inside.deleteLater()
            self.inside = None
        presenter, result = self._presenter, self.result
        if result is not None:
            result.setVisible(package is None)
        if package is None or presenter is None:
            if result is not None:
                result.start()
            return
        self.inside = InsideView(package, self._language)
        self.inside.back.connect(presenter.leave_inside)
        self.inside.picture_wanted.connect(presenter.picture)
        self.column.insertWidget(self.column.indexOf(self.progress) + 1, self.inside)
        self.inside.show()
        self.inside.to_answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    def show_picture(self, file: ReadFile, pixels: Pixels) -> None:
        if self.inside is not None:
            self.inside.show_picture(file, pixels)

    def show_no_picture(self, file: ReadFile, sentence: str) -> None:
        if self.inside is not None:
            self.inside.show_no_picture(file, sentence)

    def show_complaint(self, sentence: str) -> None:
        shown = self.ways if self.result is None else self.result
        shown.complain(sentence)

    def show_refusal(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def show_vault(self, *, there: bool) -> None:
        self.ways.show_vault(there=there)

    # -- Qt --------------------------------------------------------------------------------------

    def _dropped(self, paths: list[Path]) -> None:
        self.check(paths[0], paths[1:])

    def _choose_file(self) -> None:
        self._ask(QFileDialog.FileMode.ExistingFiles)

    def _choose_folder(self) -> None:
        self._ask(QFileDialog.FileMode.Directory)

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.setWindowTitle(self._language.text("Choose what is to be checked"))
        if mode is QFileDialog.FileMode.ExistingFiles:
            dialog.setNameFilter(self._language.text("Packages (*.zip)"))
        dialog.filesSelected.connect(lambda chosen: self._dropped([Path(each) for each in chosen]))
        dialog.open()

    def _choose_scans(self, *, with_package: bool) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        dialog = QFileDialog(self, self._language.text("Choose scans or photos of the print"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(
            self._language.text("Pictures and PDF (*.png *.jpg *.jpeg *.heic *.tif *.tiff *.pdf)")
        )
        dialog.filesSelected.connect(
            lambda chosen: presenter.compare_print(
                [Path(each) for each in chosen], with_package=with_package
            )
        )
        dialog.open()

    def _ask_where(self) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = presenter.file_for_result(Path(place) if place else Path.home())
        dialog = QFileDialog(self, self._language.text("Save the result"), str(proposed.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._language.text("Text files (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(lambda chosen: presenter.save_result(Path(chosen)))
        dialog.open()
