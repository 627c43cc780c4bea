"""Calm messages at the lower right. They go by themselves, unless the pointer or the focus is in them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.ui.kit import Button, FlowRow, Muted, Subheading, current_look, named
from app.ui.navigator import Toast

STAYS_MS = 8_000
_MOST = 3
_EDGE_PX = 24


class ToastView(QFrame):
    """One message; ``left`` when it goes."""

    left = Signal()

    def __init__(self, toast: Toast, close_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        named(self, "toast")
        self.setAccessibleName(f"{toast.title} {toast.text}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(Subheading(toast.title), 1)
        close = QToolButton()
        close.setText("×")
        close.setAccessibleName(close_text)
        close.setToolTip(close_text)
        close.clicked.connect(self.leave)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 14)
        column.setSpacing(6)
        column.addLayout(head)
        if toast.text:
            column.addWidget(Muted(toast.text))
        buttons: list[QWidget] = []
        for action in toast.actions:
            button = Button(action.label)
            button.clicked.connect(self.leave)
            button.clicked.connect(lambda _checked=False, act=action.act: act())
            buttons.append(button)
        if buttons:
            column.addWidget(FlowRow(*buttons))
        for inside in (close, *buttons):
            inside.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.leave)
        self._timer.start()

    def sizeHint(self) -> QSize:
        width = min(current_look().px(360), max(240, self._window.width() - 2 * _EDGE_PX))
        return QSize(width, self._column.totalHeightForWidth(width))

    @property
    def waits(self) -> bool:
        """Whether it goes by itself before long."""
        return self._timer.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.go_on()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self.go_on)
        return super().eventFilter(watched, event)

    def go_on(self) -> None:
        """Start over, unless pointer or focus is still in it."""
        focused = QApplication.focusWidget()
        if not self.underMouse() and not (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()

    def leave(self) -> None:
        """Go now."""
        self._timer.stop()
        self.hide()
        self.left.emit()
        self.deleteLater()


class Toasts(QObject):
    """Stacks messages over the lower right corner of a window."""

    def __init__(self, window: QWidget, close_text: str, bottom_px: int = 36) -> None:
        super().__init__(window)
        self._window = window
        self._close_text = close_text
        self._bottom = bottom_px
        self._shown: list[ToastView] = []
        window.installEventFilter(self)

    @property
    def shown(self) -> tuple[ToastView, ...]:
        """Those on the window, the newest last."""
        return tuple(self._shown)

    def show_toast(self, toast: Toast) -> None:
        """Show one more; the oldest makes room."""
        while len(self._shown) >= _MOST:
            self._shown[0].leave()
        view = ToastView(toast, self._close_text, self._window)
        view.left.connect(lambda: self._forget(view))
        self._shown.append(view)
        view.ensurePolished()
        self._place()  # before it is shown: it would be under a pointer in the upper left corner
        view.show()
        self._place()
        words = view.accessibleName()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))

    def clear(self) -> None:
        """Take all away: they may tell of a case that is covered now."""
        for view in tuple(self._shown):
            view.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._place()
        return super().eventFilter(watched, event)

    def _forget(self, view: ToastView) -> None:
        self._shown = [each for each in self._shown if each is not view]
        self._place()

    def _place(self) -> None:
        bottom = self._window.height() - self._bottom - 8
        for view in reversed(self._shown):
            size = view.sizeHint()
            view.setGeometry(
                self._window.width() - size.width() - _EDGE_PX,
                bottom - size.height(),
                size.width(),
                size.height(),
            )
            view.raise_()
            bottom -= size.height() + 8
