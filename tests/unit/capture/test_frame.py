from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture import (
    BlackPictureError,
    EmptyRegionError,
    NoDisplayError,
    OffScreenError,
    Region,
    UnknownScreenError,
    WaylandError,
    cut,
    open_screen,
    with_context,
)
from app.casework.kinds.capture import Monitor
from app.clock import Moment, SystemClock
from app.picture import Pixels, crop
from app.vocabulary import CaptureMethod
from tests.fakes.screen import FakeScreen, striped_pixels

LEFT = Monitor(0, 0, 64, 48, 100, "left")
RIGHT = Monitor(64, 0, 40, 30, 100, "right")
ABOVE = Monitor(-20, -30, 50, 30, 200, "above")


class StillClock:
    def now(self) -> Moment:
        return Moment(datetime(2026, 11, 23, 12, tzinfo=UTC), 5, "boot")


def screen_of(*monitors: Monitor) -> FakeScreen:
    left = min(m.x for m in monitors)
    top = min(m.y for m in monitors)
    right = max(m.x + m.width_px for m in monitors)
    bottom = max(m.y + m.height_px for m in monitors)
    return FakeScreen(StillClock(), striped_pixels(right - left, bottom - top), monitors)


@given(st.integers(-90, 130), st.integers(-90, 130), st.integers(1, 150), st.integers(1, 150))
def test_a_region_shows_what_of_it_lies_on_the_desktop_and_says_where(
    x: int, y: int, width_px: int, height_px: int
) -> None:
    screen = screen_of(LEFT, RIGHT, ABOVE)
    frame = screen.grab_all()
    touches = any(
        x < m.x + m.width_px
        and m.x < x + width_px
        and y < m.y + m.height_px
        and m.y < y + height_px
        for m in (LEFT, RIGHT, ABOVE)
    )
    if not touches:
        with pytest.raises(OffScreenError) as caught:
            cut(frame, Region(x, y, width_px, height_px))
        assert (caught.value.x, caught.value.y) == (x, y)
        return
    piece = cut(frame, Region(x, y, width_px, height_px))

    left, top = max(x, -20), max(y, -30)
    right, bottom = min(x + width_px, 104), min(y + height_px, 48)
    assert piece.region == Region(left, top, right - left, bottom - top)
    assert piece.pixels == crop(frame.pixels, left + 20, top + 30, right - left, bottom - top)
    assert piece.method is CaptureMethod.REGION


@pytest.mark.parametrize(("width_px", "height_px"), [(0, 5), (5, 0), (0, 0), (-3, 5), (5, -3)])
def test_a_region_without_pixels_is_refused(width_px: int, height_px: int) -> None:
    with pytest.raises(EmptyRegionError):
        screen_of(LEFT).grab_region(3, 3, width_px, height_px)


def test_a_region_and_its_surroundings_come_from_one_frame() -> None:
    screen = screen_of(LEFT, RIGHT)
    piece, context = screen.grab_with_context(Region(70, 5, 9, 8))

    assert screen.grabs == 1
    assert context.region == Region(64, 0, 40, 30)
    assert context.method is CaptureMethod.SCREEN
    assert context.context
    assert not piece.context
    assert piece.pixels == crop(context.pixels, 6, 5, 9, 8)
    assert piece.taken is context.taken


def test_the_surroundings_of_a_region_over_two_screens_are_both_screens() -> None:
    piece, context = screen_of(LEFT, RIGHT).grab_with_context(Region(60, 5, 10, 10))

    assert piece.region == Region(60, 5, 10, 10)
    assert context.region == Region(0, 0, 104, 48)
    assert context.method is CaptureMethod.ALL_SCREENS


def test_the_surroundings_show_no_screen_that_the_region_does_not_touch() -> None:
    _, context = screen_of(LEFT, RIGHT, ABOVE).grab_with_context(Region(5, 5, 10, 10))

    assert context.region == Region(0, 0, 64, 48)


def test_a_region_chosen_on_a_frozen_screen_has_the_time_of_the_freeze() -> None:
    screen = screen_of(LEFT)
    frozen = screen.grab_all()
    screen.desktop = striped_pixels(64, 48, seed=99)

    piece, context = with_context(frozen, Region(1, 2, 3, 4))

    assert piece.pixels == crop(frozen.pixels, 1, 2, 3, 4)
    assert context.pixels == frozen.pixels


def test_screens_are_counted_from_one() -> None:
    screen = screen_of(LEFT, RIGHT)
    assert screen.grab_screen(2).region == Region(64, 0, 40, 30)
    for number in (0, 3, -1):
        with pytest.raises(UnknownScreenError) as caught:
            screen.grab_screen(number)
        assert (caught.value.number, caught.value.count) == (number, 2)


def test_a_black_picture_is_refused_and_another_single_colour_is_marked() -> None:
    screen = screen_of(LEFT)
    half = bytes(3 * 64 * 24)
    screen.desktop = Pixels(64, 48, half + b"\x20\x20\x20" * (64 * 24))

    with pytest.raises(BlackPictureError):
        screen.grab_region(0, 0, 64, 24)
    assert screen.grab_region(0, 24, 64, 24).one_colour
    assert not screen.grab_region(0, 20, 64, 20).one_colour


@pytest.mark.parametrize(
    "env",
    [
        {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"},
        {"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"},
        {"XDG_SESSION_TYPE": " Wayland "},
        {"WAYLAND_DISPLAY": "wayland-1", "XDG_SESSION_TYPE": "x11", "DISPLAY": ":0"},
    ],
)
def test_under_wayland_nothing_but_a_portal_is_asked(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket", None)
    with pytest.raises(WaylandError):
        open_screen(env, SystemClock(), platform="linux").grab_all()


@pytest.mark.posix("an X display")
@pytest.mark.parametrize(
    "display", ["", ":7319", "nonsense", ":", "unix:7319", ":0.0.0", "localhost:0", "192.0.2.1:0"]
)
def test_without_a_display_it_says_so(display: str) -> None:
    with pytest.raises(NoDisplayError) as caught:
        open_screen({"DISPLAY": display}, SystemClock(), platform="linux")
    assert caught.value.display == display


def test_no_display_variable_at_all_is_no_display() -> None:
    with pytest.raises(NoDisplayError):
        open_screen({"XDG_SESSION_TYPE": "tty", "WAYLAND_DISPLAY": ""}, SystemClock(), "linux")
