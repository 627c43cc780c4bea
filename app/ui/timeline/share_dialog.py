"""Asks what may be read of support that is shared; what was noted in private is not taken over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.language import Language
from app.ui.kit import Button, Dialog, FieldForm, Muted, PrimaryButton, Text, TextArea, TextField


class ShareDialog(Dialog):
    """``shared`` tells what may be read, and who gave it by name; both may be empty."""

    shared = Signal(str, str)

    def __init__(self, told: str, language: Language, parent: QWidget) -> None:
        text = language.text
        super().__init__(text("Share that you got support?"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.told = Text(told)
        lead = Muted(
            text(
                "This may stand in a report. Nothing else of what you noted in private goes along."
            )
        )
        self.what, self.name = TextArea(lines=3), TextField()
        form = FieldForm()
        form.add(text("What it was"), self.what, text("Do not write about health here."))
        form.add(text("Name"), self.name)
        self.add(self.told)
        self.add(lead)
        self.add(form)
        self.share = PrimaryButton(text("Share it"))
        self.share.setDefault(True)
        self.share.clicked.connect(self._share)
        self.cancel = Button(text("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.put_foot(self.cancel, self.share)
        self.setAccessibleDescription(f"{told}. {lead.text()}")
        self.what.setFocus()

    def _share(self) -> None:
        what, name = self.what.value(), self.name.value()
        self.accept()
        self.shared.emit(what, name)
