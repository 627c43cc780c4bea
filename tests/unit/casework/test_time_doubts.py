"""A time that can hardly be meant is doubted; one that is unknown, or just now, is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.casework import TimeDoubt, doubt_of, doubt_of_answer, doubt_of_seen

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def test_what_is_still_to_come_is_doubted_and_a_slow_clock_is_not() -> None:
    assert doubt_of(NOW + HOUR, NOW) is TimeDoubt.TO_COME
    assert doubt_of(NOW + MINUTE, NOW) is None
    assert doubt_of(NOW - HOUR, NOW) is None
    assert doubt_of(None, NOW) is None


def test_a_post_cannot_be_seen_before_it_was_posted() -> None:
    assert doubt_of_seen(NOW - 2 * HOUR, NOW - HOUR, NOW) is TimeDoubt.SEEN_BEFORE_POSTED
    assert doubt_of_seen(NOW - HOUR, NOW - HOUR, NOW) is None
    assert doubt_of_seen(NOW - HOUR, None, NOW) is None
    assert doubt_of_seen(None, NOW - HOUR, NOW) is None
    assert doubt_of_seen(NOW + HOUR, None, NOW) is TimeDoubt.TO_COME


def test_an_answer_cannot_come_before_they_were_told() -> None:
    assert doubt_of_answer(NOW - 2 * HOUR, NOW - HOUR, NOW) is TimeDoubt.ANSWERED_BEFORE_TOLD
    assert doubt_of_answer(NOW - HOUR, NOW - HOUR, NOW) is None
    assert doubt_of_answer(NOW - HOUR, None, NOW) is None
    assert doubt_of_answer(NOW + HOUR, NOW - HOUR, NOW) is TimeDoubt.TO_COME
