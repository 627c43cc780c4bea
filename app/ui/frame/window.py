"""The main window: bars around a stack of pages. It decides nothing; it tells what was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.ui.frame.actions import MENU_LABELS, Handlers, Menu, MenuAction
from app.ui.frame.example_strip import ExampleStrip
from app.ui.frame.footer import Footer
from app.ui.frame.rail_keys import RailKeys
from app.ui.frame.sidebar import SidebarView, SideWords
from app.ui.frame.toasts import Toasts
from app.ui.frame.toolbar import SearchField, Toolbar
from app.ui.kit import PopupMenu, PrimaryButton, Sign, accept_copy, carries_evidence, style_window
from app.ui.kit.buttons import FILLED_CHANGED
from app.ui.kit.look import CurrentLook
from app.ui.kit.reading_order import follow_reading_order
from app.ui.kit.room import Room, room_of
from app.ui.screens import OF_VIEW

if TYPE_CHECKING:
    from app.casework import Shelf


class MainWindow(QMainWindow):
    """The main window: bars around a stack of pages.

    Signals:
        search_asked: what stands in the search field, whenever it changes.
        dropped: what was dropped anywhere: files, a picture, a link.
        closing: somebody wants to close; ``allow_close`` says when it may.
    """

    search_asked = Signal(str)
    dropped = Signal(QMimeData)
    closing = Signal()

    def __init__(
        self,
        language: Language,
        look: CurrentLook,
        menu_actions: tuple[MenuAction, ...],
        handlers: Handlers,
    ) -> None:
        super().__init__()
        self._look = look
        text = language.text
        self._may_close = self._stands = False
        self._bars = (False, False)
        self._language = language
        self.named_actions: dict[str, QAction] = {}
        self._menus: dict[Menu, QMenu] = {}
        self._page_actions: list[QAction] = []
        self._make_menus(language)
        self._make_actions(menu_actions, handlers, {})
        words = SideWords(text("Places"), text("Switch case"), text("New case …"))
        self.sidebar = SidebarView(words, look)
        self.pages = QStackedWidget()
        self.example = ExampleStrip(language)
        self.footer = Footer(text("Status"), look)
        self.toolbar = self._make_toolbar()
        self.rail_keys = RailKeys(
            {
                Sign.HIDE: self.named_actions["hide"],
                Sign.HELP: self.named_actions["help"],
            },
            look,
        )
        self.setCentralWidget(self._put_together())
        self._stands = True
        self.toasts = Toasts(self, self.pages, language, look)
        self.toasts.page_wanted.connect(self.come_forward)
        self.pages.currentChanged.connect(self.toasts.place)
        self.setAcceptDrops(True)
        style_window(self, look())
        self.setMinimumSize(640, 480)

    def furnish(
        self, written: Sequence[MenuAction], labels: Mapping[Shelf, str], handlers: Handlers
    ) -> None:
        """Add what can be written down in an open case, to menu and toolbar.

        Args:
            written: the actions for it; each does what ``handlers`` has for it.
            labels: the menus inside their menu, in their order; those that would be empty are not made.
            handlers: by the names of the actions.
        """
        menu = self._menus[Menu.WRITE]
        wanted = {item.shelf for item in written}
        shelves = {
            shelf: PopupMenu(self._language.text(label), self)
            for shelf, label in labels.items()
            if shelf in wanted
        }
        self._make_actions(written, handlers, shelves)
        menu.addSeparator()
        for shelf in shelves.values():
            menu.addMenu(shelf)
        text = self._language.text
        for name, label in (
            ("note", text("Write note")),
            ("notification", text("Note who was told")),
        ):
            if name in self.named_actions:
                self.toolbar.add_written(self.named_actions[name], label)
        if written:
            self.toolbar.add_writing(menu.actions())

    # -- what it shows ---------------------------------------------------------------------------

    def add_page(self, page: QWidget) -> None:
        """Have a page at hand without showing it."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front, with its own actions in the menus of exhibits and of what is shown."""
        self.add_page(page)
        for action in self._page_actions:
            for menu in self._menus.values():
                menu.removeAction(action)
        self._page_actions = []
        self.pages.setCurrentWidget(page)
        own = [action for action in page.actions() if action.text() or action.isSeparator()]
        for kind in (Menu.EXHIBIT, Menu.VIEW):
            menu = self._menus[kind]
            of_menu = [each for each in own if (each.data() == OF_VIEW) is (kind is Menu.VIEW)]
            if of_menu:
                self._page_actions += [menu.addSeparator(), *of_menu]
                menu.addActions(of_menu)
        # Before it is styled, where it can be: to change the filling afterwards takes longer.
        self._share_the_filling()

    def show_bars(self, *, opened: bool, own: bool) -> None:
        """Show the bars that the page in front wants.

        Args:
            opened: a case is open, so that there are places to go to and things to do.
            own: the page has a bar of its own in place of the toolbar.
        """
        self._bars = (opened, own)
        self._fit_bars()

    def _fit_bars(self) -> None:
        opened, own = self._bars
        room = room_of(self.width(), self._look().text_percent)
        self.sidebar.setVisible(opened)
        self.sidebar.show_as(icons=own or room < Room.WIDE)
        self.toolbar.setVisible(not (opened and own))
        self.rail_keys.setVisible(opened and own)
        self.toolbar.fold_for(room, few=not opened)

    def use(self, usable: dict[str, bool]) -> None:
        """Enable the actions that can be used now."""
        for name, action in self.named_actions.items():
            action.setEnabled(usable[name])
        self.search.setEnabled(usable.get("search", False))

    def show_search(self, words: str) -> None:
        """Show what is searched for, where something else stands in the field."""
        if self.search.text().strip() != words:
            self.search.setText(words)

    def keys(self) -> list[tuple[str, str, str]]:
        """Return the name of each action that has a key, with that and its words, for the help page."""
        form = QKeySequence.SequenceFormat.NativeText
        return [
            (name, action.shortcut().toString(form), action.text().replace("&&", "&").rstrip(" …"))
            for name, action in self.named_actions.items()
            if not action.shortcut().isEmpty()
        ]

    def menu(self, menu: Menu) -> QMenu:
        """Return one of the menus."""
        return self._menus[menu]

    def come_forward(self) -> None:
        """Come to the front with the focus: the person asked for something that is in the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on as the page is read, and what has the focus is brought into sight, wherever it came from.

        Qt's own scroll areas do so only for a focus that moves within them.
        """
        page = self.pages.currentWidget()
        if page is not None:
            follow_reading_order(page)
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        above = focused.parentWidget() if focused is not None else None
        while focused is not None and above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(focused)
            above = above.parentWidget()
        return moved

    # -- closing and dropping --------------------------------------------------------------------

    def allow_close(self) -> None:
        """Close now that everything is done."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.closing.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()

    def event(self, event: QEvent) -> bool:
        if event.type() == FILLED_CHANGED:
            self._share_the_filling()
            return True
        return super().event(event)

    def _share_the_filling(self) -> None:
        """One button a screen is filled: that of the page, or else the one that takes a screenshot."""
        page = self.pages.currentWidget()
        buttons = page.findChildren(PrimaryButton) if page is not None else []
        self.toolbar.fill(filled=not any(each.isVisibleTo(self.pages) for each in buttons))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._stands:
            self._fit_bars()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self._takes(event.mimeData()):
            accept_copy(event)
            self.dropped.emit(event.mimeData())

    def _takes(self, data: QMimeData) -> bool:
        action = self.named_actions.get("files")
        wanted = carries_evidence(data)
        return action is not None and action.isEnabled() and wanted

    # -- putting it together ---------------------------------------------------------------------

    def _make_menus(self, language: Language) -> None:
        for name, label in MENU_LABELS.items():
            self._menus[name] = PopupMenu(f"&{language.text(label)}", self)
            self.menuBar().addMenu(self._menus[name])

    def _make_actions(
        self, items: Sequence[MenuAction], handlers: Handlers, shelves: Mapping[Shelf, PopupMenu]
    ) -> None:
        for item in items:
            menu = self._menus[item.menu] if item.shelf is None else shelves[item.shelf]
            if item.gap:
                menu.addSeparator()
            action = QAction(self._language.text(item.label), self)
            action.setShortcut(QKeySequence(item.key))
            action.setObjectName(item.name)
            action.triggered.connect(lambda _checked=False, act=handlers[item.name]: act())
            menu.addAction(action)
            self.named_actions[item.name] = action

    def _make_toolbar(self) -> Toolbar:
        text = self._language.text
        bar = Toolbar(text("Tools"), text("More"), text("Write down"), self._look)
        bar.add_action(self.named_actions["capture"], text("Take screenshot"), primary=True)
        bar.add_action(self.named_actions["files"], text("Add file"))
        bar.end_writing()
        if "report" in self.named_actions:
            bar.add_action(self.named_actions["report"], text("Make report"))
        bar.end_left()
        self.search = SearchField(
            text("Search the case"), text("Search"), text("Show everything again"), self._look
        )
        self.search.textChanged.connect(self.search_asked)
        bar.add_search(self.search)
        bar.add_action(self.named_actions["hide"], text("Hide now"), hint="F9")
        bar.add_action(self.named_actions["help"], text("Help"))
        return bar

    def _put_together(self) -> QWidget:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.sidebar, 1)
        side.addWidget(self.rail_keys)
        middle.addLayout(side)
        middle.addWidget(self.pages, 1)
        whole = QWidget()
        whole.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.example)
        column.addWidget(self.toolbar)
        column.addLayout(middle, 1)
        column.addWidget(self.footer)
        return whole
