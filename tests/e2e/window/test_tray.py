"""The icon beside the clock on a real desktop with a real tray: its menu, each of its lines, and a closed window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.ui.tray.icon import LINES
from tests.e2e.cards import card
from tests.e2e.displays import window_showing
from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until
from tests.e2e.window.spot import Spot
from tests.e2e.window.test_real_walk import first_run

SCREEN = (2400, 1000)
POST = (1950, 150, 420, 480)
_ICON_AT_MOST_PX = 64
_PRESS_AGAIN_S = 3.0
_LOOK_EVERY_S = 0.05


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", *SCREEN) as made:
        yield made


def test_each_line_of_the_menu_does_its_own_while_another_program_is_in_front(
    desktop: Desktop,
) -> None:
    with ExitStack() as stack:
        stack.enter_context(a_tray(desktop))
        program = stack.enter_context(the_program(desktop))
        first_run(desktop)
        x, y, width, height = POST
        shown = card(width, height)
        stack.enter_context(window_showing(desktop.display, shown, x=x, y=y))
        spot = Spot(desktop, POST)

        choose(desktop, "Take screenshot")
        spot.freezes()
        desktop.drag((x, y), (x + width - 1, y + height - 1))
        until(lambda: told(desktop, 1), "the picture is sealed")

        choose(desktop, "Same area again")
        until(lambda: told(desktop, 2), "the same area is sealed once more")

        choose(desktop, "Hide now")
        until(lambda: not visible(desktop, "^Bevismappe"), "the window is covered")
        # Its menu is there while everything else is covered.
        choose(desktop, "Take screenshot")
        spot.freezes()
        desktop.key("Escape")
        choose(desktop, "Open Bevismappe", covered=True)
        desktop.key("F9")
        until(lambda: visible(desktop, "^Bevismappe"), "the window is seen again")

        choose(desktop, "Quit")
        until(lambda: program.poll() is not None, "the program has ended")
        assert program.returncode == 0


def test_a_closed_window_goes_on_beside_the_clock_only_where_that_is_chosen(
    desktop: Desktop,
) -> None:
    with ExitStack() as stack:
        stack.enter_context(a_tray(desktop))
        program = stack.enter_context(the_program(desktop))
        first_run(desktop)
        desktop.key("ctrl+comma")
        desktop.click(say("Search in the settings"))
        desktop.type("ved uret")
        desktop.click(say("Go on beside the clock"), "check box")
        close_window(desktop)
        until(lambda: not visible(desktop, "^Bevismappe"), "the window is closed")
        assert program.poll() is None
        stack.enter_context(window_showing(desktop.display, card(*POST[2:]), x=POST[0], y=POST[1]))
        spot = Spot(desktop, POST)
        desktop.key("ctrl+shift+F8")
        spot.freezes()
        desktop.key("Return")
        until(lambda: told(desktop, 1), "the screen is sealed")
        assert program.poll() is None

        choose(desktop, "Open Bevismappe")
        until(lambda: visible(desktop, "^Bevismappe"), "the window is open again")
        desktop.key("ctrl+q")
        until(lambda: program.poll() is not None, "the program has ended")
        assert program.returncode == 0


def test_without_a_tray_closing_the_window_ends_the_program_whatever_was_chosen(
    desktop: Desktop,
) -> None:
    folder = desktop.home / "config" / "Bevismappe"
    folder.mkdir(parents=True)
    (folder / "settings.ini").write_text("[window]\nstays_in_tray = yes\n", encoding="utf-8")
    with the_program(desktop) as program:
        first_run(desktop)
        desktop.key("ctrl+comma")
        desktop.click(say("Search in the settings"))
        desktop.type("ikonet")
        desktop.find(
            say("This desktop has no place for the icon: closing the window ends the program.")
        )
        close_window(desktop)
        until(lambda: program.poll() is not None, "the program has ended")
        assert program.returncode == 0


@contextmanager
def a_tray(desktop: Desktop) -> Iterator[None]:
    words = "--edge bottom --align right --SetDockType true --widthtype request --height 24"
    with desktop.process("trayer", *words.split()):
        until(lambda: desktop.windows("search", "--class", "trayer"), "there is a tray")
        yield


def choose(desktop: Desktop, line: str, *, covered: bool = False) -> None:
    """Press the icon with the right button, and go to a line of its menu by keys; they pass what is not offered."""
    x, y = until(lambda: icon_of(desktop), "the icon is in the tray")
    until(lambda: not has_menu(desktop), "the menu of before is gone")

    def shown() -> bool:
        # What just covered the windows may close a menu that is opened in that moment: one presses again, as people do.
        desktop.windows("mousemove", str(x), str(y), "click", "3")
        limit = time.monotonic() + _PRESS_AGAIN_S
        while not (there := has_menu(desktop)) and time.monotonic() < limit:
            time.sleep(_LOOK_EVERY_S)
        return there

    until(shown, "the menu is shown")
    offered = [each.label for each in LINES if not (covered and each.name == "hide")]
    for _ in range(1 + offered.index(line)):
        desktop.key("Down")
    desktop.key("Return")


def has_menu(desktop: Desktop) -> bool:
    """The menu is the program's one window without a title that is larger than its icon."""
    return any(
        desktop.windows("getwindowname", each) == ["bevismappe"]
        and size_of(desktop, each)[0] > _ICON_AT_MOST_PX
        for each in desktop.windows("search", "--onlyvisible", "--class", "bevismappe")
    )


def icon_of(desktop: Desktop) -> tuple[int, int] | None:
    """The middle of the tray, which holds one icon."""
    for number in desktop.windows("search", "--onlyvisible", "--class", "trayer"):
        width, height, x, y = size_of(desktop, number)
        if width >= height > 0:
            return x + width // 2, y + height // 2
    return None


def size_of(desktop: Desktop, number: str) -> tuple[int, int, int, int]:
    """Width, height and place of a window; all 0 for one that is gone."""
    told = dict(
        line.split("=")
        for line in desktop.windows("getwindowgeometry", "--shell", number)
        if "=" in line
    )
    width, height, x, y = (int(told.get(each, "0")) for each in ("WIDTH", "HEIGHT", "X", "Y"))
    return width, height, x, y


def close_window(desktop: Desktop) -> None:
    """As its button in the title bar does."""
    desktop.key("alt+F4")


def visible(desktop: Desktop, name: str) -> bool:
    return bool(desktop.windows("search", "--onlyvisible", "--name", name))


def told(desktop: Desktop, number: int) -> bool:
    ending = say("Exhibit {number}", number=number)
    return any(ending in each for each in desktop.top())
