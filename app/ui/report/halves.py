"""Choices at the left, the page at the right; where the window is too narrow for both, one of them at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit import Segmented, spaced, text_percent
from app.ui.kit.look import S2
from app.ui.kit.room import Room, effective_px, page_side, room_of

_CHOICES_PX = {Room.WIDE: 440, Room.MEDIUM: 400, Room.NARROW: 380}
_BOTH_FROM_PX = 900
_CHOICES, _PAGE = "choices", "page"


class Halves(QWidget):
    """Two widgets, and the tabs that stand above them in a narrow window."""

    def __init__(self, choices: QWidget, page: QWidget, words: tuple[str, str], name: str) -> None:
        """Put them side by side; ``words`` are those of their tabs, ``name`` is that of the tabs."""
        super().__init__()
        self._choices, self._page = choices, page
        self.tabs = Segmented(list(zip((_CHOICES, _PAGE), words, strict=True)), name=name)
        self.tabs.changed.connect(lambda _value: self._fit())
        self._tab_row = QWidget()
        self._tab_line = QHBoxLayout(self._tab_row)
        self._tab_line.addWidget(self.tabs)
        self._tab_line.addStretch()
        row = spaced(QHBoxLayout(), 0, 0)
        row.addWidget(choices)
        row.addWidget(page, 1)
        column = spaced(QVBoxLayout(self), 0, 0)
        column.addWidget(self._tab_row)
        column.addLayout(row, 1)

    @property
    def both(self) -> bool:
        """Whether there is room for both."""
        return effective_px(self.window().width(), text_percent()) >= _BOTH_FROM_PX

    def show_page(self) -> None:
        """Bring the page to the front, where only one of them is seen."""
        self.tabs.choose(_PAGE)

    def show_choices(self) -> None:
        """Bring the choices to the front, where only one of them is seen."""
        self.tabs.choose(_CHOICES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        wide, percent = self.window().width(), text_percent()
        both, page = self.both, self.tabs.value() == _PAGE
        self._tab_row.setVisible(not both)
        self._tab_line.setContentsMargins(page_side(wide, percent), S2, S2, 0)
        self._choices.setVisible(both or not page)
        self._page.setVisible(both or page)
        width = round(_CHOICES_PX[room_of(wide, percent)] * percent / 100)
        self._choices.setMinimumWidth(width if both else 0)
        self._choices.setMaximumWidth(width if both else 1 << 15)
