"""The name of the open case: at most two lines, then an ellipsis; the whole of it is the tooltip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.inert import shown
from app.ui.kit import named, tip

_MOST_LINES = 2


class CaseName(QLabel):
    """Shows a name in the lines that it has room for."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "caption")
        self._name = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(12, 8, 4, 8)

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._name = shown(name)
        self.setAccessibleName(self._name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        margins = self.contentsMargins()
        lines = self._lines(max(1, self.width() - margins.left() - margins.right()))
        self.setText("\n".join(lines))
        self.setToolTip("" if " ".join(lines).split() == self._name.split() else tip(self._name))

    def _lines(self, width: int) -> list[str]:
        """Return the lines; words are never broken, what is left out is told by an ellipsis."""
        metrics, left = self.fontMetrics(), self._name.split()
        lines = list[str]()
        while left and len(lines) < _MOST_LINES - 1:
            fits = 1
            while (
                fits < len(left) and metrics.horizontalAdvance(" ".join(left[: fits + 1])) <= width
            ):
                fits += 1
            lines.append(" ".join(left[:fits]))
            left = left[fits:]
        if left:
            lines.append(" ".join(left))
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
