"""The ways out of a file that cannot be shown here: open it in another program, after a warning, or save a copy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Button, FlowRow, Text


class WaysOut(QWidget):
    """``place_chosen`` tells where a copy shall lie."""

    place_chosen = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        text = language.text
        self.open_button = Button(text("Open in another program"))
        self.copy_button = Button(text("Save a copy"))
        self.warning = Text()
        self.go_on_button = Button(text("Open the copy"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow(self.open_button, self.copy_button))
        column.addWidget(self.warning)
        column.addWidget(FlowRow(self.go_on_button))
        self.show_as(shown=False)

    def show_as(self, *, shown: bool, warning: str = "") -> None:
        """Offer both ways; with ``warning``, ask before the file is opened."""
        asked = bool(warning)
        moved = asked and self.open_button.hasFocus()
        self.setVisible(shown)
        self.warning.setText(warning)
        self.warning.setVisible(asked)
        self.go_on_button.setVisible(asked)
        self.open_button.setEnabled(not asked)
        if moved:
            self.go_on_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_where(self, name: str) -> None:
        """Ask for a place; a file that lies there is not replaced."""
        dialog = QFileDialog(self, self._language.text("Save a copy"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.place_chosen)
        dialog.open()
