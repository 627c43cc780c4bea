"""Paints one row: time, small picture or sign, words and badge; and the name of a day above its rows.

The rows of a day lie on one card with lines between them, and all words begin at one edge, whatever stands before them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.casework import Exhibit, Tone
from app.timeline import Row
from app.ui.kit import LIGHT, Look
from app.ui.kit.look import CARD_RADIUS_PX
from app.ui.timeline.icons import paint_icon
from app.ui.timeline.lines import RowText
from app.ui.timeline.measures import PADDING_PX, PICTURE_PX, Measures
from app.ui.timeline.model import RowRole
from app.ui.timeline.pictures import SmallPictures, paint_blurred, small_font

Index = QModelIndex | QPersistentModelIndex
_TIME_PX = 40
_SIGN_PX = 18
_GAP_PX = 12
_BAR_PX = 3
_WIDEST_TIME = "00.00"


def strong_font(font: QFont) -> QFont:
    """Return the font of titles."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


class TimelineDelegate(QStyledItemDelegate):
    """Paints rows; ``word_day`` gives the name of a day.

    Attributes:
        pictures: the small pictures.
        measures: for the present width and text size.
        edges: whether the row that is painted next is the first and the last on its card.
        fresh: whether it was made just now, together with the chosen one.
    """

    def __init__(self, word_day: Callable[[date], str]) -> None:
        super().__init__()
        self._word_day = word_day
        self._look: Look = LIGHT
        self.pictures = SmallPictures()
        self.measures = Measures(0, 0, narrow=False)
        self.edges = (True, True)
        self.fresh = False
        self._ground = LIGHT.card

    @property
    def look(self) -> Look:
        """The look that is on."""
        return self._look

    def take_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = self.pictures.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.measures.row_px)

    def paint_day(self, painter: QPainter, band: QRect, font: QFont, day: date) -> None:
        """Paint the name of a day above its card."""
        painter.setFont(strong_font(small_font(font, self.look)))
        painter.setPen(QColor(self.look.muted))
        line = band.adjusted(0, self.measures.space(6), 0, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, flags, self._word_day(day))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(RowRole.ROW)
        line: RowText = index.data(RowRole.LINE)
        painter.save()
        self._paint_ground(painter, option)
        pad = self.measures.space(PADDING_PX)
        inner = option.rect.adjusted(pad, 0, -pad, 0)
        if self.measures.narrow:
            self._paint_narrow(painter, inner, option.font, row, line)
        else:
            self._paint_wide(painter, inner, option.font, row, line)
        painter.restore()

    # -- the card --------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        look, state = self.look, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        self._ground = ground = (
            look.info if chosen or self.fresh else look.paper if over else look.card
        )
        painter.save()
        box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, 0)
        # The card of the whole day, seen through this row: its round ends lie in its first and last row.
        first, last = self.edges
        card = box.adjusted(0, 0 if first else -box.height(), 0, -0.5 if last else box.height())
        path = QPainterPath()
        path.addRoundedRect(card, CARD_RADIUS_PX, CARD_RADIUS_PX)
        painter.setClipRect(option.rect)
        painter.fillPath(path, QColor(ground))
        if chosen:
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            bar = QRectF(box.left(), box.top() - 1, _BAR_PX, box.height() + 2)
            painter.fillRect(bar, QColor(look.accent))
            painter.setClipRect(option.rect)
        painter.setPen(QPen(QColor(look.line), 1))
        if not last:
            bottom = option.rect.bottom() + 0.5
            painter.drawLine(QRectF(box.left(), bottom, box.width(), 0).topLeft(),
                             QRectF(box.left(), bottom, box.width(), 0).topRight())  # fmt: skip
        painter.drawPath(path)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.accent), 2))
            ring = QRectF(option.rect).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(ring, CARD_RADIUS_PX - 2, CARD_RADIUS_PX - 2)
        painter.restore()

    # -- the words -------------------------------------------------------------------------------

    def _paint_wide(
        self, painter: QPainter, inner: QRect, font: QFont, row: Row, line: RowText
    ) -> None:
        small = small_font(font, self.look)
        wide = max(self.look.px(_TIME_PX), QFontMetrics(small).horizontalAdvance(_WIDEST_TIME))
        time = QRect(inner.left(), inner.top(), wide, inner.height())
        self._text(painter, time, small, line.time, muted=True)
        left = self._paint_mark(painter, time.right() + 1 + self._gap_px, inner, row)
        right = self._paint_badge(painter, inner, font, line, inner.center().y()) - self._gap_px
        body_px, small_px = self.measures.body_px, self.measures.small_px
        height = body_px + small_px + 2 if line.second else body_px
        top = inner.center().y() - height // 2 + 1
        self._paint_words(painter, QRect(left, top, right - left, height), font, line)

    def _paint_narrow(
        self, painter: QPainter, inner: QRect, font: QFont, row: Row, line: RowText
    ) -> None:
        """Paint time and badge, and below them the words."""
        body_px, small_px = self.measures.body_px, self.measures.small_px
        small = small_font(font, self.look)
        left = self._paint_mark(painter, inner.left(), inner, row)
        height = 2 * small_px + body_px + 6
        top = inner.center().y() - height // 2 + 1
        right = self._paint_badge(painter, inner, font, line, top + small_px // 2)
        self._text(painter, QRect(left, top, right - left, small_px), small, line.time, muted=True)
        box = QRect(left, top + small_px + 4, inner.right() - left, body_px + small_px + 2)
        self._paint_words(painter, box, font, line)

    def _paint_words(self, painter: QPainter, box: QRect, font: QFont, line: RowText) -> None:
        strong, small = strong_font(font), small_font(font, self.look)
        body_px, small_px = self.measures.body_px, self.measures.small_px
        first = QRect(box.left(), box.top(), box.width(), body_px)
        if line.covered:
            paint_blurred(painter, first, strong, line.covered, self.look.muted)
        else:
            self._text(painter, first, strong, line.title)
        under = QRect(box.left(), box.top() + body_px + 2, box.width(), small_px)
        self._text(painter, under, small, line.second, muted=True)

    def _text(
        self, painter: QPainter, box: QRect, font: QFont, text: str, *, muted: bool = False
    ) -> None:
        if not text:
            return
        painter.setFont(font)
        painter.setPen(QColor(self.look.muted if muted else self.look.ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(box, flags | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_badge(
        self, painter: QPainter, inner: QRect, font: QFont, line: RowText, middle: int
    ) -> int:
        """Paint the badge at the right end; return where it begins."""
        if not line.badge:
            return inner.right()
        small = small_font(font, self.look)
        width = QFontMetrics(small).horizontalAdvance(line.badge) + 2 * self.measures.space(9)
        height = self.measures.small_px + 4
        box = QRectF(inner.right() - width, middle - height / 2 + 1, width, height)
        ink, ground = self._colours(line.tone)
        if self._ground == self.look.info and line.tone in {Tone.INFO, Tone.PLAIN}:
            ground = self.look.card
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(small)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.badge)
        return round(box.left())

    def _colours(self, tone: Tone) -> tuple[str, str]:
        look = self.look
        return {
            Tone.OK: (look.green, look.green_ground),
            Tone.WAIT: (look.amber, look.amber_ground),
            Tone.INFO: (look.accent, look.info),
            Tone.PLAIN: (look.muted, look.side),
        }[tone]

    @property
    def _gap_px(self) -> int:
        return self.measures.space(_GAP_PX)

    def _paint_mark(self, painter: QPainter, left: int, inner: QRect, row: Row) -> int:
        """Paint the small picture or the icon in the middle of its column; return where the words begin."""
        width = max(PICTURE_PX[0], self.look.px(_SIGN_PX))
        column = QRect(left, inner.top(), width, inner.height())
        if isinstance(row.thing, Exhibit) and not self.pictures.words_only:
            self.pictures.paint(painter, column, row.thing)
        else:
            sign = self.look.px(_SIGN_PX)
            square = QRectF(0, 0, sign, sign)
            square.moveCenter(QRectF(column).center())
            paint_icon(painter, square, row.icon, QColor(self.look.accent))
        return left + width + self._gap_px
