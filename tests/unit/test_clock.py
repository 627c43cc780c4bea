"""The computer's own clock gives times that the ledger takes, and counters that only grow."""

from __future__ import annotations

from app.clock import SystemClock, parse_stamp, stamp


def test_one_reading_has_all_that_tells_a_clock_that_was_moved() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.boot_id == second.boot_id != ""
    assert 0 < first.monotonic_ns <= second.monotonic_ns
    # Sleep is counted in, so it is never the smaller one.
    assert first.monotonic_ns <= first.since_boot_ns + 1_000_000_000
    assert 0 < first.since_boot_ns <= second.since_boot_ns


def test_a_time_comes_back_from_the_ledger_as_it_went_there() -> None:
    now = SystemClock().now().utc
    assert parse_stamp(stamp(now)) == now
