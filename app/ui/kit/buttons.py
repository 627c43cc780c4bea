"""Buttons: one primary a screen, any number of plain ones, quiet ones for what is rarely done; choices side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.ui.kit.flow import FlowLayout
from app.ui.kit.naming import named

_HINT_GAP_PX = 12


class _TextButton(QPushButton):
    """A button that never gets smaller than its words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        # An ampersand in a title is a letter, not a mnemonic.
        super().__init__(text.replace("&", "&&"), parent)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class PrimaryButton(_TextButton):
    """The one thing to do next."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, "primary")


class Button(_TextButton):
    """A thing that can be done; ``hint`` shows its key beside the words."""

    def __init__(self, text: str, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(text, parent)
        self._hint: QLabel | None = None
        if hint:
            named(self, "hinted")
            label = QLabel(hint)
            named(label, "hint")
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 14, 0)
            row.addStretch()
            row.addWidget(label)
            self._hint = label

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self._hint is not None:
            size.setWidth(size.width() + self._hint.sizeHint().width() + _HINT_GAP_PX)
        return size


class MenuButton(_TextButton):
    """Opens a menu, and says so by an arrow behind its words."""

    def __init__(self, text: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, "menu")
        self.setMenu(menu)


class QuietButton(_TextButton):
    """Looks like a link; for what is rarely done."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, "quiet")


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
