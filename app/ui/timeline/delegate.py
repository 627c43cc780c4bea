"""Paints one row: time, small picture or sign, words and badge; and the name of a day above its rows.

Small pictures are blurred unless the person asks for clear ones: they are made so small that nothing can be read, and
then stretched again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.casework import Exhibit, Tone
from app.casework.kinds.file import FileSource
from app.ui.kit import LIGHT, Look
from app.ui.kit.look import CARD_RADIUS_PX, SMALL_PX
from app.ui.timeline.fetching import Found
from app.ui.timeline.icons import paint_icon
from app.ui.timeline.lines import RowText
from app.ui.timeline.measures import PADDING_PX, PICTURE_PX, Measures
from app.ui.timeline.model import RowRole
from app.ui.timeline.rows import Row
from evidence_store import EntryId

Index = QModelIndex | QPersistentModelIndex
_KEPT = 400
_THUMBNAILS = "JPEG"
_BLUR_PX = (9, 6)
_SOFT_PX = (36, 24)
_TIME_PX = 58
_SIGN_PX = 18
_LONGEST_SUFFIX = 5


def small_font(font: QFont, look: Look) -> QFont:
    """Return the font of second lines and badges."""
    small = QFont(font)
    small.setPixelSize(look.px(SMALL_PX))
    return small


def strong_font(font: QFont) -> QFont:
    """Return the font of titles."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


class TimelineDelegate(QStyledItemDelegate):
    """Paints rows; ``word_day`` gives the name of a day."""

    def __init__(self, word_day: Callable[[date], str]) -> None:
        super().__init__()
        self._word_day = word_day
        self._pictures: OrderedDict[EntryId, tuple[QImage, QImage] | None] = OrderedDict()
        self.look: Look = LIGHT
        self.measures = Measures(0, 0, narrow=False)
        self.clear = False

    # -- small pictures --------------------------------------------------------------------------

    def lacks(self, exhibit: Exhibit) -> bool:
        """Return whether the small picture of an exhibit has to be fetched."""
        return exhibit.shown not in self._pictures

    def keep(self, found: Found) -> None:
        """Keep small pictures that were fetched; the ones not painted for long go."""
        for id, data in found.items():
            # Our own JPEG: named, so that no other reader of Qt's is ever asked.
            image = QImage.fromData(data, _THUMBNAILS) if data else QImage()  # type: ignore[arg-type]  # Qt takes text
            self._pictures[id] = None if image.isNull() else (image, blurred(image))
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)

    def forget(self) -> None:
        """Forget all small pictures: another case is open."""
        self._pictures.clear()

    # -- painting --------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.measures.low_px)

    def paint_day(self, painter: QPainter, band: QRect, font: QFont, day: date) -> None:
        """Paint the name of a day and a quiet line."""
        small = strong_font(small_font(font, self.look))
        text = self._word_day(day)
        painter.setFont(small)
        painter.setPen(QColor(self.look.muted))
        line = band.adjusted(0, 8, 0, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        left = band.left() + QFontMetrics(small).horizontalAdvance(text) + 12
        if left < band.right():
            painter.setPen(QPen(QColor(self.look.line), 1))
            middle = line.center().y() + 1
            painter.drawLine(left, middle, band.right(), middle)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(RowRole.ROW)
        line: RowText = index.data(RowRole.LINE)
        painter.save()
        self._paint_card(painter, option)
        inner = option.rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        if self.measures.narrow:
            self._paint_narrow(painter, inner, option.font, row, line)
        else:
            self._paint_wide(painter, inner, option.font, row, line)
        painter.restore()

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        look, state = self.look, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        colour = look.accent if chosen or focused else look.edge if over else look.line
        width = 2.0 if focused or chosen else 1.0
        half = width / 2
        box = QRectF(option.rect).adjusted(half, half, -half, -half)
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(QColor(look.card))
        painter.drawRoundedRect(box, CARD_RADIUS_PX, CARD_RADIUS_PX)
        if focused:
            # A second ring tells the row that has the keyboard from one that is only chosen.
            painter.setPen(QPen(QColor(look.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = box.adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(ring, CARD_RADIUS_PX - 3, CARD_RADIUS_PX - 3)

    def _paint_wide(
        self, painter: QPainter, inner: QRect, font: QFont, row: Row, line: RowText
    ) -> None:
        look = self.look
        time = QRect(inner.left(), inner.top(), look.px(_TIME_PX), inner.height())
        painter.setFont(font)
        painter.setPen(QColor(look.muted))
        painter.drawText(
            time, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line.time
        )
        left = self._paint_mark(painter, time.right() + 12, inner, row)
        right = self._paint_badge(painter, inner, font, line, inner.center().y()) - 16
        self._paint_words(
            painter, QRect(left, inner.top(), right - left, inner.height()), font, line
        )

    def _paint_words(self, painter: QPainter, box: QRect, font: QFont, line: RowText) -> None:
        strong, small = strong_font(font), small_font(font, self.look)
        body_px, small_px = self.measures.body_px, self.measures.small_px
        height = body_px + small_px + 2 if line.second else body_px
        top = box.center().y() - height // 2 + 1
        self._text(painter, QRect(box.left(), top, box.width(), body_px), strong, line.title)
        under = QRect(box.left(), top + body_px + 2, box.width(), small_px)
        self._text(painter, under, small, line.second, muted=True)

    def _paint_narrow(
        self, painter: QPainter, inner: QRect, font: QFont, row: Row, line: RowText
    ) -> None:
        """Paint time and badge, below them the title in up to two lines, and the second line in what is left."""
        body_px, small_px = self.measures.body_px, self.measures.small_px
        strong, small = strong_font(font), small_font(font, self.look)
        left = self._paint_mark(painter, inner.left(), inner, row)
        width = inner.right() - left
        title = elided_twice(line.title, QFontMetrics(strong), width)
        under = elided_twice(line.second, QFontMetrics(small), width)
        titles = _lines(title, QFontMetrics(strong), width)
        unders = min(_lines(under, QFontMetrics(small), width), 3 - titles) if under else 0
        height = small_px + 6 + titles * body_px + (unders * small_px + 2 if unders else 0)
        top = inner.center().y() - height // 2 + 1
        right = self._paint_badge(painter, inner, font, line, top + small_px // 2)
        self._text(painter, QRect(left, top, right - left, small_px), small, line.time, muted=True)
        top += small_px + 6
        painter.setFont(strong)
        painter.setPen(QColor(self.look.ink))
        flags = _flags(title, QFontMetrics(strong), width)
        painter.drawText(QRect(left, top, width, titles * body_px), flags, title)
        top += titles * body_px + 2
        if unders == 1:
            self._text(painter, QRect(left, top, width, small_px), small, line.second, muted=True)
        elif unders:
            painter.setFont(small)
            painter.setPen(QColor(self.look.muted))
            flags = _flags(under, QFontMetrics(small), width)
            painter.drawText(QRect(left, top, width, unders * small_px), flags, under)

    def _text(
        self, painter: QPainter, box: QRect, font: QFont, text: str, *, muted: bool = False
    ) -> None:
        if not text:
            return
        painter.setFont(font)
        painter.setPen(QColor(self.look.muted if muted else self.look.ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_badge(
        self, painter: QPainter, inner: QRect, font: QFont, line: RowText, middle: int
    ) -> int:
        """Paint the badge at the right end; return where it begins."""
        small = small_font(font, self.look)
        width = QFontMetrics(small).horizontalAdvance(line.badge) + 20
        height = self.measures.small_px + 6
        box = QRectF(inner.right() - width, middle - height / 2 + 1, width, height)
        ink, ground = self._colours(line.tone)
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

    def _paint_mark(self, painter: QPainter, left: int, inner: QRect, row: Row) -> int:
        """Paint the small picture or the icon; return where the words begin."""
        if isinstance(row.thing, Exhibit):
            self._paint_picture(painter, left, inner, row.thing)
            return left + PICTURE_PX[0] + 16
        sign = self.look.px(_SIGN_PX)
        square = QRectF(left, inner.center().y() + 1 - sign / 2, sign, sign)
        paint_icon(painter, square, row.icon, QColor(self.look.accent))
        return left + sign + 2 * PADDING_PX - 2

    def _paint_picture(self, painter: QPainter, left: int, inner: QRect, exhibit: Exhibit) -> None:
        width, height = PICTURE_PX
        box = QRectF(left, inner.center().y() - height / 2 + 1, width, height)
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.fillPath(shape, QBrush(QColor(self.look.side)))
        pair = self._pictures.get(exhibit.shown)
        if pair is not None:
            self._pictures.move_to_end(exhibit.shown)
            image = pair[0] if self.clear else pair[1]
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image, _cut(image.size(), box))
            painter.restore()
        elif isinstance(exhibit.source, FileSource):
            self._paint_suffix(painter, box, exhibit.source.name)
        painter.setPen(QPen(QColor(self.look.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_suffix(self, painter: QPainter, box: QRectF, name: str) -> None:
        """Paint the end of the name of a file without a picture, as M4A."""
        suffix = Path(name).suffix.lstrip(".").upper()
        if 0 < len(suffix) <= _LONGEST_SUFFIX:
            painter.setFont(small_font(painter.font(), self.look))
            painter.setPen(QColor(self.look.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, suffix)


def blurred(image: QImage) -> QImage:
    """Return the picture so soft that no word and no face can be made out."""
    smooth = Qt.TransformationMode.SmoothTransformation
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    tiny = image.scaled(*_BLUR_PX, ignore, smooth)
    return tiny.scaled(*_SOFT_PX, ignore, smooth).scaled(*PICTURE_PX, ignore, smooth)


def elided_twice(text: str, metrics: QFontMetrics, width_px: int) -> str:
    """Return the text, cut short enough for two lines."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(1.8 * width_px))


def _lines(text: str, metrics: QFontMetrics, width_px: int) -> int:
    """Return how many lines a text takes: one or two, as it is short enough for two."""
    room = QRect(0, 0, width_px, 4 * metrics.height())
    flags = _flags(text, metrics, width_px)
    return 2 if metrics.boundingRect(room, flags, text).height() > metrics.height() else 1


def _flags(text: str, metrics: QFontMetrics, width_px: int) -> int:
    """Return flags by which lines break between words, and a word that is longer than a line anywhere."""
    longest = max(map(metrics.horizontalAdvance, text.split()), default=0)
    flag = Qt.TextFlag
    return int(flag.TextWrapAnywhere if longest > width_px else flag.TextWordWrap)


def _cut(size: QSize, box: QRectF) -> QRectF:
    """Return the middle of a picture that has the form of the box, from its top."""
    wide = size.width() * box.height() > size.height() * box.width()
    if wide:
        width = size.height() * box.width() / box.height()
        return QRectF((size.width() - width) / 2, 0, width, size.height())
    return QRectF(0, 0, size.width(), size.width() * box.height() / box.width())
