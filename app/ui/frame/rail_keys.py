"""What the toolbar has at its right end, below the rail, where a page has a bar of its own: hiding, and help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.ui.kit import IconButton, Sign, named, spaced
from app.ui.kit.look import CurrentLook

_SIDE_PX = 10


class RailKeys(QFrame):
    """One above the other, as signs; each does what its action does, and says its key."""

    def __init__(self, actions: dict[Sign, QAction], look: CurrentLook) -> None:
        super().__init__()
        named(self, "side")
        column = spaced(QVBoxLayout(self), 2, (_SIDE_PX, 0, _SIDE_PX, _SIDE_PX))
        for sign, action in actions.items():
            words, key = action.text().replace("&", ""), action.shortcut().toString()
            button = IconButton(sign, f"{words} ({key})", look)
            button.clicked.connect(action.trigger)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
