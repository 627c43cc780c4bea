"""The demo's window on a screen of its own: what it tells is what the screen shows."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Self

import mss
import pytest

from tests.e2e.displays import virtual_display
from tests.unit.house.tree import ROOT

PAGE = (0xE9, 0xED, 0xF0)
CARD = (0xFF, 0xFF, 0xFF)
COMMAND = (sys.executable, "-m", "demo.post")
POST = ("--post", "resources/demo/post.toml", "--fonts", "resources/fonts")
NAMES = {"child_name", "cpr", "accusation", "call_privately", "phone"}


@pytest.fixture
def display() -> Iterator[str]:
    """A bare X server, which starts over whenever its last client leaves."""
    with virtual_display(1500, 1400, ["-reset"]) as name:
        yield name


@pytest.fixture
def managed_display() -> Iterator[str]:
    """An X server with a window manager."""
    with virtual_display(1500, 1400) as name:
        manager = subprocess.Popen(["openbox", "--sm-disable"], env=environment(name))
        wait_for_window_manager(name)
        yield name
        manager.terminate()
        manager.wait(10)


def environment(display: str | None, scale: str = "1") -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    chosen = {} if display is None else {"DISPLAY": display}
    return {**kept, **chosen, "QT_SCALE_FACTOR": scale, "LANG": "C.UTF-8"}


def wait_for_window_manager(display: str) -> None:
    for _ in range(100):
        asked = subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"],
            env=environment(display),
            capture_output=True,
            text=True,
            check=False,
        )
        if "window id" in asked.stdout:
            return
        time.sleep(0.1)
    pytest.fail("no window manager came up")


class Running:
    """The window as a process, with the line it told."""

    def __init__(self, display: str, *arguments: str, scale: str = "1") -> None:
        self.process = subprocess.Popen(
            [*COMMAND, *POST, *arguments],
            cwd=ROOT,
            env=environment(display, scale),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self.process.stdout is not None
        ready = select.select([self.process.stdout], [], [], 30)[0]
        self.told = json.loads(self.process.stdout.readline() or "{}") if ready else {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait(10)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()

    def leave(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(10)


class Shot:
    """A picture of the whole screen."""

    def __init__(self, display: str) -> None:
        with mss.MSS(display=display) as screen:
            grab = screen.grab(screen.monitors[0])
        self.width, self.bgra = grab.width, bytes(grab.raw)

    def colour(self, x: int, y: int) -> tuple[int, int, int]:
        at = 4 * (y * self.width + x)
        return self.bgra[at + 2], self.bgra[at + 1], self.bgra[at]

    def inked(self, x: int, y: int, width: int, height: int) -> list[tuple[int, int]]:
        """The dark points of a rectangle."""
        return [
            (i, j)
            for j in range(y, y + height)
            for i in range(x, x + width)
            if sum(self.colour(i, j)) < 400
        ]


@pytest.mark.parametrize("scale", ["1", "2"])
def test_the_told_places_hold_the_words_with_paper_around_them(display: str, scale: str) -> None:
    with Running(display, scale=scale) as window:
        told, shot = window.told, Shot(display)
        assert set(told) == {"x", "y", "width", "height", "places"}
        assert set(told["places"]) == NAMES
        assert shot.colour(told["x"], told["y"] + told["height"] - 1) == PAGE
        for x, y, width, height in told["places"].values():
            left, top = told["x"] + x, told["y"] + y
            assert shot.inked(left, top, width, height)
            for row in (top, top + height - 1):
                assert {shot.colour(left + i, row) for i in range(width)} == {CARD}
            assert {shot.colour(left, top + j) for j in range(height)} == {CARD}
        assert window.leave() == 0


def test_the_window_stands_where_it_was_asked_to(display: str) -> None:
    with Running(display, "--x", "123", "--y", "45", "--width", "560") as window:
        told, shot = window.told, Shot(display)
        assert (told["x"], told["y"], told["width"]) == (123, 45, 560)
        assert shot.colour(123 + 2, 45 + told["height"] - 2) == PAGE
        assert shot.colour(122, 45 + told["height"] - 2) == (0, 0, 0)


def test_a_window_managers_frame_is_not_part_of_the_content(managed_display: str) -> None:
    with Running(managed_display, "--x", "100", "--y", "100") as window:
        told, shot = window.told, Shot(managed_display)
        assert told["y"] > 100
        assert shot.colour(told["x"], told["y"]) == CARD
        assert shot.colour(told["x"], told["y"] + told["height"] - 1) == PAGE
        assert shot.colour(told["x"] - 1, told["y"] + told["height"] - 1) != PAGE
        assert shot.inked(
            told["x"] + told["places"]["cpr"][0], told["y"] + told["places"]["cpr"][1], 40, 30
        )
        assert window.leave() == 0


def test_short_phrases_stay_on_one_line_when_the_window_is_narrow(display: str) -> None:
    with Running(display, "--width", "420") as window:
        heights = {name: window.told["places"][name][3] for name in NAMES}
        assert heights["child_name"] == heights["cpr"] == heights["phone"] < 40


def test_it_stays_until_it_is_asked_to_go(display: str) -> None:
    with Running(display) as window:
        assert window.process.poll() is None
        window.process.send_signal(signal.SIGTERM)
        assert window.process.wait(10) == 0


def test_a_window_that_is_not_wholly_on_the_screen_says_so(display: str) -> None:
    with Running(display, "--x", "1300") as window:
        assert window.told == {}
        assert window.process.wait(20) == 4
        assert window.process.stderr is not None
        assert b"does not fit" in window.process.stderr.read()


@pytest.mark.parametrize("missing", [None, ":9999"])
def test_without_a_screen_it_says_so_and_does_not_abort(missing: str | None) -> None:
    done = subprocess.run(
        [*COMMAND, *POST],
        cwd=ROOT,
        env=environment(missing),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 3
    assert "X screen" in done.stderr
    assert done.stdout == ""
