"""Pointer, keys and figures become steps that can be undone."""

from __future__ import annotations

import pytest

from app.markup import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Highlight,
    Layer,
    Line,
    Number,
    Redaction,
    Text,
)
from app.ui.exhibit.editing import Editing
from app.ui.exhibit.figures import Figure
from app.ui.exhibit.model import NOTHING, drawing_of
from app.ui.exhibit.tools import MAX_SHAPES, Tool
from tests.ui.exhibit.editor import FakePage, editing

SLOP = 4


@pytest.fixture
def page() -> FakePage:
    return FakePage()


def drag(editing: Editing, start: tuple[int, int], end: tuple[int, int]) -> None:
    editing.press(*start, SLOP)
    editing.drag((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
    editing.drag(*end)
    editing.release(*end)


@pytest.mark.parametrize(
    ("tool", "shape"),
    [
        (Tool.FRAME, Frame(Box(20, 10, 30, 25))),
        (Tool.HIGHLIGHT, Highlight(Box(20, 10, 30, 25))),
        (Tool.ARROW, Arrow(20, 10, 50, 35)),
        (Tool.LINE, Line(20, 10, 50, 35)),
        (Tool.ELLIPSE, Ellipse(Box(20, 10, 30, 25))),
    ],
)
def test_a_drag_makes_what_the_tool_makes_in_one_step(
    page: FakePage, tool: Tool, shape: Frame | Highlight | Arrow | Line | Ellipse
) -> None:
    made = editing(page)
    made.choose_tool(tool)
    drag(made, (20, 10), (50, 35))

    assert page.layer == Layer((shape,))
    assert len(page.edits) == 1
    page.undo()
    assert page.layer == Layer()


def test_a_black_box_has_no_reason_until_one_is_given_also_the_next_one(page: FakePage) -> None:
    made = editing(page)
    made.choose_tool(Tool.REDACT)
    drag(made, (20, 10), (50, 35))
    made.set_words("Barns navn")
    drag(made, (60, 40), (90, 60))

    reasons = [each.reason for each in page.layer.redactions]
    assert reasons == ["Barns navn", "No reason stated"]
    assert page.words_asked == 0, "who covers many places is not stopped at each of them"


def test_a_reason_that_is_emptied_is_no_longer_given(page: FakePage) -> None:
    made = editing(page, Layer((), (Redaction(Box(1, 1, 5, 5), "B"),)))
    made.select(1)
    made.set_words("")

    assert page.layer.redactions[0].reason == "No reason stated"


def test_two_clicks_make_a_box_without_a_drag(page: FakePage) -> None:
    made = editing(page)
    made.choose_tool(Tool.REDACT)
    for x, y in ((20, 10), (50, 35)):
        made.drag(x, y)
        made.press(x, y, SLOP)
        made.release(x, y)

    assert [each.box for each in page.layer.redactions] == [Box(20, 10, 30, 25)]


def test_escape_after_the_first_click_leaves_everything_as_it_was(page: FakePage) -> None:
    made = editing(page)
    made.choose_tool(Tool.FRAME)
    made.press(20, 10, SLOP)
    made.release(20, 10)
    made.drag(50, 35)
    assert page.drawing.items
    made.escape()

    assert page.layer == Layer()
    assert made.tool is Tool.FRAME
    assert made.escape()
    assert page.tool is Tool.SELECT
    assert not made.escape(), "there is nothing left to step out of but the page"


def test_a_click_places_a_number_or_a_text_and_asks_for_its_words(page: FakePage) -> None:
    made = editing(page)
    made.choose_tool(Tool.NUMBER)
    made.press(60, 40, SLOP)
    made.release(60, 40)
    asked_for_the_number = page.words_asked
    assert made.tool is Tool.NUMBER, "the next number is one click away"
    made.choose_tool(Tool.TEXT)
    made.press(20, 20, SLOP)
    made.release(20, 20)
    made.set_words("Se her")

    number, text = page.layer.marks
    assert number == Number(60, 40)
    assert isinstance(text, Text)
    assert text.text == "Se her"
    assert asked_for_the_number == 1
    assert page.words_asked == 2


@pytest.mark.parametrize("tool", [tool for tool in Tool if tool is not Tool.SELECT])
@pytest.mark.parametrize("place", [(-1, 40), (120, 40), (60, -1), (60, 80), (-300, 900)])
def test_a_click_beside_the_picture_places_nothing(
    page: FakePage, tool: Tool, place: tuple[int, int]
) -> None:
    made = editing(page)
    made.choose_tool(tool)
    for _ in range(2):
        made.press(*place, SLOP)
        made.release(*place)

    assert page.layer == Layer()
    assert page.edits == []
    assert made.tool is tool
    assert page.words_asked == 0


def test_a_drag_that_stays_beside_the_picture_places_nothing(page: FakePage) -> None:
    made = editing(page)
    made.choose_tool(Tool.REDACT)
    drag(made, (-60, 10), (-10, 60))
    assert page.layer == Layer()
    made.press(-60, 10, SLOP)
    made.drag(-10, 60)
    assert page.drawing.items == (), "nor is any shown on the way"


def test_a_drag_from_beside_the_picture_covers_it_to_its_edge(page: FakePage) -> None:
    made = editing(page)
    made.choose_tool(Tool.REDACT)
    drag(made, (-8, -5), (50, 35))
    assert [each.box for each in page.layer.redactions] == [Box(0, 0, 50, 35)]


def test_a_click_selects_the_topmost_and_moves_nothing(page: FakePage) -> None:
    layer = Layer((Highlight(Box(10, 10, 60, 40)),), (Redaction(Box(20, 20, 30, 20), "x"),))
    made = editing(page, layer)
    made.press(30, 30, SLOP)
    made.drag(31, 31)
    made.release(31, 31)

    assert page.selected == 2
    assert page.edits == []
    assert page.layer == layer


def test_an_empty_frame_is_found_by_its_line_and_lets_what_lies_inside_be_clicked(
    page: FakePage,
) -> None:
    made = editing(page, Layer((Highlight(Box(30, 30, 20, 10)), Frame(Box(5, 5, 100, 70)))))
    made.press(40, 35, SLOP)
    made.release(40, 35)
    assert page.selected == 1
    made.press(6, 40, SLOP)
    made.release(6, 40)
    assert page.selected == 2


def test_a_drag_moves_and_a_handle_resizes_each_in_one_step(page: FakePage) -> None:
    made = editing(page, Layer((Highlight(Box(10, 10, 40, 20)),)))
    drag(made, (30, 20), (50, 40))
    assert page.layer.marks == (Highlight(Box(30, 30, 40, 20)),)
    drag(made, (70, 50), (90, 60))
    assert page.layer.marks == (Highlight(Box(30, 30, 60, 30)),)
    assert len(page.edits) == 2


def test_what_is_resized_follows_the_way_of_the_pointer_and_does_not_jump_to_it(
    page: FakePage,
) -> None:
    """The handle lies four pixels outside of the box, so that what is marked can be read."""
    made = editing(page, Layer((Highlight(Box(30, 30, 40, 20)),)))
    made.select(1)
    drag(made, (74, 54), (84, 58))
    assert page.layer.marks == (Highlight(Box(30, 30, 50, 24)),)


def test_while_dragging_only_a_preview_is_shown(page: FakePage) -> None:
    made = editing(page, Layer((Highlight(Box(10, 10, 40, 20)),)))
    made.press(30, 20, SLOP)
    made.drag(50, 40)

    assert page.settled is False
    assert page.edits == []
    assert made.drawing == drawing_of(Layer((Highlight(Box(10, 10, 40, 20)),)))


def test_keys_move_and_resize_by_one_pixel_and_merge_into_one_step_each(page: FakePage) -> None:
    made = editing(page, Layer((Frame(Box(10, 10, 40, 20)),)))
    made.select(1)
    made.nudge(1, 0)
    made.nudge(0, -1)
    made.resize(1, 0)
    made.resize(0, 1)

    assert page.layer.marks == (Frame(Box(11, 9, 41, 21)),)
    assert [edit.merge for edit in page.edits] == ["nudge 1", "nudge 1", "resize 1", "resize 1"]


def test_figures_words_and_order_change_what_is_selected(page: FakePage) -> None:
    made = editing(page, Layer((Number(30, 30), Frame(Box(10, 10, 40, 20)))))
    made.select(2)
    made.set_figure(Figure.WIDTH, 55)
    made.set_words("Trussel")

    assert page.layer.marks == (Number(30, 30), Frame(Box(10, 10, 55, 20), "Trussel"))


def test_a_mark_is_moved_past_the_others_of_its_group(page: FakePage) -> None:
    """The list has numbers by themselves: one step up is past the number above, whatever was drawn between."""
    first, frame, second = Number(30, 30, "a"), Frame(Box(10, 10, 40, 20)), Number(60, 30, "b")
    made = editing(page, Layer((first, frame, second)))
    made.select(3)
    made.shift(-1)
    assert page.layer.marks == (second, first, frame)
    made.shift(1)
    assert page.layer.marks == (first, second, frame)
    made.shift(1)
    assert page.layer.marks == (first, second, frame), "it is the last of its group"


def test_a_text_is_never_left_blank(page: FakePage) -> None:
    layer = Layer((Text(10, 10, "ord"),))
    made = editing(page, layer)
    made.select(1)
    made.set_words("   ")

    assert page.layer == layer


def test_half_a_letter_cannot_reach_the_ledger(page: FakePage) -> None:
    made = editing(page, Layer((Number(30, 30),)))
    made.select(1)
    made.set_words("a\ud800b")

    assert page.layer.marks == (Number(30, 30, "a?b"),)


def test_adding_by_key_puts_it_in_the_middle_selected_and_asks_for_words(page: FakePage) -> None:
    made = editing(page)
    made.add_at(Tool.REDACT, (60, 40))

    (redaction,) = page.layer.redactions
    box = redaction.box
    assert box.x < 60 < box.x + box.width
    assert box.y < 40 < box.y + box.height
    assert page.selected == 1
    assert page.words_asked == 1


def test_deleting_selects_the_next_and_undo_brings_it_back_selected(page: FakePage) -> None:
    layer = Layer((Number(30, 30, "a"), Number(50, 30, "b")))
    made = editing(page, layer)
    made.select(1)
    made.delete()
    assert page.layer.marks == (Number(50, 30, "b"),)
    assert page.selected == 2
    page.undo()
    assert page.layer == layer
    assert page.selected == 1


def test_nothing_changes_where_nothing_may_be_changed(page: FakePage) -> None:
    layer = Layer((Frame(Box(10, 10, 40, 20)),))
    made = editing(page, layer, can_change=False)
    made.select(1)
    made.nudge(1, 1)
    made.set_words("x")
    made.delete()
    made.add_at(Tool.NUMBER, (60, 40))
    made.choose_tool(Tool.REDACT)
    drag(made, (20, 10), (50, 35))

    assert page.layer == layer
    assert page.edits == []


def test_a_full_layer_takes_no_more_and_says_so(page: FakePage) -> None:
    made = editing(page, Layer(tuple(Number(30, 30) for _ in range(MAX_SHAPES))))
    made.add_at(Tool.NUMBER, (60, 40))

    assert page.edits == []
    assert page.notice
    made.add_at(Tool.REDACT, (60, 40))
    assert len(page.layer.redactions) == 1


def test_a_click_beside_everything_lets_go(page: FakePage) -> None:
    made = editing(page, Layer((Number(30, 30),)))
    made.select(1)
    made.press(110, 70, SLOP)
    made.release(110, 70)

    assert page.selected == NOTHING
