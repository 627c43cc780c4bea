"""What a file says of itself, told as people read it, and as no more than that."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.casework.kinds.file import FileClaims, claimed
from app.language import Language

ENGLISH = Language("en", Path())


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (FileClaims(mailed="2026-03-14T21:05:00+01:00"), "14 March 2026 at 21:05"),
        (FileClaims(mailed="2026-07-14T19:05:00+00:00"), "14 July 2026 at 21:05"),
        (FileClaims(taken="2026-07-14T21:05:09"), "14 July 2026 at 21:05"),
        (FileClaims(mailed="igår ved 9-tiden"), "igår ved 9-tiden"),
        (FileClaims(mailed="9999-12-31T23:59:59-12:00"), "9999-12-31T23:59:59-12:00"),
    ],
)
def test_a_time_is_read_as_other_times_are_and_what_is_none_stands_as_it_is(
    claims: FileClaims, told: str
) -> None:
    (line,) = claimed(claims, ENGLISH)
    assert line.value == told
    assert "as the" in line.label
