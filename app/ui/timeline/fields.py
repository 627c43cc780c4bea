"""One field of the pane: its label, what it says first, what belongs to it in small, and what stood there before."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.casework import Labelled, dotted
from app.inert import isolated
from app.language import Language
from app.ui.kit import LongText, Muted, QuietButton
from app.ui.kit.look import GRID_PX


class FieldBlock(QWidget):
    """A field; the address of a page can be copied."""

    def __init__(self, field: Labelled, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._field = field
        self.copy: QuietButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Muted(field.label))
        value = LongText(field.value, kit="link" if field.link else "text")
        value.setAccessibleName(f"{field.label}: {isolated(field.value)}")
        if field.link:
            self._add_link(column, value)
        else:
            column.addWidget(value)
        for sentence in filter(None, (dotted(*map(isolated, field.rest)), *field.before)):
            column.addWidget(LongText(sentence, kit="muted"))

    def _add_link(self, column: QVBoxLayout, value: LongText) -> None:
        self.copy = QuietButton(self._language.text("Copy"))
        self.copy.setAccessibleName(self._language.text("Copy the link"))
        self.copy.clicked.connect(self._copied)
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(value, 1)
        row.addWidget(self.copy, 0)
        column.addLayout(row)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._field.value)
        if self.copy is not None:
            self.copy.set_text(self._language.text("Copied"))
