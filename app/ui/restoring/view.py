"""The page that makes a vault of a copy: where the copy lies, its key, where the vault goes, and its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.ui.context import UiContext
from app.ui.kit import (
    Button,
    Card,
    CardPage,
    FieldForm,
    FlowRow,
    LongText,
    Muted,
    PageFoot,
    PassphraseField,
    PrimaryButton,
    Progress,
    QuietButton,
    Text,
    empty_out,
)
from app.ui.kit.scale import spaced
from app.ui.restoring.presenter import RestoreField, RestorePresenter, ShownPlaces
from app.ui.routes import Route
from app.ui.screens import ScreenPage

_WIDTH_PX = 640


class RestorePage(CardPage, ScreenPage):
    """The page.

    Attributes:
        choose: asks where the copy lies.
        key: its key, as typed from the sheet.
        elsewhere: asks where the vault goes.
        first: its passphrase.
        again: the same once more.
        suggest: makes six words.
        go: makes the vault.
        open_made: opens it, where something is lacking in it.
        back: to the page before.
    """

    def __init__(self, context: UiContext, vault: Path) -> None:
        text = self._text = context.language.text
        super().__init__(
            text("Restore from a copy"),
            text(
                "A vault is made of the copy on your USB stick or drive. The copy stays as it is."
            ),
            column_px=_WIDTH_PX,
        )
        self.progress = Progress("", text("Stop"))
        self.problem = Text(kit="complaint")
        self.made = Card()
        self._made_lines = spaced(QVBoxLayout(), 4, 0)
        self.made.column.addLayout(self._made_lines)
        self.open_made = PrimaryButton(text("Open the vault"))
        self.made.add(FlowRow(self.open_made))
        self._from, self._to = self._from_card(), self._to_card()
        for each in (self.made, self._from, self._to):
            self.add(each)
        self.add_stretch()
        self.go = PrimaryButton(text("Restore"))
        self.back = QuietButton(text("Back"))
        self.foot = PageFoot(_WIDTH_PX)
        self.foot.column.addWidget(self.problem)
        self.foot.column.addWidget(self.progress)
        self.foot.put([self.back], [self.go])
        self.stand(middle=True)
        self.foot.stand(middle=True)
        self.add_foot(self.foot)
        presenter = self.presenter = RestorePresenter(context, self, vault)
        self.progress.cancelled.connect(presenter.stop)
        self.progress.part = lambda: presenter.part
        self.choose.clicked.connect(self._choose_folder)
        self.elsewhere.clicked.connect(self._choose_place)
        self.suggest.clicked.connect(presenter.suggest)
        self.go.clicked.connect(self._restore)
        self.again.submitted.connect(self._restore)
        self.open_made.clicked.connect(presenter.open_made)
        self.back.clicked.connect(presenter.leave)
        self.go_back_on_escape(self._escape, text("Back"))
        self.show_running("")
        presenter.begin()

    def open(self, _route: Route) -> None:
        self.presenter.begin()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _from_card(self) -> Card:
        text = self._text
        card = Card()
        form = self._from_form = FieldForm()
        self.folder = LongText()
        form.add(text("Folder of the copy"), self.folder)
        self.choose = Button(text("Choose the folder …"))
        form.add_plain(FlowRow(self.choose))
        self.key = self._secret()
        form.add(
            text("Key of the copy, from the recovery sheet"),
            self.key,
            text("It begins with AGE-SECRET-KEY-1. Large and small letters are the same."),
        )
        card.add(form)
        return card

    def _to_card(self) -> Card:
        text = self._text
        card = Card()
        form = self._to_form = FieldForm()
        self.target = LongText()
        form.add(text("The vault will lie here"), self.target)
        self.warning = Muted()
        form.add_plain(self.warning)
        self.elsewhere = Button(text("Choose another folder …"))
        form.add_plain(FlowRow(self.elsewhere))
        self.first, self.again = self._secret(), self._secret()
        form.add(
            text("Passphrase of the vault"),
            self.first,
            text("It may be the one that you had, or a new one. Nobody can reset it."),
        )
        form.add(text("Once more"), self.again)
        self.suggest = QuietButton(text("Suggest six words"))
        form.add_plain(FlowRow(self.suggest))
        self.again.toggle.setAccessibleName(text("Show what is written again"))
        card.add(form)
        return card

    def _secret(self) -> PassphraseField:
        text = self._text
        return PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))

    # -- what the presenter calls ------------------------------------------------------------------

    def show_places(self, shown: ShownPlaces) -> None:
        self.folder.set_words(shown.folder or self._text("None is chosen yet."))
        self.target.set_words(shown.target)
        self.warning.setText(shown.warning)
        self.warning.setVisible(bool(shown.warning))
        self.elsewhere.setVisible(not shown.fixed)

    def show_phrase(self, phrase: str) -> None:
        for field in (self.first, self.again):
            field.clear()
            field.line.setText(phrase)
            field.toggle.click()

    def show_running(self, sentence: str) -> None:
        self.progress.show_running(sentence)
        for each in (self._from, self._to, self.go, self.open_made):
            each.setEnabled(not sentence)

    def complain(self, field: RestoreField | None, words: str) -> None:
        fields = {
            RestoreField.FOLDER: (self._from_form, self.folder),
            RestoreField.KEY: (self._from_form, self.key),
            RestoreField.PLACE: (self._to_form, self.target),
            RestoreField.FIRST: (self._to_form, self.first),
            RestoreField.AGAIN: (self._to_form, self.again),
        }
        for name, (form, widget) in fields.items():
            if field is None or name is field:
                form.complain(widget, words if name is field else "")
        if field is not None and words:
            form, widget = fields[field]
            form.go_to_first_error()

    def show_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def show_made(self, lines: tuple[str, ...]) -> None:
        empty_out(self._made_lines)
        for number, line in enumerate(lines):
            self._made_lines.addWidget(LongText(line, kit="text" if number else "heading"))
        shown: tuple[QWidget, ...] = (self._from, self._to, self.go)
        for each in shown:
            each.setVisible(not lines)
        self.made.setVisible(bool(lines))
        if lines:
            self.open_made.setFocus(Qt.FocusReason.OtherFocusReason)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join(lines)))

    def forget(self) -> None:
        for field in (self.key, self.first, self.again):
            field.clear()

    # -- what is pressed ---------------------------------------------------------------------------

    def _escape(self) -> None:
        """Go back, unless something is typed or made: the key is long."""
        typed = any(each.value() for each in (self.key, self.first, self.again))
        if not typed and not self.progress.isVisible():
            self.presenter.leave()

    def _restore(self) -> None:
        self.presenter.restore(self.key.value(), self.first.value(), self.again.value())

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._text("Folder of the copy"))
        if chosen:
            self.presenter.choose_folder(Path(chosen))

    def _choose_place(self) -> None:
        start = self.presenter.target.parent
        while not start.exists() and start != start.parent:
            start = start.parent
        title = self._text("Choose a folder for the vault")
        chosen = QFileDialog.getExistingDirectory(self, title, str(start))
        if chosen:
            self.presenter.choose_place(Path(chosen))
