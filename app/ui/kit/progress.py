"""What takes longer than a second shows how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.kit.buttons import Button
from app.ui.kit.look import GRID_PX
from app.ui.kit.texts import Muted

_LOOK_MS = 100


class Progress(QWidget):
    """A sentence, a bar and a button, in sight while something runs; ``cancelled`` when the button is pressed.

    Attributes:
        part: asked ten times a second, while something runs, how much is done.
    """

    cancelled = Signal()

    def __init__(self, text: str, cancel_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: Callable[[], float | None] = lambda: None
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
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(lambda: self.show_part(self.part()))
        self.show_part(None)
        self.hide()

    def show_running(self, sentence: str) -> None:
        """Show that something runs, and how far it is, until it is "" that does."""
        self.setVisible(bool(sentence))
        if sentence:
            self.say(sentence)
            self.show_part(self.part())
            self._looking.start()
        else:
            self._looking.stop()

    def say(self, text: str) -> None:
        """Tell what is going on now."""
        self.text.setText(text)
        self.bar.setAccessibleName(text)

    def show_part(self, part: float | None) -> None:
        """Show how much is done, 0 to 1; None where nobody can tell."""
        if part is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(min(1.0, max(0.0, part)) * 1000))
