"""One screen's overlay window: shows the frozen screen and the choice, and tells what keys and pointer do.

It maps its own points to the desktop's pixels through its ``PlacedScreen`` and knows no other coordinates.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QPushButton, QWidget

from app.capture import Region
from app.language import Language
from app.ui.kit import style_window
from app.ui.kit.look import CurrentLook
from app.ui.overlay import drawing, placing
from app.ui.overlay.geometry import Pixel, PlacedScreen
from app.ui.overlay.hint_bar import HintBar, hints, size_label, spoken
from app.ui.overlay.panel import NumberPanel
from app.ui.overlay.selecting import Selecting

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
# V for "vindue" and W for "window": each works in both languages, and the hint names one.
_WINDOW = (Qt.Key.Key_V, Qt.Key.Key_W)
_ALL, _AGAIN = Qt.Key.Key_A, Qt.Key.Key_S
_BIG_STEP = 10
_CHROME = 4


class Choosing(Protocol):
    """Who is told what the person does."""

    def press(self, at: Pixel) -> None: ...
    def point(self, at: Pixel) -> None: ...
    def release(self, at: Pixel) -> None: ...
    def arrow(self, dx: int, dy: int, *, resize: bool = False) -> None: ...
    def type_in(self, region: Region) -> None: ...
    def enter(self) -> None: ...
    def take_window(self) -> None: ...
    def take_all(self) -> None: ...
    def take_again(self) -> None: ...
    def cancel(self) -> None: ...
    def take_next(self) -> None: ...
    def finish_series(self) -> None: ...


class OverlayWindow(QWidget):
    """Covers one screen."""

    def __init__(
        self,
        choosing: Choosing,
        language: Language,
        look: CurrentLook,
        screen: QScreen,
        place: PlacedScreen,
        picture: QImage,
    ) -> None:
        super().__init__(None, _flags())
        self._choosing = choosing
        self._language = language
        self._look = look
        self._place = place
        self._picture = picture
        self._dark = drawing.dimmed(picture)
        self._selecting: Selecting | None = None
        self._drawn = QRectF()
        self._region_rect: QRectF | None = None
        self._label: QRectF | None = None
        self._loupe: QRectF | None = None
        self._spot = 0
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
        self._hint = HintBar(self)
        self._panel = NumberPanel(language, place.bounds, self)
        self._panel.hide()
        self._panel.setCursor(Qt.CursorShape.ArrowCursor)
        self._panel.changed.connect(lambda numbers: choosing.type_in(Region(*numbers)))
        self._panel.taken.connect(choosing.enter)
        self._panel.cancelled.connect(choosing.cancel)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    @property
    def place(self) -> PlacedScreen:
        """The part of the desktop that it covers."""
        return self._place

    @property
    def chrome(self) -> tuple[QRectF | None, QRectF | None]:
        """Where the size and the loupe are drawn, None where one is not."""
        return self._label, self._loupe

    def draw(self, selecting: Selecting) -> None:
        """Show the choice as it is now; only what has changed is painted."""
        self._selecting = selecting
        if self._panel.isVisible() and selecting.region is not None:
            self._panel.show_region(selecting.region)
        self._arrange(selecting)
        drawn = self._chrome()
        self.update(drawn.united(self._drawn).toAlignedRect())
        self._drawn = drawn
        if self._by_key:
            self._by_key = False
            self._announce(spoken(self._language, selecting))

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dimmed screen, the bright region, its size, the loupe."""
        painter = QPainter(self)
        drawing.paint_part(painter, self._dark, QRectF(event.rect()))
        selecting = self._selecting
        if selecting is None:
            return
        if self._region_rect is not None:
            inside = self._region_rect.intersected(QRectF(self.rect()))
            if not inside.isEmpty():
                drawing.paint_part(painter, self._picture, inside)
            drawing.paint_frame(painter, self._region_rect)
        if self._label is not None:
            drawing.paint_label(painter, size_label(selecting), self.font(), self._label)
        if self._loupe is not None:
            x, y = selecting.looking_at
            pixel = (x - self._place.region.x, y - self._place.region.y)
            drawing.paint_loupe(painter, self._picture, pixel, self._loupe)
        painter.end()

    def _chrome(self) -> QRectF:
        """Return everything that is drawn over the dimmed screen."""
        drawn = QRectF()
        for part in (self._region_rect, self._label, self._loupe):
            if part is not None:
                drawn = drawn.united(part)
        return drawn.adjusted(-_CHROME, -_CHROME, _CHROME, _CHROME)

    # -- where everything stands -----------------------------------------------------------------

    def _arrange(self, selecting: Selecting) -> None:
        """Place region, size, loupe and hint line; each gives way to those before it."""
        screen, region = QRectF(self.rect()), selecting.region
        self._region_rect = self._label = self._loupe = None
        taken = [QRectF(self._panel.geometry())] if self._panel.isVisible() else []
        if region is not None:
            self._region_rect = QRectF(*self._place.logical_rect(region))
            # One size is enough: on the screen that the region's corner lies on.
            if self._place.holds(Pixel(region.x, region.y)):
                words = size_label(selecting)
                self._label = placing.label_rect(words, self.font(), self._region_rect, screen)
                taken.append(self._label)
        if self._place.holds(selecting.looking_at):
            at = QPointF(*self._place.middle_of(selecting.looking_at))
            middle = at if self._region_rect is None else self._region_rect.center()
            self._loupe = placing.loupe_rect(at, middle, self._place.scale, screen, taken)
            taken += [self._loupe, placing.near(at)]
            if self._panel.isVisible() and self._loupe.intersects(QRectF(self._panel.geometry())):
                self._loupe = None  # half a loupe shows nothing
        self._place_hint(selecting, screen, taken)

    def _place_hint(self, selecting: Selecting, screen: QRectF, taken: list[QRectF]) -> None:
        if self._hint.say(hints(self._language, selecting), placing.widest(screen)):
            self.setAccessibleDescription(self._hint.accessibleName())
        size = self._hint.sizes()
        self._spot = placing.spot_for(
            size, screen, now=self._spot, taken=taken, region_rect=self._region_rect
        )
        self._hint.move(placing.spot_rect(self._spot, size, screen).topLeft().toPoint())

    def _open_panel(self) -> None:
        """Open the numbers opposite the hint line; they stay there, for somebody types in them."""
        screen = QRectF(self.rect())
        # Only now: whoever drags needs no numbers, and the screen is to be frozen at once.
        style_window(self._panel, self._look())
        self._panel.fit(placing.widest(screen))
        size, hint = QSizeF(self._panel.size()), QRectF(self._hint.geometry())
        spot = placing.spot_for(size, screen, now=1, taken=[hint], region_rect=self._region_rect)
        self._panel.move(placing.spot_rect(spot, size, screen).topLeft().toPoint())
        self._panel.show()
        self._panel.raise_()

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # -- what the person does --------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag, or set a corner."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choosing.press(self._pixel(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the other corner."""
        self._choosing.point(self._pixel(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choosing.release(self._pixel(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle arrows, Enter, Esc and the letters; Tab goes through the numbers."""
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
        elif key in _WINDOW:
            self._choosing.take_window()
        elif key is _ALL:
            self._choosing.take_all()
        elif key is _AGAIN:
            self._choosing.take_again()
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
        self._open_panel()
        if self._selecting is not None:
            self.draw(self._selecting)
        self._panel.first_field().setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _pixel(self, event: QMouseEvent) -> Pixel:
        return self._place.pixel_at(event.position().x(), event.position().y())


def pointer_pixel(window: OverlayWindow, at: QPoint) -> Pixel:
    """Return the pixel under a point of the toolkit's desktop that lies on the window's screen."""
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
