"""A row that goes on in a next line when it is too long: for buttons at large text and in narrow windows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from app.ui.kit.own_layout import OwnLayout, tall_by_width


class FlowLayout(OwnLayout):
    """Items from left to right, then in further lines; those after ``push_right`` keep to the right end."""

    def __init__(self, parent: QWidget | None = None, *, gap_px: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap_px
        self._right_from: int | None = None

    def insert(self, at: int, widget: QWidget) -> None:
        """Put one before the item that stands at ``at``."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        if self._right_from is not None and at < self._right_from:
            self._right_from += 1
        self.invalidate()

    def setSpacing(self, gap_px: int) -> None:
        self._gap = gap_px
        self.invalidate()

    def spacing(self) -> int:
        return self._gap

    def push_right(self) -> None:
        """Put what is added from now on at the right end of its line."""
        self._right_from = len(self._items)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, area: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = area.marginsRemoved(margins)
        top = inner.top()
        for line in self._lines(inner.width()):
            height = max(_wanted(item, inner.width()).height() for item in line)
            if move:
                self._place_line(line, QRect(inner.left(), top, inner.width(), height))
            top += height + self._gap
        return top - self._gap - area.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = _wanted(item, width).width()
            if lines and used + self._gap + wide <= width:
                lines[-1].append(item)
                used += self._gap + wide
            else:
                lines.append([item])
                used = wide
        return lines

    def _place_line(self, line: list[QLayoutItem], area: QRect) -> None:
        right_from = len(self._items) if self._right_from is None else self._right_from
        to_the_right = set(map(id, self._items[right_from:]))
        left = [item for item in line if id(item) not in to_the_right]
        right = [item for item in line if id(item) in to_the_right]
        x = area.left()
        for item in left:
            x = self._put(item, x, area)
        if right:
            wide = sum(_wanted(item, area.width()).width() for item in right)
            wide += self._gap * (len(right) - 1)
            x = max(x, area.right() + 1 - wide)
            for item in right:
                x = self._put(item, x, area)

    def _put(self, item: QLayoutItem, x: int, area: QRect) -> int:
        size = _wanted(item, area.width())
        y = area.top() + (area.height() - size.height()) // 2
        item.setGeometry(QRect(QPoint(x, y), size))
        return x + size.width() + self._gap


def _wanted(item: QLayoutItem, width: int) -> QSize:
    """The size of an item in a row of that width. Words stand on one line where there is room: Qt would break them."""
    hint = item.sizeHint()
    label = item.widget()
    if not isinstance(label, QLabel) or not label.wordWrap():
        return QSize(min(hint.width(), width), hint.height())
    beside = label.contentsMargins().left() + label.contentsMargins().right() + 2 * label.margin()
    wide = min(label.fontMetrics().size(0, label.text()).width() + beside + 1, width)
    return QSize(wide, item.heightForWidth(wide))


class FlowRow(QWidget):
    """Widgets in a flowing row."""

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None, gap_px: int = 8) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap_px=gap_px)
        tall_by_width(self)
        for widget in widgets:
            self.flow.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Put one more at the end."""
        self.flow.addWidget(widget)
