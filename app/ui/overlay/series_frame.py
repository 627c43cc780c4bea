"""The dashed line around what a series takes: outside of it, so that it is in no picture, and through to the mouse."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from app.language import Language
from app.ui.overlay.drawing import ACCENT, WHITE

# One logical pixel between the line and what is taken: a scale of one and a half ends in the midst of a pixel.
_AWAY_PX, _WIDE_PX = 1, 2
_DASH = (4.0, 3.0)


class SeriesFrame(QWidget):
    """A window that is only its edge."""

    def __init__(self, language: Language) -> None:
        super().__init__(None, _flags())
        self.setWindowTitle(language.text("What the series takes"))
        for attribute in (
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
            Qt.WidgetAttribute.WA_DeleteOnClose,
            Qt.WidgetAttribute.WA_TransparentForMouseEvents,
            Qt.WidgetAttribute.WA_OpaquePaintEvent,
        ):
            self.setAttribute(attribute)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)

    def stand_around(self, region: QRect) -> None:
        """Go around a part of the desktop.

        Args:
            region: in Qt's coordinates.
        """
        out = _AWAY_PX + _WIDE_PX
        place = region.marginsAdded(QMargins(out, out, out, out))
        if place == self.geometry() and self.isVisible():
            return
        self.setGeometry(place)
        whole = QRect(0, 0, place.width(), place.height())
        line = QMargins(_WIDE_PX, _WIDE_PX, _WIDE_PX, _WIDE_PX)
        self.setMask(QRegion(whole).subtracted(QRegion(whole.marginsRemoved(line))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dashes, dark and light in turn, so that they are seen on any page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), WHITE)
        pen = QPen(ACCENT, 2 * _WIDE_PX)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([each / 2 for each in _DASH])
        painter.setPen(pen)
        painter.drawRect(self.rect())
        painter.end()


def _flags() -> Qt.WindowType:
    return (
        Qt.WindowType.Tool
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.WindowDoesNotAcceptFocus
        | Qt.WindowType.WindowTransparentForInput
        | Qt.WindowType.NoDropShadowWindowHint
    )
