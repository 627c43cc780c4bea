"""A row of a list that is chosen from: what it is, a few words more in columns, and the marks at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.inert import isolated_parts
from app.ui.kit.columns import Columns
from app.ui.kit.enter import PressedByEnter
from app.ui.kit.flow import FlowRow
from app.ui.kit.long_text import LongText
from app.ui.kit.look import S1, S2, S4
from app.ui.kit.naming import named, read_as
from app.ui.kit.scale import least_height, spaced, text_percent
from app.ui.kit.texts import Badge, BadgeKind

_TALL_PX, _WORDS_PX = 58, 40
_LEAST_PX, _GAP_PX = 84, 12
_IN_THE_MIDDLE, _AT_THE_LEFT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft

Cell = tuple[str, str]
"""What stands in a column, and a quiet line below it; "" for none."""
Marked = tuple[str, BadgeKind]
"""The words of a mark at the end of a row, and how it is shown."""


def side_by_side(*widgets: QWidget, shares: Sequence[int]) -> Columns:
    """Return columns that stand below each other where the text is large for the window."""
    least_px = _LEAST_PX * text_percent() // 100
    return Columns(*widgets, least_px=least_px, gap_px=_GAP_PX, shares=shares)


class ListRow(PressedByEnter, QPushButton):
    """One of a list, as tall as its words; a screen reader hears all of them.

    Where the columns have no room, all that stands in them follows below the title, each with the name of its column:
    whoever has the list decides it for all of its rows, so that they look alike.

    Attributes:
        columns: what stands side by side; None where the row has one column.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        marks: Sequence[Marked] = (),
        shares: Sequence[int] = (),
        heads: Sequence[str] = (),
        name: str = "",
    ) -> None:
        """Make a row.

        Args:
            cells: its columns, the first with its title.
            marks: what stands at its end.
            shares: how the room is divided between the columns, that of the marks with them.
            heads: the names of the columns.
            name: what a screen reader calls it, where the title says too little to tell two rows apart.
        """
        super().__init__()
        named(self, "row")
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        least_height(self, _TALL_PX)
        (title, second), *others = cells
        read_as(self, name or title)
        said = [second, *(words for cell in others for words in cell), *(each for each, _ in marks)]
        self.setAccessibleDescription(isolated_parts(". ".join(filter(None, said)), ". "))
        self._badges = [Badge(words, kind) for words, kind in marks]
        self.columns: Columns | None = None
        self._row = spaced(QHBoxLayout(self), 0, (S4, S2, S4, S2))
        more = [_with_head(head, cell) for head, cell in zip(heads[1:], others, strict=False)]
        below = " · ".join(filter(None, more))
        self._narrow = QWidget()
        self._line = spaced(QHBoxLayout(self._narrow), S2, 0)
        self._line.addWidget(_cell(title, second, below, strong=True), 1)
        for badge in self._badges:
            self._line.addWidget(badge, 0, _IN_THE_MIDDLE)
        self._row.addWidget(self._narrow, 1)
        if others:
            rest = [_cell(*cell) for cell in others]
            ends = FlowRow(*(Badge(words, kind) for words, kind in marks), gap_px=S1)
            first = _cell(title, second, strong=True)
            self.columns = side_by_side(first, *rest, ends, shares=shares)
            self._row.addWidget(self.columns, 1)
            self._narrow.hide()
        for badge in self.findChildren(Badge):
            self.toggled.connect(lambda on, badge=badge: badge.stand_on(chosen=on))
        for inside in self.findChildren(QWidget):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self._stacked(self._inside(event.size().width()))
        self._line.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        for badge in self._badges:
            self._line.setAlignment(badge, _AT_THE_LEFT if stacked else _IN_THE_MIDDLE)

    def has_room(self, width: int) -> bool:
        """Return whether its columns can stand side by side where the row is so wide."""
        return self.columns is not None and not self.columns.columns.stacked(self._inside(width))

    def show_columns(self, *, shown: bool) -> None:
        """Show what it says in columns, or all of it below its title."""
        if self.columns is not None:
            gone, seen = (self._narrow, self.columns) if shown else (self.columns, self._narrow)
            # In this order: what is shown is laid out at once, beside whatever stands there then.
            gone.hide()
            seen.show()

    def _inside(self, width: int) -> int:
        margins = self._row.contentsMargins()
        return width - margins.left() - margins.right()

    def _stacked(self, width: int) -> bool:
        """Return whether the marks stand below the words: beside it they would be cut."""
        return width < 2 * sum(each.sizeHint().width() for each in self._badges) + _WORDS_PX


def _with_head(head: str, cell: Cell) -> str:
    """What stands in a column, after its name."""
    words = " · ".join(filter(None, cell))
    return f"{head}: {words}" if words and head else words


def _cell(*lines: str, strong: bool = False) -> QWidget:
    """Words, and quiet lines below them."""
    cell = QWidget()
    column = spaced(QVBoxLayout(cell), 0, 0)
    words, *more = lines
    if words:
        column.addWidget(LongText(words, kit="strong" if strong else "text"))
    for line in filter(None, more):
        column.addWidget(LongText(line, kit="muted"))
    column.addStretch(1)
    return cell
