"""A second start hands its wish to the window that runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.single import Doorbell, Wish, hand_over, meeting_place

ROOT = Path(__file__).parents[2]
RING = """
import sys
from app.ui.single import Wish, hand_over
sys.exit(0 if hand_over(sys.argv[1], Wish(sys.argv[2])) else 7)
"""


@pytest.fixture
def doorbell(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Doorbell, str]]:
    place = meeting_place(tmp_path / "settings.ini")
    made = Doorbell(place)
    yield made, place
    made.close()
    made.deleteLater()


def ring(place: str, wish: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RING, place, wish], cwd=ROOT)


def test_a_wish_reaches_the_running_window(doorbell: tuple[Doorbell, str], qtbot: QtBot) -> None:
    bell, place = doorbell
    with qtbot.waitSignal(bell.rung, timeout=10_000) as heard:
        start = ring(place, Wish.CAPTURE)
    qtbot.waitUntil(lambda: start.poll() is not None, timeout=10_000)

    assert heard.args == ["capture"]
    assert start.returncode == 0


def test_where_nobody_answers_the_start_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    assert not hand_over(meeting_place(tmp_path / "other.ini"), Wish.SHOW)


def test_each_profile_has_a_meeting_place_of_its_own(tmp_path: Path) -> None:
    first, second = (meeting_place(tmp_path / name / "settings.ini") for name in "ab")

    assert first != second
    assert str(tmp_path) not in first
