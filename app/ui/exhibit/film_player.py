"""A frame of a film, with a line of time below it, and steps of a frame and a second; a box can be drawn on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.language import Language
from app.picture import Pixels
from app.ui.exhibit.canvas import image_over
from app.ui.kit import Button, Text, TimeLine

_HEIGHT_PX = 220
_WAIT_MS = 250
_PARTS = 1000
_STEP = 0.02
_START = QRectF(0.35, 0.3, 0.3, 0.3)


def _step_button(words: str, told: str) -> Button:
    button = Button(words)
    button.setToolTip(told)
    button.setAccessibleName(told)
    return button


class FrameView(QWidget):
    """Shows a frame; where it is allowed, one box is drawn on it with the pointer, or moved with the arrow keys.

    Signals:
        boxed: the box is another.
    """

    boxed = Signal()

    def __init__(self, language: Language, *, boxes: bool) -> None:
        super().__init__()
        self._boxes = boxes
        self._image = QImage()
        self._sentence = ""
        self._from: QPointF | None = None
        self.box = QRectF()
        self._covers: tuple[QRectF, ...] = ()
        self.setMinimumHeight(_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(language.text("The frame"))
        if boxes:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.CrossCursor)
            self.setAccessibleDescription(
                language.text(
                    "Draw a box over what shall be black. With the keys: Enter begins a box, arrows move it, and with "
                    "Shift they make it larger or smaller."
                )
            )

    def show_frame(self, pixels: Pixels | None, sentence: str = "") -> None:
        """Show a frame, or a sentence in its place."""
        self._image = image_over(pixels).copy() if pixels is not None else QImage()
        self._sentence = sentence
        self.update()

    def show_covers(self, covers: Sequence[QRectF]) -> None:
        """Show what is black already, as parts of the frame's sides."""
        self._covers = tuple(covers)
        self.update()

    def clear_box(self) -> None:
        """Take the box away."""
        self.box = QRectF()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#0E1115"))
        if self._image.isNull():
            painter.setPen(QColor("#E6E9EE"))
            area = self.rect().adjusted(16, 16, -16, -16)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self._sentence)
        else:
            self._paint_frame(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor("#7FD1DE"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._area()
        painter.drawImage(place, self._image)
        for cover in self._covers:
            painter.fillRect(self._on_screen(cover), QColor("#000000"))
        if not self.box.isEmpty():
            shown = self._on_screen(self.box)
            painter.fillRect(shown, QColor(0, 0, 0, 150))
            painter.setPen(QPen(QColor("#FFFFFF"), 1))
            painter.drawRect(shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._boxes and not self._image.isNull():
            self._from = self._place(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self.box = QRectF(self._from, self._place(event.position())).normalized()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        self._from = None
        if min(self.box.width(), self.box.height()) < _STEP / 4:
            self.box = QRectF()
        self.update()
        self.boxed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-_STEP, 0.0),
            Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -_STEP),
            Qt.Key.Key_Down: (0.0, _STEP),
        }
        way = ways.get(Qt.Key(event.key()))
        if not self._boxes or self._image.isNull():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._set(QRectF(_START))
        elif way is not None and not self.box.isEmpty():
            box = QRectF(self.box)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                box.setWidth(max(_STEP, box.width() + way[0]))
                box.setHeight(max(_STEP, box.height() + way[1]))
            else:
                box.translate(*way)
            self._set(box)
        else:
            super().keyPressEvent(event)

    def _set(self, box: QRectF) -> None:
        whole = QRectF(0, 0, 1, 1)
        box.moveLeft(min(max(0.0, box.left()), max(0.0, 1 - box.width())))
        box.moveTop(min(max(0.0, box.top()), max(0.0, 1 - box.height())))
        self.box = box & whole
        self.update()
        self.boxed.emit()

    def _area(self) -> QRectF:
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def _place(self, at: QPointF) -> QPointF:
        area = self._area()
        x = (at.x() - area.left()) / max(1.0, area.width())
        y = (at.y() - area.top()) / max(1.0, area.height())
        return QPointF(min(max(0.0, x), 1.0), min(max(0.0, y), 1.0))

    def _on_screen(self, box: QRectF) -> QRectF:
        area = self._area()
        return QRectF(
            area.left() + box.left() * area.width(),
            area.top() + box.top() * area.height(),
            box.width() * area.width(),
            box.height() * area.height(),
        )


class FilmPlayer(QWidget):
    """A frame and where in the film it stands.

    Signals:
        wanted: show the frame of this moment, in microseconds (it may be above 2 to the power of 31).

    Attributes:
        at_us: the moment that is chosen.
        frame: what is seen.
    """

    wanted = Signal(object)

    def __init__(
        self, runs_us: int, step_us: int, language: Language, *, boxes: bool = False
    ) -> None:
        super().__init__()
        self._runs_us, self._step_us = runs_us, step_us
        self.at_us = 0
        text = language.text
        self.frame = FrameView(language, boxes=boxes)
        self.frame.show_frame(None, text("The frame is being fetched …"))
        self.line = TimeLine()
        self.line.setAccessibleName(text("Moment in the film"))
        self.moment = Text()
        self.back_second = _step_button(text("− 1 s"), text("One second back"))
        self.back = _step_button(text("− 1 frame"), text("One frame back"))
        self.on = _step_button(text("+ 1 frame"), text("One frame on"))
        self.on_second = _step_button(text("+ 1 s"), text("One second on"))
        self._waits = QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.setInterval(_WAIT_MS)
        self._waits.timeout.connect(lambda: self.wanted.emit(self.at_us))
        self.line.valueChanged.connect(self._moved)
        for button, by in (
            (self.back_second, -1_000_000),
            (self.back, -step_us),
            (self.on, step_us),
            (self.on_second, 1_000_000),
        ):
            button.be_compact()
            button.clicked.connect(lambda _=False, by=by: self.go(self.at_us + by))
        row = QHBoxLayout()
        for widget in (self.back_second, self.back, self.on, self.on_second):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.moment)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.frame, 1)
        column.addWidget(self.line)
        column.addLayout(row)

    def go(self, at_us: int) -> None:
        """Go to a moment."""
        self.at_us = min(max(0, at_us), self._runs_us)
        self.line.blockSignals(True)
        self.line.setValue(self.at_us * _PARTS // max(1, self._runs_us))
        self.line.blockSignals(False)
        self._waits.start()

    def show_frame(self, at: str, pixels: Pixels | None, sentence: str = "") -> None:
        """Show the frame that was wanted."""
        self.moment.setText(at)
        self.frame.show_frame(pixels, sentence)

    def _moved(self, part: int) -> None:
        self.at_us = self._runs_us * part // _PARTS
        self._waits.start()
