"""Burning marks and black boxes into a copy, and above all: redaction is real (promise P11)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.markup import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Layer,
    LayerError,
    Line,
    Mark,
    Number,
    Redaction,
    Text,
    burn,
    burning,
)
from app.markup.burning import ACCENT, YELLOW
from app.picture import Canvas, Pixels, encode_png

FONT = Path(__file__).parents[3] / "resources" / "fonts" / "NotoSans-Bold.ttf"
WIDTH, HEIGHT = 72, 48
Colour = tuple[int, int, int]


def plain(colour: Colour = (250, 250, 250), width: int = WIDTH, height: int = HEIGHT) -> Pixels:
    return Pixels(width_px=width, height_px=height, rgb=bytes(colour) * (width * height))


def at(pixels: Pixels, x: int, y: int) -> Colour:
    start = 3 * (y * pixels.width_px + x)
    red, green, blue = pixels.rgb[start : start + 3]
    return red, green, blue


def covered(box: Box) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(max(0, box.x), min(WIDTH, box.x + box.width))
        for y in range(max(0, box.y), min(HEIGHT, box.y + box.height))
    }


def inside_of(layer: Layer) -> set[tuple[int, int]]:
    return set().union(*(covered(redaction.box) for redaction in layer.redactions))


def with_secret(ground: bytes, secret: bytes, places: set[tuple[int, int]]) -> Pixels:
    rgb = bytearray(ground)
    for number, (x, y) in enumerate(sorted(places)):
        start = 3 * (y * WIDTH + x)
        for channel in range(3):
            rgb[start + channel] = secret[(3 * number + channel) % len(secret)]
    return Pixels(width_px=WIDTH, height_px=HEIGHT, rgb=bytes(rgb))


boxes = st.builds(
    Box,
    st.integers(-8, WIDTH - 1),
    st.integers(-8, HEIGHT - 1),
    st.integers(9, 40),
    st.integers(9, 30),
)
xs, ys = st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1)
marks: st.SearchStrategy[Mark] = st.one_of(
    st.builds(Frame, boxes),
    st.builds(Highlight, boxes),
    st.builds(Arrow, xs, ys, xs, ys),
    st.builds(Line, xs, ys, xs, ys),
    st.builds(Ellipse, boxes),
    st.builds(Freehand, st.lists(st.tuples(xs, ys), min_size=2, max_size=5).map(tuple)),
    st.builds(Number, xs, ys),
    st.builds(Text, xs, ys, st.sampled_from(["Cpr", "æøå\n12"]), st.integers(6, 24)),
)
layers = st.builds(
    Layer,
    st.lists(marks, max_size=6).map(tuple),
    st.lists(st.builds(Redaction, boxes, st.just("Cpr-nummer")), min_size=1, max_size=3).map(tuple),
)
secrets = st.binary(min_size=3, max_size=60)


@settings(max_examples=150, deadline=None)
@given(layers, st.binary(min_size=3 * 7, max_size=3 * 7), secrets, secrets)
def test_two_secrets_under_a_box_give_the_same_bytes(
    layer: Layer, ground: bytes, one: bytes, other: bytes
) -> None:
    repeated = (ground * (WIDTH * HEIGHT))[: 3 * WIDTH * HEIGHT]
    places = inside_of(layer)
    first = burn(with_secret(repeated, one, places), layer, FONT)
    second = burn(with_secret(repeated, other, places), layer, FONT)
    assert first == second
    assert encode_png(first) == encode_png(second)
    assert {at(first, x, y) for x, y in places} == {(0, 0, 0)}


@settings(max_examples=60, deadline=None)
@given(layers, st.binary(min_size=3 * 5, max_size=3 * 5))
def test_outside_the_boxes_a_redaction_changes_nothing(layer: Layer, ground: bytes) -> None:
    repeated = (ground * (WIDTH * HEIGHT))[: 3 * WIDTH * HEIGHT]
    pixels = Pixels(width_px=WIDTH, height_px=HEIGHT, rgb=repeated)
    burned = burn(pixels, Layer(redactions=layer.redactions), FONT)
    places = inside_of(layer)
    for x in range(WIDTH):
        for y in range(HEIGHT):
            assert at(burned, x, y) == ((0, 0, 0) if (x, y) in places else at(pixels, x, y))


@pytest.mark.parametrize(
    "mark",
    [
        Highlight(Box(0, 0, WIDTH, HEIGHT)),
        Frame(Box(10, 5, 30, 20)),
        Arrow(0, 24, 70, 24),
        Number(34, 22),
        Text(22, 14, "Navn", 20),
    ],
    ids=lambda mark: type(mark).__name__,
)
def test_no_mark_lies_on_a_box_or_carries_what_it_covers(mark: Mark) -> None:
    layer = Layer(marks=(mark,), redactions=(Redaction(Box(20, 10, 30, 25), "Navn"),))
    places = inside_of(layer)
    ground = plain().rgb
    light = burn(with_secret(ground, b"\xff\xff\xff", places), layer, FONT)
    dark = burn(with_secret(ground, b"\x10\x20\x30", places), layer, FONT)
    assert light == dark
    assert all(at(light, x, y) == (0, 0, 0) for x, y in places)
    assert burn(plain(), Layer(redactions=layer.redactions), FONT) != light, "the mark is drawn"


class SmearingCanvas(Canvas):
    """A canvas whose tint mixes each pixel with its neighbours, as a soft brush would."""

    def tint(
        self, x: int, y: int, width_px: int, height_px: int, colour: Colour, percent: int = 100
    ) -> None:
        assert colour
        assert percent
        now = self.pixels()
        for column in range(max(1, x), min(self.width_px, x + width_px)):
            for row in range(max(0, y), min(self.height_px, y + height_px)):
                pair = zip(at(now, column, row), at(now, column - 1, row), strict=True)
                red, green, blue = ((one + other) // 2 for one, other in pair)
                self.fill(column, row, 1, 1, (red, green, blue))


def test_even_a_mark_that_mixes_neighbours_meets_only_black(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(burning, "Canvas", SmearingCanvas)
    layer = Layer(
        marks=(Highlight(Box(10, 10, 40, 25)),), redactions=(Redaction(Box(20, 15, 10, 9), "Navn"),)
    )
    places = inside_of(layer)
    light = burn(with_secret(plain().rgb, b"\xff\xf0\xff", places), layer, FONT)
    dark = burn(with_secret(plain().rgb, b"\x10\x20\x30", places), layer, FONT)
    assert light == dark


def test_the_picture_handed_in_is_left_alone() -> None:
    pixels = plain()
    burn(pixels, Layer(marks=(Frame(Box(5, 5, 30, 30)),)), FONT)
    assert pixels == plain()


def test_an_empty_layer_gives_the_same_picture() -> None:
    assert burn(plain(), Layer(), FONT) == plain()


def test_a_frame_is_drawn_inside_its_box_with_a_white_line_around_it() -> None:
    burned = burn(plain((0, 0, 0)), Layer(marks=(Frame(Box(10, 10, 40, 30)),)), FONT)
    assert [at(burned, x, 20) for x in (8, 9, 10, 12, 13)] == [
        (0, 0, 0),
        (255, 255, 255),
        ACCENT,
        ACCENT,
        (0, 0, 0),
    ]


def test_words_below_a_highlight_stay_readable() -> None:
    pixels = Pixels(width_px=2, height_px=1, rgb=b"\xff\xff\xff\x00\x00\x00")
    burned = burn(pixels, Layer(marks=(Highlight(Box(0, 0, 2, 1)),)), FONT)
    assert at(burned, 0, 0) == YELLOW
    assert at(burned, 1, 0) == (0, 0, 0)


def test_numbers_count_the_markers_in_order() -> None:
    one = burn(plain(), Layer(marks=(Number(36, 24),)), FONT)
    other_shapes_first = burn(
        plain(), Layer(marks=(Frame(Box(30, 20, 3, 3)), Number(36, 24))), FONT
    )
    second = burn(plain(), Layer(marks=(Number(36, 24), Number(36, 24))), FONT)
    assert one == other_shapes_first
    assert one != second


def test_an_arrow_reaches_its_point() -> None:
    burned = burn(plain(), Layer(marks=(Arrow(5, 24, 60, 24),)), FONT)
    assert at(burned, 59, 24) == ACCENT
    assert at(burned, 20, 24) == ACCENT


def test_marks_grow_with_the_picture() -> None:
    small, large = plain(), plain(width=200, height=4320)
    layer = Layer(marks=(Frame(Box(10, 10, 50, 30)),))
    assert at(burn(small, layer, FONT), 15, 20) == (250, 250, 250)
    assert at(burn(large, layer, FONT), 15, 20) == ACCENT


def test_a_layer_that_does_not_fit_is_not_drawn_at_all() -> None:
    with pytest.raises(LayerError):
        burn(plain(), Layer(redactions=(Redaction(Box(500, 0, 5, 5), "Navn"),)), FONT)
