"""The desktop as the overlay's presenter needs it: own windows, the frozen picture, one window for each screen.

Rules:
- The screens are grabbed on a thread of their own, made for this one grab: mss belongs to the thread that opened it,
  and a capture never waits for a report that is being drawn on a lane.
- Every window covers one screen. One large window over screens of different scale is never right on all of them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

from app.capture import Grab, Region, Screen, give_focus, wait_until_hidden
from app.casework.kinds.capture import Monitor
from app.language import Language
from app.ui.kit.look import CurrentLook
from app.ui.overlay.bar_place import bar_place
from app.ui.overlay.countdown import Countdown
from app.ui.overlay.drawing import picture_of
from app.ui.overlay.geometry import LogicalScreen, Pixel, PlacedScreen, place, spread
from app.ui.overlay.own_windows import SETTLE_MS, OwnWindows
from app.ui.overlay.selecting import Selecting
from app.ui.overlay.series import SeriesShown
from app.ui.overlay.series_bar import SeriesBar
from app.ui.overlay.series_frame import SeriesFrame
from app.ui.overlay.view import Choosing, OverlayWindow, pointer_pixel

_LATE_S = 2.0  # a window manager that needs longer than that hangs, and the post may be gone before it is back
_MS = 1000


class QtDesktop(QObject):
    """The real desktop.

    Signals:
        about_to_grab: now is the time to hide; what is left of our windows is hidden right after.
        grabbed: the overlay is gone, whatever came of it; windows may come back.
    """

    about_to_grab = Signal()
    grabbed = Signal()
    _answered = Signal(object)

    def __init__(
        self, open_screen: Callable[[], Screen], language: Language, look: CurrentLook
    ) -> None:
        super().__init__()
        self.choosing: Choosing | None = None
        self._open_screen = open_screen
        self._language = language
        self._look = look
        self._own = OwnWindows()
        self._away = False
        self._counted = False
        self._behind = self._was_behind = 0
        self._bar: SeriesBar | None = None
        self._frame: SeriesFrame | None = None
        self._bar_in_the_way = self._by_portal = False
        self._monitors: tuple[Monitor, ...] = ()
        self._windows: list[OverlayWindow] = []
        self._countdown: Countdown | None = None
        self._waiting: list[tuple[Callable[[Grab], None], Callable[[BaseException], None]]] = []
        self._on_x11 = QGuiApplication.platformName() == "xcb"
        self._answered.connect(self._answer)

    @property
    def windows(self) -> tuple[OverlayWindow, ...]:
        """The overlay windows that are shown."""
        return tuple(self._windows)

    def warm_up(self) -> None:
        """Load the libraries that the first grab needs; what goes wrong is told when there is one."""
        pool = ThreadPoolExecutor(1, thread_name_prefix="grab")
        pool.submit(self._open_once)
        pool.shutdown(wait=False)

    def vanish(self) -> int:
        """Take own windows out of the picture."""
        self._away = True
        seen = tuple(each for each in self._own.seen() if each not in {self._bar, self._frame})
        self.about_to_grab.emit()
        settles, self._counted = self._counted, False
        if self._bar is not None and self._bar_in_the_way:
            self._bar.hide()
            if self._frame is not None:
                self._frame.hide()
            settles = True
        return max(self._own.take_away(seen), SETTLE_MS if settles else 0)

    def later(self, ms: int, act: Callable[[], None]) -> None:
        """Do something in a while; forgotten when this object is gone."""
        QTimer.singleShot(ms, self, act)

    def freeze(self, done: Callable[[Grab], None], failed: Callable[[BaseException], None]) -> None:
        """Grab all screens."""
        QGuiApplication.sync()
        self._waiting.append((done, failed))
        pool = ThreadPoolExecutor(1, thread_name_prefix="grab")
        pool.submit(self._grab).add_done_callback(self._answered.emit)
        pool.shutdown(wait=False)

    def show(self, frame: Grab) -> Pixel | None:
        """Cover each screen, and give the keyboard to the one with the pointer."""
        if self.choosing is None:
            return None
        screens = QGuiApplication.screens()
        for placed in self._placed(screens):
            picture = picture_of(frame, placed)
            window = OverlayWindow(
                self.choosing,
                self._language,
                self._look,
                screens[placed.number],
                placed,
                picture,
            )
            self._windows.append(window)
        if not self._windows:
            return None
        at = QCursor.pos()
        here = next((each for each in self._windows if each.geometry().contains(at)), None)
        first = here or self._windows[0]
        for window in self._windows:
            window.show()
            window.raise_()
        first.activateWindow()
        first.setFocus()
        return pointer_pixel(first, at if here is not None else first.geometry().center())

    def count_down(self, seconds: int) -> None:
        """Show the plate that counts, or take it away."""
        if not seconds:
            if self._countdown is not None:
                self._countdown.close()
                self._countdown = None
                self._counted = True
            return
        if self._countdown is None:
            self._countdown = Countdown(self._language, self._look)
            if self.choosing is not None:
                self._countdown.cancelled.connect(self.choosing.cancel)
        self._countdown.count(seconds)

    def draw(self, selecting: Selecting) -> None:
        """Show the choice on every screen."""
        for window in self._windows:
            window.draw(selecting)

    def leave(self, *, stay_away: bool = False) -> None:
        """Take the overlay away and bring own windows back, unless they stay away."""
        windows, self._windows = self._windows, []
        for window in windows:
            window.close()
        if not self._away:
            return
        ours, behind = self._own.were_in_front, self._behind
        self._behind = 0
        if stay_away:
            # Without an overlay nobody has lost the focus.
            ours = not windows
        else:
            self._away = False
            self._own.bring_back()
            self.grabbed.emit()
        if behind and not ours:
            # Whoever read in another program goes on there; our own windows would have the focus now that the
            # overlay, which had it, is gone.
            self._give_focus(behind)

    def go_away(self) -> None:
        """Take own windows away, and give the focus back to the program that was read in."""
        self.vanish()
        if self._was_behind:
            self._give_focus(self._was_behind)

    @property
    def bar(self) -> SeriesBar | None:
        """The bar of a series that is being taken."""
        return self._bar

    @property
    def dashes(self) -> SeriesFrame | None:
        """The line around what a series takes."""
        return self._frame

    def show_series(self, shown: SeriesShown, region: Region, *, around: bool) -> None:
        """Show the bar of a series, clear of its region where that can be."""
        if self._bar is None:
            self._bar = SeriesBar(self._language, self._look)
            if self.choosing is not None:
                self._bar.next_wanted.connect(self.choosing.take_next)
                self._bar.finished.connect(self.choosing.finish_series)
        self._bar.say(shown)
        there, free = self._areas(region)
        spot, clear = bar_place(self._bar.size(), there, free)
        # Under Wayland no program says where its windows stand.
        self._bar_in_the_way = around or not clear or self._by_portal
        self._bar.move(spot)
        self._bar.show()
        if not (around or self._by_portal):
            if self._frame is None:
                self._frame = SeriesFrame(self._language)
            self._frame.stand_around(there)
            self._frame.show()

    def end_series(self) -> None:
        """Take the bar away."""
        bar, frame = self._bar, self._frame
        self._bar = self._frame = None
        for window in (bar, frame):
            if window is not None:
                window.close()

    def _areas(self, region: Region) -> tuple[QRect, list[QRect]]:
        """Return where a region lies in Qt's coordinates, and what is free of each screen, its own first."""
        screens = QGuiApplication.screens()
        free = [each.availableGeometry() for each in screens]
        for placed in self._placed(screens):
            if placed.holds(Pixel(region.x, region.y)):
                corner = screens[placed.number].geometry().topLeft()
                there = QRectF(*placed.logical_rect(region)).toAlignedRect().translated(corner)
                return there, [free.pop(placed.number), *free]
        return free[0], free

    def _placed(self, screens: Sequence[QScreen]) -> tuple[PlacedScreen, ...]:
        """Return which part of the last picture each screen shows."""
        told = [_told(screen) for screen in screens]
        if self._by_portal and self._monitors:
            return spread(told, self._monitors[0])
        return place(told, self._monitors) if self._monitors else ()

    def _give_focus(self, window: int) -> None:
        QGuiApplication.sync()
        pool = ThreadPoolExecutor(1, thread_name_prefix="focus")
        pool.submit(give_focus, window, os.environ)
        pool.shutdown(wait=False)

    def _open_once(self) -> None:
        screen = self._open_screen()
        try:
            screen.monitors()
        finally:
            screen.close()

    def _grab(self) -> Grab:
        if self._on_x11 and wait_until_hidden(os.environ, _LATE_S):
            time.sleep(SETTLE_MS / _MS)
        screen = self._open_screen()
        try:
            return screen.grab_all()
        finally:
            screen.close()

    def _answer(self, future: Future[Grab]) -> None:
        done, failed = self._waiting.pop(0)
        error = future.exception()
        if error is None:
            frame = future.result()
            self._behind = self._was_behind = frame.window.number
            self._monitors = frame.monitors
            self._by_portal = frame.platform == "wayland"
            done(frame)
        else:
            failed(error)


def _told(screen: QScreen) -> LogicalScreen:
    area = screen.geometry()
    return LogicalScreen(
        name=screen.name(),
        x=area.x(),
        y=area.y(),
        width=area.width(),
        height=area.height(),
        scale=screen.devicePixelRatio(),
    )
