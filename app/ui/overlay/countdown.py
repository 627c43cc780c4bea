"""The plate that counts the seconds down before a delayed picture; Esc in any window of ours, or its button, cancels.

It takes the focus from nobody: the delay is there for menus of other programs to be opened.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Button, Text, named, style_window
from app.ui.kit.look import CARD_RADIUS_PX, CurrentLook
from app.ui.kit.menus import round_off

_FROM_EDGE_PX = 24
_SIDE_PX, _DOWN_PX = 16, 10


class Countdown(QWidget):
    """Stands at the top of the screen with the pointer, over every window.

    Signals:
        cancelled: nothing is to be taken.
    """

    cancelled = Signal()

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__(None, _flags())
        self._language = language
        for attribute in (
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
            Qt.WidgetAttribute.WA_DeleteOnClose,
        ):
            self.setAttribute(attribute)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        text = language.text
        self.setWindowTitle(text("Take screenshot"))
        plate = QFrame()
        named(plate, "sheet")
        self.words = Text("", kit="strong")
        self.words.setWordWrap(False)
        self.cancel_button = Button(text("Cancel"), hint="Esc")
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout(plate)
        row.setContentsMargins(_SIDE_PX, _DOWN_PX, _SIDE_PX, _DOWN_PX)
        row.setSpacing(_SIDE_PX)
        row.addWidget(self.words)
        row.addWidget(self.cancel_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(plate)
        style_window(self, look())
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def count(self, seconds: int) -> None:
        """Show how long it takes yet."""
        said = self._language.plural(
            "The picture is taken in {count} second.",
            "The picture is taken in {count} seconds.",
            seconds,
        )
        self.words.setText(said)
        self.setAccessibleName(said)
        if not self.isVisible():
            self.adjustSize()
            # As wide as it is with the longest words: it stands still while it counts.
            self.setFixedSize(self.size())
            round_off(self, CARD_RADIUS_PX)
            screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
            area = screen.availableGeometry()
            self.move(area.center().x() - self.width() // 2, area.top() + _FROM_EDGE_PX)
            self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc is for the countdown while it counts, also where a page has another use for it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.cancelled.emit()
                return True
        return super().eventFilter(watched, event)


def _flags() -> Qt.WindowType:
    return (
        Qt.WindowType.Tool
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.WindowDoesNotAcceptFocus
    )
