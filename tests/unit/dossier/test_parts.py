"""A long picture is cut where it stands still, and nothing of it is lost."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.dossier.pages.parts import is_broad, is_long, parts_of, wanted_scale

ROOM = 642.0
BESIDE, WHOLE = 294.0, 479.0


def lines_of_text(height_px: int, line_px: int = 40, space_px: int = 12) -> bytes:
    """Rows that are still between lines and not within them."""
    return bytes(row % line_px >= line_px - space_px for row in range(height_px))


@given(
    height=st.integers(600, 60_000),
    width=st.integers(40, 2_000),
    still=st.binary(max_size=400),
)
def test_parts_follow_each_other_without_a_gap_and_fit_their_pages(
    height: int, width: int, still: bytes
) -> None:
    wanted = wanted_scale(width, BESIDE, WHOLE)
    if not is_long(height, ROOM, wanted):
        return
    parts = parts_of(height, ROOM, wanted, still * (height // max(1, len(still)) + 1))
    assert parts[0].top_px == 0
    assert parts[-1].top_px + parts[-1].rows_px == height
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert {part.total for part in parts} == {len(parts)}
    for part in parts:
        assert part.rows_px > 0
        assert part.rows_px * part.scale <= ROOM + 0.01
        assert part.scale >= wanted * 0.6
    for before, after in itertools.pairwise(parts):
        assert before.top_px < after.top_px < before.top_px + before.rows_px


def test_a_telephones_long_picture_and_the_case_are_cut_between_two_lines() -> None:
    for width, height in ((1080, 20_000), (360, 7_200)):
        still = lines_of_text(height)
        parts = parts_of(height, ROOM, wanted_scale(width, BESIDE, WHOLE), still)
        assert 6 <= len(parts) <= 8
        for part in parts[:-1]:
            end = part.top_px + part.rows_px
            assert still[end - 1]
            assert still[end]
        for part in parts[1:]:
            assert still[part.top_px]
        # A line of text that had to be cut would stand whole in one of the two.
        for before, after in itertools.pairwise(parts):
            assert before.top_px + before.rows_px - after.top_px >= 40


def test_the_widest_space_is_taken_before_a_narrow_one() -> None:
    height = 7_200
    still = bytearray(lines_of_text(height, 30, 4))
    still[1_100:1_160] = b"\x01" * 60
    parts = parts_of(height, ROOM, 0.75, bytes(still))
    assert 1_100 < parts[0].rows_px < 1_160


def test_a_picture_that_nowhere_stands_still_is_cut_all_the_same() -> None:
    for still in (b"", bytes(7_200)):
        parts = parts_of(7_200, ROOM, 0.75, still)
        assert len(parts) >= 6


def test_what_fits_a_page_is_left_whole() -> None:
    for width, height in ((27, 125), (1_080, 2_340), (1_080, 3_000), (400, 700), (1_920, 1_080)):
        assert not is_long(height, ROOM, wanted_scale(width, BESIDE, WHOLE))
    assert is_long(20_000, ROOM, wanted_scale(1_080, BESIDE, WHOLE))


def test_a_page_of_a_computer_gets_the_whole_width() -> None:
    assert is_broad(1_280)
    assert not is_broad(1_080)
    assert wanted_scale(1_280, BESIDE, WHOLE) == WHOLE / 1_280
    assert wanted_scale(1_080, BESIDE, WHOLE) == BESIDE / 1_080
    assert wanted_scale(100, BESIDE, WHOLE) == 0.75
