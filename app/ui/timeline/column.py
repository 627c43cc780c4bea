"""What stands above the rows and scrolls away with them, over a list that is the only thing that scrolls.

Rules:
- Title and next step go up with the rows; the bar of filters stops at the top and stays there.
- They lie over the list, not in it: for a screen reader the list has its rows and nothing else. The wheel on them turns
  the list; a control that gets the focus comes into sight.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.timeline.list_view import TimelineList


class TimelineColumn(QWidget):
    """The list with what stands above it; ``nothing`` stands in the place of rows where there are none."""

    def __init__(
        self,
        head: QWidget,
        bar: QWidget,
        nothing: QWidget,
        rows: TimelineList,
        *,
        side_px: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._head, self._bar, self._nothing, self._list = head, bar, nothing, rows
        self._side = side_px
        self._without = False
        # In the order in which Tab comes by; the list lies below the others all the same.
        for each in (head, bar, nothing, rows):
            each.setParent(self)
        rows.lower()
        nothing.hide()
        rows.verticalScrollBar().valueChanged.connect(self._place)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]  # there is one

    def show_nothing(self, *, shown: bool) -> None:
        """Say that there are no rows, in their place."""
        self._without = shown
        self._nothing.setVisible(shown)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._list.verticalScrollBar(), event)

    def _place(self) -> None:
        self._list.setGeometry(self._side, 0, self.width() - self._side, self.height())
        width = self._list.card_width_px
        head, bar = _height(self._head, width), _height(self._bar, width)
        self._list.make_room(head + bar + self._nothing_px(width), bar)
        scrolled = self._list.verticalScrollBar().value()
        self._head.setGeometry(QRect(self._side, -scrolled, width, head))
        self._bar.setGeometry(QRect(self._side, max(0, head - scrolled), width, bar))
        if self._without:
            top = head + bar - scrolled
            self._nothing.setGeometry(QRect(self._side, top, width, self._nothing_px(width)))

    def _nothing_px(self, width_px: int) -> int:
        return _height(self._nothing, width_px) if self._without else 0

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and (self._head.isAncestorOf(now) or self._nothing.isAncestorOf(now)):
            self._list.verticalScrollBar().setValue(0)


def _height(widget: QWidget, width_px: int) -> int:
    """Return how tall a widget is at a width."""
    layout = widget.layout()
    if layout is None:
        return widget.sizeHint().height()
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width_px)
    return layout.totalSizeHint().height()
