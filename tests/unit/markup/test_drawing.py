"""What is drawn for each mark, call by call, and how large: a picture of a case looks the same next year."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.markup import Arrow, Box, Frame, Highlight, Layer, Mark, Number, Redaction, Text, burning
from app.markup.burning import ACCENT, BLACK, INK, WHITE, YELLOW, draw_mark
from app.markup.sizes import Sizes, plate_margin_px
from app.picture import Canvas, Pixels

FONT = Path("font.ttf")
SIZES = Sizes(line_px=3, shaft_px=5, halo_px=2, disc_radius_px=17, digit_px=20)


class PenAndPaper(Canvas):
    """Writes down what would be drawn."""

    def __init__(self, pixels: Pixels, font: Path) -> None:
        self.paper = pixels
        self.font = font
        self.drawn: list[tuple[object, ...]] = []

    def __getattribute__(self, name: str) -> object:
        if name in {"fill", "tint", "frame", "arrow", "disc", "write"}:
            return lambda *how: self.drawn.append((name, *how))
        return super().__getattribute__(name)

    def text_size(self, text: str, size_px: int) -> tuple[int, int]:
        """As wide as it has letters."""
        return len(text) * size_px // 2, size_px

    def pixels(self) -> Pixels:
        """What it was begun on."""
        return self.paper


def drawn(mark: Mark, number: int = 7) -> list[tuple[object, ...]]:
    paper = PenAndPaper(Pixels(1, 1, b"abc"), FONT)
    draw_mark(paper, mark, number, SIZES)
    return paper.drawn


def test_colours_are_those_of_the_program() -> None:
    assert (BLACK, WHITE) == ((0, 0, 0), (255, 255, 255))
    assert (ACCENT, INK, YELLOW) == ((0x0B, 0x5C, 0x6B), (0x1F, 0x2A, 0x37), (0xFF, 0xE0, 0x3A))


def test_a_highlight_is_a_tint() -> None:
    assert drawn(Highlight(Box(1, 2, 30, 40))) == [("tint", 1, 2, 30, 40, YELLOW, 100)]


def test_a_frame_has_a_rim_around_it() -> None:
    assert drawn(Frame(Box(10, 20, 30, 40))) == [
        ("frame", 8, 18, 34, 44, WHITE, 2),
        ("frame", 10, 20, 30, 40, ACCENT, 3),
    ]


def test_an_arrow_has_a_rim_on_every_side() -> None:
    white = [
        ("arrow", 10 + right, 20 + down, 30 + right, 40 + down, WHITE, 5)
        for right in (-2, 0, 2)
        for down in (-2, 0, 2)
    ]
    assert drawn(Arrow(10, 20, 30, 40)) == [*white, ("arrow", 10, 20, 30, 40, ACCENT, 5)]


def test_a_number_stands_on_a_disc_and_is_left_out_where_it_is_nought() -> None:
    disc = [("disc", 5, 6, 19, WHITE), ("disc", 5, 6, 17, ACCENT)]
    assert drawn(Number(5, 6, "ord")) == [*disc, ("write", 5, 6, "7", 20, WHITE, "mm")]
    assert drawn(Number(5, 6, "ord"), number=0) == disc


def test_words_stand_on_a_white_plate_with_a_frame() -> None:
    assert drawn(Text(10, 20, "Navn", 16)) == [
        ("fill", 10, 20, 40, 24, WHITE),
        ("frame", 10, 20, 40, 24, ACCENT, 2),
        ("write", 14, 24, "Navn", 16, INK, "lt"),
    ]


def test_boxes_are_painted_before_the_marks_and_after_them(monkeypatch: pytest.MonkeyPatch) -> None:
    papers: list[PenAndPaper] = []

    def paper(pixels: Pixels, font: Path) -> PenAndPaper:
        papers.append(PenAndPaper(pixels, font))
        return papers[-1]

    monkeypatch.setattr(burning, "Canvas", paper)
    pixels = Pixels(40, 30, bytes(40 * 30 * 3))
    layer = Layer((Highlight(Box(0, 0, 9, 9)),), (Redaction(Box(-5, -5, 10, 10), "Navn"),))
    assert burning.burn(pixels, layer, FONT) is pixels
    ((one),) = papers
    box = ("fill", 0, 0, 5, 5, BLACK)
    assert one.drawn == [box, ("tint", 0, 0, 9, 9, YELLOW, 100), box]
    assert one.font == FONT


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        (1920, 1080, (3, 5, 2, 17, 20)),
        (100, 80, (3, 4, 1, 15, 18)),
        (1, 1, (3, 4, 1, 15, 18)),
        (3840, 2160, (6, 10, 3, 34, 40)),
        (1080, 20_000, (15, 25, 8, 85, 100)),
        (20_000, 1080, (15, 25, 8, 85, 100)),
        (1920, 2700, (8, 12, 4, 42, 50)),
        (4800, 1080, (8, 12, 4, 42, 50)),
    ],
)
def test_marks_keep_in_step_with_the_picture_up_to_five_times(
    width: int, height: int, sizes: tuple[int, ...]
) -> None:
    assert Sizes.of(width, height) == Sizes(*sizes)


def test_a_plate_reaches_a_quarter_of_its_words_beyond_them() -> None:
    assert [plate_margin_px(size) for size in (6, 12, 15, 16, 40)] == [3, 3, 3, 4, 10]
