"""The list: a QListView that places its rows itself.

QListView asks the delegate for the size of every row, one by one, before it shows the first. With days between the rows
that is what makes a long list slow. Here all places are sums (measures.py); everything else, from selection to what
screen readers are told, is the view's own. It leaves room above its rows for what scrolls with them (column.py).
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from app.casework import Exhibit
from app.timeline import Row, TimelineRows
from app.ui.kit import named
from app.ui.kit.look import CurrentLook
from app.ui.timeline.delegate import TimelineDelegate
from app.ui.timeline.measures import Measures, Placing, is_narrow
from app.ui.timeline.model import TimelineModel
from app.ui.timeline.pictures import small_font
from evidence_store import EntryId

Index = QModelIndex | QPersistentModelIndex
BESIDE_PX = 18
_FOOT_PX = 24
_HINT_PX = 120
_Move = QAbstractItemView.CursorAction


class TimelineList(QListView):
    """Rows grouped by day.

    Signals:
        chosen: the row that is chosen now (or None).
        opened: the chosen row is to be opened.
        wanted: the exhibits in sight whose small picture is not there yet.
    """

    chosen = Signal(object)
    opened = Signal()
    wanted = Signal(list)

    def __init__(
        self,
        model: TimelineModel,
        delegate: TimelineDelegate,
        look: CurrentLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        named(self, "plain")
        self._rows = model
        self._painter = delegate
        self._measures = Measures(0, 0, narrow=False)
        self._placing = Placing(TimelineRows(), self._measures)
        self._asked: list[EntryId] = []
        self._room_px = self._stuck_px = 0
        self._to_show = False
        self._fresh: frozenset[EntryId] = frozenset()
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    # -- what it shows ---------------------------------------------------------------------------

    def show_timeline(
        self,
        timeline: TimelineRows,
        chosen: EntryId | None,
        *,
        show: bool = False,
        fresh: frozenset[EntryId] = frozenset(),
    ) -> None:
        """Show other rows; the chosen one keeps its place on the screen, if it was in sight.

        Args:
            timeline: the rows.
            chosen: an entry of the row that is chosen.
            show: whether that row is to be brought into sight in any case.
            fresh: what was made together with it.
        """
        before = self._top_of(self.currentIndex().row())
        in_sight = before is not None and 0 <= before < self.viewport().height()
        self._fresh = fresh
        self.selectionModel().blockSignals(True)
        self._rows.show_timeline(timeline)
        self._place()
        place = self._rows.place_of(chosen)
        bar = self.verticalScrollBar()
        if place >= 0:
            index = self._rows.index(place)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            if in_sight and before is not None and not show:
                bar.setValue(self._room_px + self._placing.top_px(place) - before)
            else:
                self.bring_into_sight()
        else:
            bar.setValue(0)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def bring_into_sight(self) -> None:
        """Scroll to the chosen row: now, and once more when the list has got its size."""
        self._to_show = not self.isVisible()
        first = self.currentIndex().row() == 0
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(self.currentIndex(), hint.PositionAtTop if first else hint.EnsureVisible)

    def make_room(self, room_px: int, stuck_px: int) -> None:
        """Leave room above the rows.

        Args:
            room_px: for all that stands above them.
            stuck_px: for the part of it that stays at the top.
        """
        if (room_px, stuck_px) != (self._room_px, self._stuck_px):
            self._room_px, self._stuck_px = room_px, stuck_px
            self.updateGeometries()
            self.viewport().update()

    def row(self) -> Row | None:
        """Return the chosen row."""
        return self._rows.row(self.currentIndex().row())

    def choose(self, place: int) -> None:
        """Choose the row at a place."""
        self.setCurrentIndex(self._rows.index(place))

    def _top_of(self, place: int) -> int | None:
        if not 0 <= place < self._rows.rowCount():
            return None
        return self._placing.top_px(place) - self.verticalOffset()

    def _place(self) -> None:
        look = self._look()
        self._painter.take_look(look)
        self._measures = Measures(
            body_px=QFontMetrics(self.font()).height(),
            small_px=QFontMetrics(small_font(self.font(), look)).height(),
            narrow=is_narrow(self._card_width, look.text_percent),
            percent=look.text_percent,
        )
        self._painter.measures = self._measures
        self._placing = Placing(self._rows.timeline, self._measures)
        self.updateGeometries()

    # -- where rows stand ------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(max(24, self._measures.body_px * 2))
        below = self._placing.total_px + _FOOT_PX if self._rows.rowCount() else 0
        bar.setRange(0, max(0, self._room_px + below - height))

    def verticalOffset(self) -> int:
        """How far the rows are scrolled, from the place where the first one stands."""
        return self.verticalScrollBar().value() - self._room_px

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # Not scrolled as pixels: what stays at the top would be dragged along.
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= self._rows.rowCount():
            return QRect()
        top, height = self._placing.card_px(index.row())
        return QRect(0, top - self.verticalOffset(), self._card_width, height)

    @property
    def _card_width(self) -> int:
        """The same with and without a scroll bar."""
        return self.width() - BESIDE_PX

    @property
    def card_width_px(self) -> int:
        """How wide the cards are; what stands above them keeps to it."""
        return self._card_width

    def sizeHint(self) -> QSize:
        return QSize(320, self._painter.look.px(_HINT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._painter.look.px(_HINT_PX))

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self._placing.at(point.y() + self.verticalOffset())
        index = self._rows.index(place) if place >= 0 else QModelIndex()
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid() or index.row() >= self._rows.rowCount():
            return
        top = self._placing.top_px(index.row()) + self._room_px
        card, height = self._placing.card_px(index.row())
        end = card + height + self._room_px
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if top - self._stuck_px < bar.value() or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            # What stands above the first row comes into sight with it, where there is room for both.
            bar.setValue(0 if index.row() == 0 and end <= page else top - self._stuck_px)
        elif end > bar.value() + page:
            bar.setValue(end - page)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        if not index.isValid():
            index = self.indexAt(rect.center())
        selection = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = self._rows.rowCount() - 1
        if last < 0:
            return QModelIndex()
        now = self.currentIndex().row()
        match action:
            case _Move.MoveHome:
                place = 0
            case _Move.MoveEnd:
                place = last
            case _Move.MoveUp | _Move.MoveLeft | _Move.MovePrevious:
                place = now - 1
            case _Move.MoveDown | _Move.MoveRight | _Move.MoveNext:
                place = now + 1
            case _:
                place = self._page_from(now, up=action is _Move.MovePageUp)
        return self._rows.index(min(max(place, 0), last))

    def _page_from(self, place: int, *, up: bool) -> int:
        """Return about a window's height further on, at least one row."""
        if place < 0:
            return 0
        step = max(1, self.viewport().height() - self._stuck_px - self._measures.row_px)
        top = self._placing.top_px(place) + (-step if up else step)
        there = self._placing.at(min(max(top, 0), self._placing.total_px - 1))
        return min(there, place - 1) if up else max(there, place + 1)

    # -- what happens ----------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self.selectionModel().signalsBlocked():
            self._fresh = frozenset()
            self.viewport().update()
            self.chosen.emit(self._rows.row(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row() is not None:
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing by letters: it would word every row."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = is_narrow(self._card_width, self._painter.look.text_percent)
        if narrow != self._measures.narrow or not self._measures.body_px:
            self._place()
        self.updateGeometries()
        # What stands above the first row comes back as soon as there is room for both.
        if self._to_show or self.currentIndex().row() == 0:
            self.bring_into_sight()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._to_show:
            self.bring_into_sight()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
        }:
            self._place()
            self.viewport().update()

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        missing: list[Exhibit] = []
        for place in self._in(event.rect()):
            self._paint_row(painter, place)
            row = self._rows.row(place)
            if (
                row is not None
                and isinstance(row.thing, Exhibit)
                and self._painter.pictures.lacks(row.thing)
            ):
                missing.append(row.thing)
        painter.end()
        asked = [exhibit.shown for exhibit in missing]
        if missing and asked != self._asked:
            self._asked = asked
            self.wanted.emit(missing)

    def _in(self, rect: QRect) -> range:
        """Return the rows that a part of the window shows."""
        top = rect.top() + self.verticalOffset()
        bottom = min(rect.bottom() + self.verticalOffset(), self._placing.total_px - 1)
        if bottom < max(top, 0):
            return range(0)
        return range(self._placing.at(max(top, 0)), self._placing.at(bottom) + 1)

    def _paint_row(self, painter: QPainter, place: int) -> None:
        index = self._rows.index(place)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        if self._placing.begins_day(place):
            top = self._placing.top_px(place) - self.verticalOffset()
            band = QRect(0, top, option.rect.width(), self._measures.header_px)
            self._painter.paint_day(painter, band, option.font, self._rows.timeline.days[place])
        flags = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            flags |= QStyle.StateFlag.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            flags |= QStyle.StateFlag.State_HasFocus
        pointer = self.viewport().mapFromGlobal(self.cursor().pos())
        if self.viewport().underMouse() and option.rect.contains(pointer):
            flags |= QStyle.StateFlag.State_MouseOver
        option.state = flags
        self._painter.edges = (self._placing.begins_day(place), self._placing.ends_day(place))
        row = self._rows.row(place)
        self._painter.fresh = row is not None and row.id in self._fresh
        self._painter.paint(painter, option, index)
