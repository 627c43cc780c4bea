"""A capture while the window is minimised: the message is seen on the screen, takes no focus, and its buttons work."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.picture import Pixels, crop, decode_own_png
from tests.e2e.cards import card
from tests.e2e.displays import window_showing, witness
from tests.e2e.window.desktop import START, Desktop, a_desktop, say, the_program, until
from tests.e2e.window.names import Node
from tests.e2e.window.test_real_walk import first_run, opened, state_of
from tests.posix import SIGCONT, SIGSTOP

SCREEN = (1600, 1000)
_LATE_S = 2.0


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", *SCREEN) as made:
        yield made


def test_a_capture_while_minimised_is_told_on_the_screen(desktop: Desktop) -> None:
    width, height = SCREEN
    # The screen's own ground, which the X server paints again at once where something was taken away.
    subprocess.run(["xsetroot", "-mod", "16", "16"], env=desktop.environment, check=True)
    with the_program(desktop) as program:
        phrase = first_run(desktop)
        window = desktop.windows("search", "--onlyvisible", "--name", "^Bevismappe")[0]
        with window_showing(desktop.display, card(700, 500), managed=True) as reading:
            (page,) = until(
                lambda: desktop.windows("search", "--onlyvisible", "--pid", str(reading.pid)),
                "the page is shown",
            )
            desktop.windows("windowminimize", "--sync", window)
            desktop.windows("windowactivate", "--sync", page)
            until(lambda: desktop.windows("getactivewindow") == [page], "somebody reads the page")
            shown = Pixels(width, height, witness(desktop.display, (0, 0, width, height)))

            capture(desktop, (100, 120), (499, 419))
            toast = the_message(desktop, 1).place
            x, y, wide, tall = toast
            assert desktop.windows("getactivewindow") == [page]
            assert (x + wide, y + tall) == (width - 24, height - 24)
            assert witness(desktop.display, toast) != crop(shown, *toast).rgb

            # The message itself lies in the next field, and is not in its picture: not on a machine either that has
            # so much to do that the window manager is late.
            with late(desktop.window_manager):
                capture(desktop, (x - 10, y - 10), (x + wide - 1, y + tall - 1))
            (button,) = (
                each
                for each in the_message(desktop, 2).walk()
                if each.name == say("Add link and note")
            )
            assert desktop.windows("search", "--onlyvisible", "--name", "– ") == []
            desktop.click_on(button)
            desktop.find(say("Save and lock"), "push button")
            until(lambda: desktop.windows("getactivewindow") == [window], "our window is used")
        desktop.key("ctrl+q")
        until(lambda: program.poll() is not None, "the program has ended")

    (vault,) = (desktop.home / "Documents").rglob("*.bevismappe")
    with opened(desktop, vault, phrase) as kept:
        _first, second = state_of(kept).exhibits
        with kept.open_object(second.original) as source:
            expected = crop(shown, x - 10, y - 10, wide + 10, tall + 10)
            assert decode_own_png(source.read()) == expected


@contextmanager
def late(window_manager: subprocess.Popen[bytes]) -> Iterator[None]:
    """Hold up a window manager for two seconds: what was hidden stands on the screen until it has seen to it."""
    window_manager.send_signal(SIGSTOP)
    goes_on = threading.Timer(_LATE_S, window_manager.send_signal, (SIGCONT,))
    goes_on.start()
    try:
        yield
    finally:
        goes_on.join()


def capture(desktop: Desktop, start: tuple[int, int], end: tuple[int, int]) -> None:
    """A second start asks the running program for a capture; then a drag."""
    with desktop.process(sys.executable, *START, "--capture") as asking:
        assert asking.wait(30) == 0
    desktop.find(say("Choose a field on screen {number}", number=1))
    desktop.drag(start, end)


def the_message(desktop: Desktop, number: int) -> Node:
    """The message that tells of an exhibit, as soon as it is shown."""
    ending = say("Exhibit {number}", number=number)

    def look() -> Node | None:
        return next((each for each in desktop.tree().inside if ending in each.name), None)

    return until(look, f"the screen tells of {ending}", lambda: str(desktop.names()))
