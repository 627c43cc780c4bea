"""What a screen hands to the frame at its door, and the few things the frame asks of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, Qt, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.context import UiContext
from app.ui.routes import Route


class Bars(StrEnum):
    """Which of the window's bars stand about a page while a case is open.

    Attributes:
        ALL: the places, in words where the window is wide enough, and the toolbar.
        OWN: the places as icons, and no toolbar: the page has a bar of its own at its top.
    """

    ALL = "all"
    OWN = "own"


class Told:
    """Says that something is told anew. No signal of Qt's: those of a page's second class come too late for it."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[], None]] = []

    def connect(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` from now on."""
        self._listeners.append(listener)

    def emit(self) -> None:
        """Call the listeners."""
        for listener in tuple(self._listeners):
            listener()


OF_VIEW = "view"
"""The data of a page's action that belongs into the menu of what is shown; the others go into that of exhibits."""


class ScreenPage(QWidget):
    """A page of the window. The frame calls these; a page has those of its own that it needs.

    Attributes:
        bars: the bars that it wants about it.
    """

    bars: Bars = Bars.ALL

    @cached_property
    def told(self) -> Told:
        """Emitted by the page when the bars it wants or its words for the status line are others than before."""
        return Told()

    def status_words(self) -> Sequence[str]:
        """Return what the status line tells of the page, in place of how much the case holds."""
        return ()

    def accepts(self, _route: Route) -> bool:
        """Return whether the route can be gone now; says why where it cannot."""
        return True

    def open(self, route: Route) -> None:
        """Show what the route names; called when the page has come to the front."""

    def come_back(self) -> None:
        """Show again what was shown; called when the way back has brought the page to the front."""

    def leave(self) -> None:
        """Seal or let go of what is shown; called before another page comes to the front."""

    def flush(self) -> None:
        """Keep what is typed; called before the vault is closed."""

    def go_back_on_escape(self, go: Callable[[], None], name: str) -> None:
        """Let Escape lead back; for pages that stand in no side bar. ``name`` is what a screen reader says."""
        self._act_on_keys(go, name, QKeySequence(Qt.Key.Key_Escape))

    def finish_on_enter(self, finish: Callable[[], None], name: str) -> None:
        """Let Ctrl and Enter do what the filled button does; ``name`` is what a screen reader says."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        self._act_on_keys(finish, name, *(QKeySequence(Qt.Modifier.CTRL | key) for key in keys))

    def _act_on_keys(self, act: Callable[[], None], name: str, *keys: QKeySequence) -> None:
        action = QAction(name, self)
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        self.addAction(action)


@dataclass(frozen=True)
class Door:
    """A screen with a page: the routes it handles, and what builds the page when it is first wanted."""

    handles: tuple[type[Route], ...]
    build: Callable[[UiContext], ScreenPage]


class ScreenCapture(Protocol):
    """Takes screenshots."""

    def start(self, delay_s: int = 0, again: bool = False, series: bool = False) -> None:
        """Freeze the screens and let the user select a region, or take the one of last time; or begin a series."""
        ...

    def finish_series(self) -> None:
        """End the series that is being taken; nothing happens where there is none."""
        ...

    def warm_up(self) -> None:
        """Make the first capture as quick as the next."""
        ...


class FileIntake(Protocol):
    """Takes files and pictures in."""

    def add(self, paths: Sequence[Path] = ()) -> None:
        """Keep files; without any, ask for them."""
        ...

    def take(self, data: QMimeData | None) -> bool:
        """Keep what was dropped; return whether there was anything."""
        ...

    def paste(self) -> bool:
        """Keep what is on the clipboard; return whether there was anything."""
        ...

    def follow_phone(self) -> None:
        """Watch the folder from the phone that is chosen now, or none."""
        ...

    def ask_phone(self) -> None:
        """Offer what is new in the folder from the phone."""
        ...

    def stop(self) -> None:
        """Watch nothing any more."""
        ...


class WindowCover(Protocol):
    """Covers the windows, and locks them when nobody uses them.

    Signals:
        closing: the vault will be closed right after.
        covered_changed: whether the windows are covered now.
    """

    @property
    def closing(self) -> SignalInstance: ...
    @property
    def covered_changed(self) -> SignalInstance: ...

    def hide_now(self) -> None:
        """Cover every window at once."""
        ...

    def settings_changed(self) -> None:
        """Begin to wait anew, for as long as is chosen now."""
        ...

    def stop(self) -> None:
        """Stop watching the application."""
        ...


@dataclass(frozen=True)
class Screens:
    """Every screen of the window, as it is built."""

    doors: tuple[Door, ...]
    capture: Callable[[UiContext], ScreenCapture]
    incoming: Callable[[UiContext, Callable[[], QWidget | None]], FileIntake]
    cover: Callable[[UiContext], WindowCover]
