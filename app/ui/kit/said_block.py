"""What is said of something: a quiet label, the words, and in small what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inert import isolated
from app.ui.kit.long_text import LongText
from app.ui.kit.scale import spaced
from app.ui.kit.texts import Muted


class SaidBlock(QWidget):
    """One label with its words; a screen reader hears both together."""

    def __init__(self, label: str, value: str, rest: Sequence[str] = ()) -> None:
        super().__init__()
        column = spaced(QVBoxLayout(self), 0, 0)
        column.addWidget(Muted(label))
        words = LongText(value)
        words.setAccessibleName(f"{label}: {isolated(value)}")
        column.addWidget(words)
        if more := " · ".join(filter(None, rest)):
            column.addWidget(LongText(more, kit="muted"))
