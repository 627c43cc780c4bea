"""The region in numbers: for those who choose it by keys or by ear. Shows and tells; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from app.capture import Region
from app.language import Language
from app.ui.kit import Button, FlowRow, NumberField, PrimaryButton, named


class NumberPanel(QFrame):
    """Left, top, width and height in the desktop's pixels, and the two ways out."""

    changed = Signal(tuple)
    taken = Signal()
    cancelled = Signal()

    def __init__(self, language: Language, bounds: Region, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        named(self, "sheet")
        self.setAccessibleName(text("The field in numbers"))
        row = FlowRow()
        right, bottom = bounds.x + bounds.width_px, bounds.y + bounds.height_px
        self._boxes = tuple(
            self._add(row, letter, name, least, most)
            for letter, name, least, most in (
                ("X", text("Left edge in pixels"), bounds.x, right - 1),
                ("Y", text("Upper edge in pixels"), bounds.y, bottom - 1),
                (text("W"), text("Width in pixels"), 1, bounds.width_px),
                (text("H"), text("Height in pixels"), 1, bounds.height_px),
            )
        )
        self.take_button = PrimaryButton(text("Take the picture"))
        self.take_button.clicked.connect(self.taken)
        self.cancel_button = Button(text("Cancel"))
        self.cancel_button.clicked.connect(self.cancelled)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(16, 10, 16, 10)
        self._both.setSpacing(16)
        self._both.addWidget(row)
        self._both.addWidget(FlowRow(self.take_button, self.cancel_button))

    def fit(self, width: int) -> None:
        """Take the room that it needs; too wide, the buttons go below the numbers, and those into lines."""
        self._both.setDirection(QBoxLayout.Direction.LeftToRight)
        if self.sizeHint().width() > width:
            self._both.setDirection(QBoxLayout.Direction.TopToBottom)
        taken = min(self.sizeHint().width(), width)
        self.resize(taken, self._both.totalHeightForWidth(taken))

    def show_region(self, region: Region) -> None:
        """Show the numbers without telling anybody, for nobody typed."""
        for box, value in zip(self._boxes, region, strict=True):
            if box.value() != value:
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)

    def first_field(self) -> QWidget:
        """Return where the focus goes when the panel is opened."""
        return self._boxes[0]

    def _add(self, row: FlowRow, letter: str, name: str, least: int, most: int) -> NumberField:
        box = NumberField(least, most)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setKeyboardTracking(False)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.valueChanged.connect(self._tell)
        label = QLabel(letter)
        named(label, "label")
        label.setBuddy(box)
        pair = QWidget()
        both = QHBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        both.addWidget(label)
        both.addWidget(box)
        row.add(pair)
        return box

    def _tell(self) -> None:
        self.changed.emit(tuple(box.value() for box in self._boxes))
