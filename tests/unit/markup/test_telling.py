"""What is told of a layer is what is seen of it: layers that differ only under black are told alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.markup import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Layer,
    Line,
    Mark,
    Number,
    Redaction,
    Text,
    ToldLayer,
    black_areas,
    burn,
    numbering,
    shows_all_boxes,
    shows_all_marks,
    visible_layer,
)
from app.markup.visible import told_redactions
from app.picture import Pixels

FONT = Path(__file__).parents[3] / "resources" / "fonts" / "NotoSans-Bold.ttf"
WIDTH, HEIGHT = 120, 80
BLACK = Box(40, 20, 50, 40)


def told(*marks: Mark, boxes: tuple[Redaction, ...] = (Redaction(BLACK, "Navn"),)) -> ToldLayer:
    return visible_layer(Layer(marks, boxes), WIDTH, HEIGHT, FONT)


def burned(layer: Layer) -> Pixels:
    ground = bytes(
        (x * 7 + y * 13 + c * 29) % 251
        for y in range(HEIGHT)
        for x in range(WIDTH)
        for c in range(3)
    )
    return burn(Pixels(WIDTH, HEIGHT, ground), layer, FONT)


@pytest.mark.parametrize(
    "mark",
    [
        Text(50, 30, "Hun", 8),
        Frame(Box(45, 25, 20, 20), "ramme"),
        Highlight(Box(45, 25, 20, 20), "gult"),
        Arrow(55, 40, 70, 40, "pil"),
        Number(64, 40, "nummer"),
        Line(55, 40, 70, 40, "streg"),
        Ellipse(Box(48, 28, 20, 20), "kreds"),
        Freehand(((50, 40), (60, 30), (70, 45)), "krusedulle"),
    ],
)
def test_a_mark_wholly_under_black_is_not_told(mark: Mark) -> None:
    assert told(mark).marks == ()


def test_captions_that_no_page_prints_are_not_told() -> None:
    marks = (
        Frame(Box(2, 2, 20, 10), "ramme"),
        Highlight(Box(2, 14, 20, 10), "gult"),
        Arrow(20, 70, 35, 70, "pil"),
        Number(20, 40, "påstand"),
        Line(60, 70, 75, 72, "streg"),
        Ellipse(Box(95, 65, 20, 12), "kreds"),
        Freehand(((100, 5), (110, 15), (104, 40)), "krusedulle"),
    )
    seen = told(*marks).marks
    assert [mark.caption for mark in seen if not isinstance(mark, Text)] == [
        "",
        "",
        "",
        "påstand",
        "",
        "",
        "",
    ]
    assert [type(mark) for mark in seen] == [Frame, Highlight, Arrow, Number, Frame, Frame, Frame]


@pytest.mark.parametrize(
    "mark",
    [
        Line(20, 40, 60, 40),
        Ellipse(Box(20, 10, 60, 60)),
        Freehand(((20, 40), (30, 42), (60, 40))),
    ],
)
def test_of_a_line_the_box_that_is_seen_is_told_and_no_place_of_its_own(mark: Mark) -> None:
    (partly,) = told(mark).marks
    (wholly,) = told(mark, boxes=()).marks
    assert isinstance(partly, Frame)
    assert isinstance(wholly, Frame)
    assert wholly.box.width > partly.box.width


def test_words_that_are_seen_stand_as_they_were_typed() -> None:
    mark = Text(2, 62, "ved siden af", 8)
    assert told(mark).marks == (mark,)


def test_words_partly_under_black_are_told_as_the_box_that_is_seen() -> None:
    (seen,) = told(Text(20, 25, "navnet", 8)).marks
    assert seen == Frame(Box(20, 25, 20, 18))


@pytest.mark.parametrize(
    ("place", "beside", "over"),
    [
        # Their plate is 21 x 18; a marker reaches 16 pixels, an arrow 13.
        ((2, 62), Number(39, 62), Number(38, 62)),
        ((80, 62), Number(63, 62), Number(64, 62)),
        ((2, 2), Number(10, 36), Number(10, 35)),
        ((2, 62), Number(10, 45), Number(10, 46)),
        ((2, 62), Arrow(36, 70, 100, 70), Arrow(35, 70, 100, 70)),
        ((2, 62), Arrow(100, 70, 36, 70), Arrow(100, 70, 35, 70)),
        ((80, 62), Arrow(20, 70, 66, 70), Arrow(20, 70, 67, 70)),
        ((80, 62), Arrow(66, 70, 20, 70), Arrow(67, 70, 20, 70)),
        ((2, 2), Arrow(14, 33, 14, 66), Arrow(14, 32, 14, 66)),
        ((2, 2), Arrow(14, 66, 14, 33), Arrow(14, 66, 14, 32)),
        ((2, 62), Arrow(14, 20, 14, 48), Arrow(14, 20, 14, 49)),
        ((2, 62), Arrow(14, 48, 14, 20), Arrow(14, 49, 14, 20)),
    ],
)
def test_words_are_told_until_a_later_marker_or_arrow_touches_their_plate(
    place: tuple[int, int], beside: Mark, over: Mark
) -> None:
    words = Text(*place, "ved", 8)
    assert told(words, beside, boxes=()).marks == (words, beside)
    assert told(words, over, boxes=()).marks == (Frame(Box(*place, 21, 18)), over)
    assert told(over, words, boxes=()).marks[1] == words


def test_each_mark_is_told_by_what_is_seen_of_itself_alone() -> None:
    """One after the other is drawn on the same sheet."""
    left, top = Arrow(0, 40, 60, 40), Arrow(60, 0, 60, 40)
    (seen_left,), (seen_top,) = told(left).marks, told(top).marks
    assert isinstance(seen_left, Frame)
    assert isinstance(seen_top, Frame)
    assert seen_left.box.x == seen_top.box.y == 0
    for first, second in ((left, top), (top, left)):
        assert told(first, second).marks == (*told(first).marks, *told(second).marks)


def test_words_under_the_plate_of_later_words_are_not_told() -> None:
    under, over = Text(2, 62, "gemt", 8), Text(2, 62, "over det hele", 8)
    assert told(under, over).marks == (over,)


def test_how_far_a_mark_reaches_under_black_is_not_told() -> None:
    assert told(Highlight(Box(10, 30, 60, 9))).marks == (Highlight(Box(10, 30, 30, 9)),)
    assert told(Frame(Box(10, 30, 60, 9))).marks == (Frame(Box(10, 30, 30, 9)),)


def test_a_box_inside_a_frame_leaves_the_frame_as_it_is() -> None:
    frame = Frame(Box(20, 10, 90, 60))
    assert told(frame).marks == (frame,)


def test_a_box_across_the_middle_of_an_arrow_does_not_make_an_arrow_of_it() -> None:
    assert isinstance(told(Arrow(10, 40, 110, 41)).marks[0], Frame)
    assert told(Arrow(10, 70, 30, 75)).marks == (Arrow(10, 70, 30, 75),)


def test_what_lies_outside_the_picture_is_not_told() -> None:
    assert told(Highlight(Box(100, 70, 900, 900))).marks == (Highlight(Box(100, 70, 20, 10)),)
    (seen,) = told(Text(100, 66, "ordene rækker ud over kanten", 8)).marks
    assert isinstance(seen, Frame)
    assert told(boxes=(Redaction(Box(100, 70, 900, 900), "Navn"),)).redactions == (
        Redaction(Box(100, 70, 20, 10), "Navn"),
    )


def test_numbers_count_those_that_are_seen_in_picture_list_and_ledger_alike() -> None:
    layer = Layer((Number(64, 40, "under"), Number(15, 40, "ved siden af")), told().redactions)
    alone = Layer((Number(15, 40, "ved siden af"),), told().redactions)
    assert numbering(layer, WIDTH, HEIGHT) == (0, 1)
    assert burned(layer) == burned(alone)
    assert told(*layer.marks) == told(*alone.marks)


def test_a_box_under_another_and_its_reason_are_not_told() -> None:
    inner, outer = Redaction(Box(45, 25, 12, 9), "Barns navn"), Redaction(BLACK, "Navn")
    for boxes in ((inner, outer), (outer, inner), (outer,)):
        assert told(boxes=boxes).redactions == (outer,)


def test_where_boxes_end_inside_one_black_area_is_not_told() -> None:
    one = (Redaction(Box(10, 10, 30, 10), "b"), Redaction(Box(30, 10, 30, 10), "a"))
    other = (Redaction(Box(10, 10, 25, 10), "a"), Redaction(Box(35, 10, 25, 10), "b"))
    assert told(boxes=one).redactions == told(boxes=other).redactions
    assert told(boxes=one).redactions == (Redaction(Box(10, 10, 50, 10), "a; b"),)
    assert black_areas(one) == 1
    assert black_areas((*one, Redaction(Box(80, 40, 4, 4), "c"))) == 2


def test_one_box_keeps_its_reason_as_it_was_typed() -> None:
    for reason in ("Navn; Adresse", " Navn;Navn "):
        boxes = (Redaction(BLACK, reason), Redaction(Box(2, 2, 9, 9), "Navn"))
        assert set(told_redactions(boxes)) == set(boxes)
    same = (Redaction(BLACK, "Navn; Adresse"), Redaction(BLACK, "Cpr; Navn"))
    assert told_redactions(same) == (Redaction(BLACK, "Adresse; Cpr; Navn"),)


def test_a_black_area_is_told_as_bands_as_high_as_can_be() -> None:
    boxes = (Box(0, 0, 10, 40), Box(20, 10, 10, 30), Box(0, 30, 30, 10))
    assert told_redactions([Redaction(box, "Navn") for box in boxes]) == tuple(
        Redaction(box, "Navn")
        for box in (Box(0, 0, 10, 30), Box(20, 10, 10, 20), Box(0, 30, 30, 10))
    )


corners = st.builds(
    Redaction,
    st.builds(Box, st.integers(0, 100), st.integers(0, 60), st.integers(1, 60), st.integers(1, 50)),
    st.sampled_from(["a", "b"]),
)


@given(st.lists(corners, max_size=6))
@settings(max_examples=200)
def test_told_boxes_cover_what_the_typed_ones_cover_and_do_not_overlap(
    typed: list[Redaction],
) -> None:
    def pixels(boxes: list[Redaction]) -> list[tuple[int, int]]:
        return [
            (x, y)
            for each in boxes
            for x in range(each.box.x, each.box.x + each.box.width)
            for y in range(each.box.y, each.box.y + each.box.height)
        ]

    seen = list(told_redactions(typed))
    assert set(pixels(seen)) == set(pixels(typed))
    assert len(pixels(seen)) == len(set(pixels(seen)))
    assert told_redactions(seen) == told_redactions(typed)


near_x, near_y = st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1)
near_boxes = st.builds(
    Box, st.integers(25, 95), st.integers(5, 65), st.integers(1, 70), st.integers(1, 50)
)
texts = st.sampled_from(["Hun er", "Hun", "Cpr 12", "æøå\n12", "x"])
near = st.one_of(
    st.builds(Frame, near_boxes, texts),
    st.builds(Highlight, near_boxes, texts),
    st.builds(Arrow, near_x, near_y, near_x, near_y, texts),
    st.builds(Line, near_x, near_y, near_x, near_y, texts),
    st.builds(Ellipse, near_boxes, texts),
    st.builds(
        Freehand, st.lists(st.tuples(near_x, near_y), min_size=2, max_size=4).map(tuple), texts
    ),
    st.builds(Number, near_x, near_y, st.just("")),
    st.builds(Text, near_x, near_y, texts, st.integers(6, 14)),
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Mark, Mark | None]:
    """A mark, and the same one changed in one field or left out: often they differ only under the box."""
    mark = draw(near)
    if draw(st.integers(0, 4)) == 0:
        return mark, None
    shift = st.integers(-30, 30)
    match mark:
        case Frame(box=box) | Highlight(box=box) | Ellipse(box=box):
            width = max(1, box.width + draw(shift))
            height = max(1, box.height + draw(st.sampled_from([0, draw(shift)])))
            return mark, replace(mark, box=replace(box, width=width, height=height))
        case Freehand(points=points):
            *rest, (x, y) = points
            return mark, replace(mark, points=(*rest, (x + draw(shift), y)))
        case Arrow() | Line():
            return mark, replace(mark, x2=mark.x2 + draw(shift))
        case Number():
            return mark, replace(mark, x=draw(near_x))
        case _:
            return mark, replace(
                mark, text=mark.text + draw(st.sampled_from(["12", "\nlinje", " og lidt til"]))
            )


@given(pairs(), st.lists(near, max_size=2), st.lists(near, max_size=2))
@settings(max_examples=150, deadline=None)
@example((Text(30, 25, "Hun er", 8), Text(30, 25, "Hun er korrupt", 8)), [], [])
@example((Arrow(20, 40, 60, 40), Arrow(20, 40, 80, 40)), [], [])
@example((Number(64, 40), None), [], [Number(15, 40)])
def test_layers_that_give_the_same_pixels_are_told_alike(
    pair: tuple[Mark, Mark | None], below: list[Mark], above: list[Mark]
) -> None:
    boxes = (Redaction(BLACK, "Navn"),)
    alone, layers = (
        [Layer((*first, *([mark] if mark else []), *last), boxes) for mark in pair]
        for first, last in (([], []), (below, above))
    )
    if burned(alone[0]) == burned(alone[1]):
        assert told(*layers[0].marks) == told(*layers[1].marks)


@given(st.lists(near, max_size=3), st.lists(corners, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_an_older_layer_that_is_let_through_is_what_would_be_told_today(
    marks: list[Mark], boxes: list[Redaction]
) -> None:
    layer = Layer(tuple(marks), tuple(boxes))
    seen = visible_layer(layer, WIDTH, HEIGHT, FONT)
    if shows_all_marks(layer, WIDTH, HEIGHT):
        assert seen.marks == layer.marks
    if shows_all_boxes(layer.redactions, WIDTH, HEIGHT):
        assert set(seen.redactions) == set(layer.redactions)


def test_plain_older_layers_are_let_through() -> None:
    marks = (Number(15, 40, "påstand"), Frame(Box(20, 10, 90, 60)), Highlight(Box(2, 2, 30, 8)))
    assert shows_all_marks(Layer(marks, (Redaction(BLACK, "Navn"),)), WIDTH, HEIGHT)
    assert shows_all_boxes((Redaction(BLACK, "Navn"),), WIDTH, HEIGHT)
