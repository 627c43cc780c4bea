"""The timeline's page: heading, the one next step, the list, and the pane beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.picture import Pixels
from app.ui import routes
from app.ui.kit import (
    Banner,
    EmptyState,
    FlowRow,
    Lead,
    PopupMenu,
    QuietButton,
    Segmented,
    Subheading,
    Title,
    named,
)
from app.ui.kit.look import GRID_PX, CurrentLook
from app.ui.routes import Route
from app.ui.screens import ScreenPage
from app.ui.timeline.delegate import TimelineDelegate
from app.ui.timeline.detail_pane import ROW_ACTIONS, DetailPane
from app.ui.timeline.details import Detail, RowAction
from app.ui.timeline.fetching import Found
from app.ui.timeline.lines import day_line
from app.ui.timeline.list_view import BESIDE_PX, TimelineList
from app.ui.timeline.measures import is_narrow
from app.ui.timeline.model import TimelineModel
from app.ui.timeline.presenter import TimelinePresenter
from app.ui.timeline.rows import TimelineRows
from evidence_store import EntryId

_NEWEST, _OLDEST = "newest", "oldest"
_PANE_PX, _LIST_PX = 376, 800
_SIDE_PX = 28

KEYS = {
    RowAction.OPEN: "Ctrl+Return",
    RowAction.DESCRIBE: "Ctrl+L",
    RowAction.CORRECT: "F2",
    RowAction.NOTE: "",
    RowAction.HIDE: "Del",
    RowAction.SHOW_AGAIN: "",
    RowAction.HAND_OVER: "",
}


class TimelinePage(ScreenPage):
    """Shows the rows of the case, and the detail of the chosen one beside them."""

    def __init__(
        self, language: Language, look: CurrentLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        self._presenter: TimelinePresenter | None = None
        text = language.text
        self.title = Title(text("Timeline"))
        self.lead = Lead()
        self.banner = Banner("", "")
        self.found = Subheading()
        self.clear = QuietButton(text("Show everything again"))
        self.found_row = FlowRow(self.found, self.clear)
        self.order = Segmented(
            ((_NEWEST, text("Newest first")), (_OLDEST, text("Oldest first"))),
            name=text("Order of the timeline"),
        )
        self.clear_pictures = QCheckBox(text("Show small pictures clearly"))
        self.with_hidden = QCheckBox(text("Show hidden"))
        self.ways = FlowRow(self.order, self.clear_pictures, self.with_hidden, gap_px=16)
        self.delegate = TimelineDelegate(lambda day: day_line(day, language))
        self.model = TimelineModel()
        self.list = TimelineList(self.model, self.delegate, look)
        self.list.setAccessibleName(text("Timeline"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyState(
            text("Nothing is here yet"),
            text(
                "Pictures of what happened are kept here, saved and locked. Begin with the first."
            ),
            text("Take a screenshot"),
            text("Get a picture from phone or file"),
        )
        self.stack = QStackedWidget()
        self.pane = DetailPane(language)
        self.row_actions: dict[RowAction, QAction] = {}
        self._lay_out()
        self._make_actions()
        self.show_found("")
        self.show_empty(empty=True)

    def bind(self, presenter: TimelinePresenter) -> None:
        """Connect the presenter, and let it fill the page."""
        self._presenter = presenter
        self.model.word = presenter.line
        self.banner.clicked.connect(presenter.take_step)
        self.empty.primary_clicked.connect(presenter.capture)
        self.empty.secondary_clicked.connect(presenter.add_files)
        self.order.changed.connect(lambda way: presenter.order(newest_first=way == _NEWEST))
        self.with_hidden.toggled.connect(lambda on: presenter.include_hidden(hidden=on))
        self.clear_pictures.toggled.connect(self._show_clearly)
        self.clear.clicked.connect(self._end_search)
        self.list.chosen.connect(presenter.choose)
        self.list.opened.connect(self._open)
        self.list.wanted.connect(presenter.want_thumbnails, Qt.ConnectionType.QueuedConnection)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.pane.asked.connect(presenter.do)
        self.pane.uncovered.connect(presenter.uncover)
        presenter.refresh()

    # -- what the frame asks ---------------------------------------------------------------------

    def open(self, route: Route) -> None:
        if isinstance(route, routes.Timeline) and route.search is not None and self._presenter:
            self._presenter.search(route.search)

    # -- what the presenter asks -----------------------------------------------------------------

    def show_summary(self, sentence: str) -> None:
        self.lead.setText(sentence)
        self.lead.setVisible(bool(sentence))

    def show_step(self, title: str, reason: str, button: str) -> None:
        self.banner.say(title, reason, button)
        self.banner.setVisible(bool(title))

    def show_empty(self, *, empty: bool) -> None:
        self.stack.setCurrentWidget(self.empty if empty else self.list)
        for widget in (self.ways, self.pane):
            widget.setVisible(not empty)
        if empty:
            self.banner.hide()

    def show_found(self, sentence: str) -> None:
        self.found.setText(sentence)
        self.found_row.setVisible(bool(sentence))
        self.escape.setEnabled(bool(sentence))

    def show_rows(self, timeline: TimelineRows, chosen: EntryId | None) -> None:
        self.list.show_timeline(timeline, chosen)
        self._enable()

    def show_detail(self, detail: Detail | None) -> None:
        self.pane.show_detail(detail)
        self._enable()

    def show_code(self, id: EntryId, code: str) -> None:
        self.pane.show_code(id, code)

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str = "") -> None:
        self.pane.show_picture(id, pixels, sentence)

    def show_thumbnails(self, found: Found) -> None:
        self.delegate.keep(found)
        self.list.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_banner()

    def _turn_banner(self) -> None:
        """Put the button beside the words where the page is wide enough for the text's size, else below."""
        layout = self.banner.layout()
        if isinstance(layout, QBoxLayout):
            narrow = is_narrow(self.width() - self.pane.width(), self._look().text_percent)
            way = QBoxLayout.Direction
            layout.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    # -- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(28, 3 * GRID_PX, _SIDE_PX - BESIDE_PX, 0)
        column.setSpacing(2 * GRID_PX)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, BESIDE_PX, 0)
        head.setSpacing(2 * GRID_PX)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.lead)
        head.addLayout(words)
        for widget in (self.banner, self.found_row, self.ways):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        # With large text in a low window the list keeps its height, and the whole of it can be scrolled.
        area = QScrollArea()
        named(area, "scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(left)
        area.setMinimumWidth(360)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.splitterMoved.connect(lambda _at, _which: self._turn_banner())
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(area)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        percent = self._look().text_percent
        self.splitter.setSizes([_LIST_PX, round(_PANE_PX * (1 + (percent - 100) / 800))])
        self.pane.setMinimumWidth(280)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _make_actions(self) -> None:
        """Make the actions for the chosen row; the frame puts them into its menus."""
        for deed, words in ROW_ACTIONS.items():
            action = QAction(self._language.text(words), self)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if KEYS[deed]:
                action.setShortcut(QKeySequence(KEYS[deed]))
            action.triggered.connect(lambda _=False, deed=deed: self._do(deed))
            self.row_actions[deed] = action
            self.addAction(action)
        for box in (self.clear_pictures, self.with_hidden):
            switch = QAction(box.text(), self)
            switch.setCheckable(True)
            switch.toggled.connect(box.setChecked)
            box.toggled.connect(switch.setChecked)
            self.addAction(switch)
        escape = QAction(self._language.text("Show everything again"), self)
        escape.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.triggered.connect(self._end_search)
        self.escape = escape
        self.addAction(escape)

    def _end_search(self) -> None:
        if self._presenter is not None:
            self._presenter.end_search()
            self.list.setFocus()

    def _do(self, deed: RowAction) -> None:
        if self._presenter is not None:
            self._presenter.do(deed)

    def _open(self) -> None:
        if self._presenter is not None and not self._presenter.open():
            self.pane.area.setFocus()

    def _enable(self) -> None:
        possible = self._presenter.row_actions() if self._presenter is not None else ()
        for deed, action in self.row_actions.items():
            action.setEnabled(deed in possible)

    def _show_clearly(self, on: bool) -> None:
        self.delegate.clear = on
        self.list.viewport().update()

    def _show_menu(self, place: QPoint) -> None:
        shown = [action for action in self.row_actions.values() if action.isEnabled()]
        if not shown:
            return
        menu = PopupMenu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(shown)
        menu.popup(self.list.viewport().mapToGlobal(place))
