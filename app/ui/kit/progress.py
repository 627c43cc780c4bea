"""What takes longer than a second shows how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.kit.buttons import Button
from app.ui.kit.look import GRID_PX
from app.ui.kit.texts import Muted

_LOOK_MS = 100
_SURE_MS = 5_000  # what is told of the time left before that is guessing


class Progress(QWidget):
    """A sentence, a bar and a button, in sight while something runs; ``cancelled`` when the button is pressed.

    Attributes:
        part: asked ten times a second, while something runs, how much is done.
        left: what is said behind the sentence of the time that is left, in milliseconds; nothing, where nobody says
            otherwise. Asked after some seconds, of how fast it went since anything was known.
    """

    cancelled = Signal()

    def __init__(self, text: str, cancel_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: Callable[[], float | None] = lambda: None
        self.left: Callable[[int], str] = lambda _: ""
        self._sentence = text
        self._since, self._from = QElapsedTimer(), 0.0
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
        self._looking.timeout.connect(self._look)
        self.show_part(None)
        self.hide()

    def show_running(self, sentence: str) -> None:
        """Show that something runs, and how far it is, until it is "" that does."""
        self.setVisible(bool(sentence))
        if sentence:
            self._since.invalidate()
            self.say(sentence)
            self.show_part(self.part())
            self._looking.start()
        else:
            self._looking.stop()

    def say(self, text: str) -> None:
        """Tell what is going on now."""
        self._sentence = text
        self.text.setText(text)
        self.bar.setAccessibleName(text)

    def show_part(self, part: float | None) -> None:
        """Show how much is done, 0 to 1; None where nobody can tell."""
        if part is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(min(1.0, max(0.0, part)) * 1000))

    def _look(self) -> None:
        part = self.part()
        self.show_part(part)
        if part is None:
            return
        if not self._since.isValid():
            self._since.start()
            self._from = part
        left = time_left_ms(self._since.elapsed(), part - self._from, 1.0 - part)
        words = "" if left is None else self.left(left)
        self.text.setText(f"{self._sentence} {words}".rstrip())


def time_left_ms(took_ms: int, done: float, left: float) -> int | None:
    """Return how long the rest takes at the pace so far; None while nobody can tell.

    Args:
        took_ms: how long it has run.
        done: how much of the whole was done in that time, 0 to 1.
        left: how much is left of it, 0 to 1.
    """
    if took_ms < _SURE_MS or done <= 0:
        return None
    return round(took_ms * max(0.0, left) / done)
