"""The made words, numbered in three columns, so that they are read out and copied in their order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.kit import named
from app.ui.kit.look import S2, S3, S4, S5
from app.ui.kit.scale import spaced

_COLUMNS = 3


class _Word(QWidget):
    def __init__(self, number: int, word: str) -> None:
        super().__init__()
        row = spaced(QHBoxLayout(self), S2, 0)
        for words, kit in ((str(number), "muted"), (word, "heading")):
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            named(label, kit)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addStretch(1)
        self.setAccessibleName(f"{number} {word}")


class NumberedWords(QFrame):
    """Words in their order, row by row; in fewer columns where there is no room for three."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "covered")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._words: list[_Word] = []
        self._columns = 0
        self._grid = spaced(QGridLayout(self), S3, S4)
        self._grid.setHorizontalSpacing(S5)

    def text(self) -> str:
        """Return the words with a blank between them."""
        return self.accessibleName()

    def set_text(self, words: str) -> None:
        """Show other words."""
        for each in self._words:
            self._grid.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._words = [_Word(number, word) for number, word in enumerate(words.split(), 1)]
        self.setAccessibleName(words)
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        margins = self._grid.contentsMargins()
        return QSize(self._widest() + margins.left() + margins.right(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _widest(self) -> int:
        return max((each.sizeHint().width() for each in self._words), default=0)

    def _arrange(self) -> None:
        margins = self._grid.contentsMargins()
        gap = self._grid.horizontalSpacing()
        room = self.width() - margins.left() - margins.right() + gap
        columns = min(max(1, room // max(1, self._widest() + gap)), _COLUMNS)
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        for at, each in enumerate(self._words):
            self._grid.addWidget(each, at // columns, at % columns)
            each.show()
