"""Something that could slip out, where it stands, and a way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Button, FlowRow, Segmented, spaced
from app.ui.kit.look import S2
from app.ui.report.model import SeenLine
from app.ui.report.read_row import ReadRow

_SEND, _LEAVE = "send", "leave"


class LeakRow(QWidget):
    """One line.

    Signals:
        looked_at: the number of the exhibit whose page is to be seen.
        opened: the number of the exhibit in which something is to be covered.
        link_wished: a link, and whether it shall go along.
    """

    looked_at = Signal(int)
    opened = Signal(int)
    link_wished = Signal(str, bool)

    def __init__(self, line: SeenLine, language: Language) -> None:
        super().__init__()
        text = language.text
        column = spaced(QVBoxLayout(self), S2, 0)
        row = ReadRow(line.words, line.detail)
        row.pressed.connect(lambda: self.looked_at.emit(line.exhibit))
        column.addWidget(row)
        if line.cover:
            button = Button(text("Look and cover"))
            button.setAccessibleName(
                text("Look at exhibit {number} and cover", number=line.exhibit)
            )
            button.clicked.connect(lambda: self.opened.emit(line.exhibit))
            column.addWidget(FlowRow(button))
        if line.link:
            choice = Segmented(
                ((_LEAVE, text("Leave link out")), (_SEND, text("Send link"))),
                name=text("What becomes of the link {link}", link=line.link),
            )
            choice.choose(_SEND if line.sent else _LEAVE)
            choice.changed.connect(lambda wish: self.link_wished.emit(line.link, wish == _SEND))
            column.addWidget(choice)
