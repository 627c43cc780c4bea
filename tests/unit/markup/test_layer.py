"""What may lie over a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.markup import (
    Arrow,
    Box,
    Frame,
    Highlight,
    Layer,
    LayerError,
    LayerFault,
    LayerPart,
    Mark,
    Number,
    Redaction,
    Text,
    check_layer,
    merge,
    numbering,
)
from app.markup.layer import MAX_REASON, MAX_SHAPES, MAX_TEXT

FITS = Frame(Box(0, 0, 10, 10))


def covering(box: Box, reason: str = "Navn") -> Layer:
    return Layer(redactions=(Redaction(box, reason),))


@pytest.mark.parametrize(
    "mark",
    [
        Frame(Box(100, 0, 10, 10)),
        Frame(Box(0, 80, 10, 10)),
        Highlight(Box(-10, 0, 10, 10)),
        Arrow(-5, -5, -1, -1),
        Arrow(10, -50, 10, -10),
        Arrow(-10, 10, -50, 10),
        Arrow(101, 10, 150, 10),
        Arrow(10, 150, 10, 81),
        Number(140, 10),
        Number(115, 10),  # its disc reaches 15 pixels
        Number(-16, 10),
        Number(10, 95),
        Number(10, -16),
        Text(0, 80, "under"),
        Text(-100, 0, "far", 20),
        Frame(Box(0, 0, 2_000_000, 10)),
    ],
)
def test_a_mark_wholly_outside_is_refused_by_its_position(mark: Mark) -> None:
    with pytest.raises(LayerError) as caught:
        check_layer(Layer(marks=(FITS, mark)), 100, 80)
    error = caught.value
    assert (error.part, error.position, error.reason) == (LayerPart.MARK, 2, LayerFault.OUTSIDE)


@pytest.mark.parametrize(
    "mark",
    [
        Frame(Box(99, 79, 50, 50)),
        Highlight(Box(-9, -9, 10, 10)),
        Arrow(-50, 10, 5, 10),
        Arrow(7, 7, 7, 7),
        Number(-3, 5),
        Number(114, 10),
        Number(-15, 10),
        Number(10, 94),
        Number(10, -15),
        Text(-5, -5, "kant"),
    ],
)
def test_a_mark_may_reach_outside(mark: Mark) -> None:
    layer = Layer(marks=(mark,))
    assert check_layer(layer, 100, 80) == layer


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (-5, 5), (5, -5)])
def test_a_shape_without_size_is_refused(size: tuple[int, int]) -> None:
    box = Box(10, 10, *size)
    with pytest.raises(LayerError) as mark:
        check_layer(Layer(marks=(Frame(box),)), 100, 80)
    with pytest.raises(LayerError) as redaction:
        check_layer(covering(box), 100, 80)
    assert mark.value.reason is redaction.value.reason is LayerFault.NO_SIZE


def test_a_redaction_is_cut_to_the_picture() -> None:
    checked = check_layer(covering(Box(-5, 70, 20, 20)), 100, 80)
    assert checked == covering(Box(0, 70, 15, 10))


@given(*(st.integers(-300, 300) for _ in range(2)), *(st.integers(1, 400) for _ in range(2)))
def test_the_covered_area_is_exactly_what_box_and_picture_share(
    x: int, y: int, width: int, height: int
) -> None:
    shared_x = set(range(x, x + width)) & set(range(100))
    shared_y = set(range(y, y + height)) & set(range(80))
    layer = covering(Box(x, y, width, height))
    if not shared_x or not shared_y:
        with pytest.raises(LayerError):
            check_layer(layer, 100, 80)
        return
    box = check_layer(layer, 100, 80).redactions[0].box
    assert set(range(box.x, box.x + box.width)) == shared_x
    assert set(range(box.y, box.y + box.height)) == shared_y


def test_a_redaction_wholly_outside_is_refused() -> None:
    with pytest.raises(LayerError) as caught:
        check_layer(covering(Box(100, 0, 5, 5)), 100, 80)
    assert caught.value.part is LayerPart.REDACTION
    assert caught.value.reason is LayerFault.OUTSIDE


@pytest.mark.parametrize(
    ("reason", "fault"),
    [("", LayerFault.NO_REASON), (" \n", LayerFault.NO_REASON), ("x" * 201, LayerFault.TOO_LONG)],
)
def test_a_redaction_needs_a_short_reason(reason: str, fault: LayerFault) -> None:
    with pytest.raises(LayerError) as caught:
        check_layer(covering(Box(0, 0, 5, 5), reason), 100, 80)
    assert caught.value.reason is fault


def test_the_longest_reason_and_words_are_allowed() -> None:
    for layer in (
        covering(Box(0, 0, 5, 5), "x" * MAX_REASON),
        Layer(marks=(Number(5, 5, "x" * MAX_TEXT),)),
    ):
        assert check_layer(layer, 100, 80) == layer


@pytest.mark.parametrize(
    ("mark", "fault"),
    [
        (Text(0, 0, "   "), LayerFault.NO_TEXT),
        (Text(0, 0, "x" * (MAX_TEXT + 1)), LayerFault.TOO_LONG),
        (Number(5, 5, "x" * (MAX_TEXT + 1)), LayerFault.TOO_LONG),
        (Text(0, 0, "lille", 5), LayerFault.TEXT_SIZE),
        (Text(0, 0, "stor", 401), LayerFault.TEXT_SIZE),
    ],
)
def test_words_have_limits(mark: Mark, fault: LayerFault) -> None:
    with pytest.raises(LayerError) as caught:
        check_layer(Layer(marks=(mark,)), 100, 80)
    assert caught.value.reason is fault


def test_there_is_a_limit_to_the_number_of_shapes() -> None:
    redaction = Redaction(Box(0, 0, 5, 5), "Navn")
    full = Layer(marks=(FITS,) * MAX_SHAPES, redactions=(redaction,) * MAX_SHAPES)
    assert check_layer(full, 100, 80) == full
    for layer in (
        Layer(marks=(*full.marks, FITS)),
        Layer(redactions=(*full.redactions, redaction)),
    ):
        with pytest.raises(LayerError) as caught:
            check_layer(layer, 100, 80)
        assert caught.value.reason is LayerFault.TOO_MANY


def test_merging_keeps_the_earlier_shapes_and_adds_the_new_ones_on_top() -> None:
    old, new = Redaction(Box(0, 0, 5, 5), "Navn"), Redaction(Box(9, 9, 5, 5), "Cpr-nummer")
    earlier = Layer(marks=(FITS,), redactions=(old,))
    merged = merge(earlier, (Number(3, 3),), (new, old))
    assert merged == Layer(marks=(FITS, Number(3, 3)), redactions=(old, new))


def test_marks_carry_the_numbers_that_are_drawn() -> None:
    layer = Layer(marks=(Number(1, 1, "navn"), FITS, Number(2, 2), Number(3, 3, "tid")))
    assert numbering(layer, 100, 80) == (1, 0, 2, 3)


def test_too_many_shapes_are_refused_by_the_first_that_is_too_many() -> None:
    cover = Redaction(Box(0, 0, 5, 5), "Navn")
    fits = Layer((FITS,) * MAX_SHAPES, (cover,) * MAX_SHAPES)
    assert check_layer(fits, 100, 80) == fits
    for layer, part in (
        (Layer(marks=(FITS,) * (MAX_SHAPES + 1)), LayerPart.MARK),
        (Layer(redactions=(cover,) * (MAX_SHAPES + 1)), LayerPart.REDACTION),
    ):
        with pytest.raises(LayerError) as caught:
            check_layer(layer, 100, 80)
        error = caught.value
        assert (error.part, error.reason) == (part, LayerFault.TOO_MANY)
        assert error.position == MAX_SHAPES + 1


def test_a_box_that_does_not_fit_is_told_by_its_place_among_the_boxes() -> None:
    good, bad = Redaction(Box(0, 0, 5, 5), "Navn"), Redaction(Box(100, 0, 5, 5), "Navn")
    with pytest.raises(LayerError) as caught:
        check_layer(Layer(redactions=(good, bad)), 100, 80)
    error = caught.value
    assert (error.part, error.position, error.reason) == (
        LayerPart.REDACTION,
        2,
        LayerFault.OUTSIDE,
    )
