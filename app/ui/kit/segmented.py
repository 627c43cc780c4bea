"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QWidget

from app.ui.kit.buttons import Button
from app.ui.kit.flow import FlowLayout
from app.ui.kit.naming import named


class Segmented(QFrame):
    """Pairs of value and label; arrow keys go from one to the next; ``changed`` tells the value."""

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        named(self, "segments")
        self.setAccessibleName(name)
        # No wider than its choices: what is beside them cannot be chosen.
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, gap_px=2)
        flow.setContentsMargins(3, 3, 3, 3)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: list[Button] = []
        self._values: list[str] = []
        for value, label in options:
            button = Button(label)
            named(button, "segment")
            button.setCheckable(True)
            self._group.addButton(button, len(self._values))
            self._values.append(value)
            self._buttons.append(button)
            flow.addWidget(button)
        if self._buttons:
            self._buttons[0].setChecked(True)
        self._group.idToggled.connect(self._toggled)

    def value(self) -> str:
        """Return what is chosen."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else ""

    def choose(self, value: str) -> None:
        """Choose a value; one that is not offered changes nothing."""
        if value in self._values:
            self._buttons[self._values.index(value)].setChecked(True)

    def button(self, value: str) -> Button:
        """Return the button of a value."""
        return self._buttons[self._values.index(value)]

    def _toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.changed.emit(self._values[index])
