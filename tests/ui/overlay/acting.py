"""What tests of the overlay share: a desktop in memory, a stage that a test plays on, a context around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.actions.open_case import OpenCase
from app.capture import CaptureError, Grab, Region
from app.casework.kinds.capture import CaptureFacts, CaptureScreen, Monitor
from app.ui.overlay.geometry import Pixel
from app.ui.overlay.presenter import OverlayPresenter
from app.ui.overlay.selecting import Selecting
from app.ui.overlay.series import SeriesShown
from tests.fakes.lanes import DirectLanes
from tests.fakes.navigator import FakeActs, FakeNavigator
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.worlds import DANISH, World

LEFT = Monitor(-60, -10, 60, 40, 100, "left")
RIGHT = Monitor(0, 0, 100, 50, 100, "right")


class FakeStage:
    """A desktop without windows; ``told`` is what the presenter asked of it, in order."""

    def __init__(self, screen: FakeScreen) -> None:
        self.screen = screen
        self.told: list[str] = []
        self.wait_ms = 0
        self.later_ms: list[int] = []
        self.waiting: list[Callable[[], None]] = []
        self.pointer: Pixel | None = Pixel(50, 20)
        self.drawn: Selecting | None = None
        self.fault: Exception | None = None
        self.counted: list[int] = []
        self.bar: SeriesShown | None = None
        self.around = False

    def vanish(self) -> int:
        self.told.append("vanish")
        return self.wait_ms

    def later(self, ms: int, act: Callable[[], None]) -> None:
        self.later_ms.append(ms)
        self.waiting.append(act)

    def freeze(self, done: Callable[[Grab], None], failed: Callable[[BaseException], None]) -> None:
        self.told.append("freeze")
        try:
            frame = self.screen.grab_all()
        except CaptureError as error:
            failed(error)
            return
        done(frame)

    def show(self, frame: Grab) -> Pixel | None:
        self.told.append("show")
        if self.fault is not None:
            raise self.fault
        return self.pointer

    def draw(self, selecting: Selecting) -> None:
        self.drawn = selecting

    def count_down(self, seconds: int) -> None:
        self.counted.append(seconds)

    def leave(self, *, stay_away: bool = False) -> None:
        self.told.append("stay away" if stay_away else "leave")

    def go_away(self) -> None:
        self.told.append("go away")

    def show_series(self, shown: SeriesShown, region: Region, *, around: bool) -> None:
        self.bar, self.around = shown, around

    def end_series(self) -> None:
        self.bar = None


class Bench(World):
    """A presenter with everything around it."""

    def __init__(self, folder: Path, case: OpenCase | None) -> None:
        super().__init__(folder)
        self.screen = FakeScreen(self.clock, striped_pixels(160, 60), (LEFT, RIGHT))
        self.desktop = FakeStage(self.screen)
        self.navigator, self.acts = FakeNavigator(), FakeActs()
        self.session = self.make_session()
        self.session.case = case
        self.lanes = DirectLanes(after_store=self.session.publish)
        self.context = self.make_context(
            self.session,
            self.lanes,
            language=DANISH,
            navigator=self.navigator,
            acts=self.acts,
            open_screen=lambda: self.screen,
        )
        self.presenter = OverlayPresenter(
            self.context,
            self.desktop,
            keeps_whole_screen=lambda: self.context.settings.keep_whole_screen,
            new_grab_id=lambda: "ab" * 8,
        )

    def drag(self, start: Pixel, end: Pixel) -> None:
        self.presenter.press(start)
        self.presenter.point(Pixel((start.x + end.x) // 2, (start.y + end.y) // 2))
        self.presenter.release(end)

    def click(self, at: Pixel) -> None:
        self.presenter.press(at)
        self.presenter.release(at)

    def press_toast(self, number: int) -> None:
        """Press a button of the toast shown last."""
        self.acts.toasts[-1].actions[number].act()


def region_of(case: OpenCase, number: int) -> Region:
    """Where an exhibit was taken."""
    exhibit = case.state.exhibit(number)
    assert exhibit is not None
    place, facts = exhibit.screen, exhibit.facts
    assert isinstance(place, CaptureScreen)
    assert isinstance(facts, CaptureFacts)
    return Region(place.x, place.y, facts.width_px, facts.height_px)
