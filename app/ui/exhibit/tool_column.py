"""The tools beside the picture, each with its sign, its word and its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.ui.exhibit.page_actions import PageActions
from app.ui.exhibit.tool_icons import tool_icon
from app.ui.exhibit.tools import Tool
from app.ui.kit import named
from app.ui.kit.look import CurrentLook

_ICON_PX = 20
_SIDE_PX = 8
_LARGE_PERCENT = 125
_GAP_PX = 4


class ToolColumn(QFrame):
    """Scrolls when the window is low or the text large."""

    def __init__(self, actions: PageActions, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        named(self, "side")
        self._buttons: dict[Tool, QToolButton] = {}
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(_SIDE_PX, 12, _SIDE_PX, 12)
        column.setSpacing(6)
        for tool, action in actions.tools.items():
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            column.addWidget(button)
            self._buttons[tool] = button
        column.addStretch(1)
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
        self._draw()

    def button(self, tool: Tool) -> QToolButton:
        """Return the button of a tool."""
        return self._buttons[tool]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As wide as the longest word: a scroll area does not ask for that by itself."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            bar = self._scroll.verticalScrollBar()
            room = bar.sizeHint().width() if bar.isVisible() else 0
            widest = max(button.sizeHint().width() for button in self._buttons.values())
            self.setFixedWidth(widest + 2 * _SIDE_PX + room + 1)
            # The style sheet's smallest height would let the words be squeezed away before anything scrolls.
            self._inside.setMinimumHeight(self._inside.sizeHint().height())
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        """Large words stand beside their sign: below it they would let the column grow out of the window."""
        look = self._look()
        style = Qt.ToolButtonStyle
        large = look.text_percent > _LARGE_PERCENT
        way = style.ToolButtonTextBesideIcon if large else style.ToolButtonTextUnderIcon
        side = look.px(_ICON_PX)
        for tool, button in self._buttons.items():
            gap = look.px(_GAP_PX) if large else 0
            button.defaultAction().setIcon(tool_icon(tool, look, side, gap))
            button.setIconSize(QSize(side + gap, side))
            button.setToolButtonStyle(way)
