"""What can be covered, drawn on the picture itself: chosen by a press, then covered or let stand beside it.

The list at the right has the same by keyboard; what the focus is on there stands out here.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QHBoxLayout,
    QStyleOptionGraphicsItem,
    QWidget,
)

from app.language import Language
from app.markup import Box
from app.ui.exhibit.canvas import EditorCanvas
from app.ui.exhibit.finding import CoverOffer, CoverOffers
from app.ui.kit import Button, QuietButton, named, read_as, spaced
from app.ui.kit.look import S1, S2

AMBER = QColor("#8A4B00")
_CHOSEN = QColor(255, 190, 92, 70)
_ABOVE_MARKS = 9_000
_LINE_PX, _GAP_PX, _BELOW_PX = 2.0, 3.0, 6


class OfferItem(QGraphicsItem):
    """A dashed line around one place; it keeps its thickness at every zoom."""

    def __init__(self, place: Box, zoom: float) -> None:
        super().__init__()
        self.setZValue(_ABOVE_MARKS)
        self._place = QRectF(place.x, place.y, place.width, place.height)
        self._zoom, self._chosen = zoom, False

    def follow_zoom(self, zoom: float) -> None:
        """Keep the thickness of the line."""
        self.prepareGeometryChange()
        self._zoom = zoom

    def stand_out(self, *, chosen: bool) -> None:
        """Show that it is the one that is chosen."""
        self._chosen = chosen
        self.update()

    def holds(self, x: int, y: int) -> bool:
        """Return whether a pixel lies in it."""
        return self._around().contains(QPointF(x + 0.5, y + 0.5))

    def boundingRect(self) -> QRectF:
        line = _LINE_PX / self._zoom
        return self._around().adjusted(-line, -line, line, line)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        area, line = self._around(), _LINE_PX / self._zoom
        if self._chosen:
            painter.fillRect(area, _CHOSEN)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # White below: on a dark picture the line is seen as well.
        painter.setPen(QPen(Qt.GlobalColor.white, line))
        painter.drawRect(area)
        style = Qt.PenStyle.SolidLine if self._chosen else Qt.PenStyle.DashLine
        painter.setPen(QPen(AMBER, line, style))
        painter.drawRect(area)

    def _around(self) -> QRectF:
        gap = _GAP_PX / self._zoom
        return self._place.adjusted(-gap, -gap, gap, gap)


class OfferBar(QFrame):
    """What can be done with the chosen one; ``covered``, ``left`` and ``everywhere`` tell what was pressed."""

    covered = Signal()
    left = Signal()
    everywhere = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "card")
        self._language = language
        self.cover = Button(language.text("Cover it"))
        self.leave = QuietButton(language.text("Let it stand"))
        self.wide = QuietButton(language.text("In the whole series"))
        row = spaced(QHBoxLayout(self), S2, (S2, S1, S2, S1))
        for button, told in (
            (self.cover, self.covered),
            (self.leave, self.left),
            (self.wide, self.everywhere),
        ):
            button.clicked.connect(told)
            row.addWidget(button)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def show_offer(self, offer: CoverOffer) -> None:
        """Offer what can be done with one."""
        text = self._language.text
        self.wide.setVisible(offer.everywhere)
        read_as(self.cover, text("Cover {words}", words=offer.words))
        read_as(self.leave, text("Let {words} stand", words=offer.words))
        read_as(self.wide, text("Cover {words} in the whole series", words=offer.words))
        self.adjustSize()
        self.show()
        self.raise_()


class OfferedBoxes(QObject):
    """The offers on a canvas.

    Attributes:
        bar: beside the chosen one.
        chosen: its key; None where none is.

    Signals:
        covered, left, everywhere: the key of what is to be covered, to stand, to be covered in the whole series.
    """

    covered = Signal(int)
    left = Signal(int)
    everywhere = Signal(int)

    def __init__(self, canvas: EditorCanvas, language: Language) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._offers: dict[int, CoverOffer] = {}
        self._items: dict[int, list[OfferItem]] = {}
        self.chosen: int | None = None
        self.bar = OfferBar(language, canvas.viewport())
        for told, tell in (
            (self.bar.covered, self.covered),
            (self.bar.left, self.left),
            (self.bar.everywhere, self.everywhere),
        ):
            told.connect(lambda tell=tell: self._tell(tell))
        canvas.zoomed.connect(lambda _: self._follow_zoom())
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self._place_bar())
        canvas.viewport().installEventFilter(self)

    def show_offers(self, offers: CoverOffers) -> None:
        """Draw these in place of those before; none is chosen."""
        self.choose(None)
        for item in (each for items in self._items.values() for each in items):
            self._canvas.marks.removeItem(item)
        self._offers = {each.key: each for each in offers.offers}
        self._items = {}
        for offer in offers.offers:
            items = self._items[offer.key] = [
                OfferItem(place, self._canvas.zoom) for place in offer.places
            ]
            for item in items:
                self._canvas.marks.addItem(item)

    def key_at(self, x: int, y: int) -> int | None:
        """Return the key of the offer at a pixel of the original; None where none lies there."""
        found = (key for key, items in self._items.items() if any(i.holds(x, y) for i in items))
        return next(found, None)

    def point_at(self, key: int) -> None:
        """Have one stand out, and in sight, without a bar: the focus is on it in the list."""
        self._mark(key)
        for item in self._items.get(key, [])[:1]:
            self._canvas.ensureVisible(item)

    def choose(self, key: int | None) -> None:
        """Offer beside one what can be done with it; None puts that away."""
        had_focus = any(each.hasFocus() for each in (self.bar.cover, self.bar.leave, self.bar.wide))
        self._mark(key)
        self.chosen = key if key in self._offers else None
        if self.chosen is None:
            self.bar.hide()
            if had_focus:
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.bar.show_offer(self._offers[self.chosen])
        self._place_bar()
        self.bar.cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_bar()
        return False

    def _mark(self, key: int | None) -> None:
        for each, items in self._items.items():
            for item in items:
                item.stand_out(chosen=each == key)

    def _tell(self, tell: object) -> None:
        key = self.chosen
        if key is not None:
            self.choose(None)
            tell.emit(key)  # type: ignore[attr-defined]  # a signal of this object

    def _follow_zoom(self) -> None:
        for items in self._items.values():
            for item in items:
                item.follow_zoom(self._canvas.zoom)
        self._place_bar()

    def _place_bar(self) -> None:
        """Put the bar below the chosen place, or above it where there is no room, and always inside the view."""
        if self.chosen is None:
            return
        place = self._offers[self.chosen].places[0]
        top = self._canvas.mapFromScene(QPointF(place.x, place.y))
        low = self._canvas.mapFromScene(QPointF(place.x, place.y + place.height))
        room, size = self._canvas.viewport().rect(), self.bar.size()
        y = low.y() + _BELOW_PX
        if y + size.height() > room.height():
            y = top.y() - _BELOW_PX - size.height()
        x = max(0, min(top.x(), room.width() - size.width()))
        self.bar.move(x, max(0, min(y, room.height() - size.height())))
