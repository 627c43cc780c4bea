"""The form that names fields, helps with them, and says which of them must be mended."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.columns import Columns
from app.ui.kit.fields import PassphraseField
from app.ui.kit.look import S1, S2, S4
from app.ui.kit.naming import mark, named
from app.ui.kit.scale import spaced
from app.ui.kit.texts import Muted, Text

_LEAST_BESIDE_PX = 180


class Complaint(QWidget):
    """A mark and the words beside it: red is not the only thing that says that something is wrong."""

    def __init__(self) -> None:
        super().__init__()
        sign = QLabel("!")
        named(sign, "error-mark")
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = Text(kit="error")
        row = spaced(QHBoxLayout(self), S2, 0)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def say(self, words: str, *fields: QWidget) -> None:
        """Say what is the matter, and mark the fields that it is the matter with; "" takes both back."""
        self.words.setText(words)
        self.setVisible(bool(words))
        for field in fields:
            mark(_bordered(field), error="true" if words else "false")


class FieldForm(QWidget):
    """Fields below each other, each with its label above it, help under the label, complaints under the field.

    What is said below a field gets its place when something is said: most fields never need it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = spaced(QVBoxLayout(self), S4, 0)
        self._groups: dict[QWidget, QWidget] = {}
        self._rows: dict[QWidget, QVBoxLayout] = {}
        self._hints: dict[QWidget, Text] = {}
        self._found: dict[QWidget, Text] = {}
        self._complaints: dict[QWidget, Complaint] = {}
        self._help: dict[QWidget, str] = {}

    def add(self, label: str, field: QWidget, help_text: str = "") -> QWidget:
        """Add a field under its label; return the field."""
        self._column.addWidget(self._group(label, field, help_text))
        return field

    def add_beside(self, *fields: tuple[str, QWidget] | tuple[str, QWidget, str]) -> None:
        """Add short fields side by side while there is room, each with its label, and perhaps help."""
        row = Columns(least_px=_LEAST_BESIDE_PX)
        helped = any(len(each) > 2 for each in fields)
        for label, field, *help_text in fields:
            group = self._group(label, field, *help_text, room_for_help=helped)
            row.columns.addWidget(group)
            row.columns.setAlignment(group, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(row)

    def add_plain(self, widget: QWidget) -> None:
        """Add something that names itself, such as a check box."""
        self._column.addWidget(widget)

    def complain(self, field: QWidget, text: str) -> None:
        """Say below a field what is the matter with it, and mark it; "" takes both back."""
        complaint = self._complaints.get(field)
        if complaint is None:
            if not text:
                return
            complaint = self._complaints[field] = Complaint()
            self._rows[field].addWidget(complaint)
        complaint.say(text, field)
        told = (text, self._help[field])
        field.setAccessibleDescription(" ".join(each for each in told if each))

    def errors(self) -> list[QWidget]:
        """Return the fields that must be mended, in their order."""
        return [
            field
            for field in self._groups
            if field in self._complaints and self._complaints[field].words.text()
        ]

    def go_to_first_error(self) -> None:
        """Scroll to the first field that must be mended, and let it be written in."""
        for field in self.errors()[:1]:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            above = self.parentWidget()
            while above is not None and not isinstance(above, QScrollArea):
                above = above.parentWidget()
            if above is not None:
                above.ensureWidgetVisible(self._groups[field])

    def hint(self, field: QWidget, text: str) -> None:
        """Say below a field what is good to know; "" takes it back."""
        label = self._hints.get(field)
        if label is None:
            if not text:
                return
            label = self._hints[field] = Text(kit="hint")
            self._rows[field].addWidget(label)
        label.setText(text)
        label.setVisible(bool(text))

    def confirm(self, field: QWidget, text: str) -> None:
        """Say below a field, in green, what was found by it; "" takes it back."""
        label = self._found.get(field)
        if label is None:
            if not text:
                return
            label = self._found[field] = Text(kit="found")
            self._rows[field].addWidget(label)
        label.setText(text)
        label.setVisible(bool(text))

    def show_field(self, field: QWidget, *, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._groups[field].setVisible(shown)

    def _group(
        self, label: str, field: QWidget, help_text: str = "", *, room_for_help: bool = False
    ) -> QWidget:
        group = QWidget()
        rows = spaced(QVBoxLayout(group), S1, 0)
        name = Text(label, kit="label")
        name.setBuddy(field)
        field.setAccessibleName(label)
        rows.addWidget(name)
        if help_text or room_for_help:
            rows.addWidget(Muted(help_text))
        if help_text:
            field.setAccessibleDescription(help_text)
        line = QHBoxLayout()
        line.addWidget(field, 1)
        line.addStretch(0)  # one that is narrower than the column stands at its left
        rows.addLayout(line)
        self._groups[field], self._rows[field], self._help[field] = group, rows, help_text
        return group


def _bordered(field: QWidget) -> QWidget:
    """Return what of a field has the border."""
    return field.line if isinstance(field, PassphraseField) else field
