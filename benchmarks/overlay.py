"""From the wish to take a picture to the first painted overlay, and from the release to the sealed row.

The whole way is the user's: an X server of 1920 x 1080 with a picture on it, the real grab, the real windows, a real
vault. The first capture of a program loads libraries and is not counted; ``warm_up`` does that in the window. With a
window of our own on the screen the overlay waits for what lay behind it, and that wait is in the second row.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.capture import BlackPictureError, Screen, open_screen
from app.clock import SystemClock
from app.ui.overlay import Overlay, build_overlay
from app.ui.overlay.view import OverlayWindow
from app.ui.session import Session
from app.ui.tasks import Tasks
from benchmarks.frames import SIZES, frames
from benchmarks.rows import Row, against_peer
from benchmarks.vaults import MACHINE, new_case
from tests.e2e.displays import environment_of, virtual_display, window_showing
from tests.worlds import World

ROUNDS = 9
SHOWN_LIMIT_MS = 150.0
SEALED_LIMIT_MS = 1000.0
_RESOURCES = Path(__file__).resolve().parents[1] / "resources"
_GIVE_UP_S = 20.0


def rows(*, quick: bool = False) -> list[Row]:
    """Overlay shown, with and without a window of our own; a drag over half the screen sealed."""
    width_px, height_px = SIZES[0]
    rounds = 3 if quick else ROUNDS
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        display = stack.enter_context(virtual_display(width_px, height_px))
        stack.enter_context(window_showing(display, frames(width_px, height_px)[0][1]))
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        application = QApplication(["benchmark"])
        world = World(folder, clock=SystemClock(), machine=MACHINE)
        session = world.make_session()
        session.case = stack.enter_context(new_case(folder))
        tasks = Tasks(_raise, session.publish)
        stack.callback(tasks.close)
        around = environment_of(display)
        context = world.make_context(
            session, tasks, open_screen=lambda: open_screen(around, world.clock)
        )
        overlay = build_overlay(context)
        screen = context.open_screen()
        stack.callback(screen.close)

        def measured(count: int) -> list[tuple[float, float]]:
            found = []
            for _ in range(count):
                _wait_for_picture(screen)
                found.append(_round(application, overlay, session))
            return found

        bare = measured(rounds + 1)[1:]
        own = QLabel("Bevismappe")
        own.resize(900, 700)
        own.show()
        beside = measured(rounds)
        own.close()
    size = f"{width_px}x{height_px}"
    shown = f"start → overlay painted {size}"
    return [
        _row(shown, [each for each, _ in bare], SHOWN_LIMIT_MS),
        _row(f"{shown}, own window hidden first", [each for each, _ in beside], SHOWN_LIMIT_MS),
        _row(f"release → sealed {size}", [each for _, each in bare + beside], SEALED_LIMIT_MS),
    ]


def _wait_for_picture(screen: Screen) -> None:
    """Until the window below has painted itself again, its last pixel last; black is refused by the screen."""
    give_up = time.perf_counter() + _GIVE_UP_S
    while time.perf_counter() < give_up:
        with suppress(BlackPictureError):
            screen.grab_region(1919, 1079, 1, 1)
            return
        time.sleep(0.01)
    raise RuntimeError("the picture did not come back: nothing was measured")


def _row(name: str, times_ms: list[float], limit_ms: float) -> Row:
    return against_peer(name, median(times_ms), limit_ms, "the limit", 1.0, limit=limit_ms)


class _FirstPaint(QObject):
    """Notes when an overlay was first painted."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0
        self._painting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if (
            self.at
            or self._painting
            or event.type() != QEvent.Type.Paint
            or not isinstance(watched, OverlayWindow)
        ):
            return False
        self._painting = True
        watched.event(event)
        self.at = time.perf_counter()
        return True


def _round(application: QApplication, overlay: Overlay, session: Session) -> tuple[float, float]:
    paint = _FirstPaint()
    application.installEventFilter(paint)
    start = time.perf_counter()
    overlay.start()
    _until(application, lambda: paint.at > 0)
    application.removeEventFilter(paint)
    (window,) = _overlays(application)
    count = len(session.state.exhibits)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(window, QPoint(400, 300))
    release = time.perf_counter()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(1200 + count, 900))
    _until(application, lambda: len(session.state.exhibits) > count)
    sealed = time.perf_counter()
    _until(application, lambda: not _overlays(application))
    return (paint.at - start) * 1000, (sealed - release) * 1000


def _overlays(application: QApplication) -> list[OverlayWindow]:
    return [
        each
        for each in application.topLevelWidgets()
        if isinstance(each, OverlayWindow) and each.isVisible()
    ]


def _until(application: QApplication, met: Callable[[], bool]) -> None:
    give_up = time.perf_counter() + _GIVE_UP_S
    while not met():
        application.processEvents()
        if time.perf_counter() > give_up:
            raise RuntimeError("it did not happen: nothing was measured")


def _raise(error: BaseException) -> None:
    raise error
