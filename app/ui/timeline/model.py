"""The rows as Qt's lists ask for them. A row is worded when it is asked for, and never before."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.casework import Tone
from app.timeline import Row, TimelineRows
from app.ui.kit import tip
from app.ui.timeline.lines import RowText
from evidence_store import EntryId

_REMEMBERED = 500
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class RowRole(IntEnum):
    """What the delegate asks for."""

    LINE = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2


class TimelineModel(QAbstractListModel):
    """A list over the rows; ``word`` gives the words of one and is set before rows are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.word: Callable[[Row], RowText] = _wordless
        self._lines: dict[int, RowText] = {}
        self.timeline = TimelineRows()

    def show_timeline(self, timeline: TimelineRows) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.timeline = timeline
        self._lines.clear()
        self.endResetModel()

    def place_of(self, id: EntryId | None) -> int:
        """Return where the row of an entry stands, or -1."""
        if id is None:
            return -1
        rows = enumerate(self.timeline.rows)
        return next((at for at, row in rows if row.id == id or (row.along and id in row.ids)), -1)

    def row(self, place: int) -> Row | None:
        """Return the row at a place."""
        return self.timeline.rows[place] if 0 <= place < len(self.timeline.rows) else None

    def line(self, place: int) -> RowText:
        """Return the words of the row at a place."""
        line = self._lines.get(place)
        if line is None:
            if len(self._lines) >= _REMEMBERED:
                self._lines.clear()
            line = self._lines[place] = self.word(self.timeline.rows[place])
        return line

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.timeline.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case RowRole.ROW:
                return self.row(index.row())
            case RowRole.LINE:
                return self.line(index.row())
            case Qt.ItemDataRole.DisplayRole:
                return self.line(index.row()).title
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self.line(index.row()).whole)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.line(index.row()).spoken
            case _:
                return None


def _wordless(row: Row) -> RowText:
    return RowText(row.stamp, "", "", "", Tone.PLAIN, "")
