"""The marks as items of a graphics scene, painted to look like what is burned.

Rules:
- Items hold nothing but a shape; what they are is told them by ``MarksScene.show``, which touches only what changed.
- Items lie as the drawing orders them, black boxes last; only the handles lie above those.
- The truth is the burned picture, which the page shows on request; this is its likeness, fast enough to drag.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from app.markup import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Line,
    Number,
    Redaction,
    Text,
    plate_margin_px,
)
from app.ui.exhibit.geometry import EditorGround, bounds, grips
from app.ui.exhibit.model import NOTHING, Drawing, Shape, numbers

ACCENT = QColor("#0B5C6B")
INK = QColor("#1F2A37")
YELLOW = QColor("#FFE03A")
_HEAD_LENGTH_WIDTHS = 4.5
_HEAD_HALF_ANGLE = math.radians(28)
_ABOVE_ALL_MARKS = 10_000
_HANDLE_PX = 8
# The middle of a handle: its inner edge is four pixels outside of what is marked.
_OUT_PX = 8
_CLOSE_PX = 3
# Where a picture is shown smaller than it is, no line gets so thin that it is not seen.
_THINNEST_LINE_PX, _THINNEST_SHAFT_PX = 2.0, 3.5


class ShapeItem(QGraphicsItem):
    """One shape."""

    def __init__(
        self, shape: Shape, number: int, ground: EditorGround, typeface: QFont, zoom: float
    ) -> None:
        super().__init__()
        self._ground = ground
        self._typeface = typeface
        self.shape_shown = shape
        self.number = number
        self._zoom = zoom
        self._area = _area(shape, ground, zoom)

    def follow_zoom(self, zoom: float) -> None:
        """Have lines that can be seen at that size."""
        if zoom != self._zoom:
            self.prepareGeometryChange()
            self._zoom = zoom
            self._area = _area(self.shape_shown, self._ground, zoom)

    def tell(self, shape: Shape, number: int) -> None:
        """Be another shape, or have another number."""
        if shape is not self.shape_shown:
            self.prepareGeometryChange()
            self.shape_shown = shape
            self._area = _area(shape, self._ground, self._zoom)
        self.number = number
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        sizes = self._ground.sizes
        painter.setPen(Qt.PenStyle.NoPen)
        match self.shape_shown:
            case Redaction(box=box):
                painter.fillRect(_rect(box), Qt.GlobalColor.black)
            case Highlight(box=box):
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(_rect(box), YELLOW)
            case Frame(box=box):
                halo = sizes.halo_px
                _draw_frame(painter, _rect(box).adjusted(-halo, -halo, halo, halo), halo, "#FFFFFF")
                line = max(sizes.line_px, _THINNEST_LINE_PX / self._zoom)
                _draw_frame(painter, _rect(box), line, ACCENT.name())
            case Arrow() as arrow:
                path = _arrow_path(arrow, _shaft(self._ground, self._zoom))
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                rim = QPen(Qt.GlobalColor.white, 2 * sizes.halo_px)
                rim.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.strokePath(path, rim)
                painter.fillPath(path, ACCENT)
            case Line() as line:
                self._paint_line(painter, ((line.x1, line.y1), (line.x2, line.y2)))
            case Freehand(points=points):
                self._paint_line(painter, points)
            case Ellipse(box=box):
                self._paint_ellipse(painter, _rect(box))
            case Number(x=x, y=y):
                self._paint_number(painter, QPointF(x + 0.5, y + 0.5))
            case Text() as text:
                self._paint_text(painter, text)

    def _paint_line(self, painter: QPainter, points: Sequence[tuple[int, int]]) -> None:
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(x + 0.5, y + 0.5) for x, y in points]))
        wide = _shaft(self._ground, self._zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, line_px in (
            (QColor(Qt.GlobalColor.white), wide + 2 * self._ground.sizes.halo_px),
            (ACCENT, wide),
        ):
            pen = QPen(colour, line_px)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)

    def _paint_ellipse(self, painter: QPainter, area: QRectF) -> None:
        line = max(self._ground.sizes.line_px, _THINNEST_LINE_PX / self._zoom)
        line = max(1.0, min(line, area.width() / 2, area.height() / 2))
        middle = area.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rim = line + 2 * self._ground.sizes.halo_px
        for colour, line_px in ((QColor(Qt.GlobalColor.white), rim), (ACCENT, line)):
            painter.setPen(QPen(colour, line_px))
            painter.drawEllipse(middle)

    def _paint_number(self, painter: QPainter, centre: QPointF) -> None:
        sizes = self._ground.sizes
        radius = sizes.disc_radius_px + 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawEllipse(centre, radius + sizes.halo_px, radius + sizes.halo_px)
        painter.setBrush(ACCENT)
        painter.drawEllipse(centre, radius, radius)
        painter.setFont(_sized(self._typeface, sizes.digit_px))
        painter.setPen(Qt.GlobalColor.white)
        around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        if self.number:
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _paint_text(self, painter: QPainter, text: Text) -> None:
        plate = _rect(bounds(text, self._ground))
        painter.fillRect(plate, Qt.GlobalColor.white)
        _draw_frame(painter, plate, self._ground.sizes.halo_px, ACCENT.name())
        margin = plate_margin_px(text.size_px)
        painter.setFont(_sized(self._typeface, text.size_px))
        painter.setPen(INK)
        lines = text.text.split("\n")
        high = (plate.height() - 2 * margin) / len(lines)
        for row, line in enumerate(lines):
            place = QRectF(plate.x() + margin, plate.y() + margin + row * high, 0, high)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(place, flags, line)


class HandlesItem(QGraphicsItem):
    """What is selected has a dashed line around it and handles; they keep their size at every zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(_ABOVE_ALL_MARKS)
        self._shape: Shape | None = None
        self._ground: EditorGround | None = None
        self._zoom = 1.0
        self.hide()

    def surround(self, shape: Shape | None, ground: EditorGround) -> None:
        """Show that a shape is selected; None hides it."""
        self.prepareGeometryChange()
        self._shape, self._ground = shape, ground
        self.setVisible(shape is not None)

    def follow_zoom(self, zoom: float) -> None:
        """Keep the size on the screen."""
        self.prepareGeometryChange()
        self._zoom = zoom

    def boundingRect(self) -> QRectF:
        margin = (_OUT_PX + _HANDLE_PX) / self._zoom
        return self._around().adjusted(-margin, -margin, margin, margin)

    def _around(self) -> QRectF:
        if self._shape is None or self._ground is None:
            return QRectF()
        return _rect(bounds(self._shape, self._ground))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._shape is None or self._ground is None:
            return
        one = 1 / self._zoom
        out = _OUT_PX * one
        if not isinstance(self._shape, Arrow | Line):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # Where there are no handles the line lies close, and hides less of what is beside it.
            gap = _CLOSE_PX * one if isinstance(self._shape, Number) else out
            outline = self._around().adjusted(-gap, -gap, gap, gap)
            painter.setPen(QPen(Qt.GlobalColor.white, 3 * one))
            painter.drawRect(outline)
            painter.setPen(QPen(ACCENT, 1.5 * one, Qt.PenStyle.DashLine))
            painter.drawRect(outline)
        # With its line as wide as the handle is told to be.
        half = (_HANDLE_PX - 1.5) * one / 2
        painter.setPen(QPen(ACCENT, 1.5 * one))
        painter.setBrush(Qt.GlobalColor.white)
        for grip in grips(self._shape, self._ground, out):
            painter.drawRect(QRectF(grip.x - half, grip.y - half, 2 * half, 2 * half))


class MarksScene(QGraphicsScene):
    """The marks of one picture."""

    def __init__(self, typeface: QFont) -> None:
        super().__init__()
        # A few hundred items that move: looking through them is faster than keeping an index.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._typeface = typeface
        self._items: dict[int, ShapeItem] = {}
        self._shown = Drawing()
        self._selected = NOTHING
        self._ground: EditorGround | None = None
        self._visible = True
        self._zoom = 1.0
        self.handles = HandlesItem()
        self.addItem(self.handles)

    def show(self, drawing: Drawing, selected: int, ground: EditorGround) -> None:
        """Have the items follow the drawing."""
        if ground is not self._ground:
            self.forget()
            self._ground = ground
        if drawing is not self._shown:
            self._follow(drawing, ground)
        self._shown, self._selected = drawing, selected
        self._surround()

    def follow_zoom(self, zoom: float) -> None:
        """The picture is shown at another size."""
        self._zoom = zoom
        self.handles.follow_zoom(zoom)
        for item in self._items.values():
            item.follow_zoom(zoom)

    def set_marks_visible(self, *, visible: bool) -> None:
        """Show or hide all marks."""
        self._visible = visible
        for item in self._items.values():
            item.setVisible(visible)
        self._surround()

    def items_shown(self) -> dict[int, ShapeItem]:
        """Return the items by the ids of their shapes."""
        return self._items

    def _follow(self, drawing: Drawing, ground: EditorGround) -> None:
        shown = numbers(drawing, ground.width_px, ground.height_px)
        gone = set(self._items)
        for order, placed in enumerate(drawing.items):
            number = shown.get(placed.id, 0)
            item = self._items.get(placed.id)
            if item is None:
                item = ShapeItem(placed.shape, number, ground, self._typeface, self._zoom)
                item.setVisible(self._visible)
                self._items[placed.id] = item
                self.addItem(item)
            else:
                gone.discard(placed.id)
                if item.shape_shown is not placed.shape or item.number != number:
                    item.tell(placed.shape, number)
            if item.zValue() != order:
                item.setZValue(order)
        for id in gone:
            self.removeItem(self._items.pop(id))

    def _surround(self) -> None:
        if self._ground is not None:
            shape = self._shown.shape(self._selected) if self._visible else None
            self.handles.surround(shape, self._ground)

    def forget(self) -> None:
        """Take all marks away."""
        for item in self._items.values():
            self.removeItem(item)
        self._items.clear()
        self._shown = Drawing()
        self._ground = None
        self.handles.hide()


def _shaft(ground: EditorGround, zoom: float) -> float:
    """How thick an arrow is: by the picture, and by how large it is shown."""
    return max(ground.sizes.shaft_px, _THINNEST_SHAFT_PX / zoom)


def _area(shape: Shape, ground: EditorGround, zoom: float) -> QRectF:
    """Return where an item paints: its bounds and the rim around them."""
    margin = ground.sizes.halo_px + 1.0
    if isinstance(shape, Line | Freehand):
        margin += _shaft(ground, zoom)
    if isinstance(shape, Arrow):
        margin += _shaft(ground, zoom) * _HEAD_LENGTH_WIDTHS
    if isinstance(shape, Redaction):
        margin = 0.0
    return _rect(bounds(shape, ground)).adjusted(-margin, -margin, margin, margin)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _sized(typeface: QFont, size_px: int) -> QFont:
    font = QFont(typeface)
    font.setPixelSize(size_px)
    return font


def _draw_frame(painter: QPainter, area: QRectF, line_px: float, colour: str) -> None:
    """Four bars whose outer edge is the area's; smoothed, so that none is lost where the picture is made smaller."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = max(1.0, min(line_px, area.width() / 2, area.height() / 2))
    fill = QColor(colour)
    left, top, wide, high = area.x(), area.y(), area.width(), area.height()
    painter.fillRect(QRectF(left, top, wide, line), fill)
    painter.fillRect(QRectF(left, top + high - line, wide, line), fill)
    painter.fillRect(QRectF(left, top + line, line, high - 2 * line), fill)
    painter.fillRect(QRectF(left + wide - line, top + line, line, high - 2 * line), fill)


def _arrow_path(arrow: Arrow, line_px: float) -> QPainterPath:
    """Shaft and head in one outline, of the proportions that are burned."""
    length = math.hypot(arrow.x2 - arrow.x1, arrow.y2 - arrow.y1)
    path = QPainterPath()
    tip = QPointF(arrow.x2 + 0.5, arrow.y2 + 0.5)
    if length == 0:
        path.addEllipse(tip, line_px, line_px)
        return path
    along = QPointF((arrow.x2 - arrow.x1) / length, (arrow.y2 - arrow.y1) / length)
    across = QPointF(-along.y(), along.x())
    head = min(length, line_px * _HEAD_LENGTH_WIDTHS)
    neck = tip - along * head
    wing = across * (head * math.tan(_HEAD_HALF_ANGLE))
    half = across * (line_px / 2)
    tail = QPointF(arrow.x1 + 0.5, arrow.y1 + 0.5)
    path.moveTo(tail + half)
    for point in (neck + half, neck + wing, tip, neck - wing, neck - half, tail - half):
        path.lineTo(point)
    path.closeSubpath()
    return path
