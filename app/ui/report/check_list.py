"""A list of lines with ticks: words break where they must, the whole line can be pressed, Space ticks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.inert import isolated_parts
from app.ui.kit import Look, named
from app.ui.kit.look import BODY_PX, SMALL_PX, CurrentLook
from app.ui.report.model import ChoiceLine

Index = QModelIndex | QPersistentModelIndex
_DETAIL = int(Qt.ItemDataRole.UserRole)
_PAD_PX = 8
_BOX_PX = 18
_GAP_PX = 12
_NO_PARENT = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class CheckModel(QAbstractListModel):
    """Lines over records. A tick is a wish: it is shown once the presenter says so."""

    wished = Signal(str, bool)

    def __init__(self, included: str, left_out: str) -> None:
        super().__init__()
        self._lines: tuple[ChoiceLine, ...] = ()
        self._words = (left_out, included)

    def show(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show other lines; where the keys are the same nothing moves."""
        if [line.key for line in lines] != [line.key for line in self._lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
        elif lines != self._lines:
            self._lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def key(self, row: int) -> str:
        """Return what names a line; "" where there is none."""
        return self._lines[row].key if 0 <= row < len(self._lines) else ""

    def place(self, key: str) -> int:
        """Return where a line stands; -1 where there is none."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return isolated_parts(line.text)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if line.checked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                words = (line.text, line.detail, self._words[line.checked])
                return ". ".join(each.rstrip(".") for each in words if each)
        return isolated_parts(line.detail) if role == _DETAIL else None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's own
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        line = self._lines[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or line.fixed:
            return False
        self.wished.emit(line.key, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._lines[index.row()].fixed:
            return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return (
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsUserCheckable
        )


class _Delegate(QStyledItemDelegate):
    """Draws a line, and measures it at the list's width."""

    def __init__(self, view: QListView, look: CurrentLook) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        text, detail = self._areas(QRect(0, 0, width, 1 << 16), index)
        return QSize(width, max(detail.bottom(), text.bottom()) + 1 + _PAD_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look()
        area = option.rect
        state = option.state
        fixed = not index.flags() & Qt.ItemFlag.ItemIsUserCheckable
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        text, detail = self._areas(area, index)
        self._draw_box(painter, text, index, look, fixed=fixed)
        painter.setPen(QColor(look.muted if fixed else look.ink))
        painter.setFont(self._font(BODY_PX))
        painter.drawText(text, _WRAP, index.data())
        painter.setPen(QColor(look.muted))
        painter.setFont(self._font(SMALL_PX))
        painter.drawText(detail, _WRAP, index.data(_DETAIL))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        pressed = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ) or (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        )
        if not pressed:
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        wish = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, wish, Qt.ItemDataRole.CheckStateRole)

    def _areas(self, area: QRect, index: Index) -> tuple[QRect, QRect]:
        """Return where the words and the smaller words stand."""
        left = area.left() + _PAD_PX + self._look().px(_BOX_PX) + _GAP_PX
        room = QRect(left, area.top() + _PAD_PX, area.right() - _PAD_PX - left, 1 << 16)
        text = QFontMetrics(self._font(BODY_PX)).boundingRect(room, _WRAP, index.data())
        text.setWidth(room.width())
        words = index.data(_DETAIL)
        if not words:
            return text, QRect(text.left(), text.bottom(), text.width(), 0)
        below = QRect(room.left(), text.bottom() + 3, room.width(), 1 << 16)
        detail = QFontMetrics(self._font(SMALL_PX)).boundingRect(below, _WRAP, words)
        detail.setWidth(room.width())
        return text, detail

    def _draw_box(
        self, painter: QPainter, text: QRect, index: Index, look: Look, *, fixed: bool
    ) -> None:
        size = look.px(_BOX_PX)
        line = QFontMetrics(self._font(BODY_PX)).height()
        box = QRect(text.left() - _GAP_PX - size, text.top() + (line - size) // 2, size, size)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.setPen(QPen(QColor(look.accent if on else look.off if fixed else look.edge), 1))
        no_ground = Qt.GlobalColor.transparent  # what cannot be used has its border alone
        painter.setBrush(QColor(look.accent if on else no_ground if fixed else look.card))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if on:
            pen = QPen(QColor(look.on_accent), max(2.0, size / 9))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            tick = QPolygonF()
            for x, y in ((0.24, 0.53), (0.43, 0.72), (0.77, 0.31)):
                tick.append(QPointF(box.left() + x * size, box.top() + y * size))
            painter.drawPolyline(tick)

    def _font(self, size_px: int) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(self._look().px(size_px))
        return font


class CheckList(QListView):
    """As high as its lines: the page around it scrolls, and not the list.

    Signals:
        wished: a key, and whether it shall be included.
        moved: a key, and the place from 0 where it shall stand; only of a list that is ``ordered``.
        went_to: where the current line is, so that the page can scroll there.
    """

    wished = Signal(str, bool)
    moved = Signal(str, int)
    went_to = Signal(QRect)

    def __init__(
        self, name: str, included: str, left_out: str, look: CurrentLook, *, ordered: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._ordered = ordered
        self._pressed: QPoint | None = None
        self._drag_to: int | None = None  # before which line the dragged one would stand
        self.setAccessibleName(name)
        named(self, "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lines = CheckModel(included, left_out)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self, look))
        self.lines.wished.connect(self.wished)
        self.lines.modelReset.connect(self._fit)
        self.lines.dataChanged.connect(self._fit)

    def show_lines(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show other lines; the current one stays so, wherever it stands now."""
        current = self.lines.key(self.currentIndex().row())
        self.lines.show(lines)
        place = self.lines.place(current)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.lines.index(place))

    def shift(self, by: int) -> None:
        """Wish the current line up or down."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0))
        row = self.currentIndex().row()
        if self._ordered and row >= 0 and 0 <= row + by < self.lines.rowCount():
            self.moved.emit(self.lines.key(row), row + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if self._ordered and by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(by)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed, here = self._pressed, event.position().toPoint()
        if (
            self._ordered
            and pressed is not None
            and event.buttons() & Qt.MouseButton.LeftButton
            and (here - pressed).manhattanLength() >= QApplication.startDragDistance()
        ):
            self._drag_to = self._gap_at(here.y())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()
        elif self._drag_to is None:
            super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        here = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = here if left and self.indexAt(here).isValid() else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, to = self._pressed, self._drag_to
        self._pressed = self._drag_to = None
        self.viewport().unsetCursor()
        if pressed is None or to is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        row = self.indexAt(pressed).row()
        place = to - 1 if to > row else to
        if place != row:
            self.moved.emit(self.lines.key(row), place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag_to is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._look().accent), 2))
            y = max(1, self._top_of(self._drag_to))
            painter.drawLine(0, y, self.viewport().width(), y)
            painter.end()

    def _gap_at(self, y: int) -> int:
        """Return before which line something let go there would stand."""
        for row in range(self.lines.rowCount()):
            if y < self.visualRect(self.lines.index(row)).center().y():
                return row
        return self.lines.rowCount()

    def _top_of(self, row: int) -> int:
        if row < self.lines.rowCount():
            return self.visualRect(self.lines.index(row)).top()
        return self.visualRect(self.lines.index(row - 1)).bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.went_to.emit(self.visualRect(current))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self) -> None:
        """Make it as high as its lines."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.lines.rowCount()))
        self.setFixedHeight(2 * self.frameWidth() + 4 + rows)
