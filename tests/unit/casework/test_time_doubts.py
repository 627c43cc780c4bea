"""A time that can hardly be meant is doubted; one that is unknown, or just now, is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.casework import TimeDoubt, doubt_of

SEEN = TimeDoubt.SEEN_BEFORE_POSTED
TOLD = TimeDoubt.ANSWERED_BEFORE_TOLD
NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def test_what_is_still_to_come_is_doubted_and_a_slow_clock_is_not() -> None:
    assert doubt_of(NOW + HOUR, NOW) is TimeDoubt.TO_COME
    assert doubt_of(NOW + MINUTE, NOW) is None
    assert doubt_of(NOW - HOUR, NOW) is None
    assert doubt_of(None, NOW) is None


def test_a_post_cannot_be_seen_before_it_was_posted() -> None:
    assert (
        doubt_of(NOW - 2 * HOUR, NOW, after=NOW - HOUR, too_early=SEEN)
        is TimeDoubt.SEEN_BEFORE_POSTED
    )
    assert doubt_of(NOW - HOUR, NOW, after=NOW - HOUR, too_early=SEEN) is None
    assert doubt_of(NOW - HOUR, NOW, after=None, too_early=SEEN) is None
    assert doubt_of(None, NOW, after=NOW - HOUR, too_early=SEEN) is None
    assert doubt_of(NOW + HOUR, NOW, after=None, too_early=SEEN) is TimeDoubt.TO_COME


def test_an_answer_cannot_come_before_they_were_told() -> None:
    assert (
        doubt_of(NOW - 2 * HOUR, NOW, after=NOW - HOUR, too_early=TOLD)
        is TimeDoubt.ANSWERED_BEFORE_TOLD
    )
    assert doubt_of(NOW - HOUR, NOW, after=NOW - HOUR, too_early=TOLD) is None
    assert doubt_of(NOW - HOUR, NOW, after=None, too_early=TOLD) is None
    assert doubt_of(NOW + HOUR, NOW, after=NOW - HOUR, too_early=TOLD) is TimeDoubt.TO_COME
