"""How the moments of a film are told."""

from __future__ import annotations

import pytest

from app.casework import times_apart


@pytest.mark.parametrize(
    ("moments_us", "told"),
    [
        ((0, 1_000_000, 61_000_000), ("0:00", "0:01", "1:01")),
        ((80_000, 240_000, 1_950_000), ("0:00,0", "0:00,2", "0:01,9")),
        ((), ()),
    ],
)
def test_moments_that_would_read_the_same_are_told_to_a_tenth(
    moments_us: tuple[int, ...], told: tuple[str, ...]
) -> None:
    assert times_apart(moments_us) == told
