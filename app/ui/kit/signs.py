"""One family of line drawings for buttons, places and menus: 20 in 24, strokes of 1.5 with round ends.

A sign is always beside words, or the button that shows it alone has a tooltip and a name. ``sign_icon`` follows the
look that is on.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTransform,
)

from app.ui.kit.look import CurrentLook

_SIDE = 24
_STROKE = 1.5


class Sign(StrEnum):
    """What can be drawn."""

    CAMERA = "camera"
    SEARCH = "search"
    FILE = "file"
    FOLDER = "folder"
    PEN = "pen"
    REPORT = "report"
    TIMELINE = "timeline"
    NEXT = "next"
    PEOPLE = "people"
    BADGE = "badge"
    CLOCK = "clock"
    FLAG = "flag"
    BUBBLE = "bubble"
    HEART = "heart"
    SHIELD = "shield"
    SWITCH = "switch"
    SETTINGS = "settings"
    HELP = "help"
    HIDE = "hide"
    SHOW = "show"
    LOCK = "lock"
    PRINT = "print"
    COPY = "copy"
    LINK = "link"
    PLUS = "plus"
    MINUS = "minus"
    CLOSE = "close"
    MORE = "more"
    TICK = "tick"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    TRASH = "trash"
    FIT = "fit"
    UNDO = "undo"
    REDO = "redo"
    MENU = "menu"
    LIST = "list"
    BELL = "bell"


_Points = tuple[tuple[float, float], ...]
_LINES: dict[Sign, tuple[_Points, ...]] = {
    Sign.CAMERA: (
        ((3, 8), (3, 18.5), (21, 18.5), (21, 8), (16.5, 8), (15, 5.5), (9, 5.5), (7.5, 8), (3, 8)),
    ),
    Sign.SEARCH: (((15, 15), (20.5, 20.5)),),
    Sign.FILE: (
        ((13.5, 3), (5.5, 3), (5.5, 21), (18.5, 21), (18.5, 8), (13.5, 3), (13.5, 8), (18.5, 8)),
    ),
    Sign.FOLDER: (
        ((3, 5.5), (9, 5.5), (11, 8), (21, 8), (21, 19), (3, 19), (3, 5.5)),
    ),
    Sign.PEN: (
        ((4, 20), (4.8, 16), (16.5, 4.3), (19.7, 7.5), (8, 19.2), (4, 20)), ((14, 6.8), (17.2, 10)),
    ),
    Sign.REPORT: (
        ((5.5, 3), (18.5, 3), (18.5, 21), (5.5, 21), (5.5, 3)),
        ((9, 8), (15, 8)), ((9, 12), (15, 12)), ((9, 16), (12.5, 16)),
    ),
    Sign.TIMELINE: (((5, 3), (5, 21)), ((9, 6), (20, 6)), ((9, 12), (16, 12)), ((9, 18), (20, 18))),
    Sign.LIST: (
        ((3.5, 6.5), (5.5, 8.5), (9, 4.5)), ((12, 6.5), (20.5, 6.5)),
        ((3.5, 16.5), (5.5, 18.5), (9, 14.5)), ((12, 16.5), (20.5, 16.5)),
    ),
    Sign.BELL: (
        ((4, 17.5), (20, 17.5), (17.5, 14.5), (17.5, 10), (15.5, 6.5), (12, 5), (8.5, 6.5),
         (6.5, 10), (6.5, 14.5), (4, 17.5)),
        ((10.5, 20.5), (13.5, 20.5)), ((12, 5), (12, 3.5)),
    ),
    Sign.BADGE: (
        ((4, 6.5), (20, 6.5), (20, 20), (4, 20), (4, 6.5)), ((12, 3), (12, 6.5)),
        ((8, 16.8), (9.2, 15), (14.8, 15), (16, 16.8)),
    ),
    Sign.NEXT: (((8, 12), (16, 12)), ((12.5, 8.5), (16, 12), (12.5, 15.5))),
    Sign.CLOCK: (((12, 7), (12, 12.3), (15.5, 14)),),
    Sign.FLAG: (
        ((5.5, 3), (5.5, 21)), ((5.5, 4.5), (19.5, 4.5), (16, 9), (19.5, 13.5), (5.5, 13.5)),
    ),
    Sign.BUBBLE: (
        ((3.5, 4.5), (20.5, 4.5), (20.5, 16), (11, 16), (7, 20), (7, 16), (3.5, 16), (3.5, 4.5)),
        ((7.5, 8.5), (16.5, 8.5)), ((7.5, 12), (13, 12)),
    ),
    Sign.SHIELD: (((8.5, 11.8), (11, 14.3), (15.5, 9.5)),),
    Sign.SWITCH: (
        ((4, 8.5), (19.5, 8.5)), ((16, 5), (19.5, 8.5), (16, 12)),
        ((20, 16), (4.5, 16)), ((8, 12.5), (4.5, 16), (8, 19.5)),
    ),
    Sign.HIDE: (((4, 20), (20, 4)),),
    Sign.PRINT: (
        ((7, 9), (7, 3.5), (17, 3.5), (17, 9)),
        ((7, 17), (3.5, 17), (3.5, 9), (20.5, 9), (20.5, 17), (17, 17)),
        ((7, 14), (17, 14), (17, 20.5), (7, 20.5), (7, 14)),
    ),
    Sign.COPY: (
        ((8.5, 8.5), (20, 8.5), (20, 20), (8.5, 20), (8.5, 8.5)),
        ((5.5, 15.5), (4, 15.5), (4, 4), (15.5, 4), (15.5, 5.5)),
    ),
    Sign.LINK: (((8.5, 15.5), (15.5, 8.5)),),
    Sign.PLUS: (((12, 5), (12, 19)), ((5, 12), (19, 12))),
    Sign.MINUS: (((5, 12), (19, 12)),),
    Sign.CLOSE: (((6.5, 6.5), (17.5, 17.5)), ((17.5, 6.5), (6.5, 17.5))),
    Sign.TICK: (((5, 12.5), (10, 17.5), (19.5, 7)),),
    Sign.UP: (((6, 15), (12, 9), (18, 15)),),
    Sign.DOWN: (((6, 9), (12, 15), (18, 9)),),
    Sign.LEFT: (((15, 6), (9, 12), (15, 18)),),
    Sign.RIGHT: (((9, 6), (15, 12), (9, 18)),),
    Sign.TRASH: (
        ((4, 6.5), (20, 6.5)), ((9, 6.5), (9, 3.5), (15, 3.5), (15, 6.5)),
        ((6, 6.5), (7, 20.5), (17, 20.5), (18, 6.5)), ((10, 10.5), (10, 16.5)), ((14, 10.5), (14, 16.5)),
    ),
    Sign.FIT: (
        ((4, 9), (4, 4), (9, 4)), ((15, 4), (20, 4), (20, 9)),
        ((20, 15), (20, 20), (15, 20)), ((9, 20), (4, 20), (4, 15)),
    ),
    Sign.UNDO: (((8, 4.5), (4, 8.5), (8, 12.5)),),
    Sign.REDO: (((16, 4.5), (20, 8.5), (16, 12.5)),),
    Sign.MENU: (((4, 6.5), (20, 6.5)), ((4, 12), (20, 12)), ((4, 17.5), (20, 17.5))),
}  # fmt: skip
_ROUND: dict[Sign, tuple[tuple[float, float, float], ...]] = {
    Sign.CAMERA: ((12, 13, 3.4),),
    Sign.SEARCH: ((10, 10, 6.2),),
    Sign.NEXT: ((12, 12, 9),),
    Sign.PEOPLE: ((9, 8, 3.6),),
    Sign.BADGE: ((12, 11.2, 2),),
    Sign.CLOCK: ((12, 12, 9),),
    Sign.SETTINGS: ((12, 12, 3.2),),
    Sign.HELP: ((12, 12, 9),),
    Sign.HIDE: ((12, 12, 2.8),),
    Sign.SHOW: ((12, 12, 2.8),),
}
_BENT: dict[Sign, tuple[tuple[tuple[float, ...], ...], ...]] = {
    Sign.PEOPLE: (
        ((2.5, 20), (2.5, 12.3, 15.5, 12.3, 15.5, 20)),
        ((15, 4.8), (19.5, 5, 19.5, 11, 15.5, 11.3)),
        ((18, 14.8), (20.5, 15.6, 21.5, 17.5, 21.5, 20)),
    ),
    Sign.SHIELD: (
        (
            (12, 2.8), (15, 5, 17.5, 5.6, 20, 5.6), (20, 13.5, 18, 18.5, 12, 21.2),
            (6, 18.5, 4, 13.5, 4, 5.6), (6.5, 5.6, 9, 5, 12, 2.8),
        ),
    ),
    Sign.HEART: (
        (
            (12, 20.5), (7, 16.5, 3, 13, 3, 9), (3, 4, 9.5, 3, 12, 7.5),
            (14.5, 3, 21, 4, 21, 9), (21, 13, 17, 16.5, 12, 20.5),
        ),
    ),
    Sign.HELP: (((9.2, 9.6), (9.4, 5.8, 15.2, 6.2, 14.8, 9.8), (14.6, 11.6, 12, 11.8, 12, 13.6)),),
    Sign.HIDE: (((2.5, 12), (7, 4, 17, 4, 21.5, 12), (17, 20, 7, 20, 2.5, 12)),),
    Sign.SHOW: (((2.5, 12), (7, 4, 17, 4, 21.5, 12), (17, 20, 7, 20, 2.5, 12)),),
    Sign.LOCK: (
        ((5, 10.5), (19, 10.5), (19, 20.5), (5, 20.5), (5, 10.5)),
        ((8, 10.5), (8, 8), (8, 2.6, 16, 2.6, 16, 8), (16, 10.5)),
    ),
    Sign.LINK: (
        ((11, 7.5), (14, 3.5, 17.5, 3, 19.5, 5), (21.5, 7, 20.5, 10.5, 16.5, 13)),
        ((13, 16.5), (10, 20.5, 6.5, 21, 4.5, 19), (2.5, 17, 3.5, 13.5, 7.5, 11)),
    ),
    Sign.UNDO: (((4, 8.5), (14, 8.5), (21.5, 8.5, 21.5, 19.5, 14, 19.5), (8, 19.5)),),
    Sign.REDO: (((20, 8.5), (10, 8.5), (2.5, 8.5, 2.5, 19.5, 10, 19.5), (16, 19.5)),),
}  # fmt: skip


def begin_lines(painter: QPainter, square: QRectF, colour: QColor, *, side: int) -> None:
    """Have lines drawn into a square, in units of so many a side; whoever asked restores the painter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width() / side, square.height() / side)
    pen = QPen(colour, _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_sign(painter: QPainter, square: QRectF, sign: Sign, colour: QColor) -> None:
    """Draw a sign into a square."""
    begin_lines(painter, square, colour, side=_SIDE)
    for points in _LINES.get(sign, ()):
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
    for x, y, radius in _ROUND.get(sign, ()):
        painter.drawEllipse(QPointF(x, y), radius, radius)
    path = _curves(sign)
    painter.drawPath(_rays(path) if sign is Sign.SETTINGS else path)
    if sign in {Sign.MORE, Sign.HELP}:
        painter.setBrush(colour)
        for x, y in ((5, 12), (12, 12), (19, 12)) if sign is Sign.MORE else ((12, 16.6),):
            painter.drawEllipse(QPointF(x, y), 0.6, 0.6)
    painter.restore()


def sign_icon(sign: Sign, look: CurrentLook, colour: str = "ink") -> QIcon:
    """Return a sign as an icon in a colour of the look that is on whenever it is drawn.

    Where it has more width than height it keeps to the left, so that there is a gap before the words.
    """
    return QIcon(_SignEngine(sign, look, colour))


class _SignEngine(QIconEngine):
    def __init__(self, sign: Sign, look: CurrentLook, colour: str) -> None:
        super().__init__()
        self._sign, self._look, self._colour = sign, look, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        name = "off" if mode == QIcon.Mode.Disabled else self._colour
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        paint_sign(painter, square, self._sign, QColor(getattr(self._look(), name)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn

    def clone(self) -> _SignEngine:
        return _SignEngine(self._sign, self._look, self._colour)


def _curves(sign: Sign) -> QPainterPath:
    path = QPainterPath()
    for (x, y), *parts in _BENT.get(sign, ()):
        path.moveTo(x, y)
        for part in parts:
            if len(part) == 2:
                path.lineTo(*part)
            else:
                path.cubicTo(*part)
    return path


def _rays(path: QPainterPath) -> QPainterPath:
    """The teeth of a wheel: eight strokes around the middle."""
    ray = QPainterPath(QPointF(0, -5.8))
    ray.lineTo(0, -8.8)
    for degrees in range(0, 360, 45):
        path.addPath(QTransform().translate(12, 12).rotate(degrees).map(ray))
    return path
