"""Lines that are drawn by hand, ellipses, and marks that are laid once more."""

from __future__ import annotations

import pytest

from app.markup import Box, Ellipse, Frame, Freehand, Layer, Line, Number, check_layer
from app.ui.exhibit.figures import Figure
from app.ui.exhibit.tools import Tool
from tests.ui.exhibit.editor import FakePage, editing

SLOP = 4


@pytest.fixture
def page() -> FakePage:
    return FakePage()


def test_a_line_by_hand_keeps_where_it_was_drawn(page: FakePage) -> None:
    made = editing(page)
    made.choose_tool(Tool.FREEHAND)
    made.press(10, 10, SLOP)
    for x in range(11, 40):
        made.drag(x, 10)
    for y in range(11, 30):
        made.drag(39, y)
    made.release(39, 30)
    assert page.layer == Layer((Freehand(((10, 10), (39, 10), (39, 30))),))
    assert len(page.edits) == 1


def test_a_click_with_the_free_hand_draws_nothing_and_selects_what_is_there(page: FakePage) -> None:
    made = editing(page, Layer((Line(20, 20, 60, 20),)))
    made.choose_tool(Tool.FREEHAND)
    made.press(40, 20, SLOP)
    made.release(40, 20)
    assert page.edits == []
    assert made.selected == 1


def test_a_very_long_line_by_hand_fits_a_layer(page: FakePage) -> None:
    made = editing(page)
    made.choose_tool(Tool.FREEHAND)
    made.press(0, 0, SLOP)
    for step in range(9000):
        made.drag(step * 37 % 120, step * 53 % 80)
    made.release(119, 79)
    check_layer(page.layer, 120, 80)
    (mark,) = page.layer.marks
    assert isinstance(mark, Freehand)
    assert mark.points[0] == (0, 0)
    assert mark.points[-1] == (119, 79)


def test_a_mark_is_laid_once_more_beside_itself_also_in_the_corner(page: FakePage) -> None:
    made = editing(page, Layer((Frame(Box(10, 10, 20, 20), "her"), Line(100, 70, 119, 79))))
    made.select(1)
    made.duplicate()
    made.select(2)
    made.duplicate()
    assert page.layer.marks[2:] == (Frame(Box(26, 26, 20, 20), "her"), Line(84, 54, 103, 63))


def test_a_line_by_hand_is_found_stretched_and_typed(page: FakePage) -> None:
    made = editing(page, Layer((Freehand(((10, 10), (30, 20), (50, 10))),)))
    made.press(30, 21, SLOP)
    assert made.selected == 1
    made.cancel_gesture()
    made.set_figure(Figure.WIDTH, 81)
    assert page.layer.marks == (Freehand(((10, 10), (50, 20), (90, 10))),)


def test_an_ellipse_is_taken_by_its_line_where_something_lies_inside(page: FakePage) -> None:
    made = editing(page, Layer((Number(60, 40), Ellipse(Box(10, 5, 100, 70)))))
    made.press(60, 40, SLOP)
    assert made.selected == 1
    made.cancel_gesture()
    made.press(12, 40, SLOP)
    assert made.selected == 2
