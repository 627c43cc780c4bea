"""The pane beside the list: all there is to know about the chosen row, and buttons for what can be done with it.

Rules:
- Name and buttons stay where they are; what lies between them scrolls.
- Pictures, and what is private, are covered until somebody asks. What only matters to who checks is folded away.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.language import Language, deferred
from app.picture import Pixels
from app.ui.kit import (
    Button,
    CardRule,
    CoveredPicture,
    Fingerprint,
    FlowRow,
    Heading,
    Muted,
    PopupMenu,
    QuietButton,
    ReceiptCode,
    SaidBlock,
    ScrollGround,
    Text,
    named,
)
from app.ui.kit.look import GRID_PX
from app.ui.timeline.details import Detail, RowAction
from app.ui.timeline.fields import FieldBlock
from evidence_store import EntryId

_MARGIN_PX = 20
_LONGEST_SIDE_PX = 1600
_BESIDE_EACH_OTHER = 2

ROW_ACTIONS = {
    RowAction.OPEN: deferred("Open and mark"),
    RowAction.DESCRIBE: deferred("Add link and note"),
    RowAction.CORRECT: deferred("Correct"),
    RowAction.NOTE: deferred("Write a note about it"),
    RowAction.WITNESS: deferred("Let a colleague see the page …"),
    RowAction.COMPARE: deferred("Compare sources …"),
    RowAction.READ_FIRST: deferred("Let somebody read it first …"),
    RowAction.HIDE: deferred("Hide"),
    RowAction.SHOW_AGAIN: deferred("Show again"),
    RowAction.HAND_OVER: deferred("Note that it is handed over"),
    RowAction.SHARE: deferred("Share it …"),
    RowAction.ERASE: deferred("Erase for ever …"),
}
# Beside each other there is no room for more words.
_SHORTER = {RowAction.DESCRIBE: deferred("Add link")}


class DetailPane(QFrame):
    """Shows one detail.

    Signals:
        asked: somebody wants to do that with the row.
        uncovered: somebody wants to see the picture of that detail.
        words_asked: somebody wants to see the words that have gaps.
        left: somebody wants to see the list again, where the pane lies over it.
    """

    asked = Signal(RowAction)
    uncovered = Signal(object)
    words_asked = Signal()
    left = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "panel")
        self._language = language
        self._detail: Detail | None = None
        self._picture: CoveredPicture | None = None
        self._code: QVBoxLayout | None = None
        self._unfolded = False
        self.buttons: dict[RowAction, Button] = {}
        self.more = Button("⋯")
        self.more.setAccessibleName(language.text("More to do with it"))
        self.more.setToolTip(language.text("More to do with it"))
        self.more.clicked.connect(self._show_more)
        self.back = QuietButton(language.text("Back"))
        self.back.clicked.connect(self.left)
        self.back.hide()
        self._head = QVBoxLayout()
        self._head.setContentsMargins(_MARGIN_PX, 2 * GRID_PX, _MARGIN_PX, GRID_PX)
        self._head.setSpacing(2)
        self._title, self._when = Heading(), Muted()
        self._head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addWidget(self._title)
        self._head.addWidget(self._when)
        self.area = QScrollArea()
        named(self.area, "scroll")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(language.text("About what is chosen"))
        self._foot = QWidget()
        self._foot_column = QVBoxLayout(self._foot)
        self._foot_column.setContentsMargins(0, 0, 0, 0)
        self._foot_column.setSpacing(0)
        self._row: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self.area, 1)
        whole.addWidget(self._foot)
        self.show_detail(None)

    @property
    def detail(self) -> Detail | None:
        """What it shows."""
        return self._detail

    @property
    def picture(self) -> CoveredPicture | None:
        """The picture, where there is one that can be shown."""
        return self._picture

    def lie_over(self, *, over: bool) -> None:
        """Lie over the list, with a way back to it, or beside it."""
        self.back.setVisible(over)

    def show_detail(self, detail: Detail | None) -> None:
        """Show another one; the same stays where it was scrolled to."""
        if detail is not None and detail == self._detail:
            return
        same = detail is not None and self._detail is not None and detail.id == self._detail.id
        scrolled = self.area.verticalScrollBar().value() if same else 0
        uncovered = same and self._picture is not None and not self._picture.covered
        self._detail, self._picture, self._code = detail, None, None
        inside = ScrollGround()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN_PX, GRID_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(0)
        self._title.setText(detail.title if detail is not None else "")
        self._title.setVisible(detail is not None)
        self._when.setText(
            detail.when
            if detail is not None
            else self._language.text("Choose a row to see all about it.")
        )
        if detail is not None:
            self._fill(column, detail)
        column.addStretch(1)
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.area.setWidget(inside)
        self._lay_buttons(detail.row_actions if detail is not None else ())
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
            shown = ReceiptCode()
            shown.show_code(code)
            self._code.addWidget(shown)
            self._code.addSpacing(10)

    def _uncover(self) -> None:
        """Uncover the picture that the person had uncovered before something was added to it."""
        if self._picture is not None:
            self._picture.uncover()
            self.uncovered.emit(self._detail)

    # -- what scrolls ----------------------------------------------------------------------------

    def _fill(self, column: QVBoxLayout, detail: Detail) -> None:
        if detail.with_gaps:
            whole = QuietButton(self._language.text("Show the words whole"))
            whole.clicked.connect(self.words_asked)
            column.addWidget(whole, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(GRID_PX)
        for one in detail.read_for_you:
            column.addWidget(SaidBlock(one.label, one.value))
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
        said = self._block(detail, technical=False)
        if detail.line.covered:
            self._cover(column, said)
        column.addWidget(said)
        self._code = QVBoxLayout()
        self._code.setSpacing(2)
        column.addLayout(self._code)
        if detail.fingerprint or any(field.technical for field in detail.fields):
            self._fold(column, self._block(detail, technical=True))

    def _block(self, detail: Detail, *, technical: bool) -> QWidget:
        """Return what is said below each other, or what is only for who checks."""
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX + 2)
        for field in detail.fields:
            if field.technical is technical:
                column.addWidget(FieldBlock(field, self._language))
        if technical and detail.fingerprint:
            column.addWidget(Muted(self._language.text("Fingerprint (SHA-256)")))
            column.addWidget(Fingerprint(detail.fingerprint))
        column.addSpacing(GRID_PX)
        return block

    def _cover(self, column: QVBoxLayout, said: QWidget) -> None:
        """Cover what is private, as a picture is covered."""
        cover = CoveredPicture(self._language.text("Show what you noted"), height_px=96)
        cover.setAccessibleName(self._language.text("Private, covered"))
        cover.asked.connect(said.show)
        cover.asked.connect(cover.hide)
        column.addWidget(cover)
        said.hide()

    def _fold(self, column: QVBoxLayout, folded: QWidget) -> None:
        turn = QuietButton("")

        def show() -> None:
            text = self._language.text
            folded.setVisible(self._unfolded)
            turn.set_text(
                text("Hide technical details") if self._unfolded else text("Technical details")
            )

        def toggle() -> None:
            self._unfolded = not self._unfolded
            show()

        turn.clicked.connect(toggle)
        column.addWidget(turn, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(GRID_PX)
        column.addWidget(folded)
        show()

    # -- the buttons -----------------------------------------------------------------------------

    def _lay_buttons(self, deeds: tuple[RowAction, ...]) -> None:
        """Put the two that are most used below, and the others into a menu."""
        self.buttons = {}
        old, self._row = self._row, None
        self.more.setParent(None)
        if old is not None:
            old.hide()
            old.deleteLater()
        self._foot.setVisible(bool(deeds))
        if not deeds:
            return
        row = FlowRow()
        for deed in deeds[:_BESIDE_EACH_OTHER]:
            words = self._language.text(ROW_ACTIONS[deed])
            button = Button(self._language.text(_SHORTER[deed]) if deed in _SHORTER else words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
            self.buttons[deed] = button
            row.add(button)
        more = len(deeds) > _BESIDE_EACH_OTHER
        if more:
            row.flow.push_right()
            row.add(self.more)
        self.more.setVisible(more)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(_MARGIN_PX, 10, _MARGIN_PX, 10)
        column.addWidget(row)
        self._row = QWidget()
        outer = QVBoxLayout(self._row)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(CardRule())
        outer.addWidget(ground)
        self._foot_column.addWidget(self._row)

    def menu(self) -> PopupMenu:
        """Return a menu of what else can be done."""
        menu = PopupMenu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deeds = self._detail.row_actions if self._detail is not None else ()
        for deed in deeds[_BESIDE_EACH_OTHER:]:
            action = menu.addAction(self._language.text(ROW_ACTIONS[deed]))
            action.triggered.connect(lambda _=False, deed=deed: self.asked.emit(deed))
        return menu

    def _show_more(self) -> None:
        menu = self.menu()
        above = self.more.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height())
        menu.popup(above)


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
