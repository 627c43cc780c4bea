"""The screens as the frame knows them: how each is built, and the few things it asks of them.

Whoever builds the frame says which screens there are. What is not there is not shown anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from app.ui.context import UiContext
from app.ui.routes import Write


class CaptureScreen(Protocol):
    """Takes screenshots."""

    def start(self, delay_s: int = 0, again: bool = False) -> None:
        """Freeze the screens and let a region be chosen."""
        ...

    def warm_up(self) -> None:
        """Make the first capture as quick as the next."""
        ...


class FilesScreen(Protocol):
    """Takes files and pictures in."""

    def add(self, paths: Sequence[Path] = ()) -> None:
        """Keep files; without any, ask for them."""
        ...

    def take(self, data: QMimeData | None) -> bool:
        """Keep what was dropped."""
        ...

    def paste(self) -> bool:
        """Keep what is on the clipboard."""
        ...


class ExhibitScreen(Protocol):
    """Shows one exhibit."""

    def show_exhibit(self, number: int) -> None:
        """Show that one."""
        ...


class FormsScreen(Protocol):
    """The forms: one page; it tells ``opened`` and ``closed``."""

    def open(self, route: Write) -> None:
        """Show the form that the route names."""
        ...

    def flush(self) -> None:
        """Keep what is typed now."""
        ...


class ReportScreen(Protocol):
    """The report wizard."""

    def start(self, recipient: str = "") -> None:
        """Begin, for a recipient if one is given."""
        ...


class VerifyScreen(Protocol):
    """Checks packages and the vault."""

    def check(self, path: Path | None = None) -> None:
        """Check that file."""
        ...


class VaultChoice(Protocol):
    """Which vault is to be opened."""

    def choose(self, path: Path | None) -> None:
        """That one."""
        ...


class ClosedPage(Protocol):
    """The page for a closed vault."""

    @property
    def presenter(self) -> VaultChoice:
        """What decides on it."""
        ...


class CoverScreen(Protocol):
    """Covers the windows, and opens the vault.

    It tells ``closing`` and ``covered_changed``, and its page ``new_wanted``.
    """

    @property
    def page(self) -> QWidget:
        """The page for a closed vault."""
        ...

    def hide_now(self) -> None:
        """Cover everything at once."""
        ...

    def settings_changed(self) -> None:
        """The idle time was chosen anew."""
        ...

    def stop(self) -> None:
        """The program ends."""
        ...


Page = Callable[[UiContext], QWidget]


@dataclass(frozen=True)
class Screens:
    """How each screen is built; None for one that is not there."""

    timeline: Page | None = None
    capture: Callable[[UiContext], CaptureScreen] | None = None
    incoming: Callable[[UiContext, Callable[[], QWidget | None]], FilesScreen] | None = None
    exhibit: Page | None = None
    forms: Page | None = None
    report: Page | None = None
    verify: Page | None = None
    first_run: Page | None = None
    cover: Callable[[UiContext], CoverScreen] | None = None
    preferences: Page | None = None

    def has(self, name: str) -> bool:
        """Whether that screen is there."""
        return getattr(self, name) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are there."""
        return tuple(field.name for field in fields(self) if self.has(field.name))
