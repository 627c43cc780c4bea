"""Which exhibits belong to one thing: those that do, each to be taken away, and a list to add from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.ui.forms.model import Option, joined, parted
from app.ui.kit import Choice, spaced, widest
from app.ui.kit.look import S1, S2

_WIDTH_PX, _LEAST_LETTERS = 360, 12


class ExhibitsField(QWidget):
    """Tells by ``changed`` the values that are ticked, as one text."""

    changed = Signal(str)

    def __init__(self, options: Sequence[Option], add_text: str) -> None:
        super().__init__()
        self._labels = {option.value: option.label for option in options}
        self._add_text = add_text
        self.boxes: dict[str, QCheckBox] = {}
        self._ticked = spaced(QVBoxLayout(), S1)
        self.adding = widest(Choice(), _WIDTH_PX)
        # As narrow as the page is: what is cut of a line is whole in the list.
        self.adding.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.adding.setMinimumContentsLength(_LEAST_LETTERS)
        column = spaced(QVBoxLayout(self), S2, 0)
        column.addLayout(self._ticked)
        column.addWidget(self.adding)
        self.adding.changed.connect(self._add)
        self._offer()

    def value(self) -> str:
        """What is ticked."""
        return joined(value for value, box in self.boxes.items() if box.isChecked())

    def choose(self, value: str) -> None:
        """Tick these, in this order, and offer the others."""
        wanted = [each for each in parted(value) if each in self._labels]
        for each in wanted:
            if each not in self.boxes:
                self._put(each)
        for each, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(each in wanted)
        self._offer()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.adding.setAccessibleName(f"{name}: {self._add_text}")

    def _put(self, value: str) -> None:
        box = QCheckBox(self._labels[value].replace("&", "&&"))
        box.setAccessibleName(self._labels[value])
        box.toggled.connect(lambda _: self.changed.emit(self.value()))
        self.boxes[value] = box
        self._ticked.addWidget(box)
        box.show()

    def _add(self, value: str) -> None:
        if value:
            self.choose(joined((*parted(self.value()), value)))
            self.changed.emit(self.value())

    def _offer(self) -> None:
        """Offer what has no box yet; one that was taken away keeps its box, to be ticked again."""
        left = [(each, label) for each, label in self._labels.items() if each not in self.boxes]
        with QSignalBlocker(self.adding):
            self.adding.offer([("", self._add_text), *left])
            self.adding.setCurrentIndex(0)
        self.adding.setVisible(bool(left))
