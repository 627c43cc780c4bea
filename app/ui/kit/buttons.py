"""Buttons: one primary a screen, any number of plain ones, quiet ones for what is rarely done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

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
