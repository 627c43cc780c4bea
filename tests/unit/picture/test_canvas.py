from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.picture import Canvas, Pixels, encode_png
from tests.fakes.screen import striped_pixels

FONT = Path(__file__).resolve().parents[3] / "resources" / "fonts" / "DejaVuSans.ttf"
RED = (200, 16, 46)
PICTURE = striped_pixels(120, 80)
WHITE = Pixels(120, 80, b"\xff" * (3 * 120 * 80))


def changed_pixels(before: Pixels, after: Pixels) -> set[tuple[int, int]]:
    return {
        (x, y)
        for y in range(before.height_px)
        for x in range(before.width_px)
        if before.colour_at(x, y) != after.colour_at(x, y)
    }


@given(st.integers(-20, 60), st.integers(-20, 60), st.integers(0, 80), st.integers(0, 80))
def test_black_covers_exactly_its_place_and_touches_nothing_else(
    x: int, y: int, width_px: int, height_px: int
) -> None:
    picture = striped_pixels(40, 30, seed=5)
    canvas = Canvas(picture, FONT)
    canvas.fill(x, y, width_px, height_px, (0, 0, 0))
    covered = canvas.pixels()

    for row in range(30):
        for column in range(40):
            inside = x <= column < x + width_px and y <= row < y + height_px
            expected = (0, 0, 0) if inside else picture.colour_at(column, row)
            assert covered.colour_at(column, row) == expected


def test_what_was_below_black_leaves_no_trace_in_the_file() -> None:
    files = set()
    for seed in (1, 2):
        secret = striped_pixels(30, 10, seed)
        below = Canvas(PICTURE, FONT)
        for y in range(10):
            for x in range(30):
                below.fill(20 + x, 30 + y, 1, 1, secret.colour_at(x, y))
        covered = Canvas(below.pixels(), FONT)
        covered.fill(20, 30, 30, 10, (0, 0, 0))
        files.add(encode_png(covered.pixels()))
    assert len(files) == 1


def test_the_picture_drawn_on_does_not_change() -> None:
    before = PICTURE.rgb
    canvas = Canvas(PICTURE, FONT)
    drawn = canvas.pixels()
    canvas.fill(0, 0, 120, 80, RED)
    canvas.arrow(0, 0, 50, 50, RED, 3)

    assert PICTURE.rgb == before
    assert PICTURE.image().tobytes() == before
    assert drawn == PICTURE


def test_a_frame_is_a_line_inside_its_place() -> None:
    canvas = Canvas(WHITE, FONT)
    canvas.frame(10, 20, 30, 25, RED, 3)
    expected = {
        (x, y)
        for x in range(10, 40)
        for y in range(20, 45)
        if x < 13 or x >= 37 or y < 23 or y >= 42
    }

    assert changed_pixels(WHITE, canvas.pixels()) == expected


@pytest.mark.parametrize(("width_px", "height_px"), [(1, 1), (2, 9), (9, 2), (5, 5)])
def test_a_frame_thicker_than_its_place_fills_it_and_no_more(width_px: int, height_px: int) -> None:
    canvas = Canvas(WHITE, FONT)
    canvas.frame(4, 4, width_px, height_px, RED, 50)

    assert changed_pixels(WHITE, canvas.pixels()) == {
        (x, y) for x in range(4, 4 + width_px) for y in range(4, 4 + height_px)
    }


def test_a_tint_colours_white_and_keeps_black() -> None:
    canvas = Canvas(WHITE, FONT)
    canvas.fill(0, 0, 10, 10, (0, 0, 0))
    canvas.tint(0, 0, 20, 10, (255, 230, 0), 100)
    canvas.tint(30, 0, 5, 5, (255, 255, 0), 40)
    canvas.tint(50, 0, 5, 5, (255, 255, 0), 0)
    tinted = canvas.pixels()

    assert tinted.colour_at(5, 5) == (0, 0, 0)
    assert tinted.colour_at(15, 5) == (255, 230, 0)
    assert tinted.colour_at(20, 5) == (255, 255, 255)
    assert tinted.colour_at(32, 2) == (255, 255, 153)
    assert tinted.colour_at(52, 2) == (255, 255, 255)


def test_an_arrow_reaches_from_its_start_to_its_tip() -> None:
    canvas = Canvas(WHITE, FONT)
    canvas.arrow(10, 40, 100, 40, RED, 5)
    touched = changed_pixels(WHITE, canvas.pixels())

    assert {(10, 40), (50, 40), (99, 40)} <= touched
    assert max(x for x, _ in touched) <= 101
    heads = {y for x, y in touched if x == 82}
    shaft = {y for x, y in touched if x == 40}
    assert len(heads) > len(shaft) >= 5


@pytest.mark.parametrize(("x2", "y2"), [(60, 40), (61, 40), (-500, 900)])
def test_short_and_far_arrows_are_drawn_without_a_fault(x2: int, y2: int) -> None:
    canvas = Canvas(WHITE, FONT)
    canvas.arrow(60, 40, x2, y2, RED, 6)

    assert changed_pixels(WHITE, canvas.pixels())


def test_a_disc_is_round_and_cut_at_the_edge() -> None:
    canvas = Canvas(WHITE, FONT)
    canvas.disc(60, 40, 12, RED)
    touched = changed_pixels(WHITE, canvas.pixels())

    assert canvas.pixels().colour_at(60, 40) == RED
    assert (48, 40) in touched
    assert (47, 40) not in touched
    assert (49, 29) not in touched
    canvas.disc(0, 0, 9, RED)
    assert canvas.pixels().colour_at(0, 0) == RED


def test_words_fit_the_place_they_are_said_to_take() -> None:
    canvas = Canvas(WHITE, FONT)
    width_px, height_px = canvas.text_size("Blåbærgrød", 16)
    canvas.write(5, 30, "Blåbærgrød", 16, RED)
    touched = changed_pixels(WHITE, canvas.pixels())

    assert touched
    assert {x for x, _ in touched} <= set(range(4, 6 + width_px))
    assert {y for _, y in touched} <= set(range(30, 30 + height_px))
    assert canvas.text_size("a\nb", 16)[1] == 2 * canvas.text_size("a", 16)[1]


def test_words_hang_on_the_point_that_was_named() -> None:
    places = {}
    for anchor in ("lt", "mm", "rb"):
        canvas = Canvas(WHITE, FONT)
        canvas.write(60, 40, "8", 20, RED, anchor)
        touched = changed_pixels(WHITE, canvas.pixels())
        places[anchor] = (min(x for x, _ in touched), min(y for _, y in touched))

    assert places["rb"] < places["mm"] < places["lt"]
    assert places["lt"][0] >= 60
    assert places["lt"][1] >= 40


def test_bounds_hold_what_is_not_ground_and_nothing_more() -> None:
    canvas = Canvas(Pixels(20, 10, bytes(600)), FONT)
    assert canvas.bounds((0, 0, 0)) is None
    canvas.fill(3, 2, 5, 4, (1, 2, 3))
    assert canvas.bounds((0, 0, 0)) == (3, 2, 5, 4)
