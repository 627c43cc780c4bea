"""Enter presses the button that has the focus, as Space does, on every system.

Qt asks the system which keys press a button. Some desktops of Linux name both; Windows names Space alone, since
Enter presses there the one button that its dialogs have chosen. Our pages are no dialogs: whoever came to a button
by Tab and pressed Enter would wait for something that does not come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object  # Qt wants one of its own classes alone among the parents of a button

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OF_THE_KEY = Qt.KeyboardModifier.KeypadModifier


class PressedByEnter(_Button):
    """What a button is besides, before Qt's own: a key that is held down presses it once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~_OF_THE_KEY
        if event.key() not in _ENTER or not plain:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
