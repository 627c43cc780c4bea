"""What is noted of the Windows desktop, with a Windows that answers as the real one does."""

from __future__ import annotations

import msgspec
import pytest

from app.capture import ActiveWindow, NoDisplayError, ScreenFaultError
from app.capture.frame import Region
from app.capture.windows import FoundMonitor, WindowsDesk
from app.casework.kinds.capture import Monitor

OURS = 4711
CHROME = "C:\\Users\\Bo Æble\\AppData\\Local\\Google\\Chrome\\chrome.exe"


class Shown(msgspec.Struct):
    """A window, the topmost first."""

    title: str
    process: int
    seen: bool = True
    class_name: str = "Chrome_WidgetWin_1"


class FakeWindows:
    """Windows 11 with these windows, numbered from 1; the first one is in front."""

    def __init__(self, *windows: Shown, monitors: list[FoundMonitor] | None = None) -> None:
        self.windows = windows
        self.found = monitors or []
        self.fault: OSError | None = None
        self.asked_for_pixels = False
        self.places: dict[int, Region] = {}
        self.images = {1: CHROME, 2: "D:\\Spil.exe", OURS: "C:\\Bevismappe.exe"}

    def see_physical_pixels(self) -> None:
        self.asked_for_pixels = True

    def monitors(self) -> list[FoundMonitor]:
        if self.fault is not None:
            raise self.fault
        assert self.asked_for_pixels, "scaled places would have been told"
        return self.found

    def own_process(self) -> int:
        return OURS

    def foreground(self) -> int:
        return 1 if self.windows else 0

    def below(self, window: int) -> int:
        return window + 1 if window < len(self.windows) else 0

    def process(self, window: int) -> int:
        return self.windows[window - 1].process

    def is_seen(self, window: int) -> bool:
        return self.windows[window - 1].seen

    def class_of(self, window: int) -> str:
        return self.windows[window - 1].class_name

    def title(self, window: int) -> str:
        shown = self.windows[window - 1]
        assert shown.process != OURS, "our own thread would be asked, and it may wait for us"
        return shown.title

    def bounds(self, window: int) -> Region | None:
        return self.places.get(window)

    def image(self, process: int) -> str:
        return self.images.get(process, "")


def told(*windows: Shown) -> ActiveWindow:
    """What is told of the window in front, but for its number."""
    found = WindowsDesk(FakeWindows(*windows)).active_window()
    return msgspec.structs.replace(found, number=0)


POST = Shown("Opslag – Facebook", 1)
MAIN = Shown("Bevismappe", OURS)


def test_screens_are_told_in_physical_pixels_with_their_scale_and_without_the_devices_path() -> (
    None
):
    found = [
        FoundMonitor(0, 0, 3840, 2160, "\\\\.\\DISPLAY1", 144),
        FoundMonitor(-1920, -200, 0, 880, "\\\\.\\DISPLAY2\x07", 96),
        FoundMonitor(3840, 0, 5120, 1024, "", 0),
    ]
    assert WindowsDesk(FakeWindows(monitors=found)).monitors() == (
        Monitor(0, 0, 3840, 2160, 150, "DISPLAY1"),
        Monitor(-1920, -200, 1920, 1080, 100, "DISPLAY2"),
        Monitor(3840, 0, 1280, 1024, 0, ""),
    )


def test_no_screen_and_a_windows_that_does_not_tell_are_errors_of_ours() -> None:
    windows = FakeWindows()
    with pytest.raises(NoDisplayError):
        WindowsDesk(windows).monitors()
    windows.fault = OSError(5, "Access denied")
    with pytest.raises(ScreenFaultError):
        WindowsDesk(windows).monitors()


def test_the_window_in_front_is_told_with_its_programs_name_and_no_path() -> None:
    assert told(POST, MAIN) == ActiveWindow("Opslag – Facebook", "chrome.exe")
    assert told(Shown("Spil", 2)) == ActiveWindow("Spil", "Spil.exe")


def test_the_number_of_the_window_is_told_so_that_the_focus_can_be_given_back() -> None:
    windows = FakeWindows(POST, MAIN)
    assert WindowsDesk(windows).active_window().number == windows.foreground()


def test_where_the_window_stands_is_told() -> None:
    windows = FakeWindows(POST, MAIN)
    windows.places[1] = Region(-8, 0, 1200, 900)
    assert WindowsDesk(windows).active_window().place == Region(-8, 0, 1200, 900)


def test_a_program_that_may_not_be_looked_at_is_not_told() -> None:
    assert told(Shown("Jobliste", 9)) == ActiveWindow("Jobliste", "")


@pytest.mark.parametrize(
    "between",
    [
        (),
        (Shown("Vores dialog", OURS),),
        (Shown("Minimeret", 2, seen=False), Shown("", OURS)),
    ],
)
def test_of_ours_in_front_the_next_one_below_that_is_not_ours_is_told(
    between: tuple[Shown, ...],
) -> None:
    assert told(MAIN, *between, POST, Shown("Spil", 2)) == ActiveWindow(POST.title, "chrome.exe")


@pytest.mark.parametrize(
    "below",
    [
        (),
        (Shown("Program Manager", 3, class_name="Progman"), POST),
        (Shown("", 3, class_name="Shell_TrayWnd"),),
        (Shown("Minimeret", 2, seen=False),),
    ],
)
def test_with_only_the_desktop_below_ours_no_window_is_told(below: tuple[Shown, ...]) -> None:
    assert told(MAIN, *below) == ActiveWindow()


def test_without_a_window_in_front_none_is_told() -> None:
    assert told() == ActiveWindow()


def test_a_title_steers_nothing_and_ends_somewhere() -> None:
    nasty = told(Shown("a\nb\x1b[31m" + "x" * 9000, 1)).title
    assert nasty.startswith("a b [31mxxx")
    assert len(nasty) == 4096


def test_a_circle_of_our_own_windows_ends() -> None:
    windows = FakeWindows(MAIN)
    windows.below = lambda window: window  # type: ignore[method-assign]
    assert WindowsDesk(windows).active_window() == ActiveWindow()
