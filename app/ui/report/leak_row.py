"""Something that could slip out: where it stands, a tick for who has looked at it, and the way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.inert import shown
from app.language import Language
from app.ui.kit import Button, FlowRow, Segmented, named, read_as, spaced, text_percent
from app.ui.kit.look import S2, S3
from app.ui.report.model import SeenLine
from app.ui.report.read_row import ReadRow

_SEND, _LEAVE = "send", "leave"
_BESIDE_TO = 125
"""Above so much text a button stands below the words: beside them there is no room."""


class LeakRow(QWidget):
    """One line.

    Signals:
        looked_at: the number of the exhibit whose page is to be seen.
        mended: somebody wants to mend it where it stands.
        ticked: whether it is ticked off.
        link_wished: a link, and whether it shall go along.
    """

    looked_at = Signal(int)
    mended = Signal()
    ticked = Signal(bool)
    link_wished = Signal(str, bool)

    def __init__(self, line: SeenLine, language: Language) -> None:
        super().__init__()
        text = language.text
        self.box: QCheckBox | None = None
        self.button: Button | None = None
        self.row = ReadRow(line.words, line.detail, strong=not line.looked)
        self.row.pressed.connect(lambda: self.looked_at.emit(line.exhibit))
        column = spaced(QVBoxLayout(self), S2, 0)
        beside = spaced(QHBoxLayout(), S3, 0)
        if line.key:
            box = self.box = QCheckBox()
            named(box, "alone")
            read_as(box, text("Looked at: {words}", words=shown(line.words)))
            box.setChecked(line.looked)
            box.clicked.connect(self.ticked)
            beside.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.row, 1)
        column.addLayout(beside)
        if line.way is not None or line.own:
            button = self.button = Button(text("Look and cover") if line.cover else text("Correct"))
            read_as(button, _button_words(line, text("Correct"), language))
            button.clicked.connect(self.mended)
            if text_percent() <= _BESIDE_TO:
                beside.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            else:
                column.addWidget(FlowRow(button))
        if line.link:
            choice = Segmented(
                ((_LEAVE, text("Leave link out")), (_SEND, text("Send link"))),
                name=text("What becomes of the link {link}", link=line.link),
            )
            choice.choose(_SEND if line.sent else _LEAVE)
            choice.changed.connect(lambda wish: self.link_wished.emit(line.link, wish == _SEND))
            column.addWidget(choice)

    def show_looked(self, *, looked: bool) -> None:
        """Show whether it is ticked off; what is not stands out."""
        if self.box is not None:
            self.box.setChecked(looked)
            self.row.be_strong(strong=not looked)


def _button_words(line: SeenLine, correct: str, language: Language) -> str:
    if line.cover:
        return language.text("Look at exhibit {number} and cover", number=line.exhibit)
    return f"{correct}: {shown(line.words)}"
