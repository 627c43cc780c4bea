"""Widgets of the forms: a calm notice with a button, and choices whose meaning must be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from app.ui.forms.model import Option
from app.ui.kit import Button, FlowRow, Muted, OptionCard, Subheading, named
from app.ui.kit.look import CurrentLook


class CardNotice(QFrame):
    """A word on the side, with something one may do about it."""

    clicked = Signal()

    refused = Signal()

    def __init__(self, title: str, text: str = "", button: str = "", other: str = "") -> None:
        super().__init__()
        named(self, "banner")
        self.title = Subheading(title)
        self.text = Muted(text)
        self.button = Button(button)
        self.button.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.text)
        self.other = Button(other)
        self.other.clicked.connect(self.refused)
        row = FlowRow(self.button, self.other)
        self.other.setVisible(bool(other))
        column.addWidget(row)
        self.text.setVisible(bool(text))
        row.setVisible(bool(button))

    def say(self, title: str, text: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))


class OptionCards(QWidget):
    """A few choices below each other, each with what follows from it; ``changed`` tells the value."""

    changed = Signal(str)

    def __init__(
        self, options: Sequence[Option], look: CurrentLook, *, fixed: bool = False
    ) -> None:
        super().__init__()
        self._values: list[str] = []
        self.buttons: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for number, option in enumerate(options):
            card = OptionCard(look, option.label, option.text)
            button = card.radio
            button.setEnabled(not fixed)
            self._group.addButton(button, number)
            self.buttons.append(button)
            self._values.append(option.value)
            column.addWidget(card)
        if self.buttons:
            self.buttons[0].setChecked(True)
            self.setFocusProxy(self.buttons[0])
        self._group.idToggled.connect(self._toggled)

    def value(self) -> str:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Choose a value; one that is not offered changes nothing."""
        if value in self._values:
            self.buttons[self._values.index(value)].setChecked(True)

    def _toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.changed.emit(self._values[index])
