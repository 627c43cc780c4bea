"""The drawing: nothing is lost by undoing, numbers close up, black stays on top."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QUndoStack

from app.markup import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Layer,
    Line,
    Number,
    Redaction,
    Text,
    check_layer,
    numbering,
)
from app.ui.exhibit.commands import EditCommand
from app.ui.exhibit.figures import figures_of, with_figure
from app.ui.exhibit.geometry import Handle, bounds, dragged, grips, moved, resized
from app.ui.exhibit.groups import MarkGroup, in_groups, neighbour
from app.ui.exhibit.model import (
    Drawing,
    Edit,
    Shape,
    add,
    drawing_of,
    layer_of_drawing,
    numbers,
    put,
    remove,
    shift,
)
from tests.ui.exhibit.editor import GROUND

SIZE = (GROUND.width_px, GROUND.height_px)

ACROSS, DOWN = st.integers(0, GROUND.width_px - 1), st.integers(0, GROUND.height_px - 1)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x, y = draw(ACROSS), draw(DOWN)
    wide = draw(st.integers(1, GROUND.width_px - x))
    return Box(x, y, wide, draw(st.integers(1, GROUND.height_px - y)))


WORDS = st.sampled_from(["", "her", "æøå", "en lang forklaring"])
MARKS = st.one_of(
    st.builds(Arrow, ACROSS, DOWN, ACROSS, DOWN, WORDS),
    st.builds(Frame, boxes(), WORDS),
    st.builds(Highlight, boxes(), WORDS),
    st.builds(Line, ACROSS, DOWN, ACROSS, DOWN, WORDS),
    st.builds(Ellipse, boxes(), WORDS),
    st.builds(
        Freehand, st.lists(st.tuples(ACROSS, DOWN), min_size=2, max_size=9).map(tuple), WORDS
    ),
    st.builds(Number, ACROSS, DOWN, WORDS),
    st.builds(Text, ACROSS, DOWN, st.just("tekst"), st.integers(6, 40)),
)
REDACTIONS = st.builds(Redaction, boxes(), st.just("Barns navn"))
SHAPES = st.one_of(MARKS, REDACTIONS)
LAYERS = st.builds(
    Layer,
    st.lists(MARKS, max_size=6).map(tuple),
    st.lists(REDACTIONS, max_size=4).map(tuple),
)
STEPS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 9), SHAPES, st.integers(-3, 3)), max_size=12
)


def after(drawing: Drawing, step: tuple[int, int, Shape, int]) -> Drawing:
    """One of the operations, on one of the shapes there are."""
    what, which, shape, places = step
    ids = [each.id for each in drawing.items]
    if what == 0 or not ids:
        return add(drawing, shape)
    id = ids[which % len(ids)]
    old = drawing.shape(id)
    assert old is not None
    match what:
        case 1:
            return remove(drawing, id)
        case 2:
            return shift(drawing, id, places, ids)
        case 3:
            return put(drawing, id, resized(old, places, -places, GROUND))
        case _:
            return put(drawing, id, moved(old, 7 * places, -5 * places, GROUND))


@given(LAYERS)
def test_a_layer_comes_back_as_it_went_in(layer: Layer) -> None:
    assert layer_of_drawing(drawing_of(layer)) == layer


@given(LAYERS, STEPS, st.booleans())
def test_undoing_all_steps_leads_back_and_redoing_them_forth(
    layer: Layer, steps: list[tuple[int, int, Shape, int]], merging: bool
) -> None:
    stack = QUndoStack()
    first = shown = drawing_of(layer)

    def apply(drawing: Drawing, _selected: int) -> None:
        nonlocal shown
        shown = drawing

    for step in steps:
        merge = "nudge" if merging else ""
        stack.push(EditCommand(Edit(shown, after(shown, step), merge=merge), apply))
    last = shown
    assert not merging or stack.count() <= 1

    for _ in range(stack.count()):
        stack.undo()
    assert shown == first
    for _ in range(stack.count()):
        stack.redo()
    assert shown == last


@given(LAYERS, STEPS)
def test_numbers_count_from_one_without_a_gap_and_ids_are_never_shared(
    layer: Layer, steps: list[tuple[int, int, Shape, int]]
) -> None:
    drawing = drawing_of(layer)
    for step in steps:
        drawing = after(drawing, step)
        ids = [each.id for each in drawing.items]
        assert len(set(ids)) == len(ids)
        assert all(id < drawing.next_id for id in ids)
        found = [number for number in numbers(drawing, *SIZE).values() if number]
        assert found == list(range(1, len(found) + 1))
        assert [n for n in numbering(layer_of_drawing(drawing), *SIZE) if n] == found


@given(LAYERS, STEPS)
def test_black_lies_above_every_mark_whatever_is_done(
    layer: Layer, steps: list[tuple[int, int, Shape, int]]
) -> None:
    drawing = drawing_of(layer)
    for step in steps:
        drawing = after(drawing, step)
    kinds = [isinstance(each.shape, Redaction) for each in drawing.items]
    assert kinds == sorted(kinds)


@given(LAYERS, STEPS)
def test_whatever_is_done_can_be_sealed(
    layer: Layer, steps: list[tuple[int, int, Shape, int]]
) -> None:
    drawing = drawing_of(layer)
    for step in steps:
        drawing = after(drawing, step)
    done = layer_of_drawing(drawing)
    assert check_layer(done, GROUND.width_px, GROUND.height_px) == done


@given(SHAPES, st.integers(-300, 300), st.integers(-300, 300))
def test_what_is_moved_keeps_its_size_and_stays_where_it_is_seen(
    shape: Shape, right: int, down: int
) -> None:
    there = moved(shape, right, down, GROUND)
    before, box = bounds(shape, GROUND), bounds(there, GROUND)
    assert (box.width, box.height) == (before.width, before.height)
    if box.width <= GROUND.width_px:
        assert 0 <= box.x <= GROUND.width_px - box.width
    if box.height <= GROUND.height_px:
        assert 0 <= box.y <= GROUND.height_px - box.height


@given(boxes(), st.sampled_from(list(Handle)[:8]), st.integers(-50, 200), st.integers(-50, 200))
def test_a_handle_moves_only_its_own_sides(box: Box, handle: Handle, x: int, y: int) -> None:
    there = dragged(Frame(box), handle, x, y, GROUND)
    assert isinstance(there, Frame)
    now = there.box
    assert now.width >= 1
    assert now.height >= 1
    if handle in {Handle.N, Handle.S}:
        assert (now.x, now.width) == (box.x, box.width)
    if handle in {Handle.W, Handle.E}:
        assert (now.y, now.height) == (box.y, box.height)


def test_a_handle_drawn_past_the_other_side_turns_the_box_over() -> None:
    there = dragged(Frame(Box(40, 40, 20, 10)), Handle.E, 30, 0, GROUND)
    assert there == Frame(Box(30, 40, 10, 10))


def test_an_arrow_has_two_ends_to_hold_and_a_number_none() -> None:
    assert [grip.handle for grip in grips(Arrow(1, 2, 30, 40), GROUND)] == [
        Handle.TAIL,
        Handle.TIP,
    ]
    assert grips(Number(40, 40), GROUND) == ()
    assert dragged(Arrow(1, 2, 30, 40), Handle.TIP, 50, 60, GROUND) == Arrow(1, 2, 50, 60)


@given(SHAPES)
def test_every_figure_that_is_shown_can_be_typed(shape: Shape) -> None:
    for value in figures_of(shape, GROUND):
        for typed in (value.least, value.most):
            changed = with_figure(shape, value.figure, typed, GROUND)
            layer = layer_of_drawing(add(Drawing(), changed))
            assert check_layer(layer, GROUND.width_px, GROUND.height_px) == layer


def test_deleting_a_number_renumbers_the_rest() -> None:
    drawing = drawing_of(Layer((Number(30, 30), Number(50, 30), Number(70, 30))))
    assert numbers(remove(drawing, 2), *SIZE) == {1: 1, 3: 2}


def test_what_is_selected_after_a_deletion_is_the_next_in_the_list() -> None:
    black = Redaction(Box(90, 60, 5, 5), "x")
    drawing = drawing_of(Layer((Frame(Box(1, 1, 9, 9)), Number(50, 30)), (black,)))
    assert neighbour(drawing, 3, GROUND) == 2, "black boxes come first, then the numbers"
    assert neighbour(drawing, 2, GROUND) == 1
    assert neighbour(drawing, 1, GROUND) == 2
    alone = drawing_of(Layer((Number(30, 30),)))
    assert neighbour(alone, 1, GROUND) == 0


def test_marks_are_listed_by_what_becomes_of_them() -> None:
    black = Redaction(Box(20, 20, 30, 30), "x")
    marks = (Frame(Box(1, 1, 9, 9)), Number(35, 35, "covered"), Number(90, 60, "seen"))
    listed = [
        (group, [each.id for each in members])
        for group, members in in_groups(drawing_of(Layer(marks, (black,))), GROUND)
    ]
    assert listed == [(MarkGroup.COVERED, [4]), (MarkGroup.LISTED, [3]), (MarkGroup.DRAWN, [1, 2])]


@given(SHAPES)
def test_every_handle_lies_outside_of_what_it_resizes(shape: Shape) -> None:
    box = bounds(shape, GROUND)
    for grip in grips(shape, GROUND, 8):
        if isinstance(shape, Arrow | Line):
            far = max(abs(grip.x - end[0]) + abs(grip.y - end[1]) for end in ends(shape))
            assert far >= 8
        else:
            inside = box.x - 7 < grip.x < box.x + box.width + 7
            assert not (inside and box.y - 7 < grip.y < box.y + box.height + 7)


def ends(arrow: Arrow | Line) -> tuple[tuple[int, int], tuple[int, int]]:
    return (arrow.x1, arrow.y1), (arrow.x2, arrow.y2)
