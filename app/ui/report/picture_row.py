"""One picture that leaves: small, as it is printed, with what is covered and what wants looking at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.inert import shown
from app.language import Language
from app.ui.kit import Badge, Button, FlowRow, LongText, Muted, Text, spaced, tip
from app.ui.kit.enter import PressedByEnter
from app.ui.kit.look import S2, S4, CurrentLook
from app.ui.kit.picture import small_image
from app.ui.report.model import PictureLine
from app.ui.report.small_pictures import Small

_WIDTH_PX, _HEIGHT_PX = 120, 80
_RADIUS_PX = 4
_BETWEEN_PX = 4


class SmallPicture(PressedByEnter, QAbstractButton):
    """The picture as it is printed; pressed, its page is shown. In the dark it does not glare."""

    def __init__(self, name: str, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self.setAccessibleName(shown(name))
        self.setToolTip(tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look()
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(area, _RADIUS_PX, _RADIUS_PX)
        painter.fillPath(path, QColor(look.desk))
        if not self._image.isNull():
            painter.setClipPath(path)
            painter.setOpacity(look.picture_strength)
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(area.center())
            painter.drawImage(target, self._image)
            painter.setOpacity(1)
            painter.setClipping(False)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(look.accent if focused else look.line), 2 if focused else 1))
        painter.drawPath(path)
        painter.end()


class PictureRow(QWidget):
    """``opened`` tells the exhibit's number when something is to be covered, ``looked_at`` when its page is wanted."""

    opened = Signal(int)
    looked_at = Signal(int)

    def __init__(self, line: PictureLine, language: Language, look: CurrentLook) -> None:
        super().__init__()
        self._shown = line.shown
        text, number = language.text, line.number
        self.picture = SmallPicture(text("Show the page of exhibit {number}", number=number), look)
        self.picture.clicked.connect(lambda: self.looked_at.emit(number))
        self.button = Button(text("Look and cover"))
        self.button.setAccessibleName(text("Look at exhibit {number} and cover", number=number))
        self.button.clicked.connect(lambda: self.opened.emit(number))
        words = spaced(QVBoxLayout(), _BETWEEN_PX, 0)
        words.addWidget(Text(line.words, kit="strong"))
        words.addWidget(Muted(line.what))
        words.addWidget(Text(line.covered))
        words.addStretch()
        head = spaced(QHBoxLayout(), S4, 0)
        head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.chips = [Badge(chip, "wait") for chip in line.chips]
        # Below both: beside the picture there is no room for them in a narrow column.
        column = spaced(QVBoxLayout(self), S2, 0)
        column.addLayout(head)
        if self.chips:
            column.addWidget(FlowRow(*self.chips, gap_px=_BETWEEN_PX))
        if line.seen:
            column.addWidget(LongText(line.seen, kit="muted"))
        column.addWidget(FlowRow(self.button))

    def show_small(self, small: Small) -> None:
        """Show the picture, where it is there."""
        data = small.get(self._shown)
        if data is not None:
            self.picture.show_image(small_image(data))
