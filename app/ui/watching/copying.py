"""A text to copy: shown with its blanks, changed as wanted, put on the clipboard, and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.kit import Button, Dialog, Muted, NextButton, PrimaryButton, TextArea, read_as
from app.ui.kit.dialogs import BROAD_PX
from app.ui.watching.presenter import CopyText


class CopyDialog(Dialog):
    """Tells ``copied`` once the words lie on the clipboard, and ``noting`` where what became of it is noted.

    Attributes:
        area: the words.
        copy_button: puts them on the clipboard.
        note_button: leads to the form.
    """

    copied = Signal()
    noting = Signal()

    def __init__(
        self, shown: CopyText, note_words: str, text: Callable[..., str], parent: QWidget
    ) -> None:
        super().__init__(shown.title, parent, width_px=BROAD_PX)
        self.add(Muted(shown.lead))
        self.area = TextArea(lines=9)
        read_as(self.area, shown.title)
        self.area.setPlainText(shown.text)
        self.add(self.area)
        self.add(
            Muted(
                text(
                    "You can change the text before you copy it. Nothing of it is kept in Bevismappe."
                )
            )
        )
        self.add(Muted(shown.source))
        self.copy_button = PrimaryButton(text("Copy the text"))
        self.note_button = NextButton(note_words)
        self.close_button = Button(text("Close"))
        self.copy_button.clicked.connect(self._copy)
        self.note_button.clicked.connect(self._note)
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(self._forget)
        self.put_foot(self.close_button, self.note_button, self.copy_button)
        self.area.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.area.toPlainText())
        self.copied.emit()

    def _note(self) -> None:
        self.accept()
        self.noting.emit()

    def _forget(self) -> None:
        self.area.clear()
        self.deleteLater()
