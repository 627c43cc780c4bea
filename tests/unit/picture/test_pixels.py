from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.picture import (
    Block,
    Pixels,
    crop,
    draw_text_page,
    encode_png,
    is_black,
    is_one_colour,
    pixels_from_bgrx,
    thumbnail,
)
from benchmarks.frames import frames
from tests.fakes.screen import striped_pixels
from tests.unit.house.tree import ROOT

FONTS = ROOT / "resources" / "fonts"


@pytest.mark.parametrize(
    ("width_px", "height_px", "length"), [(0, 1, 0), (1, 0, 0), (2, 2, 11), (2, 2, 13), (-1, -1, 3)]
)
def test_sizes_that_do_not_fit_the_bytes_are_refused(
    width_px: int, height_px: int, length: int
) -> None:
    with pytest.raises(ValueError, match="pixels"):
        Pixels(width_px, height_px, bytes(length))


def test_a_screen_with_too_few_bytes_is_refused() -> None:
    with pytest.raises(ValueError, match="BGRX"):
        pixels_from_bgrx(2, 2, bytes(15))


def test_the_text_form_tells_the_size_and_nothing_of_the_content() -> None:
    assert repr(Pixels(1, 1, b"abc")) == "Pixels(1 x 1)"


@pytest.mark.parametrize(
    ("x", "y", "width_px", "height_px"),
    [(-1, 0, 2, 2), (0, -1, 2, 2), (0, 0, 0, 2), (0, 0, 2, 0), (3, 0, 2, 1), (0, 3, 1, 2)],
)
def test_a_crop_that_reaches_outside_is_refused(
    x: int, y: int, width_px: int, height_px: int
) -> None:
    with pytest.raises(ValueError, match="inside"):
        crop(striped_pixels(4, 4), x, y, width_px, height_px)


@given(
    st.integers(1, 30),
    st.integers(1, 30),
    st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255)),
    st.data(),
)
def test_one_other_pixel_is_enough_not_to_be_one_colour(
    width_px: int, height_px: int, colour: tuple[int, int, int], data: st.DataObject
) -> None:
    plain = bytes(colour) * (width_px * height_px)
    assert is_one_colour(Pixels(width_px, height_px, plain))
    assert is_black(Pixels(width_px, height_px, plain)) == (colour == (0, 0, 0))

    if width_px * height_px == 1:
        return
    spotted = bytearray(plain)
    at = data.draw(st.integers(0, len(spotted) - 1))
    spotted[at] ^= 1
    assert not is_one_colour(Pixels(width_px, height_px, bytes(spotted)))


def test_equal_pixels_are_equal_however_they_are_held() -> None:
    held = striped_pixels(5, 4)
    image = Pixels.from_image(Image.frombytes("RGB", (5, 4), held.rgb))

    assert image == held
    assert hash(image) == hash(held)
    assert image.colour_at(3, 2) == held.colour_at(3, 2)
    assert held != striped_pixels(4, 5)


@pytest.mark.parametrize(
    ("width_px", "height_px", "expected"),
    [
        (1920, 1080, (320, 180)),
        (1080, 1920, (180, 320)),
        (3200, 1080, (320, 108)),
        (321, 200, (320, 199)),
        (320, 200, (320, 200)),
        (40, 30, (40, 30)),
        (1, 5000, (1, 320)),
        (5000, 1, (320, 1)),
        (1, 1, (1, 1)),
    ],
)
def test_a_thumbnail_keeps_the_shape_and_is_never_larger(
    width_px: int, height_px: int, expected: tuple[int, int]
) -> None:
    small = thumbnail(Pixels(width_px, height_px, bytes(3 * width_px * height_px)))

    with Image.open(io.BytesIO(small)) as image:
        assert image.format == "JPEG"
        assert image.size == expected
        assert not image.getexif()


def test_the_thumbnail_of_a_real_screen_is_about_ten_kilobytes_and_looks_like_it() -> None:
    name, pixels = frames(1920, 1080)[0]
    assert name == "post 1"
    small = thumbnail(pixels)

    assert 4_000 < len(small) < 20_000
    with Image.open(io.BytesIO(small)) as image:
        for x, y in ((160, 5), (25, 24), (300, 150)):
            expected = pixels.image().crop((6 * x, 6 * y, 6 * x + 6, 6 * y + 6)).resize((1, 1), 4)
            for shown, meant in zip(
                bytes(image.crop((x, y, x + 1, y + 1)).tobytes()), expected.tobytes(), strict=True
            ):
                assert abs(shown - meant) < 60


def test_a_grey_picture_is_held_by_a_third_and_is_the_same_to_all_who_ask() -> None:
    grey = Image.linear_gradient("L").resize((700, 1_900))
    held, plain = Pixels.from_image(grey), Pixels.from_image(grey.convert("RGB"))
    assert encode_png(held) == encode_png(plain)
    assert abs(len(thumbnail(held)) - len(thumbnail(plain))) < 40
    assert held.as_held().mode == "L"
    assert held.colour_at(9, 1_000) == plain.colour_at(9, 1_000)
    assert held == plain


def test_a_page_of_words_is_drawn_in_grey_and_one_with_a_picture_in_colour() -> None:
    words = [
        Block("title", "Æble"),
        Block("rule", ""),
        Block("field", "Fra: Bo"),
        Block("text", "a"),
    ]
    page = draw_text_page(words, {}, FONTS)
    assert page.pixels.as_held().mode == "L"
    picture = Pixels(2, 2, bytes((200, 10, 10)) * 4)
    coloured = draw_text_page([*words, Block("picture", "", 0)], {0: picture}, FONTS).pixels
    assert coloured.as_held().mode == "RGB"
    assert (200, 10, 10) in {coloured.colour_at(80, y) for y in range(80, coloured.height_px)}
    # What is written looks the same in both.
    assert crop(coloured, 0, 0, 1240, 230) == crop(page.pixels, 0, 0, 1240, 230)
