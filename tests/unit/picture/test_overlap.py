"""What a picture shares with the one before it, after a page was scrolled."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.picture import Overlap, Pixels, crop, find_overlap

WIDE, HIGH = 180, 120


def page(height_px: int, seed: int = 1) -> Pixels:
    """A made-up page: lines of words on white, and white between them."""
    dice = random.Random(seed)
    rows = []
    for y in range(height_px):
        if y % 24 < 9:
            rows.append(bytes([255]) * 3 * WIDE)
        else:
            rows.append(bytes(dice.choice((0, 255)) for _ in range(WIDE) for _ in range(3)))
    return Pixels(WIDE, height_px, b"".join(rows))


def seen(whole: Pixels, top: int) -> Pixels:
    return crop(whole, 0, top, WIDE, HIGH)


def laid(over: Pixels, under: Pixels, x: int, y: int) -> Pixels:
    """One picture laid on another."""
    rows = [bytearray(under.rgb[3 * WIDE * each : 3 * WIDE * (each + 1)]) for each in range(HIGH)]
    for row in range(over.height_px):
        line = over.rgb[3 * over.width_px * row : 3 * over.width_px * (row + 1)]
        rows[y + row][3 * x : 3 * (x + over.width_px)] = line
    return Pixels(WIDE, HIGH, b"".join(rows))


@settings(max_examples=25)
@given(st.integers(1, HIGH - 40))
def test_a_page_that_was_scrolled_shares_the_rest_in_both_directions(moved: int) -> None:
    whole = page(HIGH * 2)
    upper, lower = seen(whole, 0), seen(whole, moved)
    assert find_overlap(upper, lower) == Overlap(HIGH - moved, moved)
    assert find_overlap(lower, upper) == Overlap(HIGH - moved, -moved)


def test_a_page_that_was_scrolled_too_far_shares_nothing() -> None:
    whole = page(HIGH * 3)
    assert find_overlap(seen(whole, 0), seen(whole, HIGH + 3)) is None


def test_a_page_that_stood_still_is_the_same() -> None:
    still = seen(page(HIGH), 0)
    assert find_overlap(still, still) == Overlap(HIGH, 0)


def test_what_stays_in_its_place_does_not_count() -> None:
    whole = page(HIGH * 2)
    bar = crop(page(30, seed=7), 0, 0, WIDE, 30)
    advert = crop(page(60, seed=8), 0, 0, 50, 60)
    before = laid(advert, laid(bar, seen(whole, 0), 0, 0), 130, 40)
    after = laid(advert, laid(bar, seen(whole, 48), 0, 0), 130, 40)
    assert find_overlap(before, after) == Overlap(HIGH - 48, 48)
    far = laid(advert, laid(bar, seen(whole, HIGH), 0, 0), 130, 40)
    assert find_overlap(before, far) is None


def test_words_that_come_again_are_no_overlap() -> None:
    """The name of one who wrote twice stands in both pictures, and nothing else of it does."""
    name = crop(page(40, seed=3), 0, 9, 60, 15)
    one, other = seen(page(HIGH, seed=4), 0), seen(page(HIGH, seed=5), 0)
    assert find_overlap(laid(name, one, 0, 81), laid(name, other, 0, 9)) is None


@pytest.mark.parametrize("size", [(WIDE, HIGH + 1), (WIDE - 1, HIGH)])
def test_pictures_of_two_sizes_are_not_compared(size: tuple[int, int]) -> None:
    other = Pixels(*size, bytes(3 * size[0] * size[1]))
    assert find_overlap(seen(page(HIGH), 0), other) is None


def test_blank_pages_tell_nothing_but_that_they_are_the_same() -> None:
    blank = Pixels(WIDE, HIGH, bytes([250]) * 3 * WIDE * HIGH)
    assert find_overlap(blank, blank) == Overlap(HIGH, 0)
    assert find_overlap(seen(page(HIGH), 0), blank) is None


@pytest.mark.parametrize("width", [1, 2, 5])
def test_the_narrowest_pictures_are_compared_too(width: int) -> None:
    dice = random.Random(width)
    rgb = bytes(dice.randrange(256) for _ in range(3 * width * 60))
    before = Pixels(width, 40, rgb[: 3 * width * 40])
    after = Pixels(width, 40, rgb[3 * width * 10 : 3 * width * 50])
    found = find_overlap(before, after)
    assert found == (None if width == 1 else Overlap(30, 10))
