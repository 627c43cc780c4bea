"""The row of buttons below a page: what is quiet at the left, then the way back, the filled button last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.flow import FlowRow
from app.ui.kit.look import FOOT_PX, S1, S2
from app.ui.kit.naming import named
from app.ui.kit.room import page_side, stands_in_the_middle
from app.ui.kit.scale import ALL_THE_ROOM, least_height, text_percent, widest
from app.ui.kit.texts import Text

_ABOVE_PX = 10


class PageFoot(QFrame):
    """The ground reaches across, what stands on it keeps to the page's column.

    ``column`` holds its contents; ``put`` fills it with buttons in the one order that all feet have. ``middle`` is for
    a page that stands in the middle of a wide window. The column's width grows with the text.
    """

    def __init__(
        self, column_px: int, parent: QWidget | None = None, *, middle: bool = False
    ) -> None:
        super().__init__(parent)
        named(self, "actions")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        inner = widest(QWidget(), column_px)
        self.column = QVBoxLayout(inner)
        self.column.setSpacing(S1)
        self.errors = Text(kit="error")
        self.errors.setWordWrap(False)
        self.errors.hide()
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._bar: QScrollBar | None = None
        self._middle: bool | None = True if middle else None
        self._across.addStretch(0)
        self._across.addWidget(inner, ALL_THE_ROOM)
        self._across.addStretch(1)
        least_height(self, FOOT_PX)
        self._keep_to_the_side()

    def stand(self, *, middle: bool, clear_px: int = 0) -> None:
        """Stand under a page in the middle, or at the left edge; ``clear_px`` is the scroll bar that the page has.

        Where nobody says so, it stands as its page does.
        """
        self._middle = middle
        self._across.setContentsMargins(0, 0, clear_px, 0)
        self._keep_to_the_side()

    def follow(self, area: QScrollArea) -> None:
        """Leave as much free at the right as the page's scroll bar takes, so that the edges meet while it scrolls."""
        self._bar = area.verticalScrollBar()
        self._bar.rangeChanged.connect(self._leave_room)
        self._leave_room()

    def _leave_room(self) -> None:
        bar = self._bar
        if bar is not None:
            taken = bar.sizeHint().width() if bar.maximum() else 0
            self._across.setContentsMargins(0, 0, taken, 0)

    def put(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Fill the foot: quiet ones at the left; at the right the way back and last the filled button."""
        row = FlowRow(*left)
        row.flow.push_right()
        for widget in (self.errors, *right):
            row.add(widget)
        row.flow.setSpacing(S2)
        self.column.addStretch(1)
        self.column.addWidget(row)
        self.column.addStretch(1)

    def show_errors(self, words: str) -> None:
        """Say beside the buttons how many fields must be mended; "" takes it back."""
        self.errors.setText(words)
        self.errors.setVisible(bool(words))
        self.errors.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_to_the_side()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_to_the_side()

    def _keep_to_the_side(self) -> None:
        percent, wide = text_percent(), self.window().width()
        side, middle = page_side(wide, percent), self._middle
        if middle is None:
            middle = stands_in_the_middle(wide, percent)
        self._across.setStretch(0, 1 if middle else 0)
        self.column.setContentsMargins(side, _ABOVE_PX, side, _ABOVE_PX - 1)
