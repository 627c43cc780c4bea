"""The program in a process of its own, for a test that asks it to end: comes to a state, says so, and waits.

Once it waits no timer of ours runs and nothing is typed: Python has nothing to do, as in a window nobody uses.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from app.clock import SystemClock
from app.ui.cover.unlock import UnlockPage
from app.ui.first_run.view import FirstRunPage
from app.ui.forms.view import FormsPage
from app.ui.frame.actions import Menu
from app.ui.frame.window import MainWindow
from app.ui.kit import TextArea
from app.ui.overlay.view import OverlayWindow
from app.ui.running import run_window
from tests.fakes.screen import striped_pixels
from tests.worlds import PHRASE, World

_LOOK_MS = 20
WORDS = "Kl. 9 ringede en fremmed"
W = TypeVar("W", bound=QWidget)


def shown(kind: type[W]) -> W | None:
    """The visible widget of that kind."""
    return next(
        (each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible()),
        None,
    )


def when(kind: type[W], does: Callable[[W], None]) -> None:
    """Do something as soon as such a widget is there, from a turn of the loop of its own."""
    found = shown(kind)
    if found is None:
        QTimer.singleShot(_LOOK_MS, lambda: when(kind, does))
    else:
        does(found)


def say(_there: QWidget) -> None:
    sys.stdout.write("there\n")
    sys.stdout.flush()


def chooser(page: FirstRunPage) -> None:
    """Qt's own file dialog, in a loop within the loop."""
    when(QFileDialog, say)
    page.next.click()
    QTimer.singleShot(0, page.where.choose.emit)


def unlock(page: UnlockPage) -> None:
    page.field.line.setText(PHRASE)
    page.open_button.click()


def draft(window: MainWindow) -> None:
    """A note half written, with the file dialog over it."""
    when(UnlockPage, unlock)

    def write(forms: FormsPage) -> None:
        assert forms.body is not None
        field = forms.body.fields["text"]
        assert isinstance(field, TextArea)
        field.insertPlainText(WORDS)
        window.named_actions["files"].trigger()
        when(QFileDialog, say)

    def begin() -> None:
        if not window.named_actions["report"].isEnabled():
            QTimer.singleShot(_LOOK_MS, begin)
            return
        window.named_actions["note"].trigger()
        when(FormsPage, write)

    begin()


def menu(window: MainWindow) -> None:
    """A menu in a loop within the loop."""
    when(QMenu, say)
    QTimer.singleShot(0, lambda: window.menu(Menu.CASE).exec())


def overlay(window: MainWindow) -> None:
    """The screen is frozen, and the window away."""
    when(OverlayWindow, say)
    window.named_actions["capture"].trigger()


STATES: dict[str, Callable[[], None]] = {
    "idle": lambda: when(MainWindow, say),
    "chooser": lambda: when(FirstRunPage, chooser),
    "draft": lambda: when(MainWindow, draft),
    "menu": lambda: when(MainWindow, menu),
    "overlay": lambda: when(MainWindow, overlay),
}


def main(folder: Path, state: str) -> int:
    world = World(folder, clock=SystemClock(), picture=striped_pixels(800, 800))
    QTimer.singleShot(0, STATES[state])
    return run_window(world.window_tools())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
