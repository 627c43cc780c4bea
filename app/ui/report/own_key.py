"""By which key the PDF is signed: the vault's, or one of the person's own in a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Button, Choice, FieldForm, FlowRow, Muted, PassphraseField, TextField, spaced
from app.ui.kit.look import GRID_PX
from app.ui.report.model import KeyShown

_VAULT, _OWN = "vault", "own"


class OwnKey(QWidget):
    """``chosen`` tells that the other kind was chosen; ``opening`` has the file and its password."""

    chosen = Signal()
    opening = Signal(object, str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        text = language.text
        self.kind = Choice([(_VAULT, text("The vault’s own key")), (_OWN, text("My own key"))])
        self.of_vault = Muted(
            text(
                "The seal on the first page shows that nothing was changed since. The key is made in your vault. "
                "A program that checks it says that the issuer is unknown: tell the recipient its fingerprint "
                "another way."
            )
        )
        self.file = TextField()
        self.choose = Button(text("Choose file"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID_PX)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose)
        row.setFocusProxy(self.file)
        self.password = PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))
        self.open_key = Button(text("Open the key"))
        kinds = FieldForm()
        kinds.add(text("Sign with"), self.kind)
        self.own = FieldForm()
        self._file_row = self.own.add(
            text("File with your key"),
            row,
            text("It ends in .p12 or .pfx. Nothing of it is kept in the vault."),
        )
        self.file.setAccessibleName(text("File with your key"))
        self.own.add(text("Password of the file"), self.password)
        self.own.add_plain(FlowRow(self.open_key))
        column = spaced(QVBoxLayout(self), 2 * GRID_PX, 0)
        column.addWidget(kinds)
        column.addWidget(self.of_vault)
        column.addWidget(self.own)
        self.kind.changed.connect(self._turned)
        self.choose.clicked.connect(self._choose_file)
        self.open_key.clicked.connect(self._open)
        self.password.submitted.connect(self._open)
        self.show_kind(own=False)

    def is_own(self) -> bool:
        """Return whether a key of the person's own was chosen."""
        return self.kind.value() == _OWN

    def show_kind(self, *, own: bool) -> None:
        """Show what belongs to one of the two."""
        self.kind.choose(_OWN if own else _VAULT)
        self.of_vault.setVisible(not own)
        self.own.setVisible(own)

    def show_key(self, shown: KeyShown) -> None:
        """Show whose key was opened, or why none was."""
        self.own.complain(self.password, shown.complaint)
        self.own.confirm(self.password, shown.said)
        hint = "" if shown.said or shown.complaint else self._language.text("Open the key first.")
        self.own.hint(self.password, hint)

    def forget(self) -> None:
        """Empty both fields."""
        self.file.clear()
        self.password.clear()

    def _turned(self, _value: str) -> None:
        self.show_kind(own=self.is_own())
        self.chosen.emit()

    def _choose_file(self) -> None:
        text = self._language.text
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            text("File with your key"),
            str(Path.home()),
            f"{text('Files with keys')} (*.p12 *.pfx *.P12 *.PFX);;{text('All files')} (*)",
        )
        if chosen:
            self.file.setText(chosen)
            self.password.line.setFocus()

    def _open(self) -> None:
        self.opening.emit(Path(self.file.value()), self.password.value())
