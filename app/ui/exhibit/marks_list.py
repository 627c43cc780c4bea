"""The marks as a list: an item model over lines, and how a line is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.exhibit.tool_column import draw_tool
from app.ui.exhibit.words import MarkLine
from app.ui.kit import Look
from app.ui.kit.look import CurrentLook

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
_PAD_PX = 8
_ROOT = QModelIndex()


class MarksModel(QAbstractListModel):
    """The lines in drawing order."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[MarkLine, ...] = ()

    def show(self, lines: Sequence[MarkLine]) -> None:
        """Show other lines; the same marks in the same order keep their rows, so that nobody loses their place."""
        before = self._lines
        if [line.id for line in before] == [line.id for line in lines]:
            self._lines = tuple(lines)
            for row, (old, new) in enumerate(zip(before, lines, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def row_of(self, id: int) -> int:
        """Return the row of a mark, -1 where it has none."""
        return next((row for row, line in enumerate(self._lines) if line.id == id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return None


class LineDelegate(QStyledItemDelegate):
    """A sign, a title that breaks its lines, and a quiet second line."""

    def __init__(self, look: CurrentLook, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, MarkLine):
            return
        look = self._look()
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, QColor(look.info))
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height()), QColor(look.accent))
        painter.setPen(QColor(look.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        sign, title, detail = _fonts(look)
        left = area.x() + _PAD_PX
        top = area.y() + _PAD_PX
        self._paint_sign(painter, line, QRect(left, top, _sign_px(look), 0), sign, look)
        text = _text_area(area, look)
        painter.setFont(title)
        painter.setPen(QColor(look.ink))
        high = _title_height(line.title, text.width(), title)
        place = QRect(text.x(), top, text.width(), high)
        painter.drawText(place, _flags(line.title, text.width(), title), line.title)
        painter.setFont(detail)
        painter.setPen(QColor(look.muted))
        below = QRect(text.x(), top + high + 2, text.width(), area.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, line.detail)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        view = option.widget
        if not isinstance(line, MarkLine) or not isinstance(view, QListView):
            return super().sizeHint(option, index)
        look = self._look()
        _, title, detail = _fonts(look)
        width = view.viewport().width()
        text = _text_area(QRect(0, 0, width, 0), look).width()
        high = _title_height(line.title, text, title)
        flags = int(Qt.TextFlag.TextWordWrap)
        second = QFontMetrics(detail).boundingRect(0, 0, text, 10_000, flags, line.detail).height()
        return QSize(width, high + second + 2 * _PAD_PX + 4)

    def _paint_sign(
        self, painter: QPainter, line: MarkLine, place: QRect, font: QFont, look: Look
    ) -> None:
        """The number, or a small picture of what it is."""
        metrics = QFontMetrics(font)
        if line.sign:
            painter.setFont(font)
            painter.setPen(QColor(look.accent))
            painter.drawText(place.x(), place.y() + metrics.ascent(), line.sign)
            return
        side = look.px(16)
        box = QRect(place.x(), place.y() + (metrics.height() - side) // 2, side, side)
        draw_tool(painter, line.kind, box, look)


def _fonts(look: Look) -> tuple[QFont, QFont, QFont]:
    """Of the sign, the title and the second line."""
    sign, title, detail = QFont(), QFont(), QFont()
    sign.setPixelSize(look.px(15))
    sign.setBold(True)
    title.setPixelSize(look.px(15))
    detail.setPixelSize(look.px(13))
    return sign, title, detail


def _sign_px(look: Look) -> int:
    return look.px(28)


def _text_area(area: QRect, look: Look) -> QRect:
    left = area.x() + _PAD_PX + _sign_px(look)
    return QRect(left, area.y(), max(40, area.right() - left - _PAD_PX), area.height())


def _flags(title: str, width_px: int, font: QFont) -> int:
    """Break between words; a word longer than the line breaks anywhere."""
    metrics = QFontMetrics(font)
    longest = max((metrics.horizontalAdvance(word) for word in title.split()), default=0)
    anywhere = longest > width_px
    return int(Qt.TextFlag.TextWrapAnywhere if anywhere else Qt.TextFlag.TextWordWrap)


def _title_height(title: str, width_px: int, font: QFont) -> int:
    flags = _flags(title, width_px, font)
    return QFontMetrics(font).boundingRect(0, 0, width_px, 10_000, flags, title).height()
