from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.capture import Screen, open_screen
from app.clock import SystemClock
from tests.e2e.displays import environment_of, two_monitors, virtual_display


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """One screen of 1920 x 1080, black and without a window manager."""
    with virtual_display() as name:
        yield name


@pytest.fixture(scope="module")
def wide_display() -> Iterator[str]:
    """Two monitors side by side: 1920 x 1080 and 1280 x 1080."""
    with virtual_display(3200, 1080) as name:
        two_monitors(name)
        yield name


@pytest.fixture
def screen(display: str) -> Iterator[Screen]:
    opened = open_screen(environment_of(display), SystemClock(), platform="linux")
    yield opened
    opened.close()


@pytest.fixture
def wide_screen(wide_display: str) -> Iterator[Screen]:
    opened = open_screen(environment_of(wide_display), SystemClock(), platform="linux")
    yield opened
    opened.close()
