"""The frame put together: window, ways and presenter; it follows the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui import routes
from app.ui.acts import Toast, ToastAction
from app.ui.context import UiContext
from app.ui.frame.actions import MENU_ACTIONS, Handlers, Menu, MenuAction, actions_with_page, usable
from app.ui.frame.ahead import Ahead
from app.ui.frame.breaks import Breaks
from app.ui.frame.cases import Cases
from app.ui.frame.example import Example
from app.ui.frame.navigation import Navigation
from app.ui.frame.opening import Opening
from app.ui.frame.place import remember_place, stand_as_before
from app.ui.frame.presenter import FramePresenter, WindowStage
from app.ui.frame.renewing import Renewing
from app.ui.frame.sheets import NewsSheet, QuestionSheet
from app.ui.frame.window import MainWindow
from app.ui.frame.window_acts import WindowActs
from app.ui.hotkey.words import short_words
from app.ui.routes import Route
from app.ui.screens import Bars, Door
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.ui.frame.help_page import HelpPage
    from app.ui.frame.reading import ReadingAll

_SOON_S, _LATER_S, _LATEST_S = 3, 5, 10
_SEARCH_WAIT_MS = 150
_BREAK_LOOK_MS = 30_000
_FIRST: dict[WindowStage, Route] = {
    WindowStage.OPEN: routes.NextStep(),
    WindowStage.CLOSED: routes.Unlock(),
    WindowStage.FIRST_RUN: routes.FirstRun(),
}


class MainFrame(QObject):
    """One window with everything in it.

    Signals:
        closed: the vault is closed and the window gone: the program ends.

    Attributes:
        window: the window itself, not shown yet.
        navigation: the ways between the screens.
        acts: what is done on whichever page.
        ahead: builds pages before they are wanted.
        opening: takes a file that the program was told to open.
    """

    closed = Signal()

    def __init__(
        self,
        context: UiContext,
        navigation: Navigation,
        acts: WindowActs,
        tasks: Tasks,
        about: Sequence[str],
    ) -> None:
        super().__init__()
        self._context = context
        self._tasks = tasks
        self._about = about
        navigation.add(Door((routes.Help,), self._help_page))
        self._menu_actions = actions_with_page(MENU_ACTIONS, navigation.handles)
        self._presenter = FramePresenter(
            context.session, context.held, context.language, lambda: context.settings.asks_outside
        )
        self._stage: WindowStage | None = None
        self._furnished = False
        self._renewing = Renewing(context)
        self._reading: ReadingAll | None = None
        self.navigation, self.acts = navigation, acts
        self._cases = Cases(context, navigation)
        self._example = Example(context, navigation)
        navigation.refuses = self._example.refuses
        self.window = MainWindow(
            context.language, context.look, self._menu_actions, self._handlers(self._menu_actions)
        )
        stand_as_before(self.window, context.settings)
        navigation.bind(self.window, context)
        acts.bind(self.window, context, self._example)
        self._cases.bind(self.window)
        self.opening = Opening(context, navigation, self.window)
        self._search_wait = QTimer(self)
        self._search_wait.setSingleShot(True)
        self._search_wait.setInterval(_SEARCH_WAIT_MS)
        self._search_wait.timeout.connect(self._search)
        self.ahead = Ahead(navigation, self)
        self._breaks = Breaks(context.clock)
        self._break_look = QTimer(self)
        self._break_look.setInterval(_BREAK_LOOK_MS)
        self._break_look.timeout.connect(self.look_for_break)
        self._break_look.start()
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        window = self.window
        window.sidebar.page_asked.connect(self.navigation.go)
        window.sidebar.case_asked.connect(self._cases.open)
        window.sidebar.case_wanted.connect(partial(self._in_own, self._cases.begin))
        window.dropped.connect(self.acts.take_in)
        window.search.escaped.connect(self._end_search)
        window.search_asked.connect(lambda _text: self._search_wait.start())
        window.closing.connect(self._window_closed)
        window.menu(Menu.WRITE).aboutToShow.connect(self.furnish)
        window.example.left.connect(self._example.leave)
        self.navigation.moved.connect(self._moved)
        self.navigation.moved.connect(lambda: self.window.toasts.went_to(self.navigation.current))
        self.navigation.told.connect(self._page_told)
        # The cover is built now: it watches from the start whether anybody uses the window.
        self.acts.cover.covered_changed.connect(self._covered)
        self.acts.cover.closing.connect(self.navigation.flush)
        self._tasks.busy_changed.connect(self._busy_changed)
        self._context.session.subscribe(self.refresh)
        self._context.hotkey.subscribe(self._refresh_status)

    def furnish(self) -> None:
        """Put into the bars what only an open case needs, once; the first page waits for none of it.

        It comes with the first case, or before, when the window has nothing else to do.
        """
        if not self._furnished:
            self._furnish()
            self.refresh()

    def _furnish(self) -> None:
        self._furnished = True
        from app.ui.frame.writing import SHELF_LABELS, WRITING_ACTIONS

        written = actions_with_page(WRITING_ACTIONS, self.navigation.handles)
        self._menu_actions += written
        self.window.furnish(written, SHELF_LABELS, self._handlers(written))

    # -- following the session -------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the session as it is now."""
        stage = self._presenter.stage
        if stage is WindowStage.OPEN and not self._furnished:
            self._furnish()
        if stage is not self._stage:
            self._stage = stage
            self._enter(stage)
            self.ahead.case_open(is_open=stage is WindowStage.OPEN)
        self.window.setWindowTitle(self._presenter.title())
        self.window.example.setVisible(self._presenter.example)
        self.window.use(
            {
                item.name: usable(
                    item, case_open=stage is WindowStage.OPEN, covered=self._presenter.hidden
                )
                for item in self._menu_actions
            }
        )
        self._refresh_bars()
        self._renewing.follow()
        if self._reading is not None:
            self._reading.follow()
        self._refresh_status()
        self._tell_news()

    def _tell_news(self) -> None:
        """Show what has to be read; not while the window closes, where nobody would see it."""
        if self._context.session.closing:
            return
        title, words = self._presenter.news()
        if title:
            NewsSheet(
                title,
                words,
                self._context.language.text("I have read it"),
                self.window,
            ).open()

    def _enter(self, stage: WindowStage) -> None:
        """Go to the page with which a stage begins; the first run goes on to its last card by itself."""
        self.window.toasts.clear()
        self.window.show_search("")
        self._search_wait.stop()
        if stage is WindowStage.OPEN and isinstance(self.navigation.current, routes.FirstRun):
            return
        first = _FIRST[stage]
        self.navigation.go(first if self.navigation.handles(type(first)) else routes.Help())

    def _moved(self) -> None:
        route = self.navigation.current
        if isinstance(route, routes.Timeline) and route.search is not None:
            self.window.show_search(route.search)
        # Who goes elsewhere before the search begins is not fetched back to it.
        self._search_wait.stop()
        self._page_told()

    def _covered(self, covered: bool) -> None:
        self._presenter.covered = covered
        self.acts.show_covered(covered=covered)
        if covered:
            self.window.toasts.clear()
        self.refresh()
        self.opening.go_on(hidden=self._presenter.hidden)

    def _page_told(self) -> None:
        self._refresh_bars()
        self._refresh_status()

    def _refresh_bars(self) -> None:
        route, page = self.navigation.current, self.navigation.front
        opened = self._stage is WindowStage.OPEN and not isinstance(route, routes.FirstRun)
        own = page is not None and page.bars is Bars.OWN
        self.window.show_bars(opened=opened, own=own)
        if self._furnished:
            self.window.sidebar.show_places(self._presenter.sidebar(self.navigation.handles, route))

    def _busy_changed(self, _busy: bool) -> None:
        self._refresh_status()

    def _refresh_status(self) -> None:
        page = self.navigation.front
        self.window.footer.show_status(
            self._presenter.status(storing=self._tasks.storing, renewing=self._renewing.running),
            page.status_words() if page is not None and not self._presenter.hidden else (),
            # The first cards have one of their own for it.
            ""
            if self._stage is WindowStage.FIRST_RUN
            else short_words(self._context.hotkey, self._context.language),
        )

    def look_for_break(self) -> None:
        """Say that a break might do good, if somebody has looked at exhibits for long."""
        covered = self._presenter.hidden
        looking = (
            isinstance(self.navigation.current, routes.Exhibit) and self.window.isActiveWindow()
        )
        due = self._breaks.tick(looking=looking and not covered)
        if not due or not self._context.settings.remind_of_breaks:
            return
        text = self._context.language.text
        self.acts.toast(
            Toast(
                text("You have looked at this for a good while"),
                text("Feel free to get up for a moment. Everything is saved and waits here."),
                (
                    ToastAction(text("Take a break"), self.acts.hide_now),
                    ToastAction(text("Go on"), lambda: None),
                ),
            )
        )

    # -- what was asked for ----------------------------------------------------------------------

    def _handlers(self, items: Sequence[MenuAction]) -> Handlers:
        acts = self.acts
        handlers: Handlers = {
            "new_case": partial(self._in_own, self._cases.begin),
            "rename_case": partial(self._in_own, self._cases.rename),
            "example": self._example.show,
            "quit": self.close,
            "capture": acts.take_screenshot,
            "capture_again": lambda: acts.take_screenshot(again=True),
            "series": lambda: acts.take_screenshot(series=True),
            "capture_soon": lambda: acts.take_screenshot(_SOON_S),
            "capture_later": lambda: acts.take_screenshot(_LATER_S),
            "capture_latest": lambda: acts.take_screenshot(_LATEST_S),
            "files": lambda: acts.add_files(()),
            "files_unseen": acts.add_unseen,
            "from_phone": acts.from_phone,
            "paste": acts.paste,
            "read_text": self._read_text,
            "search": self._go_to_search,
            "to_toast": self._go_to_toast,
            "hide": acts.hide_now,
        }
        for item in items:
            if item.route is not None:
                handlers[item.name] = partial(self.navigation.go, item.route)
        return handlers

    def _in_own(self, act: Callable[[], None]) -> None:
        if self._context.session.example:
            self._example.refuse()
        else:
            act()

    def _help_page(self, context: UiContext) -> HelpPage:
        from app.ui.frame.help_page import HelpPage

        self.furnish()
        return HelpPage(context, self.window.keys(), self._about)

    def _read_text(self) -> None:
        from app.ui.frame.reading import ReadingAll

        self._reading = self._reading or ReadingAll(self._context)
        self._reading.toggle()

    def _go_to_search(self) -> None:
        """Where the page in front has taken the toolbar's place, the search stands over the timeline."""
        if not self.window.search.isVisible():
            self.navigation.go(routes.Timeline())
        self.window.search.setFocus()
        self.window.search.selectAll()

    def _go_to_toast(self) -> None:
        self.window.toasts.enter()

    def _search(self) -> None:
        self.navigation.go(routes.Timeline(self.window.search.text().strip()))
        self.window.search.setFocus()

    def _end_search(self) -> None:
        """Show everything again, with the focus where it is shown."""
        self.navigation.go(routes.Timeline(search=""))

    def stop(self) -> None:
        """Stop following the session, before the window is thrown away."""
        remember_place(self.window, self._context.settings)
        self._tasks.busy_changed.disconnect(self._busy_changed)
        self._search_wait.stop()
        self._break_look.stop()
        self.ahead.stop()
        self.window.toasts.clear()
        self.acts.cover.stop()
        self.acts.stop()

    # -- closing ---------------------------------------------------------------------------------

    def _window_closed(self) -> None:
        """Go on beside the clock where the person has chosen that and there is a place for it; else end."""
        around = self._context.around
        if self._context.settings.stays_in_tray and around.has_tray():
            self.window.hide()
            around.went_away()
        else:
            self.close()

    def close(self) -> None:
        """Let the page in front seal what it has, wait for the store lane, close the vault, then the window."""
        self._close(given_up=0)

    def _close(self, given_up: int) -> None:
        """Close, unless captures are held that nobody has given up: then ask."""
        held = self._context.held.count
        if held > given_up:
            self._ask_before_losing(held)
            return
        self.navigation.flush()
        session = self._context.session
        session.will_close()
        self._tasks.store_long(lambda _: session.close(), lambda _: self._closed(given_up))

    def _ask_before_losing(self, held: int) -> None:
        text = self._context.language.text
        sheet = QuestionSheet(
            self._context.language.plural(
                "{count} screenshot is not saved yet",
                "{count} screenshots are not saved yet",
                held,
            ),
            text(
                "Open your vault, and they are saved and locked. If you close now, they are gone."
            ),
            text("Stay here"),
            text("Close without them"),
            self.window,
            deletes=True,
        )
        sheet.accepted.connect(lambda: self._close(held))
        self.window.come_forward()
        sheet.open()

    def _closed(self, given_up: int) -> None:
        if self._context.held.count > given_up:
            self._close(given_up)  # one was refused while the vault was being closed
            return
        remember_place(self.window, self._context.settings)
        self.window.allow_close()
        self.closed.emit()
