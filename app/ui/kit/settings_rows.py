"""Settings: rows with words at the left and the control at the right, in one card a group."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.cards import Card, CardRule
from app.ui.kit.field_form import Complaint
from app.ui.kit.look import S1, S2, S4, SETTING_PX
from app.ui.kit.naming import named
from app.ui.kit.scale import least_height, spaced, text_percent
from app.ui.kit.texts import Caption, Muted, Text

_LEAST_WORDS_PX = 200


class SettingRow(QWidget):
    """One setting: its words, a second line, and what it is set with.

    Where words and control have no room beside each other the control goes below. The control gets the words for its
    name and the second line for its description. A box is ticked anywhere in its row: it is small to be hit alone.
    """

    def __init__(
        self, label: str, control: QWidget, second: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label, self.second, self.control = Text(label), Muted(second), control
        self.label.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        control.setAccessibleDescription(second)
        if isinstance(control, QCheckBox):
            named(control, "alone")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.label)
        words.addWidget(self.second)
        self._complaint = Complaint()
        self._complaint.hide()
        words.addWidget(self._complaint)
        words.addStretch(1)
        self._line = spaced(QHBoxLayout(self), S4, (S4, S2, S4, S2))
        self._line.addLayout(words, 1)
        self.saved = Text(kit="fits")
        self.saved.setWordWrap(False)
        self.saved.hide()
        self._line.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        # Only now that it stands in something: on its own it would be shown as a window.
        self.second.setVisible(bool(second))
        least_height(self, SETTING_PX)

    def say(self, second: str) -> None:
        """Show another second line; "" takes it away."""
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.control.setAccessibleDescription(second)

    def complain(self, words: str) -> None:
        """Say in place of the second line what is wrong with what was written; "" takes it back."""
        self._complaint.say(words, self.control)
        self.second.setVisible(bool(self.second.text()) and not words)
        self.control.setAccessibleDescription(words or self.second.text())

    @property
    def complaint(self) -> str:
        """What is complained of; "" where nothing is."""
        return str(self._complaint.words.text())

    def show_saved(self, words: str) -> None:
        """Say beside the control that what was chosen is kept; "" takes it away."""
        self.saved.setText(words)
        self.saved.setVisible(bool(words))

    def words(self) -> str:
        """Return what a search looks in."""
        return f"{self.label.text()} {self.second.text()} {self.control.accessibleName()}"

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the wider of the two: they need not stand beside each other."""
        size = super().minimumSizeHint()
        parts = (self.label, self.second, self.control)
        sides = self._line.contentsMargins()
        widest = max(part.minimumSizeHint().width() for part in parts)
        size.setWidth(widest + sides.left() + sides.right())
        return size

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._box(event) is not None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box = self._box(event)
        if box is not None and self.rect().contains(event.position().toPoint()):
            box.setFocus(Qt.FocusReason.MouseFocusReason)
            box.click()

    def _box(self, event: QMouseEvent) -> QCheckBox | None:
        """Return what is ticked by pressing there with that button."""
        if not isinstance(self.control, QCheckBox) or not self.control.isEnabled():
            return None
        return self.control if event.button() is Qt.MouseButton.LeftButton else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = _LEAST_WORDS_PX * text_percent() // 100
        beside = self.width() >= words + self.control.sizeHint().width() + 3 * S4
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way is self._line.direction():
            return
        self._line.setDirection(way)
        fills = self.control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
        middle = Qt.AlignmentFlag.AlignVCenter
        left = middle if beside or fills else middle | Qt.AlignmentFlag.AlignLeft
        self._line.setAlignment(self.control, left)


class SettingGroup(QWidget):
    """A named card of setting rows with lines between them."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Caption(title)
        self.card = Card()
        spaced(self.card.column, 0, 0)
        column = spaced(QVBoxLayout(self), S1 + 2, 0)
        column.addWidget(self.title)
        column.addWidget(self.card)
        self._rows: list[QWidget] = []
        self._lines: dict[QWidget, CardRule] = {}

    def add(self, row: QWidget) -> QWidget:
        """Put a row below the others; return it."""
        if self._rows:
            self._lines[row] = CardRule()
            self.card.add(self._lines[row])
        self._rows.append(row)
        self.card.add(row)
        return row

    def row(self, label: str, control: QWidget, second: str = "") -> SettingRow:
        """Put a setting below the others; return its row."""
        row = SettingRow(label, control, second)
        self.add(row)
        return row

    def show_only(self, wanted: Callable[[QWidget], bool]) -> bool:
        """Show the rows that are wanted, with lines between them; hide the group where none is, and return that."""
        before: QWidget | None = None
        for row in self._rows:
            line = self._lines.get(row)
            shown = wanted(row)
            row.setVisible(shown)
            if line is not None:
                line.setVisible(shown and before is not None)
            before = row if shown else before
        self.setVisible(before is not None)
        return before is not None
