"""How far a piece of guidance can be relied on: by its source, by the day to look again, and by its pack."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.guidance import Origin, Sourced, certainty_of
from app.language import Wording
from app.vocabulary import Certainty, Confidence

DAY = timedelta(days=1)
TODAY = date(2026, 12, 1)
GOOD = Sourced(
    source="somewhere",
    checked_on=date(2026, 11, 30),
    confidence=Confidence.VERIFIED,
    review_after=TODAY,
)
PACK = Origin("A union", Wording("Pakke", "Pack"), 3, TODAY)


def test_it_is_confirmed_on_the_last_day_and_not_on_the_next() -> None:
    assert certainty_of(GOOD, TODAY) is Certainty.CONFIRMED
    assert certainty_of(GOOD, TODAY + DAY) is Certainty.STALE


def test_a_pack_that_has_run_out_takes_everything_in_it_along() -> None:
    later = replace(GOOD, review_after=TODAY + 9 * DAY)
    assert certainty_of(later, TODAY, PACK) is Certainty.CONFIRMED
    assert certainty_of(later, TODAY + DAY, PACK) is Certainty.EXPIRED
    assert certainty_of(GOOD, TODAY + DAY, PACK) is Certainty.EXPIRED


@pytest.mark.parametrize(
    ("confidence", "certainty"),
    [
        (Confidence.SECONDARY, Certainty.SECONDARY),
        (Confidence.UNVERIFIED, Certainty.UNVERIFIED),
    ],
)
def test_what_was_not_read_at_its_source_says_so_until_it_is_old(
    confidence: Confidence, certainty: Certainty
) -> None:
    piece = replace(GOOD, confidence=confidence)
    assert certainty_of(piece, TODAY) is certainty
    assert certainty_of(piece, TODAY + DAY) is Certainty.STALE


def test_it_holds_from_its_first_day_to_its_last() -> None:
    piece = replace(GOOD, valid_from=TODAY, valid_to=TODAY + DAY)
    assert [piece.holds_on(TODAY + n * DAY) for n in (-1, 0, 1, 2)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"source": ""}, "names no source"),
        ({"valid_from": TODAY, "valid_to": TODAY - DAY}, "ends before it begins"),
        ({"review_after": GOOD.checked_on}, "is to be looked at again before it was"),
        ({"confidence": Confidence.SECONDARY}, "does not say what is not sure"),
        ({"doubt": Wording("", "x")}, "lacks words in a language"),
        ({"source_url": "javascript:alert(1)"}, "has an address that is no page"),
    ],
)
def test_what_cannot_be_is_told(changed: dict[str, object], fault: str) -> None:
    assert GOOD.faults() == []
    assert replace(GOOD, **changed).faults() == [fault]
