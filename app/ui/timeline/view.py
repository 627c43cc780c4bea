"""The timeline's page: heading, the one next step, the list, and the pane beside it.

Where the window is narrow for its text the pane lies over the list, with a way back: never two narrow columns.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.picture import Pixels
from app.timeline import TimelineRows
from app.ui import routes
from app.ui.kit import (
    Banner,
    Button,
    CardPage,
    EmptyState,
    Heading,
    Lead,
    PopupMenu,
    Title,
    middle_column,
    named,
)
from app.ui.kit.look import GRID_PX, CurrentLook, space
from app.ui.kit.room import Room, effective_px, room_of
from app.ui.routes import Route
from app.ui.screens import ScreenPage
from app.ui.timeline.bar import TimelineBar
from app.ui.timeline.column import TimelineColumn
from app.ui.timeline.delegate import TimelineDelegate
from app.ui.timeline.detail_pane import ROW_ACTIONS, DetailPane
from app.ui.timeline.details import Detail, RowAction
from app.ui.timeline.fetching import Found
from app.ui.timeline.lines import day_line
from app.ui.timeline.list_view import TimelineList
from app.ui.timeline.model import TimelineModel
from app.ui.timeline.presenter import TimelinePresenter
from app.ui.timeline.said import Said
from app.ui.timeline.share_dialog import ShareDialog
from app.ui.timeline.sharing import Answer
from evidence_store import EntryId

_WIDE_PANE_PX, _PANE_PX = 376, 352
_STACKED_PX = 900
_NARROW_HEAD_PX = 480
_SIDE_PX = 20
_WIDTH_PX = 1240

KEYS = {
    RowAction.OPEN: "Ctrl+Return",
    RowAction.DESCRIBE: "Ctrl+L",
    RowAction.CORRECT: "F2",
    RowAction.NOTE: "",
    RowAction.WITNESS: "",
    RowAction.COMPARE: "",
    RowAction.READ_FIRST: "",
    RowAction.HIDE: "Del",
    RowAction.SHOW_AGAIN: "",
    RowAction.HAND_OVER: "",
    RowAction.SHARE: "",
    RowAction.ERASE: "Shift+Del",
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
        self._room = (False, False, 0)
        self._empty, self._leaves_out = True, False
        text = language.text
        self.title = Title(text("Timeline"))
        self.title.setWordWrap(False)
        self.lead = Lead()
        self.banner = Banner("", "")
        self.bar = TimelineBar(language)
        self.nothing = Heading()
        self.nothing_clear = Button(text("Show everything"))
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
            quiet=text("Show me an example"),
        )
        self.stack = QStackedWidget()
        self.pane = DetailPane(language)
        self.row_actions: dict[RowAction, QAction] = {}
        self._lay_out()
        self._make_actions()
        self.show_said(Said())
        self.show_empty(empty=True)

    def bind(self, presenter: TimelinePresenter) -> None:
        """Connect the presenter, and let it fill the page."""
        self._presenter = presenter
        self.model.word = presenter.line
        self.banner.clicked.connect(presenter.take_step)
        self.empty.primary_clicked.connect(presenter.capture)
        self.empty.secondary_clicked.connect(presenter.add_files)
        self.empty.quiet_clicked.connect(presenter.show_example)
        bar = self.bar
        bar.ordered.connect(lambda newest: presenter.order(newest_first=newest))
        bar.hidden.connect(lambda on: presenter.include_hidden(hidden=on))
        bar.posted.connect(lambda on: presenter.lay_as_posted(posted=on))
        bar.clear.connect(lambda on: presenter.show_clearly(clear=on))
        bar.words_only.connect(lambda on: presenter.guard_more(words_only=on))
        bar.gaps.connect(lambda on: presenter.guard_more(gaps=on))
        bar.wanted.connect(presenter.want)
        bar.options_asked.connect(lambda: bar.offer(presenter.options()))
        bar.everything_asked.connect(self._show_everything)
        bar.missed_asked.connect(presenter.show_missed)
        self.nothing_clear.clicked.connect(self._show_everything)
        self.list.chosen.connect(presenter.choose)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(lambda _index: self._turn_to_pane())
        self.list.wanted.connect(presenter.want_thumbnails, Qt.ConnectionType.QueuedConnection)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.pane.asked.connect(presenter.do)
        self.pane.uncovered.connect(presenter.uncover)
        self.pane.words_asked.connect(presenter.show_words)
        self.pane.left.connect(self._turn_to_list)
        self.show_ways()
        presenter.refresh()

    # -- what the frame asks ---------------------------------------------------------------------

    def open(self, route: Route) -> None:
        presenter = self._presenter
        if not isinstance(route, routes.Timeline) or presenter is None:
            return
        if route.search is not None:
            presenter.search(route.search)
        if route.show:
            presenter.show_these(route.show)
        if route.search is not None or route.show:
            self._show_pane(in_front=False)

    # -- what the presenter asks -----------------------------------------------------------------

    def show_summary(self, sentence: str) -> None:
        self.lead.setText(sentence)
        self.lead.setVisible(bool(sentence))

    def show_step(self, title: str, reason: str, button: str) -> None:
        self.banner.say(title, reason, button)
        self.banner.setVisible(bool(title))

    def show_empty(self, *, empty: bool) -> None:
        self.stack.setCurrentIndex(1 if empty else 0)
        self._empty = empty
        self._show_pane(in_front=False if empty else self._pane_in_front)

    def show_said(self, said: Said) -> None:
        self.bar.say(said)
        self.nothing.setText(said.nothing)
        self.column.show_nothing(shown=bool(said.nothing))
        self._leaves_out = bool(said.wanted or said.nothing or said.left_out)
        self._enable_escape()

    def show_ways(self) -> None:
        if self._presenter is not None:
            clear, guard = self._presenter.clear, self._presenter.guard
            self.bar.show_ways(
                self._presenter.ways,
                clear=clear,
                words_only=guard.words_only,
                gaps=guard.with_gaps,
            )
            self.delegate.pictures.clear = clear
            self.delegate.pictures.words_only = guard.words_only

    def show_rows(
        self,
        timeline: TimelineRows,
        chosen: EntryId | None,
        *,
        show: bool,
        fresh: frozenset[EntryId],
    ) -> None:
        self.show_ways()
        self.bar.show_counts(timeline.counts)
        self.list.show_timeline(timeline, chosen, show=show, fresh=fresh)
        self._enable()

    def show_detail(self, detail: Detail | None) -> None:
        self.pane.show_detail(detail)
        if detail is None:
            self._show_pane(in_front=False)
        self._enable()

    def show_code(self, id: EntryId, code: str) -> None:
        self.pane.show_code(id, code)

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str = "") -> None:
        self.pane.show_picture(id, pixels, sentence)

    def ask_what_is_shared(self, told: str, answer: Answer) -> None:
        dialog = ShareDialog(told, self._language, self)
        dialog.shared.connect(answer)
        dialog.open()

    def show_thumbnails(self, found: Found) -> None:
        self.delegate.pictures.keep(found)
        self.list.viewport().update()

    # -- the room there is -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._use_room()

    def _use_room(self) -> None:
        """Put the pane beside the list or over it, as wide as there is room for."""
        window, percent = self.window().width(), self._look().text_percent
        stacked = effective_px(window, percent) < _STACKED_PX
        wide = room_of(window, percent) is Room.WIDE
        if (stacked, wide, percent) != self._room:
            self._room = (stacked, wide, percent)
            self._show_pane(in_front=False)
            pane = space(_WIDE_PANE_PX if wide else _PANE_PX, percent)
            self.splitter.setSizes([max(1, self.width() - pane), pane])
        self._turn_head()

    def _turn_head(self) -> None:
        """Put words and button beside each other where the column is wide enough for the text's size, else below."""
        narrow = effective_px(self.column.width(), self._look().text_percent) < _NARROW_HEAD_PX
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for layout in (self._words, self.banner.layout()):
            if isinstance(layout, QBoxLayout):
                layout.setDirection(way)

    @property
    def _stacked(self) -> bool:
        return self._room[0]

    @property
    def _pane_in_front(self) -> bool:
        return self._stacked and not self.pane.isHidden()

    def _show_pane(self, *, in_front: bool) -> None:
        """Show the pane beside the list; where it lies over it, show the one or the other."""
        self.pane.lie_over(over=self._stacked)
        self.pane.setVisible(not self._empty and (in_front or not self._stacked))
        self.stack.setVisible(not (self._stacked and in_front and not self._empty))
        self._enable_escape()

    def _enable_escape(self) -> None:
        self.escape.setEnabled(self._leaves_out or self._pane_in_front)

    def _turn_to_pane(self) -> None:
        if self._stacked:
            self._show_pane(in_front=True)
            self.pane.back.setFocus()

    def _turn_to_list(self) -> None:
        self._show_pane(in_front=False)
        self.list.setFocus()

    # -- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QWidget()
        above = QVBoxLayout(head)
        above.setContentsMargins(0, 2 * GRID_PX, 0, 0)
        above.setSpacing(GRID_PX)
        self._words = QHBoxLayout()
        self._words.setSpacing(12)
        self._words.addWidget(self.title, 0)
        self._words.addWidget(self.lead, 1)
        above.addLayout(self._words)
        above.addWidget(self.banner)
        none = QWidget()
        said = QVBoxLayout(none)
        said.setContentsMargins(0, 6 * GRID_PX, 0, 0)
        said.setSpacing(2 * GRID_PX)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.addWidget(self.nothing)
        said.addWidget(self.nothing_clear, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column = TimelineColumn(head, self.bar, none, self.list, side_px=_SIDE_PX)
        self.column.setMinimumWidth(320)
        # As wide as the pages beside it have it, so that what says so stands where theirs does.
        nothing_yet = CardPage(self._language.text("Timeline"), column_px=_WIDTH_PX)
        nothing_yet.add(self.empty)
        nothing_yet.add_stretch()
        self.stack.addWidget(self.column)
        self.stack.addWidget(nothing_yet)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.splitterMoved.connect(lambda _at, _which: self._turn_head())
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(middle_column(self.stack))
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
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
        bar = self.bar
        self.addActions(
            [bar.as_posted, bar.clear_pictures, bar.only_words, bar.read_with_gaps, bar.with_hidden]
        )
        escape = QAction(self._language.text("Show everything"), self)
        escape.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.triggered.connect(self._escape)
        self.escape = escape
        self.addAction(escape)

    def _escape(self) -> None:
        if self._pane_in_front:
            self._turn_to_list()
        else:
            self._show_everything()

    def _show_everything(self) -> None:
        if self._presenter is not None:
            self._presenter.show_everything()
            self.list.setFocus()

    def _do(self, deed: RowAction) -> None:
        if self._presenter is not None:
            self._presenter.do(deed)

    def _open(self) -> None:
        if self._stacked:
            self._turn_to_pane()
        elif self._presenter is not None and not self._presenter.open():
            self.pane.area.setFocus()

    def _enable(self) -> None:
        possible = self._presenter.row_actions() if self._presenter is not None else ()
        for deed, action in self.row_actions.items():
            action.setEnabled(deed in possible)

    def _show_menu(self, place: QPoint) -> None:
        shown = [action for action in self.row_actions.values() if action.isEnabled()]
        if not shown:
            return
        menu = PopupMenu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(shown)
        menu.popup(self.list.viewport().mapToGlobal(place))
