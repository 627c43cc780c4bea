"""A picture stands in for the screen: what is taken of it is the picture itself."""

from __future__ import annotations

import pytest

from app.capture import ActiveWindow, StillScreen, UnknownScreenError
from tests.fakes.clock import FakeClock
from tests.fakes.screen import striped_pixels

PICTURE = striped_pixels(30, 20)


def still() -> StillScreen:
    return StillScreen(PICTURE, ActiveWindow("Et opslag", "example"), FakeClock())


def test_its_place_shows_the_picture_pixel_for_pixel_with_plain_ground_around() -> None:
    screen = still()
    piece, around = screen.grab_with_context(screen.place)
    assert piece.pixels == PICTURE == screen.grab_region(*screen.place).pixels
    assert around.pixels == screen.grab_all().pixels == screen.grab_screen(1).pixels
    assert around.context
    assert not around.one_colour
    assert screen.grab_region(0, 0, 40, 40).one_colour
    assert piece.platform == "still"


def test_it_has_one_screen() -> None:
    (monitor,) = still().monitors()
    assert (monitor.width_px, monitor.height_px) == (190, 180)
    with pytest.raises(UnknownScreenError):
        still().grab_screen(2)
