"""Buttons: one filled a screen, any number of outlined ones, quiet ones for what is rarely done, icons alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.inert import shown
from app.ui.kit.enter import PressedByEnter
from app.ui.kit.look import CurrentLook
from app.ui.kit.naming import mark, named
from app.ui.kit.signs import Sign, paint_sign, sign_icon

_HINT_GAP_PX = 12
_ICON_PX = 18
_SIGN_PX = 20
# Beside what Qt itself keeps between an icon and words.
_SIGN_GAP_PX = 4

FILLED_CHANGED = QEvent.Type(QEvent.registerEventType())
"""What a window is told when a filled button in it comes or goes: there is to be one on each screen."""


class _TextButton(PressedByEnter, QPushButton):
    """A button that never gets smaller than its words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_text(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_text(self, text: str) -> None:
        """Show other words."""
        words = shown(text)
        # An ampersand in a title is a letter, not a mnemonic.
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def be_compact(self) -> None:
        """Be 32 high: in a row of pills, and in a strip."""
        mark(self, compact="true")

    def set_sign(self, sign: Sign, look: CurrentLook) -> None:
        """Let a drawing stand before the words."""
        colour = "on_accent" if self.property("kit") == "primary" else "ink"
        self.setIcon(sign_icon(sign, look, colour))
        side = look().px(_ICON_PX)
        self.setIconSize(QSize(side + look().space(_SIGN_GAP_PX), side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class PrimaryButton(_TextButton):
    """Filled: the one thing to do next. One a screen, never in a banner, a message or the detail pane."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, "primary")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QApplication.postEvent(self.window(), QEvent(FILLED_CHANGED))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        QApplication.postEvent(self.window(), QEvent(FILLED_CHANGED))

    def set_filled(self, *, filled: bool) -> None:
        """Take the filling away where another button of the screen has it, or give it back."""
        mark(self, kit="primary" if filled else "")


class Button(_TextButton):
    """Outlined: a thing that can be done; ``hint`` shows its key beside the words."""

    def __init__(self, text: str, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(text, parent)
        self._hint: QLabel | None = None
        if hint:
            named(self, "hinted")
            label = QLabel(hint)
            named(label, "keycap")
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 14, 0)
            row.addStretch()
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
            self._hint = label

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self._hint is not None:
            size.setWidth(size.width() + self._hint.sizeHint().width() + _HINT_GAP_PX)
        return size


class NextButton(_TextButton):
    """Outlined with words in the accent: the step that a banner, a message or the detail pane leads to."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, "next")


class MenuButton(_TextButton):
    """Opens a menu, and says so by an arrow behind its words."""

    def __init__(self, text: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, "menu")
        self.setMenu(menu)


class QuietButton(_TextButton):
    """Looks like a link; for what is rarely done. Its words start at the text edge."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, "quiet")


class DangerButton(_TextButton):
    """Outlined in red: confirms that something is deleted. Nothing else is red."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, "danger")


class IconButton(PressedByEnter, QPushButton):
    """A sign alone, 36 square, or 32 where it is compact; its words are tooltip and name."""

    def __init__(
        self,
        sign: Sign,
        text: str,
        look: CurrentLook,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self._sign, self._look = sign, look
        named(self, "icon")
        self.setProperty("compact", compact)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.show_as(sign, text)

    def show_as(self, sign: Sign, text: str) -> None:
        """Show another sign, which stands for other words."""
        self._sign = sign
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look()
        name = "ink" if self.isEnabled() else "off"
        if self.isChecked():
            name = "accent"
        side = float(look.px(_SIGN_PX))
        painter = QPainter(self)
        middle = QRectF(self.rect()).center()
        square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_sign(painter, square, self._sign, QColor(getattr(look, name)))
        painter.end()
