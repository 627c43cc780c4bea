"""The strip that stands above every page while the example is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from app.language import Language
from app.ui.kit import Badge, Button, Text, named, spaced
from app.ui.kit.look import S3, S4


class ExampleStrip(QFrame):
    """Says that all is made up, and has the way out.

    Signals:
        left: the person wants to leave the example.
    """

    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        named(self, "example")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = spaced(QHBoxLayout(self), S3, (S4, 3, S4, 3))
        words = Text(text("Everything here is made up. It is thrown away when you close it."))
        leave = Button(text("Close the example"))
        leave.be_compact()
        leave.clicked.connect(self.left)
        row.addWidget(Badge(text("EXAMPLE"), "wait"))
        row.addWidget(words, 1)
        row.addWidget(leave)
        self.hide()
