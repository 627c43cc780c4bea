"""The small pictures of rows: kept, blurred and painted.

They are blurred unless the person asks for clear ones: made so small that nothing can be read, and then stretched
again. On dark ground they are drawn weaker, so that a white page does not glare. Words that are private are blurred in
the same way.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
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

from app.casework import Exhibit
from app.casework.kinds.file import FileSource
from app.ui.kit import LIGHT, Look
from app.ui.kit.look import SMALL_PX
from app.ui.kit.picture import small_image
from app.ui.timeline.fetching import Found
from app.ui.timeline.measures import PICTURE_PX
from evidence_store import EntryId

_KEPT = 400
_BLUR_PX = (9, 6)
_SOFT_PX = (36, 24)
_RADIUS_PX = 4
_LONGEST_SUFFIX = 5
_WORDS_BLUR, _PART_OF_A_LINE = 7, 0.4


def small_font(font: QFont, look: Look) -> QFont:
    """Return the font of second lines and badges."""
    small = QFont(font)
    small.setPixelSize(look.px(SMALL_PX))
    return small


class SmallPictures:
    """The small pictures of one list."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[EntryId, tuple[QImage, QImage] | None] = OrderedDict()
        self.look: Look = LIGHT
        self.clear = self.words_only = False

    def lacks(self, exhibit: Exhibit) -> bool:
        """Return whether the small picture of an exhibit has to be fetched."""
        return not self.words_only and exhibit.shown not in self._pictures

    def keep(self, found: Found) -> None:
        """Keep small pictures that were fetched; the ones not painted for long go."""
        for id, data in found.items():
            image = small_image(data) if data else QImage()
            self._pictures[id] = None if image.isNull() else (image, blurred(image))
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)

    def forget(self) -> None:
        """Forget all of them: another case is open."""
        self._pictures.clear()

    def paint(self, painter: QPainter, square: QRect, exhibit: Exhibit) -> None:
        """Paint the small picture of an exhibit into the middle of a square."""
        width, height = PICTURE_PX
        box = QRectF(0, 0, width, height)
        box.moveCenter(QRectF(square).center())
        shape = QPainterPath()
        shape.addRoundedRect(box, _RADIUS_PX, _RADIUS_PX)
        painter.fillPath(shape, QBrush(QColor(self.look.side)))
        pair = self._pictures.get(exhibit.shown)
        if pair is not None:
            self._pictures.move_to_end(exhibit.shown)
            image = pair[0] if self.clear else pair[1]
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(self.look.picture_strength)
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
        if 0 < len(suffix) <= _LONGEST_SUFFIX and suffix.isalnum():
            painter.setFont(small_font(painter.font(), self.look))
            painter.setPen(QColor(self.look.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, suffix)


def blurred(image: QImage) -> QImage:
    """Return the picture so soft that no word and no face can be made out."""
    smooth = Qt.TransformationMode.SmoothTransformation
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    tiny = image.scaled(*_BLUR_PX, ignore, smooth)
    return tiny.scaled(*_SOFT_PX, ignore, smooth).scaled(*PICTURE_PX, ignore, smooth)


def paint_blurred(painter: QPainter, box: QRect, font: QFont, text: str, colour: str) -> None:
    """Paint words so soft that none can be read; that there are words is seen."""
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(text), box.width())
    # In parts of a letter's size: as many pixels would leave large text to be read.
    part = max(_WORDS_BLUR, round(metrics.height() * _PART_OF_A_LINE))
    size = QSize(max(width, part), max(metrics.height(), part))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    words = QPainter(image)
    words.setFont(font)
    words.setPen(QColor(colour))
    words.drawText(image.rect(), Qt.AlignmentFlag.AlignVCenter, text)
    words.end()
    smooth = Qt.TransformationMode.SmoothTransformation
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    tiny = image.scaled(max(2, size.width() // part), max(2, size.height() // part), ignore, smooth)
    soft = tiny.scaled(size, ignore, smooth)
    painter.drawImage(box.left(), box.center().y() - size.height() // 2 + 1, soft)


def _cut(size: QSize, box: QRectF) -> QRectF:
    """Return the middle of a picture that has the form of the box, from its top."""
    wide = size.width() * box.height() > size.height() * box.width()
    if wide:
        width = size.height() * box.width() / box.height()
        return QRectF((size.width() - width) / 2, 0, width, size.height())
    return QRectF(0, 0, size.width(), size.width() * box.height() / box.width())
