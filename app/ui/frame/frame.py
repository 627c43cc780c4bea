"""The frame put together: window, ways and presenter; it follows the session."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.context import UiContext
from app.ui.frame.actions import DEEDS, Acts, deeds_for, usable
from app.ui.frame.ahead import Ahead
from app.ui.frame.breaks import Breaks
from app.ui.frame.help_page import HelpPage
from app.ui.frame.navigation import Navigation
from app.ui.frame.presenter import FramePresenter, Stage
from app.ui.frame.renewing import Renewing
from app.ui.frame.screens import Screens
from app.ui.frame.sheets import NewsSheet, QuestionSheet, TitleSheet
from app.ui.frame.window import MainWindow
from app.ui.navigator import Toast, ToastAction, ToastState
from app.ui.tasks import Tasks

_LATER_S = 5
_SEARCH_WAIT_MS = 150
_BREAK_LOOK_MS = 30_000
# The places of the sidebar, in their order.
_PLACES = ("timeline", "verify", "preferences")
# The pages that show a picture or a report beside what can be done with it, and have a way back of their own.
_ROOMY = ("exhibit", "report")


class Frame(QObject):
    """One window with everything in it.

    Signals:
        closed: the vault is closed and the window gone: the program ends.

    Attributes:
        window: the window itself, not shown yet.
        navigation: the ways between the screens.
        ahead: builds pages before they are wanted.
    """

    closed = Signal()

    def __init__(
        self,
        context: UiContext,
        navigation: Navigation,
        screens: Screens,
        tasks: Tasks,
        program: str,
    ) -> None:
        super().__init__()
        self._context = context
        self._screens = screens
        self._tasks = tasks
        self._program = program
        self._tried = 0
        self._deeds = deeds_for(screens.names)
        self._presenter = FramePresenter(context.session, context.language)
        self._stage: Stage | None = None
        self._renewing = Renewing(context)
        self.navigation = navigation
        self.window = MainWindow(context.language, self._deeds, self._acts())
        navigation.attend(self.window, context, self._help_page)
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
        navigation.screen("cover")  # watches the idle time from the start
        self.refresh()

    def _connect(self) -> None:
        window = self.window
        window.sidebar.page_asked.connect(self.navigation.show)
        window.sidebar.case_asked.connect(self._open_case)
        window.sidebar.case_wanted.connect(self._new_case)
        window.dropped.connect(self.navigation.take_in)
        window.search_asked.connect(lambda _text: self._search_wait.start())
        window.closing.connect(self.close)
        self.navigation.moved.connect(self._refresh_sidebar)
        # Who goes elsewhere before the search begins is not fetched back to it.
        self.navigation.moved.connect(self._search_wait.stop)
        self.navigation.covered.connect(self._covered)
        self.navigation.begun.connect(self.navigation.show_timeline)
        self._tasks.busy_changed.connect(self._busy_changed)
        self._context.session.subscribe(self.refresh)

    # -- following the session -------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the session as it is now."""
        stage = self._presenter.stage
        if stage is not self._stage:
            self._stage = stage
            self._enter(stage)
            self.ahead.case_open(is_open=stage is Stage.OPEN)
        self.window.setWindowTitle(self._presenter.title())
        self.window.use(
            {
                deed.name: usable(
                    deed, case_open=stage is Stage.OPEN, covered=self._presenter.hidden
                )
                for deed in self._deeds
            }
        )
        self._refresh_sidebar()
        self._renewing.follow()
        self._refresh_status()
        self._tell_news()
        if stage is Stage.OPEN:
            self._seal_held()

    def _tell_news(self) -> None:
        """What has to be read: not while the window goes, where nobody would see it."""
        if self._context.session.closing:
            return
        title, words = self._presenter.news()
        if title:
            NewsSheet(
                title, words, self._context.language.text("I have read it"), self.window
            ).open()

    def _enter(self, stage: Stage) -> None:
        """The page with which a stage begins; the first run goes on to its last card by itself."""
        self.window.toasts.clear()
        if stage is Stage.OPEN and self.navigation.current == "first_run":
            return
        if stage is Stage.CLOSED and self._screens.has("cover"):
            self.navigation.show_closed()
        elif self.navigation.show("timeline" if stage is Stage.OPEN else "first_run") is None:
            self.navigation.show_help()

    def _covered(self, covered: bool) -> None:
        self._presenter.covered = covered
        if covered:
            self.window.toasts.clear()
        self.refresh()

    def _refresh_sidebar(self) -> None:
        begun = self.navigation.current != "first_run"
        self.window.show_sidebar(
            shown=self._stage is Stage.OPEN and begun, folds=self.navigation.current in _ROOMY
        )
        pages = tuple(name for name in _PLACES if self._screens.has(name))
        self.window.sidebar.show_places(self._presenter.sidebar(pages, self.navigation.current))

    def _busy_changed(self, _busy: bool) -> None:
        self._refresh_status()

    def _refresh_status(self) -> None:
        self.window.footer.show_status(
            self._presenter.status(storing=self._tasks.storing, renewing=self._renewing.running)
        )

    def _seal_held(self) -> None:
        """Once for what is held now: where it fails the person is told, and the next capture tries again."""
        held = len(self._context.session.held)
        if held == self._tried:
            return
        self._tried = held

        def done(count: int) -> None:
            self._tried = len(self._context.session.held)
            if count:
                sealed = self._presenter.sealed_later(count)
                self.navigation.toast(Toast(sealed, state=ToastState.SAVED))

        if held:
            self._tasks.store(self._context.session.seal_held, done)

    def look_for_break(self) -> None:
        """Say that a break might do good, if somebody has looked at exhibits for long."""
        covered = self._presenter.hidden
        looking = self.navigation.current == "exhibit" and self.window.isActiveWindow()
        due = self._breaks.tick(looking=looking and not covered)
        if not due or not self._context.settings.remind_of_breaks:
            return
        text = self._context.language.text
        self.navigation.toast(
            Toast(
                text("You have looked at this for a good while"),
                text("Feel free to get up for a moment. Everything is saved and waits here."),
                (
                    ToastAction(text("Take a break"), self.navigation.hide_now),
                    ToastAction(text("Go on"), lambda: None),
                ),
            )
        )

    # -- what was asked for ----------------------------------------------------------------------

    def _acts(self) -> Acts:
        ways = self.navigation
        acts: dict[str, Callable[[], None]] = {
            "new_case": self._new_case,
            "rename_case": self._rename_case,
            "report": ways.make_report,
            "verify": ways.verify,
            "preferences": ways.settings,
            "quit": self.close,
            "capture": ways.take_screenshot,
            "capture_again": lambda: ways.capture(again=True),
            "capture_later": lambda: ways.capture(_LATER_S),
            "files": lambda: ways.add_files(()),
            "paste": ways.paste,
            "describe": ways.describe_post,
            "note": ways.write_note,
            "message": ways.record_message,
            "contact": ways.keep_contact,
            "timeline": ways.show_timeline,
            "search": self._go_to_search,
            "to_toast": self._go_to_toast,
            "hide": ways.hide_now,
            "help": ways.show_help,
            "about": ways.show_help,
        }
        return {deed.name: acts[deed.name] for deed in DEEDS}

    def _help_page(self) -> HelpPage:
        return HelpPage(self._context.language, self.window.keys(), self._program)

    def _go_to_search(self) -> None:
        self.window.search.setFocus()
        self.window.search.selectAll()

    def _go_to_toast(self) -> None:
        self.window.toasts.enter()

    def _search(self) -> None:
        timeline = self.navigation.show("timeline")
        search = getattr(timeline, "search", None)
        if search is not None:
            search(self.window.search.text().strip())
        self.window.search.setFocus()

    def _open_case(self, case_id: str) -> None:
        self.navigation.leave()
        session = self._context.session
        self._tasks.store(
            lambda: session.choose(case_id), lambda _none: self.navigation.show_timeline()
        )

    def _new_case(self) -> None:
        text = self._context.language.text
        sheet = TitleSheet(
            text("New case"),
            text("What should the case be called?"),
            text("Start the case"),
            self._context.language,
            self.window,
        )
        sheet.accepted.connect(lambda: self._begin(sheet.field.value()))
        sheet.open()

    def _begin(self, title: str) -> None:
        session = self._context.session
        self._tasks.store(
            lambda: session.begin(title), lambda _none: self.navigation.show_timeline()
        )

    def _rename_case(self) -> None:
        text = self._context.language.text
        sheet = TitleSheet(
            text("Rename case"),
            text("What should the case be called?"),
            text("Rename"),
            self._context.language,
            self.window,
        )
        sheet.field.setText(self._context.session.state.title)
        sheet.accepted.connect(lambda: self._rename(sheet.field.value()))
        sheet.open()

    def _rename(self, title: str) -> None:
        from app.actions.cases import rename_case

        session = self._context.session

        def rename() -> None:
            if session.case is not None:
                rename_case(session.case, title, session.state.local_ref)
                session.list_cases()

        self._tasks.store(rename, lambda _none: None)

    def stop(self) -> None:
        """The window goes: nobody is followed any more."""
        self._tasks.busy_changed.disconnect(self._busy_changed)
        self._search_wait.stop()
        self._break_look.stop()
        self.ahead.stop()
        self.window.toasts.clear()
        self.navigation.stop()

    # -- closing ---------------------------------------------------------------------------------

    def close(self) -> None:
        """Let the page in front seal what it has, wait for the store lane, close the vault, then the window."""
        held = len(self._context.session.held)
        if held:
            self._ask_before_losing(held)
        else:
            self._close_now()

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
        )
        sheet.accepted.connect(self._close_now)
        sheet.open()

    def _close_now(self) -> None:
        self.navigation.flush()
        session = self._context.session
        session.will_close()
        self._tasks.store_long(lambda _give_way: session.close(), self._closed)

    def _closed(self, _none: None) -> None:
        self.window.allow_close()
        self.closed.emit()
