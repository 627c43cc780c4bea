"""A list to choose from, with all about the chosen one beside it; in a narrow window it opens below its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.ui.kit.cards import Card, CardRule
from app.ui.kit.columns import Columns
from app.ui.kit.flow import FlowRow
from app.ui.kit.list_row import ListRow, Marked, side_by_side
from app.ui.kit.long_text import LongText
from app.ui.kit.look import S1, S2, S3, S4, space
from app.ui.kit.naming import mark
from app.ui.kit.scale import spaced, text_percent
from app.ui.kit.texts import Badge, Heading, Muted


class _ListCard(Card):
    """Tells when it has another width, also where that comes from what stands beside it."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


class ChosenDetail(QWidget):
    """All about the chosen one; ``column`` holds its contents.

    Attributes:
        head: says which one it is; hidden below its row, which says so too.
    """

    def __init__(self, title: str, second: str = "", marks: Sequence[Marked] = ()) -> None:
        super().__init__()
        self.column = spaced(QVBoxLayout(self), S3, 0)
        self.head = QWidget()
        words = spaced(QVBoxLayout(self.head), S1, 0)
        words.addWidget(Heading(title))
        if second:
            words.addWidget(LongText(second, kit="muted"))
        if marks:
            words.addWidget(FlowRow(*(Badge(each, kind) for each, kind in marks), gap_px=S1))
        self.column.addWidget(self.head)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.column.addWidget(widget)


class ListBeside(QWidget):
    """The list, and the detail of the one that is chosen.

    Attributes:
        rows: by their key, from top to bottom.
        foot: stands below the list.

    Signals:
        chosen: another row was chosen, by its key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        *,
        list_px: int,
        detail_px: int,
        heads: Sequence[str] = (),
        shares: Sequence[int] = (),
    ) -> None:
        """Lay out list and detail.

        Args:
            list_px: the narrowest that the list may be beside the detail, at 100 % text.
            detail_px: the same of the detail.
            heads: the names of the columns, where the rows have several.
            shares: how the room of a row is divided between its columns.
        """
        super().__init__()
        self.rows: dict[str, ListRow] = {}
        self._least_px = list_px + detail_px
        self._detail: ChosenDetail | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lay_out)
        self._group = QButtonGroup(self)
        self._list = _ListCard()
        self._list.resized.connect(self._lay_out_soon)
        spaced(self._list.column, 0, 0)
        self._names: QWidget | None = None
        self._columns: Columns | None = None
        if heads:
            self._make_names(heads, shares)
        self._beside = Card()
        right = QWidget()
        beside = spaced(QVBoxLayout(right), 0, 0)
        beside.addWidget(self._beside)
        beside.addStretch(1)
        left = QWidget()
        column = spaced(QVBoxLayout(left), S3, 0)
        column.addWidget(self._list)
        self.foot = spaced(QVBoxLayout(), S2, 0)
        column.addLayout(self.foot)
        column.addStretch(1)
        self._right = right
        whole = spaced(QVBoxLayout(self), 0, 0)
        whole.addWidget(Columns(left, right, least_px=1, shares=(list_px, detail_px)))

    def fill(self, rows: Mapping[str, ListRow]) -> None:
        """Show these rows in place of those that stand there; none of them is chosen."""
        self.show_detail(None)
        for row in self.rows.values():
            self._group.removeButton(row)
        start = 0 if self._names is None else 1
        while (item := self._list.column.takeAt(start)) is not None:
            _let_go(item.widget())
        self.rows = dict(rows)
        for number, (key, row) in enumerate(self.rows.items()):
            if number:
                self._list.add(CardRule())
            row.toggled.connect(partial(self._toggled, key))
            self._group.addButton(row)
            self._list.add(row)
            for inside in (row, *row.findChildren(QWidget)):
                inside.ensurePolished()
        self._round()
        self._fit()

    def choose(self, key: str) -> None:
        """Choose a row; one that is not there changes nothing."""
        if key in self.rows:
            self.rows[key].setChecked(True)

    def show_list(self, *, shown: bool) -> None:
        """Show the list, or only what stands below it: where it has no rows."""
        self._list.setVisible(shown)

    def show_detail(self, detail: ChosenDetail | None) -> None:
        """Show this of the chosen row, in place of what stands there."""
        before, self._detail = self._detail, detail
        _let_go(before)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_soon()

    def _lay_out_soon(self) -> None:
        if self.isVisible():
            # Not now: what is moved while its surroundings are laid out keeps the height that it had there.
            self._soon.start()
        else:
            self._lay_out()

    def _lay_out(self) -> None:
        self._place()
        self._fit()

    def _fit(self) -> None:
        """Show columns where all of them have room in every row."""
        if self._names is None or self._columns is None:
            return
        width = self._list.width() - 2
        sides = 2 * space(S4, text_percent())
        room = not self._columns.columns.stacked(width - sides)
        room = room and all(row.has_room(width) for row in self.rows.values())
        self._names.setVisible(room)
        for row in self.rows.values():
            row.show_columns(shown=room)

    def _stacked(self) -> bool:
        return self.width() * 100 < self._least_px * text_percent()

    def _place(self) -> None:
        """Put the detail where there is room for it."""
        stacked, detail = self._stacked(), self._detail
        self._right.setVisible(not stacked)
        self._beside.setVisible(detail is not None)
        if detail is None:
            return
        row = next((each for each in self.rows.values() if each.isChecked()), None)
        detail.head.setVisible(not stacked or row is None)
        if stacked and row is not None:
            spaced(detail.column, S3, (S4, S2, S4, S4))
            at = self._list.column.indexOf(row) + 1
            if self._list.column.indexOf(detail) != at:
                self._list.column.insertWidget(at, detail)
        else:
            spaced(detail.column, S3, 0)
            if self._beside.column.indexOf(detail) < 0:
                self._beside.column.addWidget(detail)
        self._round()

    def _round(self) -> None:
        """The ends of the list are as round as the card that it stands in."""
        rows = list(self.rows.values())
        last = self._list.column.itemAt(self._list.column.count() - 1)
        for number, row in enumerate(rows):
            first = not number and self._names is None
            at_end = last is not None and last.widget() is row
            marks = {"first": str(first).lower(), "last": str(at_end).lower()}
            if any(row.property(name) != value for name, value in marks.items()):
                mark(row, **marks)

    def _make_names(self, heads: Sequence[str], shares: Sequence[int]) -> None:
        self._columns = side_by_side(*(Muted(words or " ") for words in heads), shares=shares)
        self._names = QWidget()
        names = spaced(QVBoxLayout(self._names), 0, 0)
        row = spaced(QVBoxLayout(), 0, (S4, S2, S4, S2))
        row.addWidget(self._columns)
        names.addLayout(row)
        names.addWidget(CardRule())
        self._list.add(self._names)

    def _toggled(self, key: str, checked: bool) -> None:
        if checked:
            self.chosen.emit(key)


def _let_go(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
