"""The marks as a list: an item model over lines, how a line is painted, and the room that the chosen one opens in.

Rules:
- The list is as tall as its rows, so that the panel scrolls as a whole.
- What becomes of marks is painted over the first of its group; it is told with each mark to who cannot see it.
- The chosen row leaves room for its fields, which lie over it and belong to the panel.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.inert import shown
from app.ui.exhibit.tool_signs import draw_tool
from app.ui.exhibit.words import MarkLine
from app.ui.kit import Look, named
from app.ui.kit.look import CurrentLook

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
_PAD_PX = 10
_SIDE_PX = 16
_SIGN_PX = 30
_ROOT = QModelIndex()
_LEAST_ROW_PX = 40
_HEADING_PX = 38
_TITLE_PX, _SMALL_PX = 15, 13


class MarksModel(QAbstractListModel):
    """The lines, group by group."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[MarkLine, ...] = ()

    def show(self, lines: Sequence[MarkLine]) -> None:
        """Show other lines; the same marks in the same order keep their rows, so that nobody loses their place."""
        before = self._lines
        if [line.id for line in before] == [line.id for line in lines]:
            self._lines = tuple(map(_shown, lines))
            for row, (old, new) in enumerate(zip(before, lines, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._lines = tuple(map(_shown, lines))
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


def _shown(line: MarkLine) -> MarkLine:
    """A line as it is shown: nothing in its words steers."""
    return replace(
        line, title=shown(line.title), detail=shown(line.detail), spoken=shown(line.spoken)
    )


class MarksList(QListView):
    """The marks, as tall as they are."""

    deleted = Signal()
    shifted = Signal(int)
    arranged = Signal()

    def __init__(self, model: MarksModel, look: CurrentLook) -> None:
        super().__init__()
        named(self, "plain")
        self.setModel(model)
        self._delegate = LineDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for along in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            along(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.arrange)
        model.dataChanged.connect(self.arrange)

    def open_row(self, row: int, height_px: int, right_px: int) -> None:
        """Give a row as much height as its fields take, and leave that much at the right of its title."""
        if self._delegate.opened != (row, height_px, right_px):
            self._delegate.opened = (row, height_px, right_px)
            self.arrange()

    def title_px(self, row: int, right_px: int) -> int:
        """Return how tall the title of a row is with the words below it, where that much is left at its right."""
        line = self.model().index(row, 0).data(LINE_ROLE)
        width = self.viewport().width()
        return self._delegate.title_px(line, width, right_px) if isinstance(line, MarkLine) else 0

    def place_of(self, row: int) -> QRect:
        """Return where a row is, without what stands over it."""
        index = self.model().index(row, 0)
        area = self.visualRect(index)
        line = index.data(LINE_ROLE)
        return self._delegate.below_heading(area, line) if isinstance(line, MarkLine) else area

    def rows_height(self) -> int:
        """Return how tall all rows are together."""
        return sum(self.sizeHintForRow(row) for row in range(self.model().rowCount())) + 2

    def sizeHint(self) -> QSize:
        return QSize(200, self.rows_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.rows_height())

    def arrange(self) -> None:
        """Lay the rows out anew, and tell it."""
        self.doItemsLayout()
        self.updateGeometry()
        self.arranged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.deleted.emit()
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()


class LineDelegate(QStyledItemDelegate):
    """A sign, a title that breaks its lines, and a quiet second line where there is one.

    Attributes:
        opened: the row that has its fields, how tall they are, and how much they take at the right of its title.
    """

    def __init__(self, look: CurrentLook, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.opened = (-1, 0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, MarkLine):
            return
        look = self._look()
        state: QStyle.StateFlag = option.state
        whole: QRect = option.rect
        area = self.below_heading(whole, line)
        painter.save()
        if line.count:
            self._paint_heading(painter, whole, line, look)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(look.info))
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height()), QColor(look.accent))
        painter.setPen(QColor(look.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        self._paint_line(painter, area, line, index.row(), look)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, area: QRect, line: MarkLine, row: int, look: Look
    ) -> None:
        opened, _, right = self.opened
        open_here = row == opened
        font = _font(look, bold=open_here)
        title = line.name if open_here else line.title
        text = _text_area(area, look, right if open_here else 0)
        high = _title_height(title, text.width(), font)
        inside = high + _detail_height(line, text.width(), look)
        top = area.y() + (self._closed_px(inside, look) - inside) // 2
        left = area.x() + look.px(_SIDE_PX)
        self._paint_sign(painter, line, left, top, look)
        painter.setFont(font)
        painter.setPen(QColor(look.ink))
        place = QRect(text.x(), top, text.width(), high)
        painter.drawText(place, _flags(title, text.width(), font), title)
        if line.detail:
            painter.setFont(_small(look))
            painter.setPen(QColor(look.muted))
            below = QRect(text.x(), top + high, text.width(), area.height())
            flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(below, flags, line.detail)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        view = option.widget
        if not isinstance(line, MarkLine) or not isinstance(view, QListView):
            return super().sizeHint(option, index)
        look = self._look()
        width = view.viewport().width()
        row, open_px, right = self.opened
        heading = look.px(_HEADING_PX) if line.count else 0
        if row == index.row():
            return QSize(width, heading + max(self.title_px(line, width, right), open_px))
        text = _text_area(QRect(0, 0, width, 0), look, 0).width()
        high = _title_height(line.title, text, _font(look)) + _detail_height(line, text, look)
        return QSize(width, heading + self._closed_px(high, look))

    def title_px(self, line: MarkLine, width_px: int, right_px: int) -> int:
        """Return how tall the head of an opened row is: its name, and the words below it."""
        look = self._look()
        text = _text_area(QRect(0, 0, width_px, 0), look, right_px).width()
        high = _title_height(line.name, text, _font(look, bold=True))
        return self._closed_px(high + _detail_height(line, text, look), look)

    def below_heading(self, area: QRect, line: MarkLine) -> QRect:
        """Return the part of a row that is its own."""
        return area.adjusted(0, self._look().px(_HEADING_PX) if line.count else 0, 0, 0)

    @staticmethod
    def _closed_px(inside: int, look: Look) -> int:
        return max(look.px(_LEAST_ROW_PX), inside + 2 * _PAD_PX)

    def _paint_heading(self, painter: QPainter, whole: QRect, line: MarkLine, look: Look) -> None:
        side = look.px(_SIDE_PX)
        band = QRect(whole.x(), whole.y(), whole.width(), look.px(_HEADING_PX))
        painter.setPen(QColor(look.line))
        painter.drawLine(band.bottomLeft(), band.bottomRight())
        words = band.adjusted(side, 0, -side, -look.px(7))
        painter.setFont(_small(look, bold=True))
        painter.setPen(QColor(look.muted))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(words, bottom | Qt.AlignmentFlag.AlignLeft, line.group)
        painter.drawText(words, bottom | Qt.AlignmentFlag.AlignRight, str(line.count))

    def _paint_sign(
        self, painter: QPainter, line: MarkLine, left: int, top: int, look: Look
    ) -> None:
        """The number, or a small picture of what it is."""
        font = _font(look, bold=True)
        metrics = QFontMetrics(font)
        if line.sign:
            painter.setFont(font)
            painter.setPen(QColor(look.accent))
            painter.drawText(left, top + metrics.ascent(), line.sign)
            return
        side = look.px(16)
        box = QRect(left, top + (metrics.height() - side) // 2, side, side)
        draw_tool(painter, line.kind, box, look)


def _font(look: Look, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(look.px(_TITLE_PX))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _small(look: Look, *, bold: bool = False) -> QFont:
    font = _font(look, bold=bold)
    font.setPixelSize(look.px(_SMALL_PX))
    return font


def _text_area(area: QRect, look: Look, right_px: int) -> QRect:
    side = look.px(_SIDE_PX)
    left = area.x() + side + look.px(_SIGN_PX)
    return QRect(left, area.y(), max(40, area.right() + 1 - left - max(side, right_px)), 0)


def _flags(title: str, width_px: int, font: QFont) -> int:
    """Break between words; a word longer than the line breaks anywhere."""
    metrics = QFontMetrics(font)
    longest = max((metrics.horizontalAdvance(word) for word in title.split()), default=0)
    anywhere = longest > width_px
    return int(Qt.TextFlag.TextWrapAnywhere if anywhere else Qt.TextFlag.TextWordWrap)


def _title_height(title: str, width_px: int, font: QFont) -> int:
    flags = _flags(title, width_px, font)
    return QFontMetrics(font).boundingRect(0, 0, width_px, 10_000, flags, title).height()


def _detail_height(line: MarkLine, width_px: int, look: Look) -> int:
    if not line.detail:
        return 0
    flags = int(Qt.TextFlag.TextWordWrap)
    metrics = QFontMetrics(_small(look))
    return metrics.boundingRect(0, 0, width_px, 10_000, flags, line.detail).height()
