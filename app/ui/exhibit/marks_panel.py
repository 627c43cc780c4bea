"""The list of marks beside the picture: everything that the pointer can do, by keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.language import Language
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.mark_fields import MarkFields
from app.ui.exhibit.marks_list import MarksList, MarksModel
from app.ui.exhibit.model import NOTHING, Drawing
from app.ui.exhibit.offers_card import OffersCard
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.words import ADDED, lines
from app.ui.kit import Heading, IconButton, Muted, PopupMenu, ScrollGround, Sign, named
from app.ui.kit.look import CurrentLook

_SIDE_PX = 16


class MarksPanel(QFrame):
    """The list, what can be added to it, and the fields of what is selected."""

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
        self._look = look
        self._telling = False
        self._drawing = Drawing()
        self._row = -1
        text = language.text
        self.model = MarksModel()
        self.model.setParent(self)
        self.list = MarksList(self.model, look)
        self.list.setAccessibleName(text("Marks"))
        self.empty = Muted(text("There are no marks yet."))
        self.add = IconButton(Sign.PLUS, text("Add a mark"), look)
        self.add.setMenu(self._menu())
        self._inside = ScrollGround()
        self.offers = OffersCard(language)
        self.fields = MarkFields(language, look, self._inside)
        self._lay_out()
        self._connect()
        self.fields.hide()
        self.set_editable(editable=False)

    # -- what is shown -------------------------------------------------------------------------------

    def show_drawing(self, drawing: Drawing, selected: int, ground: EditorGround) -> None:
        """List the marks and fill the fields of what is selected."""
        self._telling = True
        if drawing is not self._drawing:
            self._drawing = drawing
            self.model.show(lines(drawing, ground, self._language))
        row = self.model.row_of(selected)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        else:
            self.list.selectionModel().clear()
        self._telling = False
        self.empty.setVisible(not drawing.items)
        self.list.setVisible(bool(drawing.items))
        shape = drawing.shape(selected)
        if shape is not None:
            self.fields.fill(shape, ground)
        self.fields.setVisible(shape is not None)
        self._open(row)

    def set_editable(self, *, editable: bool) -> None:
        """Let marks be changed, or only read."""
        self.add.setEnabled(editable)
        self.fields.setEnabled(editable)
        self.offers.set_editable(editable=editable)

    def edit_words(self) -> None:
        """Put the cursor into the words of what is selected."""
        if self.fields.isVisibleTo(self):
            self.fields.edit_words()

    # -- inside --------------------------------------------------------------------------------------

    def _menu(self) -> QMenu:
        menu = PopupMenu(parent=self)
        for tool, message in ADDED.items():
            action = menu.addAction(self._language.text(message))
            action.triggered.connect(self._adds(tool))
        return menu

    def _adds(self, tool: Tool) -> Callable[[], None]:
        return lambda: self.added.emit(str(tool))

    def _lay_out(self) -> None:
        text = self._language.text
        head = QHBoxLayout()
        head.addWidget(Heading(text("Marks")), 1)
        head.addWidget(self.add)
        self._words = QVBoxLayout()
        self._words.addLayout(head)
        self._words.addWidget(Muted(text("Saved by themselves. The original never changes.")))
        self._words.addWidget(self.empty)
        stack = QVBoxLayout(self._inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.offers)
        stack.addLayout(self._words)
        stack.addWidget(self.list)
        stack.addStretch(1)
        scroll = QScrollArea()
        named(scroll, "scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = scroll
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._give_room()
        # The fields lie over the list, and are reached after it.
        QWidget.setTabOrder(self.list, self.fields.up)

    def _give_room(self) -> None:
        side = self._look().px(_SIDE_PX)
        self._words.setContentsMargins(side, side - 2, side, 0)
        self.offers.setContentsMargins(side, side - 2, side, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._give_room()
            self.list.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The fields stay on the row that they belong to."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place_fields()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.arranged.connect(self._place_fields)
        self.list.installEventFilter(self)
        fields = self.fields
        for asked, told in (
            (self.list.deleted, self.deleted),
            (self.list.shifted, self.shifted),
            (fields.deleted, self.deleted),
            (fields.shifted, self.shifted),
            (fields.worded, self.worded),
            (fields.figured, self.figured),
        ):
            asked.connect(told)
        fields.resized.connect(lambda: self._open(self._row))

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._telling:
            return
        line = self.model.data(now, Qt.ItemDataRole.UserRole) if now.isValid() else None
        self.selected.emit(getattr(line, "id", NOTHING))

    def _open(self, row: int) -> None:
        """Let a row have its fields, and bring them into sight."""
        moved = row != self._row
        self._row = row
        if row < 0:
            self.list.open_row(-1, 0, 0)
            return
        self._place_fields()
        if moved:
            # Once the list has got its new height.
            QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        place = self.fields.geometry()
        if self._row >= 0:
            for y in (place.bottom(), place.top()):
                self._scroll.ensureVisible(0, y, 0, 8)

    def _place_fields(self) -> None:
        if self._row < 0:
            return
        beside = self.fields.beside_title_px()
        self.fields.leave_title(self.list.title_px(self._row, beside))
        self.list.open_row(self._row, self.fields.wanted_px(), beside)
        area = self.list.place_of(self._row).translated(self.list.pos())
        self.fields.setGeometry(area)
        self.fields.raise_()
