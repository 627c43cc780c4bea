"""The row of buttons on top, and the search field."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from app.ui.kit import Button, FlowLayout, PrimaryButton, current_look, named


class SearchField(QLineEdit):
    """Searches the open case; Escape empties it."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        named(self, "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(220), max(super().sizeHint().height(), look.px(38)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Toolbar(QFrame):
    """Buttons for actions: a button does what its action does and is as enabled as it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "bar")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = FlowLayout(self)
        self.flow.setContentsMargins(16, 10, 16, 10)

    def add_action(
        self, action: QAction, text: str, *, primary: bool = False, hint: str = ""
    ) -> Button | PrimaryButton:
        """Add a button for an action."""
        button: Button | PrimaryButton
        button = PrimaryButton(text) if primary else Button(text, hint=hint)
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        if key:
            button.setToolTip(key)
            button.setAccessibleDescription(key)

        def follow() -> None:
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        follow()
        self.flow.addWidget(button)
        return button
