"""Once a package is saved: a folder for a USB stick beside it, open to everybody or encrypted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.language import Language
from app.ui.kit import Button, Card, FieldForm, FlowRow, Muted, Subheading, Text, TextField


class StickCard(Card):
    """Offers the folder; ``wanted`` tells the password or key, "" for none."""

    wanted = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        self.secret = TextField()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.make = Button(text("Make a folder for a USB stick"))
        self.told = Text("")
        self.make.clicked.connect(lambda: self.wanted.emit(self.secret.text().strip()))
        self.add(Subheading(text("For a USB stick")))
        self.add(
            Muted(
                text(
                    "The folder lies beside the package and opens on a locked PC without a program. "
                    "Copy all of it to the stick."
                )
            )
        )
        form = FieldForm()
        form.add(
            text("Password or age key"),
            self.secret,
            text(
                "Leave it empty, and everybody with the stick can read it. "
                "Encrypted, it opens only with the program age."
            ),
        )
        self.add(form)
        self.add(FlowRow(self.make))
        self.add(self.told)
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Say what became of it; "" says nothing."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
