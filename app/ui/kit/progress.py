"""What takes longer than a second shows how far it is, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.kit.buttons import Button
from app.ui.kit.look import GRID_PX
from app.ui.kit.texts import Muted


class Progress(QWidget):
    """A sentence, a bar and a button; ``cancelled`` when it is pressed."""

    cancelled = Signal()

    def __init__(self, text: str, cancel_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Muted(text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text)
        self.cancel = Button(cancel_text)
        self.cancel.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.text)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID_PX)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self.show_part(None)

    def say(self, text: str) -> None:
        """Tell what is going on now."""
        self.text.setText(text)
        self.bar.setAccessibleName(text)

    def show_part(self, part: float | None) -> None:
        """How much is done, 0 to 1; None where nobody can tell."""
        if part is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(min(1.0, max(0.0, part)) * 1000))
