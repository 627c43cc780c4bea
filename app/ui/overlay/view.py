"""One screen's overlay window: shows the frozen screen and the choice, and tells what keys and pointer do.

It maps its own points to the desktop's pixels through its ``PlacedScreen`` and knows no other coordinates.
"""

from __future__ import annotations

from html import escape
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.capture import Region
from app.language import Language
from app.ui.kit import dress_window
from app.ui.overlay import drawing
from app.ui.overlay.geometry import Pixel, PlacedScreen
from app.ui.overlay.panel import NumberPanel
from app.ui.overlay.selecting import Selecting
from app.ui.overlay.words import Hint, hints, size_label, spoken

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_BIG_STEP = 10
_MARGIN = 24
_CHROME = 4


class Choosing(Protocol):
    """Who is told what the person does."""

    def press(self, at: Pixel) -> None: ...
    def point(self, at: Pixel) -> None: ...
    def release(self, at: Pixel) -> None: ...
    def arrow(self, dx: int, dy: int, *, resize: bool = False) -> None: ...
    def type_in(self, region: Region) -> None: ...
    def enter(self) -> None: ...
    def cancel(self) -> None: ...


class OverlayWindow(QWidget):
    """Covers one screen."""

    def __init__(
        self,
        choosing: Choosing,
        language: Language,
        screen: QScreen,
        place: PlacedScreen,
        picture: QImage,
    ) -> None:
        super().__init__(None, _flags())
        self._choosing = choosing
        self._language = language
        self._place = place
        self._picture = picture
        self._dark = drawing.dimmed(picture)
        self._selecting: Selecting | None = None
        self._drawn = QRectF()
        self._hints: tuple[Hint, ...] = ()
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setWindowTitle(language.text("Choose a field"))
        self.setAccessibleName(
            language.text("Choose a field on screen {number}", number=place.number + 1)
        )
        self._hint = _hint_bar(self)
        self._panel = NumberPanel(language, place.bounds, self)
        self._panel.hide()
        self._panel.setCursor(Qt.CursorShape.ArrowCursor)
        self._panel.changed.connect(lambda numbers: choosing.type_in(Region(*numbers)))
        self._panel.taken.connect(choosing.enter)
        self._panel.cancelled.connect(choosing.cancel)
        dress_window(self)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    @property
    def place(self) -> PlacedScreen:
        """The part of the desktop that it covers."""
        return self._place

    def draw(self, selecting: Selecting) -> None:
        """Show the choice as it is now; only what has changed is painted."""
        self._selecting = selecting
        self._say_hints(selecting)
        if self._panel.isVisible() and selecting.region is not None:
            self._panel.show_region(selecting.region)
        drawn = self._chrome()
        self.update(drawn.united(self._drawn).toAlignedRect())
        self._drawn = drawn
        if self._by_key:
            self._by_key = False
            self._announce(spoken(self._language, selecting))

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dimmed screen, the bright field, its size, the loupe."""
        painter = QPainter(self)
        drawing.paint_part(painter, self._dark, QRectF(event.rect()))
        selecting = self._selecting
        if selecting is None:
            return
        field = self._field(selecting)
        if field is not None:
            inside = field.intersected(QRectF(self.rect()))
            if not inside.isEmpty():
                drawing.paint_part(painter, self._picture, inside)
            drawing.paint_frame(painter, field)
        label = size_label(selecting)
        if field is not None and label and self._has_label(selecting):
            drawing.paint_label(painter, label, self._label_font(), self._label(label, field))
        if self._place.holds(selecting.looking_at):
            x, y = selecting.looking_at
            pixel = (x - self._place.region.x, y - self._place.region.y)
            drawing.paint_loupe(painter, self._picture, pixel, self._loupe(selecting))
        painter.end()

    def _field(self, selecting: Selecting) -> QRectF | None:
        if selecting.region is None:
            return None
        return QRectF(*self._place.logical_rect(selecting.region))

    def _chrome(self) -> QRectF:
        """Everything that is drawn over the dimmed screen."""
        selecting = self._selecting
        drawn = QRectF()
        if selecting is None:
            return drawn
        field = self._field(selecting)
        if field is not None:
            drawn = field
            label = size_label(selecting)
            if label and self._has_label(selecting):
                drawn = drawn.united(self._label(label, field))
        if self._place.holds(selecting.looking_at):
            drawn = drawn.united(self._loupe(selecting))
        return drawn.adjusted(-_CHROME, -_CHROME, _CHROME, _CHROME)

    def _has_label(self, selecting: Selecting) -> bool:
        """One label is enough: on the screen that the field's corner lies on."""
        region = selecting.region
        return region is not None and self._place.holds(Pixel(region.x, region.y))

    def _label_font(self) -> QFont:
        return self.font()

    def _label(self, text: str, field: QRectF) -> QRectF:
        return drawing.label_rect(text, self._label_font(), field, QRectF(self.rect()))

    def _loupe(self, selecting: Selecting) -> QRectF:
        at = QPointF(*self._place.middle_of(selecting.looking_at))
        field = self._field(selecting) or QRectF(at, at)
        return drawing.loupe_rect(at, field.center(), self._place.scale, QRectF(self.rect()))

    # -- words -----------------------------------------------------------------------------------

    def _say_hints(self, selecting: Selecting) -> None:
        wanted = hints(self._language, selecting)
        if wanted != self._hints:
            self._hints = wanted
            self._hint.setText("&nbsp;&nbsp; ".join(_marked_up(each) for each in wanted))
            plain = " ".join(f"{each.key} {each.text}".strip() for each in wanted)
            self.setAccessibleDescription(plain)
            self._hint.setAccessibleName(plain)
        self._place_bars(selecting)

    def _place_bars(self, selecting: Selecting) -> None:
        """The hint line stands at the top, and steps aside for the pointer; the panel stands opposite."""
        widest = self.width() - 2 * _MARGIN
        self._hint.setWordWrap(False)
        self._hint.adjustSize()
        if self._hint.width() > widest:
            self._hint.setWordWrap(True)
            self._hint.setFixedWidth(widest)
            self._hint.adjustSize()
        self._panel.fit(widest)
        hint, panel = self._hint.height(), self._panel.height()
        x = (self.width() - self._hint.width()) // 2
        top = QRectF(x, 0, self._hint.width(), hint + 2 * _MARGIN)
        at = QPointF(*self._place.middle_of(selecting.looking_at))
        y = self.height() - hint - _MARGIN if top.contains(at) else _MARGIN
        self._hint.move(x, y)
        low = y == _MARGIN
        self._panel.move(
            max((self.width() - self._panel.width()) // 2, 0),
            self.height() - panel - _MARGIN if low else _MARGIN,
        )

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # -- what the person does --------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A corner, or the beginning of a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choosing.press(self._pixel(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The other corner follows."""
        self._choosing.point(self._pixel(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag, or of a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choosing.release(self._pixel(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Esc; Tab goes through the numbers."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS:
            step = _BIG_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else 1
            dx, dy = _ARROWS[key]
            self._by_key = True
            self._choosing.arrow(
                dx * step, dy * step, resize=bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            )
        elif key == Qt.Key.Key_Escape:
            self._choosing.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()
            else:
                self._choosing.enter()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's names)
        """The first Tab brings the numbers."""
        if self._panel.isVisible():
            return super().focusNextPrevChild(next)
        if self._selecting is not None:
            region = self._selecting.region or self._selecting.screen
            self._panel.show_region(region)
        self._panel.show()
        self._panel.raise_()
        self._panel.first_field().setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _pixel(self, event: QMouseEvent) -> Pixel:
        return self._place.pixel_at(event.position().x(), event.position().y())


def pointer_pixel(window: OverlayWindow, at: QPoint) -> Pixel:
    """The pixel under a point of the toolkit's desktop that lies on the window's screen."""
    local = at - window.geometry().topLeft()
    return window.place.pixel_at(local.x(), local.y())


def _flags() -> Qt.WindowType:
    flags = (
        Qt.WindowType.Tool
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.NoDropShadowWindowHint
    )
    if QGuiApplication.platformName() == "xcb":
        # Window managers move, animate and put panels over what they manage.
        flags |= Qt.WindowType.X11BypassWindowManagerHint
    return flags


def _hint_bar(parent: QWidget) -> QLabel:
    bar = QLabel(parent)
    bar.setTextFormat(Qt.TextFormat.RichText)
    bar.setAlignment(Qt.AlignmentFlag.AlignCenter)
    bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    bar.setStyleSheet(
        "background: #1F2A37; color: #FFFFFF; border-radius: 8px; padding: 11px 20px;"
    )
    return bar


def _marked_up(hint: Hint) -> str:
    key = f"<b>{escape(hint.key)}</b> " if hint.key else ""
    return f"<span style='white-space:nowrap'>{key}{escape(hint.text)}</span>"
