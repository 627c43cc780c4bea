"""The strip over the picture of a film: what it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.language import Language
from app.messages import span
from app.ui.exhibit.film_seeing import FilmLine
from app.ui.kit import Button, FlowRow, Progress, QuietButton, Text, named

_SIDE_PX = 16


class FilmStrip(QFrame):
    """Shows what it is told.

    Signals:
        to_film_asked: go to the film that the frame was taken from.

    Attributes:
        frames_button: choose frames.
        cover_button: cover something.
        words_button: write down what is said.
        to_film: goes to the film.
        progress: how far a clip is; its button stops it.
    """

    to_film_asked = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        named(self, "strip")
        text = language.text
        self.words = Text()
        self.said = Text()
        self.frames_button = Button(text("Choose frames"))
        self.cover_button = Button(text("Cover in the film"))
        self.words_button = Button(text("Write down what is said"))
        self.to_film = QuietButton(text("Go to the film"))
        self.to_film.clicked.connect(self.to_film_asked)
        self.progress = Progress(text("The clip is being made …"), text("Stop"))
        self.progress.left = lambda ms: text("Time left: {time}", time=span(ms, language))
        self._row = FlowRow(self.frames_button, self.cover_button, self.words_button, self.to_film)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE_PX, 8, _SIDE_PX, 8)
        column.setSpacing(8)
        for widget in (self.words, self._row, self.progress, self.said):
            column.addWidget(widget)
        self.show_line(None)
        self.show_running("")
        self.say("")

    def show_line(self, line: FilmLine | None) -> None:
        """Show what it is, and offer what can be done."""
        self.setVisible(line is not None)
        if line is None:
            self.say("")
            return
        self.words.setText(line.words)
        self.frames_button.setVisible(line.film)
        self.cover_button.setVisible(line.film)
        self.to_film.setVisible(bool(line.of))
        self.words_button.setVisible(line.media)
        self._row.setVisible(line.film or line.media or bool(line.of))

    def show_running(self, sentence: str) -> None:
        """Show that a clip is being made, until it is "" that is."""
        self.progress.show_running(sentence)
        self.cover_button.setEnabled(not sentence)
        if sentence:
            self.say("")

    def say(self, sentence: str) -> None:
        """Say what came of it."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
