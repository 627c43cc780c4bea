"""The pictures beside a form: blurred until somebody asks, one at a time; a strip on top where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.language import Language
from app.picture import Pixels
from app.ui.forms.pictures import ShownPicture
from app.ui.kit import Button, Muted, QuietButton, Segmented, Text, named, spaced
from app.ui.kit.look import CARD_RADIUS_PX, S2, S3, S5, CurrentLook
from app.ui.kit.picture import small_image
from evidence_store import EntryId

_SOFT_PX = (14, 9)  # so few that no word and no face can be made out
_LARGEST_PX = 2400
_STRIP_PX, _OPEN_STRIP_PX = 120, 200
_LEAST_PX, _STRIP_SIDE_PX = 360, 20


class PicturePane(QFrame):
    """Shows the pictures of a form.

    Signals:
        asked: somebody wants to see the picture of that entry.
        wanted_text: somebody wants its text in the quote, or not any more.
    """

    asked = Signal(object)
    wanted_text = Signal(object)

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        named(self, "panel")
        self._language, self._look = language, look
        self._shown: tuple[ShownPicture, ...] = ()
        self._at = 0
        self._strip = False
        self._numbers: Segmented | None = None
        self.picture = _Picture(look)
        self.show_button = Button(language.text("Show picture"))
        self.cover_button = QuietButton(language.text("Blur"))
        self.caption = Muted()
        self.read_button = Button(language.text("Get the text from the picture"))
        self.read_said = Muted()
        for hidden in (self.read_button, self.read_said):
            hidden.hide()
        self.missing = Text()
        self._head = QWidget()
        self._head_row = spaced(QHBoxLayout(self._head), S2, 0)
        self._area = QScrollArea()
        named(self._area, "scroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.picture)
        self._head_row.addStretch(0)
        over = spaced(QVBoxLayout(self.picture), S2)
        over.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignCenter)
        below = spaced(QHBoxLayout(), S2)
        below.addWidget(self.read_button)
        below.addStretch(1)
        below.addWidget(self.cover_button)
        self._column = spaced(QVBoxLayout(self), S2, S5)
        self._column.addWidget(self._head)
        self._column.addWidget(self._area, 100)
        self._column.addWidget(self.missing)
        self._column.addWidget(self.caption)
        self._column.addLayout(below)
        self._column.addWidget(self.read_said)
        self._column.addStretch(0)
        self.show_button.clicked.connect(self._ask)
        self.cover_button.clicked.connect(self._cover)
        self.read_button.clicked.connect(self._want_text)
        self.hide()

    def show_pictures(self, shown: Sequence[ShownPicture]) -> None:
        """Show the first of these, covered; the one that stands there stays, where it is still among them."""
        before = self._shown[self._at].id if self._shown else None
        self._shown = tuple(shown)
        self.setVisible(bool(shown))
        ids = [each.id for each in shown]
        at = ids.index(before) if before in ids else 0
        self._number_them(at)
        if before not in ids:
            self._go_to(0)
        self._at = at

    def show_small(self, id: EntryId, jpeg: bytes) -> None:
        """Blur this where the picture stands."""
        self.picture.keep_small(id, small_image(jpeg))

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str = "") -> None:
        """Show the picture, unless another one is shown by now; or why it cannot be."""
        if not self._shown or self._shown[self._at].id != id:
            return
        if pixels is None:
            self._say_missing(sentence)
            return
        self.picture.uncover(_as_image(pixels), self._shown[self._at].spoken)
        self._fit()

    def offer_reading(self, *, offered: bool) -> None:
        """Whether there is a quote that the text of a picture can go into."""
        self.read_button.setVisible(offered)
        self.show_reading("", running=False)

    def show_reading(self, words: str, *, running: bool) -> None:
        """How reading stands, and whether it can be stopped."""
        text = self._language.text
        self.read_button.set_text(
            text("Stop") if running else text("Get the text from the picture")
        )
        self.read_said.setText(words)
        self.read_said.setVisible(bool(words))

    def stand_on_top(self, *, strip: bool) -> None:
        """Be a strip above the form, or the column beside it."""
        self._strip = strip
        self.setMinimumWidth(0 if strip else self._look().px(_LEAST_PX))
        spaced(self._column, S2, (_STRIP_SIDE_PX, S3, _STRIP_SIDE_PX, S2) if strip else S5)
        vertical = QSizePolicy.Policy.Fixed if strip else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self._fit()

    def _number_them(self, at: int) -> None:
        if self._numbers is not None:
            self._numbers.hide()
            self._numbers.deleteLater()
            self._numbers = None
        self._head.setVisible(len(self._shown) > 1)
        if len(self._shown) < 2:
            return
        name = self._language.text("Pictures of the post")
        numbers = Segmented(
            [(str(index), str(each.number)) for index, each in enumerate(self._shown)], name=name
        )
        for index, each in enumerate(self._shown):
            numbers.button(str(index)).setAccessibleName(
                self._language.text("Exhibit {number}", number=each.number)
            )
        numbers.choose(str(at))
        numbers.changed.connect(lambda index: self._go_to(int(index)))
        self._head_row.insertWidget(0, numbers, 1)
        self._numbers = numbers

    def _go_to(self, at: int) -> None:
        """Show another one, as covered or open as the one before."""
        was_open = not self.picture.covered
        self._at = at
        if not self._shown:
            self.picture.forget()
            return
        one = self._shown[at]
        self.picture.cover(one.id, one.spoken)
        self.caption.setText(one.caption)
        self._say_missing(one.missing)
        if was_open and not one.missing:
            self.asked.emit(one.id)

    def _say_missing(self, sentence: str) -> None:
        self.missing.setText(sentence)
        self.missing.setVisible(bool(sentence))
        self._area.setVisible(not sentence)
        self._fit()

    def _ask(self) -> None:
        if self._shown:
            self.asked.emit(self._shown[self._at].id)

    def _want_text(self) -> None:
        if self._shown:
            self.wanted_text.emit(self._shown[self._at].id)

    def _cover(self) -> None:
        if self._shown:
            self.picture.cover(self._shown[self._at].id, self._shown[self._at].spoken)
            self._fit()
            self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        covered = self.picture.covered
        self.show_button.setVisible(covered)
        self.cover_button.setVisible(not covered)
        self.caption.setVisible(not self._strip)
        if self._strip:
            most = max(_STRIP_PX, self.window().height() // 4)
            open_px = min(self._look().px(_OPEN_STRIP_PX), most)
            self._area.setFixedHeight(_STRIP_PX if covered else open_px)
        else:
            self._area.setMinimumHeight(self._look().px(_STRIP_PX))
            self._area.setMaximumHeight(16_777_215)


class _Picture(QWidget):
    """One picture, as wide as its place; covered, it is a soft cloud of its colours, dimmed in the dark."""

    def __init__(self, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._id: EntryId | None = None
        self._small: dict[EntryId, QImage] = {}
        self._full = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def covered(self) -> bool:
        """Whether nothing can be made out."""
        return self._full.isNull()

    def keep_small(self, id: EntryId, image: QImage) -> None:
        """Keep what is left of a small picture when it is blurred."""
        if not image.isNull():
            self._small[id] = image.scaled(
                *_SOFT_PX,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self.update()

    def cover(self, id: EntryId, spoken: str) -> None:
        """Show that one, blurred."""
        self._id, self._full = id, QImage()
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def uncover(self, image: QImage, spoken: str) -> None:
        """Show the picture itself."""
        self._full = image
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def forget(self) -> None:
        """Keep nothing of any picture."""
        self._small.clear()
        self._id, self._full = None, QImage()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._full.isNull():
            return _STRIP_PX
        return round(min(1.0, width / self._full.width()) * self._full.height())

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_PX, self.heightForWidth(_LEAST_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
        )
        place = QRectF(self.rect())
        if not self._full.isNull():
            wide = min(float(self.width()), float(self._full.width()))
            place = QRectF(0, 0, wide, wide * self._full.height() / self._full.width())
        path = QPainterPath()
        path.addRoundedRect(place, CARD_RADIUS_PX, CARD_RADIUS_PX)
        painter.fillPath(path, QColor(self._look().side))
        painter.setClipPath(path)
        image = self._full
        if image.isNull():
            image = self._soft()
            painter.setOpacity(self._look().picture_strength)
        if not image.isNull():
            painter.drawImage(place, image, QRectF(image.rect()))
        painter.end()

    def _soft(self) -> QImage:
        return self._small.get(self._id, QImage()) if self._id is not None else QImage()


def _as_image(pixels: Pixels) -> QImage:
    """Return a picture for the screen, no wider than a screen needs."""
    wide, high = pixels.width_px, pixels.height_px
    image = QImage(pixels.rgb, wide, high, 3 * wide, QImage.Format.Format_RGB888)
    if wide <= _LARGEST_PX:
        return image.copy()  # the bytes are Python's and may go
    return image.scaledToWidth(_LARGEST_PX, Qt.TransformationMode.SmoothTransformation)
