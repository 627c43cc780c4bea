"""The picture with its marks: zoom, pointer and keys, told on in pixels of the original.

Rules:
- The picture is the background of the view and cached as it is on the screen, so that a drag repaints marks alone.
- Nothing is decided here: where the pointer went is told, and what is shown is told back.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QVBoxLayout

from app.picture import Pixels
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.model import Drawing
from app.ui.exhibit.scene import MarksScene
from app.ui.kit import named
from app.ui.kit.look import CurrentLook

MIN_ZOOM = 0.1
MAX_ZOOM = 8.0
_STEP = 1.25
_SLOP_ON_SCREEN_PX = 8
_MARGIN_PX = 20
_LEAST_READABLE_ZOOM = 0.4
"""Below it the words of a page are too small to be read."""
_RING_PX = 3
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class EditorCanvas(QGraphicsView):
    """Shows a picture and its marks; ``takes_press`` is asked whether a press is for something above the marks."""

    pressed = Signal(int, int, int)
    moved = Signal(int, int)
    released = Signal(int, int)
    nudged = Signal(int, int)
    resized = Signal(int, int)
    entered = Signal()
    zoomed = Signal(int)

    def __init__(self, typeface: QFont, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._marks = MarksScene(typeface)
        self._marks.setParent(self)
        self.setScene(self._marks)
        self._picture = QPixmap()
        self._smaller: tuple[QPixmap, float] | None = None
        self._fitted = self._readable = True
        self._panning: QPoint | None = None
        self._taken = False  # the press was for what lies above the marks
        self.takes_press: Callable[[int, int], bool] = lambda _x, _y: False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    @property
    def marks(self) -> MarksScene:
        """The scene of the marks."""
        return self._marks

    @property
    def zoom(self) -> float:
        """Pixels on the screen to a pixel of the original."""
        return self.transform().m11()

    # -- what is shown -----------------------------------------------------------------------------

    def set_picture(self, pixels: Pixels | None) -> None:
        """Lay a picture below the marks; None takes it out of memory."""
        before = self._picture.size()
        self._picture = QPixmap()
        self._smaller = None
        if pixels is not None:
            self._picture = QPixmap.fromImage(image_over(pixels))
            self.setSceneRect(QRectF(0, 0, pixels.width_px, pixels.height_px))
        else:
            self._marks.forget()
        self.resetCachedContent()
        self.viewport().update()
        if self._picture.size() != before:
            self._fitted = self._readable = True
            self._fit()

    def show_drawing(self, drawing: Drawing, selected: int, ground: EditorGround) -> None:
        """The marks on it."""
        self._marks.show(drawing, selected, ground)

    def centre(self) -> tuple[int, int]:
        """Return the pixel of the original in the middle of what can be seen."""
        place = self.mapToScene(self.viewport().rect().center())
        return math.floor(place.x()), math.floor(place.y())

    # -- zoom ----------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole picture, never larger than it is, and keep doing so when the window changes."""
        self._fitted, self._readable = True, False
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        room = self.viewport().size()
        across = (room.width() - 2 * _MARGIN_PX) / self._picture.width()
        down = (room.height() - 2 * _MARGIN_PX) / self._picture.height()
        whole = min(1.0, across, down)
        if self._readable and whole < _LEAST_READABLE_ZOOM and whole < across:
            # Several pages below each other, or a long thread: its beginning, at a size that can be read.
            self._set_zoom(min(1.0, across))
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())
        else:
            self._set_zoom(whole)

    def zoom_in(self) -> None:
        """Larger by a step."""
        self.zoom_to(self.zoom * _STEP)

    def zoom_out(self) -> None:
        """Smaller by a step."""
        self.zoom_to(self.zoom / _STEP)

    def zoom_to(self, zoom: float) -> None:
        """A chosen size, kept when the window changes."""
        self._fitted = self._readable = False
        self._set_zoom(zoom)

    def _set_zoom(self, zoom: float) -> None:
        zoom = max(MIN_ZOOM, min(MAX_ZOOM, zoom))
        self.scale(zoom / self.zoom, zoom / self.zoom)
        self._marks.follow_zoom(zoom)
        self.zoomed.emit(round(zoom * 100))

    # -- painting ------------------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        look = self._look()
        painter.fillRect(QRectF(rect), QColor(look.desk))
        if self._picture.isNull():
            return
        part = QRectF(rect).intersected(self.sceneRect())
        shown, scale = self._at_zoom()
        # Large pixels are wanted where somebody counts them.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom < 2)
        source = QRectF(
            part.x() * scale, part.y() * scale, part.width() * scale, part.height() * scale
        )
        painter.drawPixmap(part, shown, source)
        one = 1 / self.zoom
        painter.setPen(QPen(QColor(look.edge), one))
        painter.drawRect(self.sceneRect().adjusted(-one, -one, one, one))

    def _at_zoom(self) -> tuple[QPixmap, float]:
        """The picture to paint from and its scale: made smaller once a zoom, so that small words stay readable."""
        zoom = self.zoom
        if zoom >= 1:
            return self._picture, 1.0
        if self._smaller is None or self._smaller[1] != zoom:
            size = self._picture.size() * zoom
            smaller = self._picture.scaled(
                size.expandedTo(QSize(1, 1)),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._smaller = (smaller, zoom)
        return self._smaller

    # -- pointer and keys ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panning = event.position().toPoint()
            return
        if event.button() == Qt.MouseButton.LeftButton:
            x, y = self._place(event.position())
            self._taken = self.takes_press(x, y)
            if not self._taken:
                self.pressed.emit(x, y, max(1, round(_SLOP_ON_SCREEN_PX / self.zoom)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panning is not None:
            step = event.position().toPoint() - self._panning
            self._panning = event.position().toPoint()
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() - step.x())
            down.setValue(down.value() - step.y())
            return
        self.moved.emit(*self._place(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panning = None
        elif event.button() == Qt.MouseButton.LeftButton and not self._taken:
            self.released.emit(*self._place(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks is a click like any other."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * _STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
        if key in _ARROWS and (plain or shifted):
            right, down = _ARROWS[key]
            (self.resized if shifted else self.nudged).emit(right, down)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self._fit()

    def _place(self, position: QPointF) -> tuple[int, int]:
        """Return the pixel of the original under a place of the view."""
        place = self.viewportTransform().inverted()[0].map(position)
        return math.floor(place.x()), math.floor(place.y())


class CanvasFrame(QFrame):
    """A ground around the canvas that shows the focus ring."""

    def __init__(self, canvas: EditorCanvas, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        named(self, "desk")
        self._canvas = canvas
        column = QVBoxLayout(self)
        column.setContentsMargins(_RING_PX, _RING_PX, _RING_PX, _RING_PX)
        column.addWidget(canvas)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._canvas.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._look().accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()


def image_over(pixels: Pixels) -> QImage:
    """Return an image over the bytes of a picture, which it does not keep: only for as long as the picture is there."""
    wide, high = pixels.width_px, pixels.height_px
    return QImage(pixels.rgb, wide, high, 3 * wide, QImage.Format.Format_RGB888)
