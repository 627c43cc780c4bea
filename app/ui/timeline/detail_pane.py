"""The pane beside the list: all there is to know about the chosen row, and buttons for what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.casework import Labelled
from app.language import Language, deferred
from app.picture import Pixels
from app.ui.kit import (
    Button,
    CoveredPicture,
    Fingerprint,
    FlowRow,
    Heading,
    LongText,
    Muted,
    PrimaryButton,
    ScrollGround,
    Text,
    named,
)
from app.ui.kit.look import GRID_PX
from app.ui.timeline.details import Detail, RowAction
from evidence_store import EntryId

_MARGIN_PX = 24
_LONGEST_SIDE_PX = 1600

ROW_ACTIONS = {
    RowAction.OPEN: deferred("Open and mark"),
    RowAction.DESCRIBE: deferred("Add link and note"),
    RowAction.CORRECT: deferred("Correct"),
    RowAction.NOTE: deferred("Write a note about it"),
    RowAction.HIDE: deferred("Hide"),
    RowAction.SHOW_AGAIN: deferred("Show again"),
    RowAction.HAND_OVER: deferred("Note that it is handed over"),
}


class DetailPane(QFrame):
    """Shows one detail.

    Signals:
        asked: somebody wants to do that with the row.
        uncovered: somebody wants to see the picture of that detail.
    """

    asked = Signal(RowAction)
    uncovered = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "panel")
        self._language = language
        self._detail: Detail | None = None
        self._picture: CoveredPicture | None = None
        self._code: QVBoxLayout | None = None
        self.buttons: dict[RowAction, Button | PrimaryButton] = {}
        self.area = QScrollArea()
        named(self.area, "scroll")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(language.text("About what is chosen"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self.show_detail(None)

    @property
    def detail(self) -> Detail | None:
        """What it shows."""
        return self._detail

    def show_detail(self, detail: Detail | None) -> None:
        """Show another one; the same stays where it was scrolled to."""
        if detail is not None and detail == self._detail:
            return
        same = detail is not None and self._detail is not None and detail.id == self._detail.id
        scrolled = self.area.verticalScrollBar().value() if same else 0
        uncovered = same and self._picture is not None and not self._picture.covered
        self._detail, self._picture, self._code = detail, None, None
        self.buttons = {}
        inside = ScrollGround()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(2)
        if detail is None:
            column.addWidget(Muted(self._language.text("Choose a row to see all about it.")))
        else:
            self._fill(column, detail)
        column.addStretch(1)
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.area.setWidget(inside)
        self.area.verticalScrollBar().setValue(scrolled)
        if uncovered:
            self._uncover()

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str) -> None:
        """Show the picture that was asked for, if it is still this detail's."""
        if self._detail is None or self._detail.id != id or self._picture is None:
            return
        if pixels is None:
            self._picture.cover()
            self._picture.button.set_text(sentence)
            self._picture.button.setEnabled(False)
            return
        image = as_image(pixels)
        self._picture.set_picture(image, self._detail.spoken_picture)

    def show_code(self, id: EntryId, code: str) -> None:
        """Show the receipt code, if it is still this detail's."""
        if self._detail is None or self._detail.id != id or self._code is None:
            return
        if self._code.count() == 0:
            self._code.addWidget(Muted(self._language.text("Receipt code")))
            self._code.addWidget(Fingerprint(code))
            self._code.addSpacing(10)

    def _uncover(self) -> None:
        """Uncover the picture that the person had uncovered before something was added to it."""
        if self._picture is not None:
            self._picture.uncover()
            self.uncovered.emit(self._detail)

    def _fill(self, column: QVBoxLayout, detail: Detail) -> None:
        column.addWidget(Heading(detail.title))
        column.addWidget(Muted(detail.when))
        column.addSpacing(2 * GRID_PX)
        if detail.picture is not None:
            self._picture = CoveredPicture(self._language.text("Show picture"))
            self._picture.setAccessibleName(detail.spoken_picture)
            self._picture.asked.connect(lambda: self.uncovered.emit(detail))
            column.addWidget(self._picture)
            column.addSpacing(2 * GRID_PX)
        elif detail.no_picture:
            column.addWidget(Text(detail.no_picture))
            column.addSpacing(2 * GRID_PX)
        for field in detail.fields:
            self._add_field(column, field)
        self._code = QVBoxLayout()
        self._code.setSpacing(2)
        column.addLayout(self._code)
        if detail.fingerprint:
            column.addWidget(Muted(self._language.text("Fingerprint (SHA-256)")))
            column.addWidget(Fingerprint(detail.fingerprint))
            column.addSpacing(10)
        self._add_buttons(column, detail)

    def _add_field(self, column: QVBoxLayout, field: Labelled) -> None:
        column.addWidget(Muted(field.label))
        value = LongText(field.value)
        value.setAccessibleName(f"{field.label}: {field.value}")
        column.addWidget(value)
        for sentence in field.before:
            column.addWidget(LongText(sentence, kit="muted"))
        column.addSpacing(10)

    def _add_buttons(self, column: QVBoxLayout, detail: Detail) -> None:
        row = FlowRow()
        for deed in detail.row_actions:
            text = self._language.text(ROW_ACTIONS[deed])
            button = PrimaryButton(text) if deed is RowAction.OPEN else Button(text)
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
            self.buttons[deed] = button
            row.add(button)
        if detail.row_actions:
            column.addSpacing(GRID_PX)
            column.addWidget(row)


def as_image(pixels: Pixels) -> QImage:
    """Return a picture for the screen, no larger than a screen needs."""
    width, height = pixels.width_px, pixels.height_px
    image = QImage(pixels.rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    if max(width, height) <= _LONGEST_SIDE_PX:
        return image.copy()  # the bytes are Python's and may go
    return image.scaled(
        _LONGEST_SIDE_PX,
        _LONGEST_SIDE_PX,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
