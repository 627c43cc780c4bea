"""Parts side by side while each has its least width, and below each other where the window is too narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from app.ui.kit.look import GRID_PX
from app.ui.kit.own_layout import OwnLayout, tall_by_width


class ColumnsLayout(OwnLayout):
    """Items beside each other, each as wide as its share of the room, all as tall as the tallest; or stacked."""

    def __init__(
        self,
        least_px: int,
        parent: QWidget | None = None,
        *,
        gap_px: int = 2 * GRID_PX,
        shares: Sequence[int] = (),
    ) -> None:
        """Lay out columns.

        Args:
            least_px: the narrowest that a column may be; below that they are stacked.
            parent: whose layout it is.
            gap_px: between two of them.
            shares: how the room is divided, in the order of the items; equally where it ends.
        """
        super().__init__(parent)
        self._least, self._gap, self._shares = least_px, gap_px, tuple(shares)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        heights = [_height(item, wide) for item, wide in self._widths(width)]
        if self.stacked(width):
            return sum(heights) + self._gap * max(0, len(heights) - 1)
        return max(heights, default=0)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        stacked, at = self.stacked(area.width()), area.topLeft()
        for item, wide in self._widths(area.width()):
            tall = _height(item, wide) if stacked else area.height()
            item.setGeometry(QRect(at, QSize(wide, tall)))
            at += QPoint(0, tall + self._gap) if stacked else QPoint(wide + self._gap, 0)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        wide = sum(max(self._least, item.sizeHint().width()) for item in shown)
        tall = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(wide + self._gap * max(0, len(shown) - 1), tall)

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def stacked(self, width: int) -> bool:
        """Return whether they stand below each other at that width."""
        widths = self._beside(width)
        needed = [max(self._least, item.minimumSize().width()) for item in self._shown()]
        return any(wide < least for wide, least in zip(widths, needed, strict=True))

    def _widths(self, width: int) -> list[tuple[QLayoutItem, int]]:
        shown = self._shown()
        widths = [width] * len(shown) if self.stacked(width) else self._beside(width)
        return list(zip(shown, widths, strict=True))

    def _beside(self, width: int) -> list[int]:
        shown = self._shown()
        shares = [self._share(item) for item in shown]
        room = width - self._gap * max(0, len(shown) - 1)
        return [room * share // sum(shares) for share in shares]

    def _share(self, item: QLayoutItem) -> int:
        at = self._items.index(item)
        return self._shares[at] if at < len(self._shares) else 1


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Columns(QWidget):
    """Widgets in columns; arguments as for ``ColumnsLayout``."""

    def __init__(
        self,
        *widgets: QWidget,
        least_px: int,
        gap_px: int = 2 * GRID_PX,
        shares: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self.columns = ColumnsLayout(least_px, self, gap_px=gap_px, shares=shares)
        tall_by_width(self)
        for widget in widgets:
            self.columns.addWidget(widget)
