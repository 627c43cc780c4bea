"""The overlay on two real monitors, with a hand that drags: what is sealed is what the screen showed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.picture import Pixels, crop, decode_own_png
from tests.e2e.cards import card
from tests.e2e.displays import environment_of, two_monitors, virtual_display, window_showing
from tests.unit.house.tree import ROOT

CHILD = Path(__file__).with_name("real_screens_child.py")
CARD = card(3200, 1080)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Two monitors side by side, 1920 and 1280 wide, with a card over both and a window manager."""
    with virtual_display(3200, 1080) as name:
        two_monitors(name)
        manager = subprocess.Popen(["openbox", "--sm-disable"], env=environment_of(name))
        try:
            with window_showing(name, CARD):
                yield name
        finally:
            manager.terminate()
            manager.wait()


@contextmanager
def overlay(display: str, folder: Path, *words: str, scales: str = "") -> Iterator[list[str]]:
    """Run the program until the overlay is shown; at the end, what it said."""
    environment = environment_of(display) | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"}
    if scales:
        environment["QT_SCREEN_SCALE_FACTORS"] = scales
    program = subprocess.Popen(
        [sys.executable, str(CHILD), str(folder), *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    said: list[str] = []
    try:
        for line in program.stdout or ():
            said.append(line.strip())
            if line.startswith("shown"):
                break
        yield said
        rest, complaints = program.communicate(timeout=60)
        said += rest.splitlines()
        assert program.returncode == 0, complaints
    finally:
        program.kill()
        program.communicate()


def do(display: str, *words: str) -> None:
    subprocess.run(["xdotool", *words], env=environment_of(display), check=True, timeout=30)


def drag(display: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    do(display, "mousemove", *map(str, start), "sleep", "0.1", "mousedown", "1")
    middle = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
    do(display, "mousemove", *map(str, middle), "mousemove", *map(str, end), "sleep", "0.1")
    do(display, "mouseup", "1")


def sealed(folder: Path) -> Pixels:
    return decode_own_png((folder / "1.png").read_bytes())


@pytest.mark.parametrize("scales", ["", "left=1.5;right=1", "left=1;right=1.25"])
@pytest.mark.parametrize(
    ("start", "end"),
    [((333, 217), (1018, 901)), ((3103, 950), (2001, 101)), ((1800, 300), (2100, 700))],
    ids=["left", "right, backwards", "over both"],
)
def test_a_dragged_field_is_sealed_pixel_for_pixel(
    display: str, tmp_path: Path, start: tuple[int, int], end: tuple[int, int], scales: str
) -> None:
    with overlay(display, tmp_path, scales=scales) as said:
        drag(display, start, end)
    x, y = min(start[0], end[0]), min(start[1], end[1])
    width, height = abs(start[0] - end[0]) + 1, abs(start[1] - end[1]) + 1
    assert said[0].startswith("shown 2")
    assert said[1].startswith("grabbed")
    assert said[2].startswith("toast")
    assert sealed(tmp_path) == crop(CARD, x, y, width, height)


def test_the_keyboard_reaches_the_overlay_at_once(display: str, tmp_path: Path) -> None:
    do(display, "mousemove", "2500", "500")
    with overlay(display, tmp_path) as said:
        do(display, "key", "Return")
    assert said[1].startswith("grabbed")
    assert sealed(tmp_path) == crop(CARD, 1920, 0, 1280, 1080)


def test_own_window_is_never_in_the_picture_and_comes_back(display: str, tmp_path: Path) -> None:
    do(display, "mousemove", "500", "500")
    with overlay(display, tmp_path, "own") as said:
        do(display, "key", "Return")
    assert sealed(tmp_path) == crop(CARD, 0, 0, 1920, 1080)
    assert said[1] == "grabbed, own window True"
