"""The ways between screens, carried out: builds each screen when it is first wanted, and brings it to the front.

Rules:
- A screen that is not there is never reached: its way does nothing.
- Before a page is left it is told so (``leave``), since it may have something to seal.
- While the window is covered no page comes to the front; captures are taken all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.messages import Message
from app.ui.context import UiContext
from app.ui.frame.screens import (
    CaptureScreen,
    ClosedPage,
    CoverScreen,
    ExhibitScreen,
    FilesScreen,
    FormsScreen,
    ReportScreen,
    Screens,
    VerifyScreen,
)
from app.ui.frame.sheets import ErrorSheet
from app.ui.frame.window import MainWindow
from app.ui.navigator import Toast
from app.ui.routes import Write
from evidence_store import EntryId


class Navigation(QObject):
    """Implements ``Navigator``.

    Signals:
        moved: another page came to the front.
        covered: whether the windows are covered now.
        begun: the first run is over.
        chosen: a setting was chosen anew.
    """

    moved = Signal()
    covered = Signal(bool)
    begun = Signal()
    chosen = Signal(str)

    def __init__(self, screens: Screens) -> None:
        super().__init__()
        self._screens = screens
        self._built: dict[str, Any] = {}
        self._window: MainWindow | None = None
        self._context: UiContext | None = None
        self._help: Callable[[], QWidget] | None = None
        self.current = ""
        self._before = ""

    def attend(
        self, window: MainWindow, context: UiContext, help_page: Callable[[], QWidget]
    ) -> None:
        """Work on that window from now on."""
        self._window = window
        self._context = context
        self._help = help_page

    @property
    def window(self) -> MainWindow:
        """The window."""
        if self._window is None:
            raise RuntimeError("the frame is not put together yet")
        return self._window

    # -- Navigator -------------------------------------------------------------------------------

    def show_timeline(self) -> None:
        """See Navigator."""
        self.show("timeline")

    def open_exhibit(self, number: int) -> None:
        """See Navigator."""
        screen = self.show("exhibit")
        if screen is not None:
            cast("ExhibitScreen", screen).show_exhibit(number)

    def take_screenshot(self) -> None:
        """See Navigator."""
        self.capture()

    def capture(self, delay_s: int = 0, *, again: bool = False) -> None:
        """Take a screenshot, later or of the same area as before."""
        screen = self.screen("capture")
        if screen is not None:
            cast("CaptureScreen", screen).start(delay_s, again=again)

    def add_files(self, paths: Sequence[Path]) -> None:
        """See Navigator."""
        screen = self._files()
        if screen is not None:
            screen.add(paths)

    def take_in(self, data: QMimeData) -> None:
        """Keep what was dropped."""
        screen = self._files()
        if screen is not None:
            screen.take(data)

    def paste(self) -> None:
        """Keep what is on the clipboard."""
        screen = self._files()
        if screen is not None:
            screen.paste()

    def describe_post(
        self, exhibit: int = 0, incident: EntryId | None = None, link: str = ""
    ) -> None:
        """See Navigator."""
        forms = self._forms()
        if forms is not None:
            about = self._exhibit(exhibit)
            forms.open(Write("incident", about=about, corrects=incident, link=link))

    def write_note(self, about: EntryId | None = None, note: EntryId | None = None) -> None:
        """See Navigator."""
        forms = self._forms()
        if forms is not None:
            forms.open(Write("note", about=about, corrects=note))

    def record_message(self, notification: EntryId | None = None) -> None:
        """See Navigator."""
        forms = self._forms()
        if forms is not None:
            forms.open(Write("notification", corrects=notification))

    def note_hand_over(self, what: EntryId | None = None, given: EntryId | None = None) -> None:
        """See Navigator."""
        forms = self._forms()
        if forms is not None:
            forms.open(Write("handed_over", about=what, corrects=given))

    def keep_contact(self, contact: EntryId | None = None) -> None:
        """See Navigator."""
        forms = self._forms()
        if forms is not None:
            forms.open(Write("contact", corrects=contact))

    def make_report(self, recipient: str = "") -> None:
        """See Navigator."""
        screen = self.show("report")
        if screen is not None:
            cast("ReportScreen", screen).start(recipient)

    def verify(self, path: Path | None = None) -> None:
        """See Navigator."""
        screen = self.show("verify")
        if screen is not None and path is not None:
            cast("VerifyScreen", screen).check(path)

    def settings(self) -> None:
        """See Navigator."""
        self.show("preferences")

    def hide_now(self) -> None:
        """See Navigator."""
        cover = self.screen("cover")
        self.window.toasts.clear()
        if cover is not None:
            cast("CoverScreen", cover).hide_now()
        else:
            self.window.showMinimized()

    def toast(self, toast: Toast) -> None:
        """See Navigator."""
        self.window.toasts.show_toast(toast)

    def show_error(self, message: Message, details: str = "") -> None:
        """See Navigator."""
        if self._context is not None:
            ErrorSheet(message, details, self._context.language, self.window).open()

    # -- pages -----------------------------------------------------------------------------------

    def show_help(self) -> None:
        """The help page."""
        if "help" not in self._built and self._help is not None:
            self._built["help"] = self._help()
        self._bring("help", cast("QWidget", self._built["help"]))

    def show(self, name: str) -> object | None:
        """Bring a page to the front; answers it, None where it is not there."""
        screen = self.screen(name)
        if screen is None:
            return None
        self._bring(name, cast("QWidget", screen))
        return screen

    def screen(self, name: str) -> object | None:
        """A screen, built when it is first wanted; None where it is not there."""
        if name not in self._built and self._context is not None:
            build = getattr(self._screens, name)
            if build is None:
                return None
            self._built[name] = (
                build(self._context, lambda: self._window)
                if name == "incoming"
                else build(self._context)
            )
            self._wire(name)
        return cast("object | None", self._built.get(name))

    def prepare(self, name: str) -> None:
        """Have a page at hand: built, and styled by its window, but not shown."""
        page = self.screen(name)
        if page is not None:
            self.window.add_page(cast("QWidget", page))

    def show_closed(self, vault: Path | None = None) -> None:
        """The page that opens a vault: that one, or the one that was open last."""
        cover = cast("CoverScreen | None", self.screen("cover"))
        if cover is not None:
            if vault is not None:
                cast("ClosedPage", cover.page).presenter.choose(vault)
            self._bring("closed", cover.page)

    def stop(self) -> None:
        """The window goes: what watches the application stops doing so."""
        cover = self._built.get("cover")
        if cover is not None:
            cast("CoverScreen", cover).stop()

    def settings_changed(self) -> None:
        """The idle time may be another."""
        cover = self._built.get("cover")
        if cover is not None:
            cast("CoverScreen", cover).settings_changed()

    def leave(self) -> None:
        """Tell the page in front that it is left."""
        leave = getattr(self._built.get(self.current), "leave", None)
        if leave is not None:
            leave()

    def flush(self) -> None:
        """Before the vault is closed: let everything be kept that is not."""
        self.leave()
        forms = self._built.get("forms")
        if forms is not None:
            cast("FormsScreen", forms).flush()

    def back(self) -> None:
        """To where the person was before the form."""
        if self._before and self._before != "forms" and self.show(self._before) is not None:
            return
        self.show_timeline()

    def _wire(self, name: str) -> None:
        """Follow what the screens that say something say."""
        screen = self._built[name]
        if name == "forms":
            screen.opened.connect(lambda: self._bring("forms", screen))
            screen.closed.connect(self.back)
        elif name == "cover":
            screen.closing.connect(self.flush)
            screen.covered_changed.connect(self.covered)
            screen.page.new_wanted.connect(lambda: self.show("first_run"))
        elif name == "first_run":
            screen.done.connect(self.begun)
            screen.existing_chosen.connect(self.show_closed)
        elif name == "preferences":
            screen.changed.connect(self.chosen)
        elif name == "timeline":
            screen.search_cleared.connect(self.window.search.clear)

    def _bring(self, name: str, page: QWidget) -> None:
        if self.current != name:
            self.leave()
            self._before = self.current
        self.current = name
        self.window.show_page(page)
        page.setFocus()
        self.moved.emit()

    def _files(self) -> FilesScreen | None:
        return cast("FilesScreen | None", self.screen("incoming"))

    def _forms(self) -> FormsScreen | None:
        return cast("FormsScreen | None", self.screen("forms"))

    def _exhibit(self, number: int) -> EntryId | None:
        exhibit = self._context.session.state.exhibit(number) if self._context else None
        return exhibit.original if exhibit is not None else None
