"""What a page says while it holds nothing: a drawing, a sentence, one filled button and another way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit.buttons import Button, PrimaryButton, QuietButton
from app.ui.kit.flow import FlowRow
from app.ui.kit.look import S1, S2, S4, S7
from app.ui.kit.scale import spaced, text_percent
from app.ui.kit.signs import Sign, paint_sign
from app.ui.kit.texts import Heading, Lead

_DRAWING_PX = 64


class _Drawing(QWidget):
    """A sign, drawn large and quietly; the words below it say what it means."""

    def __init__(self, sign: Sign) -> None:
        super().__init__()
        self._sign = sign
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(_DRAWING_PX * text_percent() / 100)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        quiet = self.palette().placeholderText().color()
        paint_sign(painter, QRectF(self.rect()), self._sign, quiet)
        painter.end()


class EmptyState(QWidget):
    """Stands in the middle of its column, a little below the title.

    Attributes:
        sign: what is drawn.

    Signals:
        primary_clicked: the filled button was pressed.
        secondary_clicked: the outlined one was.
        quiet_clicked: the quiet one was.
    """

    primary_clicked = Signal()
    secondary_clicked = Signal()
    quiet_clicked = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        primary: str = "",
        secondary: str = "",
        parent: QWidget | None = None,
        *,
        quiet: str = "",
        sign: Sign = Sign.CAMERA,
    ) -> None:
        super().__init__(parent)
        self.sign = sign
        self.primary = PrimaryButton(primary)
        self.secondary = Button(secondary)
        self.quiet = QuietButton(quiet)
        self.quiet.clicked.connect(self.quiet_clicked)
        self.primary.clicked.connect(self.primary_clicked)
        self.secondary.clicked.connect(self.secondary_clicked)
        column = spaced(QVBoxLayout(self), S4, (0, S7 - S2, 0, S7))
        column.addWidget(_Drawing(sign), 0, Qt.AlignmentFlag.AlignHCenter)
        words = spaced(QVBoxLayout(), S1)
        for line in (Heading(title), Lead(text)):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.addWidget(line)
        column.addLayout(words)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(FlowRow(self.primary, self.secondary))
        ways.addStretch(1)
        column.addLayout(ways)
        column.addWidget(self.quiet, 0, Qt.AlignmentFlag.AlignHCenter)
        self.primary.setVisible(bool(primary))
        self.secondary.setVisible(bool(secondary))
        self.quiet.setVisible(bool(quiet))
        column.addStretch()
