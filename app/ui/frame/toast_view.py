"""One calm message. It goes by itself, unless the pointer or the focus is in it.

It may stand in a window, or be a window of its own that takes the focus from nobody.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.ui.acts import Toast, ToastAction, ToastState
from app.ui.kit import (
    Button,
    FlowRow,
    Muted,
    NextButton,
    PopupMenu,
    QuietButton,
    Sign,
    Subheading,
    named,
    sign_icon,
)
from app.ui.kit.enter import PressedByEnter
from app.ui.kit.look import CARD_RADIUS_PX, CurrentLook

STAYS_MS = 8_000
UNDO_STAYS_MS = 20_000
_WIDTH_PX = 432
_OUTLINED = 2
_SIGN_PX = 16
_SHADOW_PX, _FALL_PX = 16, 4
_OWN_WINDOW = (
    Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)


class _Mark(QWidget):
    """A disc with a tick for what is saved, a ring for what waits: shape and words say what the colour says."""

    def __init__(self, state: ToastState, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._look().px(16)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        disc = QRectF(0, 0, side, side).adjusted(1, 1, -1, -1)
        if self._state is ToastState.WAITING:
            painter.setPen(QPen(QColor(look.amber), side / 8))
            painter.drawEllipse(disc.adjusted(side / 16, side / 16, -side / 16, -side / 16))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.green))
            painter.drawEllipse(disc)
            pen = QPen(QColor(look.card), side / 8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            corners = ((0.30, 0.52), (0.44, 0.66), (0.70, 0.36))
            painter.drawPolyline([QPointF(x * side, y * side) for x, y in corners])
        painter.end()


class _SmallButton(PressedByEnter, QToolButton):
    """A sign at the edge of a message."""


class ToastView(QFrame):
    """One message.

    Signals:
        left: it goes.
        page_wanted: a button was pressed that leads to a page.
    """

    left = Signal()
    page_wanted = Signal()

    def __init__(self, toast: Toast, language: Language, look: CurrentLook) -> None:
        super().__init__(None, _OWN_WINDOW)
        self._look = look
        text = language.text
        named(self, "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        # As a window it may be listed: what it tells is not told there.
        self.setWindowTitle("Bevismappe")
        self.setAccessibleName(f"{toast.title} {toast.text}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._folded = False
        self._menu = PopupMenu(parent=self)
        self.toast = toast
        self._more = self._small(Sign.MORE, text("What you can do"))
        self._more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._close = self._small(Sign.CLOSE, text("Close"))
        self._close.clicked.connect(self.leave)
        self._words = Muted(toast.text)
        self._buttons = [self._button(*each) for each in enumerate(toast.actions)]
        self._row = FlowRow(*self._buttons)
        self._column = self._put_together(toast)
        self.fold(folded=False)
        for inside in (self._close, self._more, *self._buttons):
            inside.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        undoes = any(action.undoes for action in toast.actions)
        self._timer.setInterval(UNDO_STAYS_MS if undoes else STAYS_MS)
        self._timer.timeout.connect(self.leave)
        self._timer.start()
        self._menu.aboutToShow.connect(self._timer.stop)
        self._menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self.go_on))

    # -- its shapes ------------------------------------------------------------------------------

    def sizes(self, widest: int) -> tuple[QSize, QSize]:
        """Return the room that it needs: whole, and folded to one line."""
        # What was never shown has not got its font and its margins yet.
        for each in (self, *self.findChildren(QWidget)):
            each.ensurePolished()
        folded = self._folded
        whole, line = (self._size(widest, folded=each) for each in (False, True))
        self.fold(folded=folded)
        return whole, line

    def fold(self, *, folded: bool) -> None:
        """Show the first line alone, with the buttons in a menu; or everything."""
        self._folded = folded
        self._words.setVisible(bool(self._words.text()) and not folded)
        self._row.setVisible(bool(self._buttons) and not folded)
        self._more.setVisible(bool(self._buttons) and folded)
        bottom = 10 if folded else 16
        self._column.setContentsMargins(16, 10 if folded else 14, 10, bottom)
        self._column.activate()

    @property
    def folded(self) -> bool:
        """Whether only the first line is shown."""
        return self._folded

    def place_in(self, window: QWidget | None) -> None:
        """Become a part of a window, or a window of its own; not shown yet."""
        if window is not None:
            self.clearMask()
            self.setParent(window)
            self.setGraphicsEffect(self._shadow())
        elif not self.isWindow():
            # As a window it has what shadow the desktop gives it.
            self.setGraphicsEffect(None)  # type: ignore[arg-type]  # Qt's way of having none
            self.setParent(None, _OWN_WINDOW)

    def _shadow(self) -> QGraphicsDropShadowEffect:
        look = self._look()
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(_SHADOW_PX)
        shadow.setOffset(0, _FALL_PX)
        colour = QColor(0, 0, 0) if look.dark else QColor(look.ink)
        colour.setAlphaF(0.5 if look.dark else 0.14)
        shadow.setColor(colour)
        return shadow

    def _size(self, widest: int, *, folded: bool) -> QSize:
        self.fold(folded=folded)
        width = min(self._look().px(_WIDTH_PX), widest)
        return QSize(width, self._column.totalHeightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isWindow():
            # Not every desktop lets what is behind a window's round corners through.
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), CARD_RADIUS_PX, CARD_RADIUS_PX)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    # -- staying and going -----------------------------------------------------------------------

    @property
    def waits(self) -> bool:
        """Whether it goes by itself before long."""
        return self._timer.isActive()

    def enter(self) -> None:
        """Take the focus, to be used by keys."""
        first: QWidget = self._close
        if self._buttons:
            first = self._more if self._folded else self._buttons[0]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def holds_focus(self) -> bool:
        """Return whether the focus is in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

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
        if not (self.underMouse() or self.holds_focus() or self._menu.isVisible()):
            self._timer.start()

    def leave(self) -> None:
        """Close at once."""
        self._timer.stop()
        self.left.emit()
        self.hide()
        self.deleteLater()

    # -- putting it together ---------------------------------------------------------------------

    def _put_together(self, toast: Toast) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Subheading(toast.title))
        words.addWidget(self._words)
        head = QHBoxLayout()
        head.setSpacing(14)
        if toast.state is not ToastState.PLAIN:
            head.addWidget(_Mark(toast.state, self._look), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        ways_out = QHBoxLayout()
        ways_out.setSpacing(2)
        ways_out.addWidget(self._more)
        ways_out.addWidget(self._close)
        head.addLayout(ways_out)
        head.setAlignment(ways_out, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        # A window would else be made as tall as its words are when they are narrowest.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(head)
        column.addWidget(self._row)
        return column

    def _button(self, number: int, action: ToastAction) -> Button | NextButton | QuietButton:
        """Return an outlined button, a quiet one after the first two; never a filled one: the page has that."""
        kind = NextButton if action.primary else Button if number < _OUTLINED else QuietButton
        button = kind(action.label)
        button.clicked.connect(lambda: self._act(action))
        self._menu.addAction(action.label.replace("&", "&&")).triggered.connect(
            lambda: self._act(action)
        )
        return button

    def _act(self, action: ToastAction) -> None:
        self.leave()
        if action.opens_page:
            self.page_wanted.emit()
        action.act()

    def _small(self, sign: Sign, name: str) -> QToolButton:
        button = _SmallButton()
        button.setIcon(sign_icon(sign, self._look))
        button.setIconSize(QSize(self._look().px(_SIGN_PX), self._look().px(_SIGN_PX)))
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button
