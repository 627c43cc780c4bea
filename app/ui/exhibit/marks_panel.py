"""The list of marks beside the picture: everything that the pointer can do, by keyboard and screen reader.

Rules:
- A field is written only where it says something else than the mark: what is being typed stays as it is.
- Words and figures are told with every change, so that a crash in the middle of a sentence loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.markup import Redaction, Text
from app.ui.exhibit.figures import Figure, figures_of
from app.ui.exhibit.geometry import Ground
from app.ui.exhibit.marks_list import LineDelegate, MarksModel
from app.ui.exhibit.model import NOTHING, Drawing, Shape
from app.ui.exhibit.tools import Tool, words_of
from app.ui.exhibit.words import ADDED, FIGURES, REASONS, lines
from app.ui.kit import (
    Button,
    EditableChoice,
    FlowRow,
    Heading,
    MenuButton,
    Muted,
    NumberField,
    PopupMenu,
    ScrollGround,
    TextField,
    named,
)
from app.ui.kit import Text as Label
from app.ui.kit.look import CurrentLook

_MAX_WORDS = 1000
_MAX_REASON = 200
_LEAST_LIST_PX = 160
_LEAST_PX = 330


class MarksList(QListView):
    """The marks, as tall as they are, so that the panel scrolls as a whole."""

    deleted = Signal()
    shifted = Signal(int)

    def __init__(self, model: MarksModel, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        named(self, "plain")
        self.setModel(model)
        self.setItemDelegate(LineDelegate(look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._most_px = _LEAST_LIST_PX
        model.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As tall as its rows, so that the buttons stand right below them."""
        return QSize(200, min(self.rows_height(), self._most_px))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(self.rows_height(), self._look().px(_LEAST_LIST_PX)))

    def rows_height(self) -> int:
        """Return how tall all rows are together."""
        return sum(self.sizeHintForRow(row) for row in range(self.model().rowCount())) + 2

    def allow(self, height_px: int) -> None:
        """Be at most that tall, and scroll."""
        height_px = max(self._look().px(_LEAST_LIST_PX), height_px)
        if height_px != self._most_px:
            self._most_px = height_px
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.deleted.emit()
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        # What is selected stays in sight when the fields below take their room.
        self.scrollTo(self.currentIndex())


class MarksPanel(QFrame):
    """The list, what can be done with it, and the fields of what is selected."""

    added = Signal(str)
    selected = Signal(int)
    worded = Signal(str)
    figured = Signal(str, int)
    deleted = Signal()
    shifted = Signal(int)

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        named(self, "panel")
        self._language = language
        self._telling = False
        self._drawing = Drawing()
        text = language.text
        self.model = MarksModel()
        self.model.setParent(self)
        self.list = MarksList(self.model, look)
        self.list.setAccessibleName(text("Marks"))
        self.empty = Muted(text("There are no marks yet."))
        self.add = MenuButton(text("Add a mark"), self._menu())
        self.up = Button(text("Move up"))
        self.down = Button(text("Move down"))
        self.delete = Button(text("Delete"))
        self._order = FlowRow(self.up, self.down, self.delete)
        self._fields = QWidget()
        self._build_fields()
        self._lay_out()
        self._connect()
        self.set_editable(editable=False)

    # -- what is shown -------------------------------------------------------------------------------

    def show_drawing(self, drawing: Drawing, selected: int, ground: Ground) -> None:
        """List the marks and fill the fields of what is selected."""
        if drawing is not self._drawing:
            self._drawing = drawing
            self._telling = True
            shown = lines(drawing, ground.width_px, ground.height_px, self._language)
            self.model.show(shown)
            self._telling = False
        row = self.model.row_of(selected)
        self._telling = True
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        else:
            self.list.selectionModel().clear()
        self._telling = False
        if row >= 0:
            self.list.scrollTo(self.model.index(row))
        self.empty.setVisible(not drawing.items)
        self.list.setVisible(bool(drawing.items))
        self._fill(drawing.shape(selected), ground)
        chosen = drawing.shape(selected) is not None
        for button in (self.up, self.down, self.delete):
            button.setEnabled(chosen)
        self._order.setVisible(bool(drawing.items))
        self._share_height()

    def set_editable(self, *, editable: bool) -> None:
        """Let marks be changed, or only read."""
        self.add.setEnabled(editable)
        self._order.setEnabled(editable)
        self._fields.setEnabled(editable)

    def edit_words(self) -> None:
        """Put the cursor into the words of what is selected."""
        if self.reason.isVisibleTo(self):
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            line = self.reason.lineEdit()
            if line is not None:
                line.selectAll()
        elif self.words.isVisibleTo(self):
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.words.selectAll()

    # -- inside --------------------------------------------------------------------------------------

    def _menu(self) -> QMenu:
        menu = PopupMenu(parent=self)
        for tool, message in ADDED.items():
            action = menu.addAction(self._language.text(message))
            action.triggered.connect(self._adds(tool))
        return menu

    def _adds(self, tool: Tool) -> Callable[[], None]:
        return lambda: self.added.emit(str(tool))

    def _build_fields(self) -> None:
        text = self._language.text
        self.words_label = Label(text("Caption"), kit="label")
        self.words = TextField()
        self.words.setMaxLength(_MAX_WORDS)
        self.words_label.setBuddy(self.words)
        self.reason_label = Label(text("Why is it covered?"), kit="label")
        self.reason = EditableChoice([text(each) for each in REASONS])
        self.reason.setAccessibleName(text("Why is it covered?"))
        self.reason.setAccessibleDescription(text("Choose a reason, or write your own."))
        line = self.reason.lineEdit()
        if line is not None:
            line.setMaxLength(_MAX_REASON)
            line.setAccessibleName(text("Why is it covered?"))
        self.reason_label.setBuddy(self.reason)
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
        text = self._language.text
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 8, 0, 0)
        fields.setSpacing(4)
        for widget in (self.words_label, self.words, self.reason_label, self.reason):
            fields.addWidget(widget)
        fields.addSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        places = {Figure.X2: (2, 0), Figure.Y2: (2, 1), Figure.SIZE: (2, 0)}
        places |= {Figure.X: (0, 0), Figure.Y: (0, 1), Figure.WIDTH: (2, 0), Figure.HEIGHT: (2, 1)}
        for figure, (row, column) in places.items():
            self._grid.addWidget(self._figure_labels[figure], row, column)
            self._grid.addWidget(self.figures[figure], row + 1, column)
        fields.addLayout(self._grid)
        inside = ScrollGround()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(20, 20, 20, 20)
        stack.setSpacing(8)
        stack.addWidget(Heading(text("Marks")))
        stack.addWidget(Muted(text("Saved by themselves. The original never changes.")))
        stack.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addWidget(self.empty)
        stack.addWidget(self.list)
        stack.addWidget(self._order)
        stack.addWidget(self._fields)
        stack.addStretch(1)
        scroll = QScrollArea()
        named(scroll, "scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = inside
        inside.installEventFilter(self)
        self._scroll = scroll
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return a size as wide as the longest word needs: the panel scrolls down, never sideways."""
        if event.type() == QEvent.Type.LayoutRequest:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(max(_LEAST_PX, self._inside.minimumSizeHint().width() + bar))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """The list takes what the fields leave, so that both are seen at once where there is room."""
        column = self._inside.layout()
        if column is None:
            return
        column.activate()
        wanted = column.heightForWidth(self._scroll.viewport().width())
        shown = self.list.sizeHint().height() if self.list.isVisibleTo(self) else 0
        self.list.allow(self._scroll.viewport().height() - (wanted - shown))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.deleted.connect(self.deleted)
        self.list.shifted.connect(self.shifted)
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

    def _figures(self, figure: Figure) -> Callable[[int], None]:
        return lambda value: self.figured.emit(str(figure), value)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._telling:
            return
        line = self.model.data(now, Qt.ItemDataRole.UserRole) if now.isValid() else None
        self.selected.emit(getattr(line, "id", NOTHING))

    def _fill(self, shape: Shape | None, ground: Ground) -> None:
        self._fields.setVisible(shape is not None)
        if shape is None:
            return
        covered = isinstance(shape, Redaction)
        for widget in (self.reason_label, self.reason):
            widget.setVisible(covered)
        for label in (self.words_label, self.words):
            label.setVisible(not covered)
        name = "Text" if isinstance(shape, Text) else "Caption"
        self.words_label.setText(self._language.text(name))
        self.words.setAccessibleName(self._language.text(name))
        self._fill_words(words_of(shape), covered=covered)
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

    def _fill_words(self, words: str, *, covered: bool) -> None:
        line = self.reason.lineEdit() if covered else self.words
        if line is None:
            return
        if line.text() != words:
            with QSignalBlocker(line):
                line.setText(words)
