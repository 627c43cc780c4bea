"""A picture that is covered until somebody asks to see it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit.buttons import Button
from app.ui.kit.look import CARD_RADIUS_PX
from app.ui.kit.naming import named

_SMALL = "JPEG"  # named, so that no other reader of Qt's is ever asked


class CoveredPicture(QFrame):
    """Shows a plain ground with a button; ``asked`` when it is pressed, then the picture if there is one.

    The picture may be handed over before or after: whoever has to fetch it first waits for ``asked``.
    """

    asked = Signal()

    def __init__(
        self, show_text: str, parent: QWidget | None = None, *, height_px: int = 150
    ) -> None:
        super().__init__(parent)
        named(self, "covered")
        self._height = height_px
        self._image = QImage()
        self._covered = True
        self.button = Button(show_text)
        self.button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def covered(self) -> bool:
        """Whether the picture is hidden."""
        return self._covered

    def set_picture(self, image: QImage, description: str = "") -> None:
        """Give it a picture; a null one takes it away. What is covered stays covered."""
        self._image = image
        if description:
            self.setAccessibleName(description)
        self._fit()

    def cover(self) -> None:
        """Hide the picture again."""
        self._covered = True
        self._fit()

    def uncover(self) -> None:
        """Show the picture as if it had been asked for."""
        self._covered = False
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height_for(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            self.button.sizeHint().width() + 16,
            max(self.button.sizeHint().height() + 16, self._height_for(self.width())),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._shown:
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
        )
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), CARD_RADIUS_PX, CARD_RADIUS_PX)
        painter.setClipPath(path)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        place = QRectF(left, top, size.width(), size.height())
        painter.drawImage(place, self._image, QRectF(self._image.rect()))
        # A white page on a white card would have no edge.
        painter.setClipping(False)
        painter.setPen(self.palette().mid().color())
        around, round_px = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS_PX
        painter.drawRoundedRect(around, round_px, round_px)
        painter.end()

    @property
    def _shown(self) -> bool:
        return not self._covered and not self._image.isNull()

    def _height_for(self, width_px: int) -> int:
        if not self._shown or self._image.width() == 0:
            return self._height
        return min(
            2 * self._height, max(24, round(self._image.height() * width_px / self._image.width()))
        )

    def _ask(self) -> None:
        self._covered = False
        self.asked.emit()
        self._fit()

    def _fit(self) -> None:
        self.button.setVisible(not self._shown)
        self.updateGeometry()
        self.update()


def small_image(jpeg: bytes) -> QImage:
    """Return a small picture of our own making; a null one where it cannot be read."""
    return QImage.fromData(jpeg, _SMALL)  # type: ignore[arg-type]  # Qt takes text
