"""A field can be chosen by a drag, by two clicks, by keys and by numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.capture import Region
from app.ui.overlay.geometry import Pixel, between
from app.ui.overlay.selecting import SelectedRegion, Selecting

LEFT, RIGHT = Region(-60, -10, 60, 40), Region(0, 0, 100, 50)
PIXELS = st.builds(Pixel, st.integers(-60, 99), st.integers(-10, 49))


def selecting(at: Pixel = Pixel(50, 20)) -> Selecting:
    return Selecting((LEFT, RIGHT), at)


@given(PIXELS, PIXELS)
def test_drag_and_two_clicks_take_the_same_field(one: Pixel, other: Pixel) -> None:
    dragged, clicked = selecting(), selecting()
    dragged.press(one)
    dragged.point(other)
    by_drag = dragged.release(other)
    clicked.press(one)
    assert clicked.release(one) is None
    clicked.point(other)
    clicked.press(other)
    by_clicks = clicked.release(other)
    far = max(abs(one.x - other.x), abs(one.y - other.y)) >= 4
    expected = SelectedRegion(between(one, other)) if far else None
    assert by_drag == by_clicks == expected


def test_a_hand_that_shakes_while_it_clicks_does_not_drag() -> None:
    choice = selecting()
    choice.press(Pixel(10, 10))
    choice.point(Pixel(12, 11))
    assert choice.release(Pixel(12, 11)) is None
    assert choice.has_corner


def test_enter_takes_the_screen_one_is_on_where_nothing_is_selected() -> None:
    choice = selecting()
    assert choice.take() == SelectedRegion(RIGHT, whole_screen=True)
    choice.point(Pixel(-5, 3))
    assert choice.take() == SelectedRegion(LEFT, whole_screen=True)


def test_enter_after_a_single_corner_takes_the_whole_screen_and_not_one_pixel() -> None:
    choice = selecting()
    choice.press(Pixel(10, 10))
    choice.release(Pixel(10, 10))
    assert choice.take() == SelectedRegion(RIGHT, whole_screen=True)
    choice.point(Pixel(40, 30))
    assert choice.take() == SelectedRegion(Region(10, 10, 31, 21))


def test_the_first_arrow_key_puts_a_field_in_the_middle_and_moves_it() -> None:
    choice = selecting()
    choice.arrow(1, 0)
    assert choice.region == Region(26, 12, 50, 25)


def test_arrows_move_and_with_shift_resize_up_to_the_edge() -> None:
    choice = selecting()
    choice.type_in(Region(0, 0, 10, 10))
    choice.arrow(-500, 0)
    assert choice.region == Region(-60, 0, 10, 10)
    choice.arrow(0, 10, resize=True)
    assert choice.region == Region(-60, 0, 10, 20)
    choice.arrow(-500, 500, resize=True)
    assert choice.region == Region(-60, 0, 1, 50)
    assert choice.take() == SelectedRegion(Region(-60, 0, 1, 50))


def test_a_key_ends_a_choice_by_corners() -> None:
    choice = selecting()
    choice.press(Pixel(10, 10))
    choice.release(Pixel(10, 10))
    choice.arrow(1, 0)
    before = choice.region
    choice.point(Pixel(90, 40))
    assert choice.region == before
    assert not choice.has_corner


def test_a_release_without_a_press_takes_nothing() -> None:
    assert selecting().release(Pixel(5, 5)) is None
