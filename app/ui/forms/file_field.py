"""A field for one file: dropped on it or chosen, told by its name, and taken away again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Caption, DropZone, FlowRow, LongText, QuietButton, spaced
from app.ui.kit.look import S2


class FileField(QWidget):
    """Tells by ``changed`` the path of its file, "" for none."""

    changed = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._path = ""
        self._dialog: QFileDialog | None = None
        text = language.text
        self.zone = DropZone(text("Drop the file here"), text("Choose a file …"))
        self.zone.dropped.connect(self._dropped)
        self.zone.elsewhere.connect(self._elsewhere)
        self.zone.clicked.connect(self._ask)
        self.name = LongText("")
        self.another = QuietButton(text("Choose another one …"))
        self.another.clicked.connect(self._ask)
        self.away = QuietButton(text("Take it away"))
        self.away.clicked.connect(lambda: self._take(""))
        self.said = Caption("")
        self._kept = QWidget()
        buttons = FlowRow()
        buttons.add(self.another)
        buttons.add(self.away)
        kept = spaced(QVBoxLayout(self._kept), S2, 0)
        kept.addWidget(self.name)
        kept.addWidget(buttons)
        column = spaced(QVBoxLayout(self), S2, 0)
        column.addWidget(self.zone)
        column.addWidget(self._kept)
        column.addWidget(self.said)
        self.choose("")

    def value(self) -> str:
        """The path."""
        return self._path

    def choose(self, value: str) -> None:
        """Put a file in; nobody is told."""
        self._path = value
        self.name.set_words(Path(value).name if value else "")
        self._kept.setVisible(bool(value))
        self.zone.setVisible(not value)
        self._say("")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.zone.button.setAccessibleName(f"{name}: {self._language.text('Choose a file …')}")

    def _take(self, value: str) -> None:
        had_focus = self.away.hasFocus() or self.another.hasFocus() or self.zone.button.hasFocus()
        self.choose(value)
        if had_focus:
            (self.another if value else self.zone.button).setFocus()
        self.changed.emit(value)

    def _dropped(self, paths: list[Path]) -> None:
        if len(paths) == 1:
            self._take(str(paths[0]))
        else:
            self._say(self._language.text("One file belongs here. Note the others by themselves."))

    def _elsewhere(self) -> None:
        self._say(
            self._language.text(
                "Save the file on this computer first. Then you can choose it here."
            )
        )

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _ask(self) -> None:
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = QFileDialog(self.window(), self._language.text("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.finished.connect(self._asked)
        self._dialog = dialog
        dialog.open()

    def _asked(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        chosen = dialog.selectedFiles() if result else []
        dialog.deleteLater()
        if chosen:
            self._take(chosen[0])
