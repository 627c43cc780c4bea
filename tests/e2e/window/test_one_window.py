"""Starts of the program at the same moment, with one home: one window, and every other start ends well."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.window.desktop import Desktop, a_desktop, until

STARTS = 6


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", 1280, 900) as made:
        yield made


def test_six_starts_at_once_make_one_window_and_a_kill_makes_room(desktop: Desktop) -> None:
    with ExitStack() as stack:
        starts = [
            stack.enter_context(desktop.process(sys.executable, "main.py")) for _ in range(STARTS)
        ]
        until(lambda: still_running(starts) == 1, "five starts have handed over", patience_s=60)
        until(lambda: windows(desktop), "the window is shown", patience_s=60)
        (one,) = [each for each in starts if each.poll() is None]

        assert len(windows(desktop)) == 1
        assert sorted(each.returncode for each in starts if each is not one) == [0] * 5

        one.kill()
        one.wait(10)
        until(lambda: not windows(desktop), "its window is gone")
        begun = time.monotonic()
        stack.enter_context(desktop.process(sys.executable, "main.py"))
        until(lambda: windows(desktop), "the next start has a window", patience_s=30)
        sys.stdout.write(
            f"\nafter a kill the window is there in {time.monotonic() - begun:.1f} s\n"
        )


def still_running(starts: list[subprocess.Popen[bytes]]) -> int:
    return sum(each.poll() is None for each in starts)


def windows(desktop: Desktop) -> list[str]:
    """The program's windows on the screen."""
    return desktop.windows("search", "--onlyvisible", "--name", "^Bevismappe")
