"""A whole window with fake screens, for tests of the frame."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout

from app.capture import Screen
from app.ui.application import BuiltWindow, WindowTools, build_window
from app.ui.context import UiContext
from app.ui.routes import Help, Route
from app.ui.screens import Door, ScreenPage, Screens
from tests.worlds import World


def choose_look(built: BuiltWindow, *, dark: bool = False, percent: int = 100) -> None:
    """Choose a look, as the settings page does."""
    built.context.settings.choose_look("dark" if dark else "light")
    built.context.settings.choose_text_percent(percent)
    built.apply_style()


class FakePage(ScreenPage):
    """A page that remembers how it was used."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.accepting = True
        self.words: tuple[str, ...] = ()
        self.calls: list[object] = []
        self.button = QPushButton(name)
        QVBoxLayout(self).addWidget(self.button)
        self.setFocusProxy(self.button)

    def accepts(self, _route: Route) -> bool:
        return self.accepting

    def open(self, route: Route) -> None:
        self.calls.append(route)

    def status_words(self) -> Sequence[str]:
        return self.words

    def come_back(self) -> None:
        self.calls.append("come back")

    def leave(self) -> None:
        self.calls.append("leave")

    def flush(self) -> None:
        self.calls.append("flush")


class FakeCover(QObject):
    closing = Signal()
    covered_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
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
        self.series = 0

    def start(self, delay_s: int = 0, again: bool = False, series: bool = False) -> None:
        self.calls.append((delay_s, again))
        self.series += series

    def finish_series(self) -> None:
        self.series = 0

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

    def follow_phone(self) -> None:
        self.calls.append("follow_phone")

    def ask_phone(self) -> None:
        self.calls.append("ask_phone")

    def stop(self) -> None:
        self.calls.append("stop")


class House:
    """The fake screens; the pages that were built, by the name of their first route."""

    def __init__(self) -> None:
        self.pages: dict[str, FakePage] = {}
        self.capture = FakeCapture()
        self.files = FakeFiles()
        self.cover = FakeCover()

    def screens(self, *missing: type[Route]) -> Screens:
        kinds: tuple[type[Route], ...] = get_args(Route)
        return Screens(
            doors=tuple(self._door(kind) for kind in kinds if kind not in {Help, *missing}),
            capture=lambda _context: self.capture,
            incoming=lambda _context, _window: self.files,
            cover=self._cover,
        )

    def _cover(self, _context: UiContext) -> FakeCover:
        self.cover = FakeCover()
        return self.cover

    def _door(self, kind: type[Route]) -> Door:
        def build(_context: UiContext) -> FakePage:
            self.pages[kind.__name__] = FakePage(kind.__name__)
            return self.pages[kind.__name__]

        return Door((kind,), build)


def no_screen() -> Screen:
    raise AssertionError("nobody should read the screen here")


def window_tools(folder: Path, language: str = "en") -> WindowTools:
    return World(folder).window_tools(open_screen=no_screen, language=language)


def build(application: QApplication, folder: Path, screens: Screens) -> BuiltWindow:
    return build_window(application, window_tools(folder), screens)


def front(built: BuiltWindow) -> str:
    """The name of the page that is in front."""
    return str(getattr(built.window.pages.currentWidget(), "name", ""))
