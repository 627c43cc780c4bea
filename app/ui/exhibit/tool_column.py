"""The tools beside the picture, each with its sign, its word and its key.

The signs are drawn from the colours of the look, so that they are sharp at every size.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.ui.exhibit.page_actions import PageActions
from app.ui.exhibit.tools import Tool
from app.ui.kit import Look, named
from app.ui.kit.look import CurrentLook

_YELLOW = QColor("#FFE03A")


def tool_icon(tool: Tool, look: Look, side_px: int, gap_px: int = 0) -> QIcon:
    """Return a tool as an icon, with a gap behind it for the words beside it."""
    ratio = 2  # drawn larger than shown: sharp on fine screens too
    pixmap = QPixmap((side_px + gap_px) * ratio, side_px * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_tool(painter, tool, QRect(0, 0, side_px, side_px), look)
    painter.end()
    return QIcon(pixmap)


def draw_tool(painter: QPainter, tool: Tool, area: QRect, look: Look) -> None:
    """Draw a tool's sign into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 16, area.height() / 16)
    ink = QColor(look.ink)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match tool:
        case Tool.SELECT:
            painter.setBrush(ink)
            points = ((4, 1), (4, 13), (7, 10), (9, 15), (11, 14), (9, 9.4), (13, 9))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        case Tool.ARROW:
            painter.drawLine(QLineF(2, 14, 12, 4))
            painter.setBrush(ink)
            painter.drawPolygon(QPolygonF([QPointF(14, 2), QPointF(7, 4), QPointF(12, 9)]))
        case Tool.FRAME:
            painter.drawRect(QRectF(1.5, 3, 13, 10))
        case Tool.HIGHLIGHT:
            painter.setPen(QPen(ink, 1))
            painter.setBrush(_YELLOW)
            painter.drawRect(QRectF(1.5, 5, 13, 6))
        case Tool.NUMBER:
            painter.drawEllipse(QPointF(8, 8), 6.5, 6.5)
            _letter(painter, "1", 9)
        case Tool.TEXT:
            _letter(painter, "T", 15)
        case Tool.REDACT:
            # A light rim, so that black is seen on a dark ground as well.
            painter.setPen(QPen(QColor(look.edge), 1))
            painter.setBrush(Qt.GlobalColor.black)
            painter.drawRect(QRectF(2, 2, 12, 12))
    painter.restore()


def _letter(painter: QPainter, letter: str, size_px: int) -> None:
    font = QFont()
    font.setPixelSize(size_px)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, 16, 16), Qt.AlignmentFlag.AlignCenter, letter)


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
