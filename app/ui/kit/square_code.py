"""A square code (ISO/IEC 18004) on the screen: dark on white in every look, since cameras read no other."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_SIDE_PX, _QUIET = 240, 4
_DARK, _LIGHT = "#000000", "#FFFFFF"


class CodePicture(QWidget):
    """The code with the quiet margin that it needs."""

    def __init__(self, name: str, *, side_px: int = _SIDE_PX) -> None:
        """Show nothing yet; ``side_px`` is about how wide and high it becomes."""
        super().__init__()
        self._side_px = side_px
        self._rows: tuple[bytes, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[bytes, ...]) -> None:
        """Show a code, row by row."""
        self._rows = rows
        side = self._step_px() * self._count()
        self.setFixedSize(side, side)
        self.setVisible(bool(rows))
        self.update()

    def _count(self) -> int:
        """Return how many modules stand beside each other, the quiet margin included."""
        return len(self._rows) + 2 * _QUIET

    def _step_px(self) -> int:
        """Return the side of a module: whole pixels, so that none is narrower than its neighbour."""
        return max(1, round(self._side_px / self._count()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_LIGHT))
        step = self._step_px()
        edge = step * _QUIET
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    place = QRect(edge + x * step, edge + y * step, step, step)
                    painter.fillRect(place, QColor(_DARK))
