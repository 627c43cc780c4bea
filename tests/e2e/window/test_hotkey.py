"""The key that works in every program, on a real desktop: pressed while another program has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.capture import KeyGrab, open_keys
from tests.e2e.cards import card
from tests.e2e.displays import environment_of, window_showing
from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until
from tests.e2e.window.spot import Spot
from tests.e2e.window.test_real_walk import POST, SCREEN, first_run

KEYS = "ctrl+shift+F8"
TITLE = "Et andet program"


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", *SCREEN) as made:
        yield made


def test_the_key_freezes_the_screen_over_another_program_which_has_the_focus_after(
    desktop: Desktop,
) -> None:
    with ExitStack() as stack:
        stack.enter_context(the_program(desktop))
        desktop.click(say("Go on"))
        desktop.find(say("Press {keys} now", keys="Ctrl+Skift+F8"))
        desktop.key(KEYS)
        desktop.find(say("✓ It works. The keys came."))
        desktop.click(say("Back"))
        first_run(desktop)
        another_program(desktop, stack)
        spot = Spot(desktop, POST)
        desktop.key(KEYS)
        spot.freezes()
        desktop.key("Escape")
        spot.is_plain()
        until(lambda: in_front(desktop) == TITLE, "the other program has the focus again")
        heard(desktop)

        desktop.key(KEYS)
        spot.freezes()
        x, y, width, height = POST
        desktop.drag((x, y), (x + width - 1, y + height - 1))
        sealed_as(desktop, 1)
        until(lambda: in_front(desktop) == TITLE, "the other program has the focus again")


def test_a_key_that_another_program_holds_is_told_and_can_be_changed(desktop: Desktop) -> None:
    other = open_keys(environment_of(desktop.display))
    try:
        assert other.grab("F8", ctrl=True, shift=True, alt=False) is KeyGrab.HELD
        with ExitStack() as stack:
            stack.enter_context(the_program(desktop))
            desktop.click(say("Go on"))
            taken = say("Another program uses {keys}. Choose other keys.", keys="Ctrl+Skift+F8")
            desktop.find(taken)
            desktop.click(say("Back"))
            first_run(desktop)
            desktop.key("ctrl+comma")
            desktop.find(taken)
            desktop.click(say("Shortcut: {keys}", keys="Ctrl+Skift+F8"))
            desktop.find(say("Shortcut: {keys}", keys=say("Press the new keys …")))
            desktop.key("alt+shift+k")
            desktop.find(say("It works, also while another program is in front."))
            stack.enter_context(
                window_showing(desktop.display, card(*POST[2:]), x=POST[0], y=POST[1])
            )
            spot = Spot(desktop, POST)
            desktop.key("alt+shift+k")
            spot.freezes()
            desktop.key("Escape")
            spot.is_plain()
    finally:
        other.close()


def another_program(desktop: Desktop, stack: ExitStack) -> None:
    """A window of another program, with the focus."""
    x, y, width, height = POST
    shown = card(width, height)
    window = window_showing(desktop.display, shown, x=x, y=y, title=TITLE, managed=True)
    running = stack.enter_context(window)
    (number,) = until(
        lambda: desktop.windows("search", "--pid", str(running.pid)), "the other program is there"
    )[-1:]
    desktop.windows("windowactivate", number)
    until(
        lambda: in_front(desktop) == TITLE,
        "the other program has the focus",
        lambda: in_front(desktop),
    )
    heard(desktop)


def heard(desktop: Desktop) -> None:
    """Wait until our window has heard that another one is in front; nobody presses a key sooner."""
    desktop.find(say("Take screenshot"))


def in_front(desktop: Desktop) -> str:
    return " ".join(desktop.windows("getactivewindow", "getwindowname"))


def sealed_as(desktop: Desktop, number: int) -> None:
    ending = say("Exhibit {number}", number=number)
    until(lambda: any(ending in each for each in desktop.top()), "the picture is sealed")
