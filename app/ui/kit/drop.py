"""A field to drop files on, with a button for those who do not drag."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit.buttons import Button
from app.ui.kit.look import GRID_PX
from app.ui.kit.naming import mark, named
from app.ui.kit.texts import Text


def files_of(data: QMimeData) -> list[Path]:
    """The files of this computer in what was dropped or pasted."""
    if not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropZone(QFrame):
    """``dropped`` tells the files as a list of paths, ``clicked`` that somebody wants to choose them."""

    dropped = Signal(list)
    clicked = Signal()

    def __init__(self, text: str, button_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "drop")
        self.setAcceptDrops(True)
        self.text = Text(text)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(button_text)
        self.button.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX)
        column.setSpacing(2 * GRID_PX)
        column.addStretch()
        column.addWidget(self.text)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID_PX)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.button)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        column.addStretch()

    def add_button(self, button: Button) -> None:
        """Another way to choose, beside the first."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()
            mark(self, over="true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        mark(self, over="false")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        mark(self, over="false")
        files = files_of(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)
