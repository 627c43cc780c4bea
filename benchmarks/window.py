"""The start of the window and a long timeline beside an empty window, and how soon F9 covers everything.

With what the program itself builds; start and F9 on an X server of 1920 x 1080 of their own:

- A start is a process, from before it is made to the painted page that asks for the passphrase. Its first round is
  not counted: it reads what the system then has in its cache.
- A long timeline is measured by benchmarks/timeline.py beside ours without rows. Here it stands beside a window with
  nothing at all, so that what the list loads and builds counts too.
- The window that is covered fills the screen and shows a long timeline. From the key to the last covered window's
  drawing at the X server, and then the screen is looked at: it must be of one colour. The limit is a bare frame shown
  over a bare window of the same size.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

from app.capture import Screen, open_screen
from app.clock import SystemClock
from app.picture import is_one_colour
from app.settings import Settings
from benchmarks.frames import SIZES
from benchmarks.rows import Row, against_peer, timed_ms
from benchmarks.timeline import SIZES as SIZES_OF_TIMELINE
from benchmarks.vaults import MACHINE, PASSPHRASE, fill, new_case, vault_path
from evidence_store import HeadMemory
from tests.e2e.displays import environment_of, virtual_display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.application import BuiltWindow

START_GOAL = 2.0
TIMELINE_GOAL = 1.6
HIDDEN_LIMIT_MS = 50.0
_ROUNDS = 11
_QUICK_ROUNDS = 5
_ENTRIES = 1_000
_QUICK_ENTRIES = 100
_QUICK_ROWS = 1_000
_GIVE_UP_S = 30.0
_ROOT = Path(__file__).resolve().parents[1]


def start_rows(*, quick: bool = False) -> list[Row]:
    """The whole way from a new process to the first page, in turn with an empty window's."""
    spent: dict[str, list[float]] = {"ours": [], "empty": []}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        display = stack.enter_context(virtual_display(*SIZES[0]))
        environment = _home(folder, display)
        for _ in range(1 + (_QUICK_ROUNDS if quick else _ROUNDS)):
            for kind, times in spent.items():
                times.append(_printed(environment, "first_paint", kind, str(time.monotonic())))
    ours, empty = (median(times[1:]) for times in spent.values())
    name = "start → first paint of the page that asks for the passphrase"
    return [against_peer(name, ours, empty, "empty PySide6 window", START_GOAL)]


def timeline_rows(*, quick: bool = False) -> list[Row]:
    """The longest list and the page around it, in turn with an empty window's first paint."""
    size = _QUICK_ROWS if quick else SIZES_OF_TIMELINE[-1]
    empty = ("first_paint", "empty")
    shown = {name: ("timeline", name, str(size)) for name in ("list", "page")}
    spent: dict[tuple[str, ...], list[float]] = {words: [] for words in (empty, *shown.values())}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(1 + (_QUICK_ROUNDS if quick else _ROUNDS)):
        for words, times in spent.items():
            times.append(_printed(environment, *words))
    found = {words: median(times[1:]) for words, times in spent.items()}
    return [
        against_peer(
            f"{name} of {size} rows, first paint",
            found[words],
            found[empty],
            "empty PySide6 window",
            TIMELINE_GOAL,
        )
        for name, words in shown.items()
    ]


def hide_rows(*, quick: bool = False) -> list[Row]:
    """F9 over the window alone, and over the window with a sheet open in front of it."""
    rounds = _QUICK_ROUNDS if quick else _ROUNDS
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        display = stack.enter_context(virtual_display(*SIZES[0]))
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        screen = stack.enter_context(_screen(display))
        built = stack.enter_context(window_with_case(folder, _QUICK_ENTRIES if quick else _ENTRIES))
        alone = _hidden_ms(built, screen, built.window, rounds)
        with_sheet = _hidden_ms(built, screen, _sheet(built), rounds)
        built.window.hide()
        limit = _bare_ms(rounds)
    size = f"{SIZES[0][0]}x{SIZES[0][1]}"
    return [
        against_peer(name, ours, HIDDEN_LIMIT_MS, f"{HIDDEN_LIMIT_MS:.0f} ms", 1.0, limit=limit)
        for name, ours in (
            (f"F9 → everything covered {size}", alone),
            (f"F9 → everything covered {size}, with a sheet open", with_sheet),
        )
    ]


# -- start ---------------------------------------------------------------------------------------


def _home(folder: Path, display: str) -> dict[str, str]:
    """The environment of somebody who has a vault, and the empty folders that are theirs."""
    with new_case(folder):
        pass
    environment = {
        **environment_of(display),
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_RUNTIME_DIR": str(folder),
        "QT_QPA_PLATFORM": "xcb",
    }
    asked = "from app.settings import settings_file; print(settings_file())"
    found = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=_ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    Settings(Path(found.stdout.strip())).remember_vault(vault_path(folder))
    return environment


def _printed(environment: dict[str, str], *words: str) -> float:
    """What a module of ours measured in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{words[0]}", *words[1:]],
        cwd=_ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=_GIVE_UP_S,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: nothing was measured\n{done.stderr}")
    return float(done.stdout)


# -- hiding --------------------------------------------------------------------------------------


@contextmanager
def _screen(display: str) -> Iterator[Screen]:
    screen = open_screen(environment_of(display), SystemClock())
    try:
        yield screen
    finally:
        screen.close()


@contextmanager
def window_with_case(folder: Path, entries: int) -> Iterator[BuiltWindow]:
    """The program's window over the whole screen, with a case open in it."""
    from app.ui.application import WindowTools, build_window
    from app.ui.routes import NextStep, Timeline
    from app.ui.running import make_application

    with new_case(folder) as case:
        fill(case, entries)
    clock, settings = SystemClock(), Settings(folder / "settings.ini")
    settings.remember_vault(vault_path(folder))  # else it is somebody's first run
    tools = WindowTools(
        clock=clock,
        settings=settings,
        resources=_ROOT / "resources",
        heads=HeadMemory(folder / "heads"),
        machine=MACHINE,
        open_screen=lambda: open_screen(os.environ, clock),
    )
    built = build_window(make_application(["benchmark"]), tools)
    try:
        built.window.setGeometry(0, 0, *SIZES[0])
        built.window.show()
        built.warm_up()
        built.tasks.store(
            lambda: built.session.unlock(vault_path(folder), PASSPHRASE), lambda _none: None
        )
        # A case begins with its next step.
        _until(lambda: isinstance(built.frame.navigation.current, NextStep))
        built.context.navigator.go(Timeline())
        _until(lambda: isinstance(built.frame.navigation.current, Timeline))
        _settle()
        yield built
    finally:
        built.close()


def _sheet(built: BuiltWindow) -> QWidget:
    """A sheet in front of the window, which then keeps the window's own keys from working."""
    from PySide6.QtWidgets import QApplication

    built.window.named_actions["rename_case"].trigger()
    sheet = QApplication.activeModalWidget()
    if sheet is None:
        raise RuntimeError("there is no sheet: nothing was measured")
    return sheet


def _hidden_ms(built: BuiltWindow, screen: Screen, front: QWidget, rounds: int) -> float:
    """The median time that the key takes in the window in front; two rounds before are not counted."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.ui.cover.cover import Cover

    cover = cast(Cover, built.frame.acts.cover)
    spent = []

    def hide() -> None:
        QTest.keyClick(front.windowHandle(), Qt.Key.Key_F9)
        QApplication.sync()

    for _ in range(rounds + 2):
        # No window manager is there to give it the focus, and keys come to the window that has it.
        front.activateWindow()
        _until(lambda: QApplication.focusWindow() is front.windowHandle())
        _until(lambda: not _plain(screen))
        spent.append(timed_ms(hide))
        if not _plain(screen):
            raise RuntimeError("something is still to be seen: nothing was measured")
        _settle()
        cover.reveal()
        _settle()
    return median(spent[2:])


def _bare_ms(rounds: int) -> float:
    """A plain frame over a plain window, to the same point."""
    from PySide6.QtWidgets import QApplication, QFrame, QWidget

    window = QWidget()
    window.setGeometry(0, 0, *SIZES[0])
    window.show()
    _settle()

    def cover() -> QFrame:
        frame = QFrame(window)
        frame.setAutoFillBackground(True)
        frame.setGeometry(window.rect())
        frame.show()
        frame.repaint()
        QApplication.sync()
        return frame

    frames: list[QFrame] = []
    spent = []
    for _ in range(rounds + 2):
        spent.append(timed_ms(lambda: frames.append(cover())))
        frames.pop().deleteLater()
        _settle()
    window.close()
    return median(spent[2:])


def _plain(screen: Screen) -> bool:
    """Whether the screen is of one colour above and below the middle, where the cover has its words."""
    from app.picture import crop

    shown = screen.grab_all().pixels
    third = shown.height_px // 3
    parts = (crop(shown, 0, top, shown.width_px, third) for top in (0, 2 * third))
    return all(is_one_colour(part) for part in parts)


def _settle() -> None:
    """Let everything that waits be done, and be drawn."""
    end = time.perf_counter() + 0.2
    _until(lambda: time.perf_counter() > end)


def _until(met: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    give_up = time.perf_counter() + _GIVE_UP_S
    while not met():
        QApplication.processEvents()
        if time.perf_counter() > give_up:
            raise RuntimeError("it did not happen: nothing was measured")
