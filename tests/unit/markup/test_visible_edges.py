"""What counts as seen, to the pixel: a box that only touches hides nothing, and one pixel more hides it."""

from __future__ import annotations

import pytest

from app.markup.shapes import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Line,
    Mark,
    Number,
    Redaction,
    Text,
)
from app.markup.sizes import Sizes
from app.markup.visible import (
    _meet,
    _rough_place,
    black_areas,
    digits_seen,
    frame_lines,
    is_free,
    seen_bounds,
)

SIZES = Sizes(line_px=3, shaft_px=5, halo_px=2, disc_radius_px=17, digit_px=20)
WIDTH, HEIGHT = 200, 100


@pytest.mark.parametrize(
    ("box", "seen"),
    [
        (Box(0, 0, 83, 100), True),  # up to the pixel left of the digits' place
        (Box(0, 0, 84, 100), False),
        (Box(118, 0, 50, 100), True),  # from the pixel right of it
        (Box(117, 0, 50, 100), False),
        (Box(0, 0, 200, 38), True),
        (Box(0, 0, 200, 39), False),
        (Box(0, 63, 200, 30), True),
        (Box(0, 62, 200, 30), False),
    ],
)
def test_digits_are_seen_until_a_box_touches_their_place(box: Box, seen: bool) -> None:
    assert digits_seen(Number(100, 50), SIZES, [box], WIDTH, HEIGHT) is seen


@pytest.mark.parametrize(
    ("x", "y", "seen"),
    [
        (0, 0, True),
        (199, 99, True),
        (200, 50, False),
        (100, 100, False),
        (-1, 50, False),
        (100, -1, False),
    ],
)
def test_a_number_is_counted_where_its_middle_is_in_the_picture(x: int, y: int, seen: bool) -> None:
    assert digits_seen(Number(x, y), SIZES, [], WIDTH, HEIGHT) is seen


def test_a_rectangle_is_free_up_to_the_edge_of_the_picture_and_of_what_hides() -> None:
    whole = Box(0, 0, WIDTH, HEIGHT)
    assert is_free(whole, [], WIDTH, HEIGHT)
    for wrong in (
        Box(-1, 0, 10, 10), Box(0, -1, 10, 10), Box(191, 0, 10, 10), Box(0, 91, 10, 10),
    ):  # fmt: skip
        assert not is_free(wrong, [], WIDTH, HEIGHT)
    for fits in (Box(190, 0, 10, 10), Box(0, 90, 10, 10)):
        assert is_free(fits, [], WIDTH, HEIGHT)
    assert is_free(Box(10, 10, 10, 10), [Box(20, 10, 9, 9), Box(10, 20, 9, 9)], WIDTH, HEIGHT)
    assert not is_free(Box(10, 10, 10, 10), [Box(19, 19, 9, 9)], WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("mark", "place"),
    [
        (Frame(Box(1, 2, 3, 4)), Box(1, 2, 3, 4)),
        (Highlight(Box(1, 2, 3, 4)), Box(1, 2, 3, 4)),
        (Number(100, 50), Box(81, 31, 39, 39)),
        (Arrow(50, 20, 30, 60), Box(3, -7, 75, 95)),
        (Line(50, 20, 30, 60), Box(3, -7, 75, 95)),
        (Ellipse(Box(10, 20, 30, 40)), Box(8, 18, 34, 44)),
        (Freehand(((10, 20), (40, 25))), Box(3, 13, 45, 20)),
        (Text(5, 6, "ab\nc", 12), Box(5, 6, 78, 54)),
    ],
)
def test_a_rough_place_surely_holds_the_mark(mark: Mark, place: Box) -> None:
    assert _rough_place(mark, SIZES) == place


def test_boxes_meet_along_an_edge_and_not_at_a_corner_or_over_a_gap() -> None:
    one = Box(10, 10, 10, 10)
    for other, together in (
        (Box(20, 10, 5, 5), True),
        (Box(5, 10, 5, 5), True),
        (Box(10, 20, 5, 5), True),
        (Box(10, 5, 5, 5), True),
        (Box(20, 20, 5, 5), False),
        (Box(5, 5, 5, 5), False),
        (Box(21, 10, 5, 5), False),
        (Box(10, 21, 5, 5), False),
        (Box(10, 4, 5, 5), False),
        (Box(4, 10, 5, 5), False),
    ):
        assert _meet(one, other) is _meet(other, one) is together, other
        boxes = [Redaction(one, "a"), Redaction(other, "b")]
        assert black_areas(boxes) == (1 if together else 2)


def test_a_frame_is_four_bars_that_do_not_overlap() -> None:
    assert frame_lines(Box(10, 20, 30, 40), 3) == (
        Box(10, 20, 30, 3),
        Box(10, 57, 30, 3),
        Box(10, 23, 3, 34),
        Box(37, 23, 3, 34),
    )
    assert frame_lines(Box(0, 0, 9, 3), 9) == (Box(0, 0, 9, 2), Box(0, 1, 9, 2))
    assert frame_lines(Box(0, 0, 2, 2), 9) == (Box(0, 0, 2, 1), Box(0, 1, 2, 1))


def test_what_is_seen_of_a_rectangle_is_what_picture_and_boxes_leave() -> None:
    part = Box(10, 10, 20, 20)
    assert seen_bounds([part], [], WIDTH, HEIGHT) == part
    assert seen_bounds([part], [], 15, 12) == Box(10, 10, 5, 2)
    assert seen_bounds([part], [Box(10, 10, 20, 5)], WIDTH, HEIGHT) == Box(10, 15, 20, 15)
    assert seen_bounds([part], [Box(0, 0, 18, 99)], WIDTH, HEIGHT) == Box(18, 10, 12, 20)
    assert seen_bounds([part], [Box(12, 12, 5, 5)], WIDTH, HEIGHT) == part
    assert seen_bounds([part], [Box(0, 0, 99, 99)], WIDTH, HEIGHT) is None
    assert seen_bounds([], [], WIDTH, HEIGHT) is None
