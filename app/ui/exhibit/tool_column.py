"""The tools beside the picture, each with its sign, its word and its key; signs alone where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.exhibit.page_actions import PageActions
from app.ui.exhibit.tool_signs import draw_tool
from app.ui.exhibit.tools import KEYS, Tool
from app.ui.kit import CardRule, named
from app.ui.kit.enter import PressedByEnter
from app.ui.kit.look import MICRO_PX, CurrentLook

_WIDE_PX, _NARROW_PX = 88, 56
_TALL_PX = 56
_ICON_PX = 20
_SIDE_PX = 5
_LARGE_PERCENT = 125


class ToolButton(PressedByEnter, QToolButton):
    """A sign over its word, and the key after it in a quieter colour. Narrow, the sign over the key."""

    def __init__(self, tool: Tool, word: str, look: CurrentLook) -> None:
        super().__init__()
        self._tool, self._word, self._look = tool, word, look
        self._narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fold(self, *, narrow: bool) -> None:
        """Show the word or not."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look()
        if self._narrow:
            # Large signs need no key below them: it is told under the pointer, and all tools are seen.
            large = look.text_percent > _LARGE_PERCENT
            side = look.px(_ICON_PX + 8) if large else look.px(44)
            return QSize(look.px(44), side + (0 if large else 6))
        metrics = QFontMetrics(_font(look.px(MICRO_PX)))
        words = metrics.horizontalAdvance(f"{self._word} {KEYS[self._tool]}") + 12
        return QSize(max(words, look.px(_WIDE_PX - 2 * _SIDE_PX)), look.px(_TALL_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button without words, and these by hand: no style has two colours for them."""
        del event
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = option.icon.__class__()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        self._paint_inside(painter)
        painter.end()

    def _paint_inside(self, painter: QPainter) -> None:
        look = self._look()
        colour = "ink" if self.isEnabled() else "off"
        if self.isChecked() and self.isEnabled():
            colour = "accent"
        side = look.px(_ICON_PX)
        font = _font(look.px(MICRO_PX))
        metrics = QFontMetrics(font)
        word, key = ("" if self._narrow else self._word), KEYS[self._tool]
        if self._narrow and look.text_percent > _LARGE_PERCENT:
            key = ""
        high = side + (look.px(5) + metrics.height() if word or key else 0)
        top = (self.height() - high) // 2
        draw_tool(
            painter, self._tool, QRect((self.width() - side) // 2, top, side, side), look, colour
        )
        gap = metrics.horizontalAdvance(" ") if word else 0
        wide = metrics.horizontalAdvance(word) + gap + metrics.horizontalAdvance(key)
        left, base = (self.width() - wide) // 2, top + high - metrics.descent()
        painter.setFont(font)
        painter.setPen(QColor(getattr(look, colour)))
        painter.drawText(left, base, word)
        painter.setPen(QColor(look.muted if self.isEnabled() else look.off))
        painter.drawText(left + wide - metrics.horizontalAdvance(key), base, key)


class ToolColumn(QFrame):
    """Scrolls when the window is very low or the text large."""

    def __init__(self, actions: PageActions, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._narrow = False
        named(self, "side")
        self._buttons: dict[Tool, ToolButton] = {}
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        for tool, action in actions.tools.items():
            button = ToolButton(tool, actions.words[tool], look)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            named(button, "tool")
            self._column.addWidget(button)
            self._buttons[tool] = button
            if tool is Tool.REDACT:
                # What hides is apart from what shows.
                self._column.addWidget(CardRule())
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        named(self._scroll, "scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._inside.installEventFilter(self)
        self._measure()

    def button(self, tool: Tool) -> ToolButton:
        """Return the button of a tool."""
        return self._buttons[tool]

    def fold(self, *, narrow: bool) -> None:
        """Show the words or not."""
        self._narrow = narrow
        for button in self._buttons.values():
            button.fold(narrow=narrow)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scroll area does not ask for the width of what it holds by itself."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._measure()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        look = self._look()
        side = look.px(_SIDE_PX) if not self._narrow else look.px(6)
        self._column.setContentsMargins(side, look.space(7), side, look.space(7))
        self._column.setSpacing(look.space(2))
        bar = self._scroll.verticalScrollBar()
        room = bar.sizeHint().width() if bar.isVisible() else 0
        wanted = max(button.sizeHint().width() for button in self._buttons.values()) + 2 * side
        self.setFixedWidth(max(wanted, look.px(_NARROW_PX if self._narrow else _WIDE_PX)) + room)
        # The style sheet's smallest height would let the words be squeezed away before anything scrolls.
        self._inside.setMinimumHeight(self._inside.sizeHint().height())


def _font(size_px: int) -> QFont:
    font = QFont()
    font.setPixelSize(size_px)
    return font
