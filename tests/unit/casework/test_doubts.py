"""What a time can hardly be before, in every kind; said, and never refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.casework import KINDS, After, Field, FieldKind, TimeDoubt, Written, doubt_in

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
WRITTEN: tuple[Written[Any], ...] = tuple(kind for kind in KINDS if isinstance(kind, Written))
PAIRS = {
    (kind.tag, field.name, after.name): after.doubt
    for kind in WRITTEN
    for field in kind.fields
    for after in field.after
}
EXPECTED = {
    ("incident", "first_seen", "published"): TimeDoubt.SEEN_BEFORE_POSTED,
    ("incident", "ends", "published"): TimeDoubt.ENDED_BEFORE_BEGUN,
    ("incident", "ends", "first_seen"): TimeDoubt.BEFORE_FIRST_SEEN,
    ("notification", "reply_at", "at"): TimeDoubt.ANSWERED_BEFORE_TOLD,
    ("notification", "follow_up", "at"): TimeDoubt.ANSWERED_BEFORE_TOLD,
    ("notification", "due", "at"): TimeDoubt.BEFORE_AGREED,
    ("notification", "settled", "at"): TimeDoubt.BEFORE_AGREED,
    ("request", "due", "at"): TimeDoubt.ANSWERED_BEFORE_ASKED,
    ("request", "reply_at", "at"): TimeDoubt.ANSWERED_BEFORE_ASKED,
    ("request", "closed", "at"): TimeDoubt.ENDED_BEFORE_BEGUN,
    ("answer", "due", "at"): TimeDoubt.BEFORE_AGREED,
    ("answer", "settled", "at"): TimeDoubt.BEFORE_AGREED,
    ("measure", "due", "at"): TimeDoubt.BEFORE_AGREED,
    ("caseworker_change", "due", "at"): TimeDoubt.ANSWERED_BEFORE_ASKED,
    ("caseworker_change", "closed", "at"): TimeDoubt.ENDED_BEFORE_BEGUN,
    ("concern", "follow_up", "at"): TimeDoubt.ANSWERED_BEFORE_TOLD,
    ("idea", "tried_on", "at"): TimeDoubt.BEFORE_CAME_UP,
    ("police_report", "status_on", "at"): TimeDoubt.BEFORE_REPORTED,
    ("police_report", "receipt_at", "at"): TimeDoubt.BEFORE_REPORTED,
    ("takedown", "status_on", "at"): TimeDoubt.ANSWERED_BEFORE_ASKED,
    ("takedown", "complained_at", "at"): TimeDoubt.ANSWERED_BEFORE_ASKED,
    ("takedown", "body_at", "complained_at"): TimeDoubt.CAME_BEFORE_SENT,
    ("takedown", "body_at", "at"): TimeDoubt.ANSWERED_BEFORE_ASKED,
    ("witness_statement", "signed_on", "seen_at"): TimeDoubt.BEFORE_WITNESSED,
    ("own_statement", "signed_on", "at"): TimeDoubt.BEFORE_WRITTEN,
    ("reaction", "ended", "started"): TimeDoubt.ENDED_BEFORE_BEGUN,
    ("absence", "to_on", "from_on"): TimeDoubt.ENDED_BEFORE_BEGUN,
    ("expense", "refunded_on", "paid_on"): TimeDoubt.CAME_BEFORE_SENT,
    ("injury_step", "at", "injury_on"): TimeDoubt.BEFORE_INJURY,
    ("injury_step", "receipt_on", "at"): TimeDoubt.CAME_BEFORE_SENT,
    ("support_offer", "reply_at", "at"): TimeDoubt.BEFORE_OFFERED,
    ("checklist", "expires", "done"): TimeDoubt.BEFORE_DONE,
    ("checklist", "remind", "done"): TimeDoubt.BEFORE_DONE,
    ("consent", "withdrawn", "at"): TimeDoubt.ENDED_BEFORE_BEGUN,
}


def test_every_time_that_must_follow_another_says_so() -> None:
    assert PAIRS == EXPECTED


def test_what_lies_ahead_is_a_day() -> None:
    ahead = [field for kind in WRITTEN for field in kind.fields if field.to_come]
    assert {field.kind for field in ahead} == {FieldKind.DAY}


def doubt(at: dict[str, datetime], *, days: bool = False) -> TimeDoubt | None:
    def is_day(_: str) -> bool:
        return days

    return doubt_in(FIELD.name, FIELD, at.get, is_day, NOW)


FIELD = Field(
    name="ends",
    kind=FieldKind.TIME,
    after=(After("first", TimeDoubt.ENDED_BEFORE_BEGUN), After("second", TimeDoubt.BEFORE_DONE)),
)
EARLY, LATE = NOW - timedelta(days=2), NOW - timedelta(days=1)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ({"ends": EARLY, "first": LATE, "second": LATE}, TimeDoubt.ENDED_BEFORE_BEGUN),
        ({"ends": EARLY, "first": LATE}, TimeDoubt.ENDED_BEFORE_BEGUN),
        ({"ends": EARLY, "first": EARLY, "second": LATE}, TimeDoubt.BEFORE_DONE),
        ({"ends": EARLY, "second": LATE}, TimeDoubt.BEFORE_DONE),
        ({"ends": LATE, "first": EARLY, "second": LATE}, None),
        ({"ends": LATE}, None),
        ({"first": LATE}, None),
        ({"ends": NOW + timedelta(hours=1), "first": LATE}, TimeDoubt.TO_COME),
        ({"ends": NOW + timedelta(hours=1), "first": NOW + timedelta(hours=2)},
         TimeDoubt.ENDED_BEFORE_BEGUN),
    ],
)  # fmt: skip
def test_a_time_is_compared_with_all_that_it_must_follow(
    at: dict[str, datetime], expected: TimeDoubt | None
) -> None:
    assert doubt(at) is expected


def test_a_day_is_neither_before_nor_after_a_time_of_that_day() -> None:
    morning, evening = NOW.replace(hour=7), NOW.replace(hour=12)
    assert doubt({"ends": morning, "first": evening}) is TimeDoubt.ENDED_BEFORE_BEGUN
    assert doubt({"ends": morning, "first": evening}, days=True) is None
