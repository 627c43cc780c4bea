"""The pages of the report as they will be: one at a time, to turn and to enlarge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.ui.kit import Button, IconButton, Lead, Muted, Sign, named, spaced
from app.ui.kit.look import GRID_PX, S1, S2, S3, CurrentLook
from app.ui.printing.page_image import page_image
from app.ui.printing.pages import PagePicture

_ZOOMS = (50, 75, 100, 125, 150, 200, 300)
_FIT = 0
_READABLE = -1  # the whole page, or its width where the whole would be too small to read
_LEAST_READABLE_PX = 440
_SHEET_RATIO = 842 / 595
_WIDTH_AT_100_PX = 794  # A4 at 96 dots to the inch
_MARGIN_PX = 24
_AROUND = QSize(2 * _MARGIN_PX, _MARGIN_PX + S3)
_LEAST_PX = 80
_SETTLE_MS = 60
_WHEEL_STEP = 120


class _Sheet(QWidget):
    """A sheet of paper with its shadow; always light, as the recipient will see it."""

    def __init__(self, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._page = QPixmap()
        self.page_px = QSize(0, 0)

    def show_page(self, page: QPixmap) -> None:
        """Show the picture of the page."""
        self._page = page
        self.update()

    def resize_page(self, size: QSize) -> None:
        """Give the page its size on the screen."""
        self.page_px = size
        self.setMinimumSize(size + _AROUND)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look().desk))
        area = QRect(QPoint(0, 0), self.page_px)
        area.moveCenter(self.rect().center())
        area.moveTop(max(area.top(), _MARGIN_PX))
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(8, 0, -2):
            painter.setBrush(QColor(0, 0, 0, 10))
            painter.drawRoundedRect(area.adjusted(-spread, 2 - spread, spread, spread + 4), 6, 6)
        painter.fillRect(area, QColor("white"))
        if not self._page.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(area, self._page)


class PreviewPane(QWidget):
    """Implements ``Pane``; ``wanted`` tells the page and the width in pixels that are to be drawn."""

    wanted = Signal(int, int)

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        self._language = language
        self._look = look
        self._count = 0
        self._index = 0
        self._zoom = _READABLE
        named(self, "report-preview")
        self.setAccessibleName(language.text("Preview of the report"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._want)
        self._build()
        self._show_place()

    # -- Pane ------------------------------------------------------------------------------------

    def show_building(self, sentence: str) -> None:
        # Said once: below the pages that are still there, or where the first ones will be.
        self.state.setText(sentence if self._count else "")
        if not self._count:
            self.sentence.setText(sentence)
            self.stack.setCurrentWidget(self._blank)

    def show_document(self, count: int) -> None:
        self._count = count
        self._index = min(self._index, count - 1)
        self.state.setText("")
        self.stack.setCurrentWidget(self.area)
        self._lay_page()
        self._show_place()
        self._want()

    def show_page(self, picture: PagePicture, index: int) -> None:
        if index != self._index or not self._count:
            return
        page = QPixmap.fromImage(page_image(picture))
        page.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.show_page(page)
        place = self._language.text("Page {number} of {count}", number=index + 1, count=self._count)
        self.area.setAccessibleName(place)
        self.area.setAccessibleDescription(picture.text)

    def show_sentence(self, sentence: str) -> None:
        self._count = 0
        self.state.setText("")
        self.sheet.show_page(QPixmap())
        self.sentence.setText(sentence)
        self.stack.setCurrentWidget(self._blank)
        self.area.setAccessibleDescription("")
        self._show_place()

    # -- turning and enlarging -------------------------------------------------------------------

    def turn(self, pages: int) -> None:
        """Turn some pages on, or back."""
        self.turn_to(self._index + pages)

    def turn_to(self, index: int) -> None:
        """Turn to a page, from 0."""
        index = min(max(index, 0), self._count - 1)
        if self._count and index != self._index:
            self._index = index
            self.area.verticalScrollBar().setValue(0)
            self._show_place()
            self._want()

    def first_page(self) -> None:
        """Begin at the cover again, for a new report."""
        self._index = 0

    def enlarge(self, steps: int) -> None:
        """Show the page larger, or smaller."""
        at = self._percent()
        larger = [zoom for zoom in _ZOOMS if zoom > at + 1]
        smaller = [zoom for zoom in _ZOOMS if zoom < at - 1]
        if steps > 0 and larger:
            self._zoom = larger[0]
        elif steps < 0 and smaller:
            self._zoom = smaller[-1]
        self._zoomed()

    def fit(self) -> None:
        """Show the whole page."""
        self._zoom = _FIT
        self._zoomed()

    def minimumSizeHint(self) -> QSize:
        # Beside the choices the controls must not widen the window: where it is narrower, one of the two stands alone.
        return QSize(self.stack.minimumSizeHint().width(), super().minimumSizeHint().height())

    # -- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        text = self._language.text
        self.sheet = _Sheet(self._look)
        self.area = QScrollArea()
        self.area.setAccessibleName(text("Preview of the report"))  # until a page is there
        named(self.area, "reading")
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.sheet)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.installEventFilter(self)
        self.area.viewport().installEventFilter(self)
        self.sentence = Lead()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._blank = QWidget()
        column = QVBoxLayout(self._blank)
        column.setContentsMargins(4 * GRID_PX, 4 * GRID_PX, 4 * GRID_PX, 4 * GRID_PX)
        column.addStretch()
        column.addWidget(self.sentence)
        column.addStretch()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._blank)
        self.stack.addWidget(self.area)
        self.back = IconButton(Sign.LEFT, text("Previous page"), self._look, compact=True)
        self.on = IconButton(Sign.RIGHT, text("Next page"), self._look, compact=True)
        self.smaller = IconButton(Sign.MINUS, text("Smaller"), self._look, compact=True)
        self.larger = IconButton(Sign.PLUS, text("Larger"), self._look, compact=True)
        self.whole = Button(text("Whole page"))
        self.place = QLabel()
        self.percent = QLabel()
        self.state = Muted()  # the page puts it where it has room
        self.state.setWordWrap(False)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.enlarge(-1))
        self.larger.clicked.connect(lambda: self.enlarge(1))
        self.whole.clicked.connect(self.fit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        whole = spaced(QVBoxLayout(self), 0, 0)
        whole.addWidget(self.stack, 1)
        # Below the page and never over it: what stands at its foot is read as well.
        self.bar = QFrame()
        named(self.bar, "card")
        row = spaced(QHBoxLayout(self.bar), S2, (S2, S1, S2, S1))
        for widget in (self.back, self.place, self.on, self.smaller, self.percent, self.larger):
            row.addWidget(widget)
        row.addWidget(self.whole)
        below = spaced(QHBoxLayout(), 0, (0, S1, 0, S2))
        below.addStretch(1)
        below.addWidget(self.bar)
        below.addStretch(1)
        whole.addLayout(below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.area.viewport():
            self._lay_page()
            self._settle.start()
        if (
            isinstance(event, QWheelEvent)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.enlarge(event.angleDelta().y() // _WHEEL_STEP)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        acts = {
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_Home: lambda: self.turn_to(0),
            Qt.Key.Key_End: lambda: self.turn_to(self._count - 1),
            Qt.Key.Key_Plus: lambda: self.enlarge(1),
            Qt.Key.Key_Minus: lambda: self.enlarge(-1),
            Qt.Key.Key_0: self.fit,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            return False
        act()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._look().desk))

    def _zoomed(self) -> None:
        self._lay_page()
        self._show_place()
        self._settle.start()

    def _page_width(self) -> int:
        if self._zoom > 0:
            return round(_WIDTH_AT_100_PX * self._zoom / 100)
        room = self.area.viewport().size() - _AROUND
        whole = min(room.width(), int(room.height() / _SHEET_RATIO))  # a pixel more would scroll
        if self._zoom == _READABLE and whole < _LEAST_READABLE_PX:
            return max(_LEAST_PX, min(room.width(), self._look().px(_WIDTH_AT_100_PX)))
        return max(_LEAST_PX, whole)

    def _percent(self) -> int:
        return self._zoom if self._zoom > 0 else round(self._page_width() * 100 / _WIDTH_AT_100_PX)

    def _lay_page(self) -> None:
        width = self._page_width()
        self.sheet.resize_page(QSize(width, round(width * _SHEET_RATIO)))
        self.percent.setText(f"{self._percent()} %")

    def _want(self) -> None:
        if self._count:
            self.wanted.emit(self._index, round(self._page_width() * self.devicePixelRatioF()))

    def _show_place(self) -> None:
        there = bool(self._count)
        self.place.setText(
            self._language.text(
                "Page {number} of {count}", number=self._index + 1, count=self._count
            )
            if there
            else ""
        )
        self.back.setEnabled(there and self._index > 0)
        self.on.setEnabled(there and self._index < self._count - 1)
        for widget in (self.smaller, self.larger, self.whole):
            widget.setEnabled(there)
        self.bar.setVisible(there)
