"""What can be done with the chosen mark, in its place in the list: order, words or reason, and where it lies.

Rules:
- A field is written only where it says something else than the mark: what is being typed stays as it is.
- Words and figures are told with every change, so that a crash in the middle of a sentence loses nothing.
- Place and size are folded until somebody wants them: most people drag.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.markup import Number, Redaction, Text
from app.ui.exhibit.figures import Figure, figures_of
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.model import Shape
from app.ui.exhibit.tools import words_of
from app.ui.exhibit.words import FIGURES, REASONS, stated
from app.ui.kit import EditableChoice, IconButton, NumberField, QuietButton, Sign, TextField
from app.ui.kit import Text as Label
from app.ui.kit.look import CurrentLook

_MAX_WORDS = 1000
_MAX_REASON = 200
_SIDE_PX, _PAD_PX, _GAP_PX = 16, 4, 4


class MarkFields(QWidget):
    """The buttons at the right of the mark's title, and the fields below it."""

    worded = Signal(str)
    figured = Signal(str, int)
    deleted = Signal()
    shifted = Signal(int)
    resized = Signal()

    def __init__(self, language: Language, look: CurrentLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._look = look
        text = language.text
        self.up = IconButton(Sign.UP, text("Move up"), look, compact=True)
        self.down = IconButton(Sign.DOWN, text("Move down"), look, compact=True)
        self.delete = IconButton(Sign.TRASH, text("Delete"), look, compact=True)
        self.fold = QuietButton(text("Place and size"))
        self.fold.setCheckable(True)
        self._make_words()
        self._make_figures()
        self._lay_out()
        self._connect()
        self._fold(shown=False)

    def fill(self, shape: Shape, ground: EditorGround) -> None:
        """Show what the mark says and where it lies."""
        covered = isinstance(shape, Redaction)
        for widget in (self.reason_label, self.reason):
            widget.setVisible(covered)
        for label in (self.words_label, self.words):
            label.setVisible(not covered)
        name = self._name(shape)
        self.words_label.setText(name)
        self.words.setAccessibleName(name)
        words = words_of(shape)
        self._fill_words(stated(words, self._language) if covered else words, covered=covered)
        values = {value.figure: value for value in figures_of(shape, ground)}
        for figure, box in self.figures.items():
            value = values.get(figure)
            box.setVisible(value is not None)
            self._figure_labels[figure].setVisible(value is not None)
            if value is not None:
                with QSignalBlocker(box):
                    box.setRange(value.least, value.most)
                    if box.value() != value.value:
                        box.setValue(value.value)

    def edit_words(self) -> None:
        """Put the cursor into the words."""
        if self.reason.isVisibleTo(self):
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            line = self.reason.lineEdit()
            if line is not None:
                line.selectAll()
        elif self.words.isVisibleTo(self):
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.words.selectAll()

    def wanted_px(self) -> int:
        """Return how tall it has to be."""
        self._column.invalidate()
        return self._column.minimumSize().height()

    def leave_title(self, height_px: int) -> None:
        """Begin below the title of the row that they lie on, with the words that belong to it."""
        above = self._column.contentsMargins().top()
        self._title.changeSize(0, max(height_px - above, 0), QSizePolicy.Policy.Expanding)
        self._row.invalidate()

    def beside_title_px(self) -> int:
        """Return how much its buttons take at the right of the title."""
        return self._row.sizeHint().width() + self._look().px(_SIDE_PX) + _GAP_PX

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._give_room()
            self.resized.emit()

    def _make_words(self) -> None:
        text = self._language.text
        self.words_label = Label("", kit="muted")
        self.words = TextField()
        self.words.setMaxLength(_MAX_WORDS)
        self.words_label.setBuddy(self.words)
        self.reason_label = Label(text("Why is it covered?"), kit="muted")
        self.reason = EditableChoice([text(each) for each in REASONS])
        self.reason.setAccessibleName(text("Why is it covered?"))
        self.reason.setAccessibleDescription(text("Choose a reason, or write your own."))
        line = self.reason.lineEdit()
        if line is not None:
            line.setMaxLength(_MAX_REASON)
            line.setAccessibleName(text("Why is it covered?"))
            line.setPlaceholderText(text("Choose or write"))
        self.reason_label.setBuddy(self.reason)

    def _make_figures(self) -> None:
        text = self._language.text
        self.figures: dict[Figure, NumberField] = {}
        self._figure_labels: dict[Figure, Label] = {}
        for figure, message in FIGURES.items():
            box = NumberField(0, 0)
            box.setSuffix(" px")
            box.setAccessibleName(text(message))
            box.setKeyboardTracking(True)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            label = Label(text(message), kit="muted")
            label.setBuddy(box)
            self.figures[figure] = box
            self._figure_labels[figure] = label

    def _lay_out(self) -> None:
        self._title = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding)
        self._row = QHBoxLayout()
        self._row.addItem(self._title)
        for button in (self.up, self.down, self.delete):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._grid_ground = QWidget()
        grid = QGridLayout(self._grid_ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        places = {Figure.X2: (2, 0), Figure.Y2: (2, 1), Figure.SIZE: (2, 0)}
        places |= {Figure.X: (0, 0), Figure.Y: (0, 1), Figure.WIDTH: (2, 0), Figure.HEIGHT: (2, 1)}
        for figure, (row, column) in places.items():
            grid.addWidget(self._figure_labels[figure], row, column)
            grid.addWidget(self.figures[figure], row + 1, column)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        for widget in (self.words_label, self.words, self.reason_label, self.reason):
            self._column.addWidget(widget)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._grid_ground)
        self._column.addStretch(1)
        self._give_room()

    def _give_room(self) -> None:
        look = self._look()
        side, pad = look.px(_SIDE_PX), look.px(_PAD_PX)
        self._column.setContentsMargins(side, pad, side, 2 * pad)
        self._column.setSpacing(pad)
        self._row.setSpacing(2 * pad)

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self.shifted.emit(-1))
        self.down.clicked.connect(lambda: self.shifted.emit(1))
        self.delete.clicked.connect(self.deleted)
        self.words.textEdited.connect(self.worded)
        self.reason.textActivated.connect(self.worded)
        line = self.reason.lineEdit()
        if line is not None:
            line.textEdited.connect(self.worded)
        for figure, box in self.figures.items():
            box.valueChanged.connect(self._figures(figure))
        self.fold.toggled.connect(lambda shown: self._fold(shown=shown))

    def _fold(self, *, shown: bool) -> None:
        self._grid_ground.setVisible(shown)
        self.fold.set_sign(Sign.DOWN if shown else Sign.RIGHT, self._look)
        self.resized.emit()

    def _figures(self, figure: Figure) -> Callable[[int], None]:
        return lambda value: self.figured.emit(str(figure), value)

    def _name(self, shape: Shape) -> str:
        """What the words are for: only those of a number are printed, and a text is in the picture."""
        text = self._language.text
        match shape:
            case Text():
                return text("Text")
            case Number():
                return text("Caption under the picture")
            case _:
                return text("A note to yourself")

    def _fill_words(self, words: str, *, covered: bool) -> None:
        line = self.reason.lineEdit() if covered else self.words
        if line is not None and line.text() != words:
            with QSignalBlocker(line):
                line.setText(words)
