"""What stands where the picture goes: picture, cover or a sentence; and a strip that says what is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.language import Language
from app.ui.exhibit.canvas import CanvasFrame, EditorCanvas
from app.ui.exhibit.film_strip import FilmStrip
from app.ui.exhibit.view_protocol import ExhibitLook, PictureState
from app.ui.exhibit.ways_out import WaysOut
from app.ui.kit import Banner, Lead, PrimaryButton, QuietButton, Text, named
from app.ui.kit.look import CurrentLook

_SIDE_PX = 16


class PictureStack(QFrame):
    """The column of the picture, on its desk.

    Signals:
        marks_asked: go back to the marks.

    Attributes:
        show_button: uncovers the picture.
        sentence: what is said in its place.
        ways_out: of a file that cannot be shown.
        restored: says that marks from before are here again.
        film: over the picture of a film, or of a frame of one.
        strip: says which way of looking it is, where it is not that of the marks.
    """

    marks_asked = Signal()

    def __init__(self, canvas: EditorCanvas, language: Language, look: CurrentLook) -> None:
        super().__init__()
        named(self, "desk")
        self._language = language
        self._canvas = canvas
        text = language.text
        self.restored = Banner(
            text("Your marks are still here"),
            text(
                "The program stopped before they were locked. Go on where you were; "
                "they are locked when you leave the page."
            ),
        )
        self.restored.hide()
        self.film = FilmStrip(language)
        self.strip = self._make_strip()
        self._framed = CanvasFrame(canvas, look)
        self.show_button = PrimaryButton(text("Show picture"))
        self.sentence = Lead("")
        self.sentence.allow_selection()
        self.ways_out = WaysOut(language)
        self._covered, self._said = self._make_cover(), self._make_said()
        self._stack = QStackedWidget()
        for page in (self._said, self._covered, self._framed):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in (self.restored, self.film, self.strip):
            column.addWidget(notice)
        column.addWidget(self._stack, 1)

    def show_stage(self, stage: PictureState, sentence: str) -> None:
        """Show one of the three; the focus goes with what it was on."""
        self.sentence.setText(sentence)
        page = {PictureState.COVERED: self._covered, PictureState.PICTURE: self._framed}.get(
            stage, self._said
        )
        if self._stack.currentWidget() is not page:
            had_focus = self.show_button.hasFocus()
            self._stack.setCurrentWidget(page)
            if had_focus and stage is PictureState.PICTURE:
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_look(self, look: ExhibitLook) -> None:
        """Say what is looked at, and that there are no tools for it."""
        text = self._language.text
        words = {
            ExhibitLook.ORIGINAL: text("The original as it was saved. It never changes."),
            ExhibitLook.RECIPIENT: text(
                "This is what the recipient sees. The tools are put away meanwhile."
            ),
        }
        self._strip_words.setText(words.get(look, ""))
        self.strip.setVisible(look in words)

    def _make_strip(self) -> QFrame:
        strip = QFrame()
        named(strip, "strip")
        rows = QVBoxLayout(strip)
        rows.setContentsMargins(_SIDE_PX, 4, _SIDE_PX, 4)
        rows.setSpacing(0)
        self._strip_words = Text()
        self.to_marks = QuietButton(self._language.text("Back to the marks"))
        self.to_marks.clicked.connect(self.marks_asked)
        rows.addWidget(self._strip_words)
        rows.addWidget(self.to_marks, 0, Qt.AlignmentFlag.AlignLeft)
        strip.hide()
        return strip

    def _make_cover(self) -> QWidget:
        cover = QFrame()
        named(cover, "desk")
        column = QVBoxLayout(cover)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(_SIDE_PX)
        column.addStretch(1)
        words = Lead(self._language.text("The picture is covered until you ask to see it."))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        return cover

    def _make_said(self) -> QWidget:
        page = QFrame()
        named(page, "desk")
        said = QVBoxLayout(page)
        said.setContentsMargins(48, 48, 48, 48)
        said.setSpacing(24)
        said.addWidget(self.sentence)
        said.addWidget(self.ways_out)
        said.addStretch(1)
        return page
