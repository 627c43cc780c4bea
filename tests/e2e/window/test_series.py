"""A series on a real screen: the thread is read in its own program all the while, and ends in one form."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.capture import open_screen
from app.casework import in_series
from app.casework.kinds.incident import INCIDENT
from app.clock import SystemClock
from app.vocabulary import SeriesFit
from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until
from tests.e2e.window.test_hotkey import in_front
from tests.e2e.window.test_real_walk import first_run, opened, state_of
from tests.e2e.window.test_tray import a_tray, choose, visible
from tests.worlds import DANISH

SCREEN = (1600, 1000)
THREAD = (500, 60, 900, 700)
AREA = (520, 120, 800, 600)
"""What is captured of the thread."""
TITLE = "En lang tråd"
KEYS = "ctrl+shift+F8"
MOST_GESTURES = 5
_SOURCE = Path(__file__).with_name("thread_source.py")


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", *SCREEN) as made:
        yield made


def test_four_screens_and_one_form_take_five_gestures_after_the_first_region(
    desktop: Desktop,
) -> None:
    with ExitStack() as stack:
        program = stack.enter_context(the_program(desktop))
        phrase = first_run(desktop)
        thread = stack.enter_context(a_thread(desktop))
        desktop.key(KEYS)
        frozen(desktop)
        x, y, width, height = AREA
        desktop.drag((x, y), (x + width - 1, y + height - 1))
        desktop.find(say("Go on as a series"))

        gestures = 1
        desktop.click(say("Go on as a series"))
        sealed(desktop, 1)
        reads_on(desktop)
        for number in range(2, 5):
            scroll(desktop, thread)
            gestures += 1
            desktop.key(KEYS)
            sealed(desktop, number)
            reads_on(desktop)
        framed(desktop)
        gestures += 1
        desktop.click(say("Done"))
        until(
            lambda: in_front(desktop).startswith("Bevismappe"),
            "our window is in front",
            lambda: in_front(desktop),
        )
        desktop.find(say("About the post in Exhibit {number}", number="1–4"))
        assert gestures <= MOST_GESTURES
        desktop.type("https://nabolaget.example/opslag/88120")
        desktop.click(say("Save and lock"))
        until(lambda: told_saved(desktop), "the form is sealed")
        desktop.key("ctrl+q")
        until(lambda: program.poll() is not None, "the program has ended")
    check(desktop, phrase, incidents=1)


def test_a_series_is_begun_from_the_icon_and_ended_by_opening_the_program(
    desktop: Desktop,
) -> None:
    with ExitStack() as stack:
        stack.enter_context(a_tray(desktop))
        program = stack.enter_context(the_program(desktop))
        phrase = first_run(desktop)
        thread = stack.enter_context(a_thread(desktop))
        choose(desktop, "Take a series")
        frozen(desktop)
        x, y, width, height = AREA
        desktop.drag((x, y), (x + width - 1, y + height - 1))
        sealed(desktop, 1)
        reads_on(desktop)
        for number in range(2, 5):
            scroll(desktop, thread)
            choose(desktop, "Take screenshot")
            sealed(desktop, number)
        choose(desktop, "Open Bevismappe")
        until(
            lambda: in_front(desktop).startswith("Bevismappe"),
            "our window is in front",
            lambda: in_front(desktop),
        )
        desktop.find(say("About the post in Exhibit {number}", number="1–4"))
        desktop.key("ctrl+q")
        until(lambda: program.poll() is not None, "the program has ended")
    check(desktop, phrase, incidents=0)


@contextmanager
def a_thread(desktop: Desktop) -> Iterator[str]:
    """The thread in its own program, with the focus; gives its window's number."""
    words = [sys.executable, str(_SOURCE), *map(str, THREAD), TITLE]
    running = subprocess.Popen(words, env=desktop.environment, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        running.stdout.readline()
        number = until(
            lambda: desktop.windows("search", "--onlyvisible", "--name", TITLE), "the thread stands"
        )[0]
        desktop.windows("windowactivate", number)
        until(lambda: in_front(desktop) == TITLE, "the thread has the focus")
        yield number
    finally:
        running.kill()
        running.wait(10)
        if running.stdout is not None:
            running.stdout.close()


def frozen(desktop: Desktop) -> None:
    until(
        lambda: desktop.windows("search", "--onlyvisible", "--name", say("Choose a field")),
        "the screen is frozen",
    )


def scroll(desktop: Desktop, thread: str) -> None:
    """Read on, in the thread's own window: its focus must still be there."""
    assert in_front(desktop) == TITLE
    desktop.windows("key", "Next")
    time.sleep(0.4)
    assert thread


def sealed(desktop: Desktop, count: int) -> None:
    one, many = (
        "Series: {count} picture saved and locked",
        "Series: {count} pictures saved and locked",
    )
    words = DANISH.plural(one, many, count)
    until(
        lambda: any(words in each for each in desktop.names()), words, lambda: str(desktop.names())
    )


def reads_on(desktop: Desktop) -> None:
    """The thread has the focus, and our window does not stand in front of it."""
    until(lambda: in_front(desktop) == TITLE, "the thread has the focus", lambda: in_front(desktop))
    assert not visible(desktop, "^Bevismappe")


def framed(desktop: Desktop) -> None:
    """A dashed line stands around what is taken, and on none of it."""
    x, y, width, _ = AREA
    screen = open_screen(desktop.environment, SystemClock(), platform="linux")
    try:
        rgb = screen.grab_region(x, y - 3, width, 4).pixels.rgb
    finally:
        screen.close()
    rows = [rgb[3 * width * row : 3 * width * (row + 1)] for row in range(4)]
    colours = [{row[at : at + 3] for at in range(0, len(row), 3)} for row in rows]
    dashes = {bytes.fromhex("FFFFFF"), bytes.fromhex("0B5C6B")}
    assert colours[0] == colours[1] == dashes
    assert bytes.fromhex("0B5C6B") not in colours[2] | colours[3]


def told_saved(desktop: Desktop) -> bool:
    words = say("The post’s details are saved and locked")
    return any(words in each for each in desktop.top())


def check(desktop: Desktop, phrase: str, *, incidents: int) -> None:
    """What is in the vault: four pictures in their order, each overlapping the one before."""
    (vault,) = (desktop.home / "Documents").rglob("*.bevismappe")
    with opened(desktop, vault, phrase) as kept:
        state = state_of(kept)
        found = [in_series(state, each) for each in state.exhibits]
    assert [each.short if each else "" for each in found] == ["1/4", "2/4", "3/4", "4/4"]
    assert {each.fit for each in found[1:] if each} == {SeriesFit.OVERLAPS}
    made = state.of(INCIDENT)
    assert len(made) == incidents
    for incident in made:
        assert incident.current.facts.exhibits == tuple(each.original for each in state.exhibits)
