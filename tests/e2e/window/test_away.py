"""A capture while the window is minimised: the message is seen on the screen, takes no focus, and its buttons work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.picture import crop, decode_own_png
from tests.e2e.cards import card
from tests.e2e.displays import window_showing, witness
from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until
from tests.e2e.window.test_real_walk import first_run, is_dimmed, opened, state_of

SCREEN = (1600, 1000)
POST = (1950, 150, 420, 480)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", *SCREEN) as made:
        yield made
