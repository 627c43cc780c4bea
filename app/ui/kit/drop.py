"""Drops: they are always copies. And a field to drop files on, with a button for those who do not drag.

Rule: whatever is dropped is answered with ``CopyAction``, whatever its source proposes. With Shift held a file manager
proposes to move, and deletes the person's own file once a move was accepted. A source that lets nothing be copied is
refused. Each target of ours says so itself, and
``CopyOnly`` sees to it for those that are Qt's: text fields take dropped files as words, by a move if that is proposed.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QWindow,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit.buttons import Button
from app.ui.kit.carried import files_of, lies_elsewhere
from app.ui.kit.look import GRID_PX
from app.ui.kit.naming import mark, named
from app.ui.kit.texts import Text


def accept_copy(event: QDropEvent) -> None:
    """Accept the drag as a copy; refuse it where its source lets nothing be copied."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.setAccepted(event.dropAction() is Qt.DropAction.CopyAction)


class CopyOnly(QObject):
    """Answers drags from other programs with a copy, whichever widget takes them.

    It watches windows, not widgets: what is dragged reaches a widget by its window. A drag that began in a field of
    ours is left alone: words may be moved there.
    """

    def __init__(self, application: QGuiApplication) -> None:
        """Watch every window from the moment it is in front."""
        super().__init__()
        self._application = application
        self._within = False
        application.focusWindowChanged.connect(self._watch)

    def watch_shown(self, widget: QWidget) -> None:
        """Watch a window as soon as it is shown: something may be dropped on it before it is ever in front."""
        widget.installEventFilter(self)

    def stop(self) -> None:
        """Stop watching."""
        self._application.focusWindowChanged.disconnect(self._watch)
        for window in self._application.topLevelWindows():
            window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWindow):
            if isinstance(event, QDropEvent) and not self._within and event.source() is None:
                self._hand_on(watched, event)
                return True
        elif event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._watch(watched.windowHandle())
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _hand_on(self, window: QWindow, event: QDropEvent) -> None:
        """Send the same event to the same window, with nothing to choose but a copy."""
        if not event.possibleActions() & Qt.DropAction.CopyAction:
            event.ignore()
            return
        copied = _as_copy(event)
        # A drag that was accepted when it came in stays so until it is refused.
        copied.setAccepted(event.isAccepted())
        self._within = True
        try:
            QCoreApplication.sendEvent(window, copied)
        finally:
            self._within = False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(copied.isAccepted())


def _as_copy(event: QDropEvent) -> QDropEvent:
    copy, data = Qt.DropAction.CopyAction, event.mimeData()
    buttons, modifiers = event.buttons(), event.modifiers()
    if isinstance(event, QDragEnterEvent):
        return QDragEnterEvent(event.position().toPoint(), copy, data, buttons, modifiers)
    if isinstance(event, QDragMoveEvent):
        return QDragMoveEvent(event.position().toPoint(), copy, data, buttons, modifiers)
    return QDropEvent(event.position(), copy, data, buttons, modifiers)


class DropZone(QFrame):
    """Takes files.

    Signals:
        dropped: the files, as a list of paths.
        elsewhere: something was dropped that only the program it comes from can give.
        clicked: somebody wants to choose them.
    """

    dropped = Signal(list)
    elsewhere = Signal()
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
        """Add another button, beside the first."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if files_of(data) or lies_elsewhere(data):
            accept_copy(event)
            mark(self, over="true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        mark(self, over="false")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        mark(self, over="false")
        files = files_of(event.mimeData())
        if files:
            accept_copy(event)
            self.dropped.emit(files)
        elif lies_elsewhere(event.mimeData()):
            accept_copy(event)
            self.elsewhere.emit()
