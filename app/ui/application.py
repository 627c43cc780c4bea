"""The window with everything behind it, put together by ``build_window``; it stays while its language and look change.

How the program runs with it stands in ``running.py``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.clock import CheckedClock
from app.language import LANGUAGES, Language
from app.log import ErrorLog, details_of
from app.messages import explain
from app.settings import default_vault
from app.ui.acts import ChangedSetting
from app.ui.asking_time import AskedTimeServer
from app.ui.collecting import collect_from_here
from app.ui.context import UiContext
from app.ui.copying import Copying
from app.ui.ending import EndingApplication, cancel_dialogs
from app.ui.frame import MainFrame, Navigation, WindowActs
from app.ui.frame.window import MainWindow
from app.ui.held import Held, Seal
from app.ui.hotkey.keeper import HotkeyKeeper, OpenGrabber
from app.ui.kit import CopyOnly, apply_style, load_fonts, look
from app.ui.on_desktop import OnDesktop
from app.ui.present import every_screen, load_ahead
from app.ui.qt_words import QtWords
from app.ui.routes import Settings as SettingsRoute
from app.ui.screen_sharing import Affinity
from app.ui.screens import Screens
from app.ui.session import Session, SessionTools
from app.ui.single import Wish
from app.ui.stamping import HeadStamper
from app.ui.tasks import Tasks
from app.version import PROGRAM
from app.workplace import Workplace

if TYPE_CHECKING:
    from app.capture import Screen


class WindowTools(SessionTools, frozen=True, kw_only=True):
    """What the window is given from outside: the tools of its session, and its own.

    Attributes:
        language: the language to speak; "" for the one that is set.
        log: where errors are noted.
        open_grabber: finds what holds a key for the whole computer; None where this system gives none.
        workplace: what the workplace has decided for this computer.
        affinity: leaves windows out of shared screens; None where this system cannot.
        checked: the clock of these tools, where it keeps what a time server said.
    """

    resources: Path
    open_screen: Callable[[], Screen]
    open_grabber: OpenGrabber | None = None
    affinity: Affinity | None = None
    checked: CheckedClock | None = None
    language: str = ""
    log: ErrorLog = msgspec.field(default_factory=ErrorLog)
    workplace: Workplace = msgspec.field(default_factory=Workplace)


class BuiltWindow:
    """A window with everything behind it, ready to be shown.

    Attributes:
        session: vault and case; they stay when the window is built anew in another language.
        tasks: the lanes.
        context: what screens are built from.
        frame: window and ways.
        hotkey: the key that works in every program.
        on_desktop: what there is of the program beside its window.
        time_server: whom the computer's clock is compared with, where that is switched on.
        stamper: has the log timestamped, where that is switched on.
    """

    def __init__(self, application: QApplication, tools: WindowTools, screens: Screens) -> None:
        self._application = application
        self._tools = tools
        self._screens = screens
        self._translator = QTranslator(application)
        self._words: QtWords | None = None
        self._copies = CopyOnly(application)
        self.session = Session(tools)
        self.tasks = Tasks(self.tell, self.session.publish, tools.log.note)
        self._waiting: list[Seal] = []
        self.hotkey = HotkeyKeeper(
            tools.settings, possible=tools.open_grabber is not None, ours=_other_keys
        )
        self.on_desktop = OnDesktop(application, self.hotkey, tools.open_grabber, tools.affinity)
        self.time_server = AskedTimeServer(
            tools.checked or CheckedClock(tools.clock), tools.settings
        )
        self.stamper = HeadStamper(self.session, self.tasks, tools.settings, tools.resources)
        self.apply_style()
        self._build(language_of(tools.language, tools.settings.language))
        application.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    @property
    def window(self) -> MainWindow:
        """The window itself."""
        return self.frame.window

    def tell(self, error: BaseException) -> None:
        """Say in the window that something went wrong."""
        message = explain(error, self.context.language)
        self.context.acts.show_error(message, f"{PROGRAM}\n{details_of(error)}")

    def apply_style(self) -> None:
        """Apply the look and the size of text that are chosen, or else the computer's."""
        chosen = self._tools.settings.look
        scheme = self._application.styleHints().colorScheme()
        dark = chosen == "dark" or (chosen == "system" and scheme is Qt.ColorScheme.Dark)
        self._look = look(dark=dark, text_percent=self._tools.settings.text_percent)
        apply_style(self._application, self._look, self._tools.resources)

    def obey(self, word: str) -> None:
        """Do what another start of the program asked for."""
        if word == Wish.CAPTURE:
            self.capture()
        else:
            self.come_forward()

    def capture(self, *, again: bool = False, series: bool = False) -> None:
        """Take a screenshot, whatever is in front and however the window is covered."""
        self.frame.acts.take_screenshot(again=again, series=series)

    def hide(self) -> None:
        """Cover the windows."""
        self.context.acts.hide_now()

    def come_forward(self) -> None:
        """Show the window, covered or not as it is; a series that is being taken ends."""
        self.frame.acts.capture.finish_series()
        self.window.come_forward()

    def open_file(self, path: Path) -> None:
        """Open what another start of the program was given, by a double click on it."""
        self.come_forward()
        self.frame.opening.open(path)

    def start_on_desktop(self) -> None:
        """Begin with what stands on the desktop beside the window."""
        self.on_desktop.start(self, self._application.windowIcon())

    def warm_up(self) -> None:
        """Make each first page and the first capture as quick as the next, now that nothing else is to do."""
        saved_in = [default_vault().parent.parent]
        if (last := self._tools.settings.save_folder) is not None:
            saved_in.append(last)
        # Nobody waits for it, not even the end of the program: a drive may be away.
        threading.Thread(
            target=_take_away_leftovers, args=(saved_in,), name="leftovers", daemon=True
        ).start()
        self.tasks.work(load_ahead, self._warmed_up)

    def _warmed_up(self, _none: None) -> None:
        collect_from_here()
        self.frame.furnish()
        self.frame.ahead.start()
        self.time_server.start()
        self.stamper.start()
        self.frame.acts.capture.warm_up()

    def end(self) -> None:
        """Close because the computer asks the program to end."""
        cancel_dialogs()
        self.frame.close()

    def close(self) -> None:
        """Wait for what runs, close the vault, take the window down."""
        self._application.styleHints().colorSchemeChanged.disconnect(self._scheme_changed)
        self.on_desktop.stop()
        self._navigation.flush()
        self.tasks.close()
        self.session.close()
        self._take_down()
        self._leave_qt()
        self._copies.stop()

    def _build(self, language: str) -> None:
        """Build the window in a language."""
        tools = self._tools
        speaks = Language(language, tools.resources / "locales").for_window()
        self._translate_qt(speaks)
        self._navigation = Navigation(self._screens.doors)
        acts = WindowActs(self._screens)
        acts.chosen.connect(self._chosen)
        self.context = UiContext(
            session=self.session,
            lanes=self.tasks,
            held=Held(self.session, self.tasks, speaks, acts, self._waiting),
            language=speaks,
            look=lambda: self._look,
            navigator=self._navigation,
            acts=acts,
            settings=tools.settings,
            clock=tools.clock,
            resources=tools.resources,
            open_screen=tools.open_screen,
            hotkey=self.hotkey,
            workplace=tools.workplace,
            around=self.on_desktop,
            time_server=self.time_server,
            stamper=self.stamper,
        )
        Copying(self.context)
        about = [PROGRAM]
        if tools.log.file is not None:
            about.append(self.context.language.text("Error log: {path}", path=tools.log.file))
        self.frame = MainFrame(self.context, self._navigation, acts, self.tasks, about)
        self._copies.watch_shown(self.window)
        self.on_desktop.dress()
        # Not with its last window alone: a screen that is frozen for a capture is one too.
        self.frame.closed.connect(self._quit)

    def _quit(self) -> None:
        application = self._application
        if isinstance(application, EndingApplication):
            application.may_quit = True
        application.quit()

    def _take_down(self) -> None:
        self.session.forget_listeners()
        self.hotkey.forget_listeners()
        self.time_server.forget_listeners()
        self.stamper.forget_listeners()
        self.frame.stop()
        self.window.allow_close()
        self.window.deleteLater()
        self.frame.deleteLater()

    def _chosen(self, setting: ChangedSetting) -> None:
        """Apply a setting that was chosen anew."""
        if setting in {ChangedSetting.LOOK, ChangedSetting.TEXT_SIZE}:
            self.apply_style()
        elif setting is ChangedSetting.LANGUAGE:
            QTimer.singleShot(0, self._change_language)
        elif setting is ChangedSetting.SHARING:
            self.on_desktop.settings_changed()
        elif setting is ChangedSetting.LOCK:
            self.frame.acts.cover.settings_changed()
        elif setting is ChangedSetting.TIME_SERVER:
            self.time_server.settings_changed()
            self.session.publish()
        elif setting is ChangedSetting.AUTHORITIES:
            self.stamper.settings_changed()
            self.session.publish()
        else:
            self.session.publish()

    def _change_language(self) -> None:
        """Build the window anew in another language, with the vault as open as it was."""
        shown = self.window.isVisible()
        stays_alive = self._application.quitOnLastWindowClosed()
        self._application.setQuitOnLastWindowClosed(False)
        self._navigation.flush()
        self._take_down()
        self._build(language_of(self._tools.settings.language))
        self.window.setVisible(shown)
        self._navigation.go(SettingsRoute())
        self._application.setQuitOnLastWindowClosed(stays_alive)

    def _scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self.apply_style()

    def _translate_qt(self, speaks: Language) -> None:
        """Translate Qt's own words, in menus of text fields and in file dialogs."""
        self._leave_qt()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{speaks.code}", folder):
            self._words = QtWords(speaks, self._application)
            for translator in (self._translator, self._words):
                self._application.installTranslator(translator)

    def _leave_qt(self) -> None:
        """Take back what was translated of Qt's own words."""
        for translator in (self._words, self._translator):
            if translator is not None:
                self._application.removeTranslator(translator)
        self._words = None


def _take_away_leftovers(saved_in: Sequence[Path]) -> None:
    """Take away what a killed program left in clear; loads what that needs beside the window."""
    from app.actions.leftovers import take_away_leftovers

    take_away_leftovers(saved_in)


def _other_keys() -> frozenset[str]:
    """Return the keys that something else in the window has; knows all that can be written down."""
    from app.ui.frame.writing import other_keys

    return other_keys()


def build_window(
    application: QApplication, tools: WindowTools, screens: Screens | None = None
) -> BuiltWindow:
    """Put the window together without showing it or starting the loop."""
    load_fonts(tools.resources)
    application.setWindowIcon(QIcon(str(tools.resources / "icons" / "bevismappe.svg")))
    return BuiltWindow(application, tools, screens or every_screen(application))


def language_of(*wanted: str) -> str:
    """Return the first of these that we speak, else Danish."""
    return next((code for code in wanted if code in LANGUAGES), "da")
