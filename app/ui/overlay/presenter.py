"""From the wish to take a picture to the sealed exhibit: what happens when. No Qt.

Rules:
- The picture is the screens as they were when they were frozen; choosing a region changes nothing about it.
- No question stands between the choice and its sealing (sealing.py).
- Own windows come back whatever happens, and before anything is said. Only while a series is taken they stay away.
- During a series every wish for a picture takes the next one of it, by whichever way it comes.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Protocol

import msgspec

from app.actions.capture_and_seal import SeriesLink
from app.capture import CaptureError, Grab, NoDisplayError, Region, cut, with_context
from app.messages import explain
from app.ui.context import UiContext
from app.ui.hotkey.keeper import HotkeyState
from app.ui.overlay.geometry import Pixel
from app.ui.overlay.sealing import Sealing
from app.ui.overlay.selecting import SelectedRegion, Selecting
from app.ui.overlay.series import Series, SeriesShown
from app.vocabulary import CaptureMethod

_MS = 1000


class Desktop(Protocol):
    """What the presenter needs of the desktop."""

    def vanish(self) -> int:
        """Take own windows out of the picture; return how many milliseconds to wait for what lay behind them."""
        ...

    def later(self, ms: int, act: Callable[[], None]) -> None:
        """Do something in a while, on this thread."""
        ...

    def freeze(self, done: Callable[[Grab], None], failed: Callable[[BaseException], None]) -> None:
        """Grab all screens, on a thread of its own; ``done`` and ``failed`` are called on this one."""
        ...

    def show(self, frame: Grab) -> Pixel | None:
        """Cover each screen with its part of the frame; return where the pointer is, None without any screen."""
        ...

    def count_down(self, seconds: int) -> None:
        """Show that so many seconds are left; 0 takes the countdown away."""
        ...

    def draw(self, selecting: Selecting) -> None:
        """Show the choice as it is now."""
        ...

    def leave(self, *, stay_away: bool = False) -> None:
        """Take the overlay away and bring own windows back, unless they stay away; may be called twice."""
        ...

    def go_away(self) -> None:
        """Take own windows away, and give the focus back to the program that was read in."""
        ...

    def show_series(self, shown: SeriesShown, region: Region, *, around: bool) -> None:
        """Show the bar of a series, clear of its region where that can be.

        Args:
            shown: what it says.
            region: what is taken.
            around: whether what is around it is taken along, so that the bar is in the way wherever it stands.
        """
        ...

    def end_series(self) -> None:
        """Take the bar away."""
        ...


class OverlayPresenter:
    """Takes one window's captures, one at a time.

    Attributes:
        selecting: the choice under way, None while no overlay is shown.
    """

    def __init__(
        self,
        context: UiContext,
        desktop: Desktop,
        *,
        keeps_whole_screen: Callable[[], bool],
        new_grab_id: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        """Take the tools.

        Args:
            context: session, lanes, words and ways.
            desktop: what shows the overlay.
            keeps_whole_screen: whether the whole screen is kept too; asked at each capture.
            new_grab_id: joins the pictures of one grab.
        """
        self.selecting: Selecting | None = None
        self._context = context
        self._desktop = desktop
        self._keeps_whole_screen = keeps_whole_screen
        self._round = 0
        self._busy = self._counting = False
        self._again = self._begins = self._asks = False
        self._series: Series | None = None
        self._frame: Grab | None = None
        self._last: SelectedRegion | None = None
        self._sealing = Sealing(context, self._go_on, new_grab_id)

    # -- from the wish to the frozen screens -----------------------------------------------------

    def start(self, delay_s: int = 0, *, again: bool = False, series: bool = False) -> None:
        """Freeze the screens and let the user select a region.

        Args:
            delay_s: wait first, counting down; another start meanwhile goes before, and ``cancel`` ends it.
            again: take the same region as last time, without asking, if there is one.
            series: the picture begins a series.
        """
        if self._busy:
            return
        self._again, self._begins = again, series
        self._end_counting()
        if delay_s:
            self._count(delay_s, self._round)
        else:
            self._begin()

    def _count(self, left_s: int, count: int) -> None:
        """Count down, unless it was ended meanwhile."""
        if count != self._round:
            return
        if not left_s:
            self._end_counting()
            self._begin()
            return
        self._counting = True
        self._desktop.count_down(left_s)
        self._desktop.later(_MS, lambda: self._count(left_s - 1, count))

    def _end_counting(self) -> None:
        self._round += 1
        if self._counting:
            self._counting = False
            self._desktop.count_down(0)

    def _begin(self) -> None:
        self._busy = True
        wait_ms = self._desktop.vanish()
        if wait_ms:
            self._desktop.later(wait_ms, self._freeze)
        else:
            self._freeze()

    def _freeze(self) -> None:
        self._desktop.freeze(self._frozen, self._refused)

    def _frozen(self, frame: Grab) -> None:
        self._frame = frame
        self._asks = frame.platform == "wayland"
        if self._series is not None:
            self._take(self._series.chosen)
            return
        if self._again and self._last is not None:
            self._take(self._last)
            return
        try:
            at = self._desktop.show(frame)
        except BaseException:
            self._end()
            raise
        if at is None:
            self._refused(NoDisplayError(""))
            return
        screens = [Region(*_place(frame, number)) for number in range(len(frame.monitors))]
        self.selecting = Selecting(screens, at, window=frame.window.place, again=self._last)
        self._desktop.draw(self.selecting)

    def _refused(self, error: BaseException) -> None:
        self._end(stay_away=self._series is not None)
        self._complain(error)

    def _complain(self, error: BaseException) -> None:
        """Say what went wrong: during a series on its bar, or our window would jump in front."""
        message = explain(error, self._context.language)
        if self._series is None:
            self._context.acts.show_error(message)
        else:
            self._series.fault = message
            self._show_series()

    def _end(self, *, stay_away: bool = False) -> None:
        self.selecting = None
        self._frame = None
        self._busy = False
        self._desktop.leave(stay_away=stay_away)

    # -- choosing --------------------------------------------------------------------------------

    def press(self, at: Pixel) -> None:
        """Begin a click or a drag."""
        if self.selecting is not None:
            self.selecting.press(at)
            self._desktop.draw(self.selecting)

    def point(self, at: Pixel) -> None:
        """Follow the pointer."""
        if self.selecting is not None:
            self.selecting.point(at)
            self._desktop.draw(self.selecting)

    def release(self, at: Pixel) -> None:
        """Take the region of a drag or a second corner when the button comes up."""
        if self.selecting is None:
            return
        chosen = self.selecting.release(at)
        if chosen is None:
            self._desktop.draw(self.selecting)
        else:
            self._take(chosen)

    def arrow(self, dx: int, dy: int, *, resize: bool = False) -> None:
        """Move the region, or its lower right corner, by that many pixels."""
        if self.selecting is not None:
            self.selecting.arrow(dx, dy, resize=resize)
            self._desktop.draw(self.selecting)

    def type_in(self, region: Region) -> None:
        """Take over the numbers of the panel."""
        if self.selecting is not None:
            self.selecting.type_in(region)
            self._desktop.draw(self.selecting)

    def enter(self) -> None:
        """Take the region, or the whole screen where there is none."""
        if self.selecting is not None:
            self._take(self.selecting.take())

    def take_window(self) -> None:
        """Take the window that the person works in, and nothing around it."""
        if self.selecting is not None and self.selecting.window is not None:
            self._take(SelectedRegion(self.selecting.window))

    def take_all(self) -> None:
        """Take all screens as one picture."""
        if self.selecting is not None:
            self._take(SelectedRegion(self.selecting.bounds, whole_screen=True))

    def take_again(self) -> None:
        """Take what was taken last time."""
        if self.selecting is not None and self.selecting.again is not None:
            self._take(self.selecting.again)

    def cancel(self) -> None:
        """Cancel; nothing is taken."""
        self._end_counting()
        if self.selecting is not None:
            self._end()

    # -- from the choice to the exhibit ----------------------------------------------------------

    def _take(self, chosen: SelectedRegion) -> None:
        frame = self._frame
        self._end(stay_away=self._begins or self._series is not None)
        if frame is None:
            return
        try:
            grabs = self._cut(frame, chosen)
        except CaptureError as error:
            if self._series is None:
                self._desktop.leave()
            self._complain(error)
            return
        self._last = chosen
        if self._begins and self._series is None:
            self._series = Series(chosen, SeriesLink())
        self._seal(grabs)

    def _seal(self, grabs: tuple[Grab, ...]) -> None:
        series = self._series
        if series is None:
            self._sealing.keep(grabs)
            return
        series.taken, series.fault = series.taken + 1, None
        self._show_series()
        self._sealing.keep(grabs, series.link, self._show_series)

    # -- a series --------------------------------------------------------------------------------

    def _go_on(self, taken: Grab, link: SeriesLink) -> None:
        """Begin a series with a picture that was taken just now."""
        if self._busy or self._series is not None:
            return
        whole = taken.method is not CaptureMethod.REGION
        self._series = Series(SelectedRegion(taken.region, whole_screen=whole), link, taken=1)
        self._desktop.go_away()
        self._show_series()

    def _show_series(self) -> None:
        series = self._series
        if series is not None:
            shown = series.shown(self._context.language, self._keys(), asks=self._asks)
            around = self._keeps_whole_screen() or series.chosen.whole_screen
            self._desktop.show_series(shown, series.chosen.region, around=around)

    def _keys(self) -> str:
        hotkey = self._context.hotkey
        works = hotkey.state is HotkeyState.WORKS
        return hotkey.words(self._context.language) if works else ""

    def take_next(self) -> None:
        """Take the next picture of the series."""
        if self._series is not None:
            self.start()

    def finish_series(self) -> None:
        """End the series, and open the one form for all of it; nothing happens where there is none."""
        series, self._series = self._series, None
        if series is None:
            return
        self._begins = False
        self._desktop.end_series()
        self._desktop.leave()
        # On the store lane, so that what is being sealed is counted.
        self._context.lanes.store(lambda: None, lambda _: self._sealing.tell_series(series.link))

    def _cut(self, frame: Grab, chosen: SelectedRegion) -> tuple[Grab, ...]:
        if chosen.whole_screen:
            screen = cut(frame, chosen.region)
            every = len(frame.monitors) > 1 and chosen.region == frame.region
            method = CaptureMethod.ALL_SCREENS if every else CaptureMethod.SCREEN
            return (msgspec.structs.replace(screen, method=method),)
        if not self._keeps_whole_screen():
            return (cut(frame, chosen.region),)
        piece, around = with_context(frame, chosen.region)
        return (piece,) if piece.region == around.region else (piece, around)


def _place(frame: Grab, number: int) -> tuple[int, int, int, int]:
    monitor = frame.monitors[number]
    return monitor.x, monitor.y, monitor.width_px, monitor.height_px
