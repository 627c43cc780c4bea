"""A whole window with fake screens, for tests of the frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from app.actions.machine import MachineFacts
from app.capture import Screen
from app.settings import Settings
from app.ui.application import BuiltWindow, WindowTools, build_window
from app.ui.context import UiContext
from app.ui.frame import Screens
from app.ui.routes import Write
from evidence_store import HeadMemory
from tests.fakes.clock import FakeClock
from tests.fakes.keys import QUICK_KEYS

RESOURCES = Path(__file__).parents[3] / "resources"
PHRASE = "seks små danske ord på række"


class FakePage(QWidget):
    """A page that remembers how it was used."""

    opened = Signal()
    closed = Signal()
    changed = Signal(str)
    search_cleared = Signal()
    new_wanted = Signal()
    done = Signal()
    existing_chosen = Signal(Path)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.calls: list[object] = []
        self.button = QPushButton(name)
        QVBoxLayout(self).addWidget(self.button)
        self.setFocusProxy(self.button)

    def leave(self) -> None:
        self.calls.append("leave")

    def show_exhibit(self, number: int) -> None:
        self.calls.append(number)

    def start(self, recipient: str = "") -> None:
        self.calls.append(recipient)

    def check(self, path: Path | None = None) -> None:
        self.calls.append(path)

    def search(self, text: str) -> None:
        self.calls.append(text)


class FakeForms(FakePage):
    """Forms come to the front when they say so."""

    def open(self, route: Write) -> None:
        self.calls.append(route)
        self.opened.emit()

    def flush(self) -> None:
        self.calls.append("flush")


class FakeClosed(FakePage):
    @property
    def presenter(self) -> FakeClosed:
        return self

    def choose(self, path: Path | None) -> None:
        self.calls.append(path)


class FakeCover(QObject):
    closing = Signal()
    covered_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.page = FakeClosed("closed")
        self.calls: list[str] = []

    def hide_now(self) -> None:
        self.calls.append("hide_now")
        self.covered_changed.emit(True)

    def settings_changed(self) -> None:
        self.calls.append("settings_changed")

    def stop(self) -> None:
        self.calls.append("stop")


class FakeCapture:
    def __init__(self) -> None:
        self.calls: list[tuple[int, bool]] = []

    def start(self, delay_s: int = 0, again: bool = False) -> None:
        self.calls.append((delay_s, again))

    def warm_up(self) -> None:
        pass


class FakeFiles:
    def __init__(self) -> None:
        self.calls: list[object] = []

    def add(self, paths: Sequence[Path] = ()) -> None:
        self.calls.append(tuple(paths))

    def take(self, data: QMimeData | None) -> bool:
        self.calls.append("take")
        return True

    def paste(self) -> bool:
        self.calls.append("paste")
        return True


class House:
    """The fake screens that were built, by name."""

    def __init__(self) -> None:
        self.pages: dict[str, FakePage] = {}
        self.capture = FakeCapture()
        self.files = FakeFiles()
        self.cover: FakeCover | None = None

    def screens(self, **missing: None) -> Screens:
        every = Screens(
            timeline=self._page("timeline"),
            capture=lambda _context: self.capture,
            incoming=lambda _context, _window: self.files,
            exhibit=self._page("exhibit"),
            forms=self._forms,
            cover=self._cover,
            report=self._page("report"),
            verify=self._page("verify"),
            first_run=self._page("first_run"),
            preferences=self._page("preferences"),
        )
        return replace(every, **missing)

    def _forms(self, _context: UiContext) -> QWidget:
        self.pages["forms"] = FakeForms("forms")
        return self.pages["forms"]

    def _cover(self, _context: UiContext) -> FakeCover:
        self.cover = FakeCover()
        return self.cover

    def _page(self, name: str) -> Callable[[UiContext], QWidget]:
        def build(_context: UiContext) -> QWidget:
            self.pages[name] = FakePage(name)
            return self.pages[name]

        return build


def no_screen() -> Screen:
    raise AssertionError("nobody should read the screen here")


def window_tools(folder: Path, language: str = "en") -> WindowTools:
    return WindowTools(
        clock=FakeClock(),
        settings=Settings(folder / "settings.ini"),
        resources=RESOURCES,
        heads=HeadMemory(folder / "heads"),
        machine=MachineFacts(device="PC", program="Bevismappe", python="3", qt="6", os="Linux"),
        open_screen=no_screen,
        language=language,
        parameters=QUICK_KEYS,
    )


def build(application: QApplication, folder: Path, screens: Screens) -> BuiltWindow:
    return build_window(application, window_tools(folder), screens)


def front(built: BuiltWindow) -> str:
    """The name of the page that is in front."""
    return str(getattr(built.window.pages.currentWidget(), "name", ""))
