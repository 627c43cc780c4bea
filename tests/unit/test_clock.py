"""The computer's own clock gives times that the ledger takes, and counters that only grow."""

from __future__ import annotations

import subprocess
import sys

from app.clock import SystemClock, boot_id_of_windows, clock_readings, parse_stamp, stamp
from tests.unit.house.tree import ROOT


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


def test_two_starts_of_the_program_within_one_boot_name_the_same_boot() -> None:
    words = "from app.clock import SystemClock; print(SystemClock().now().boot_id)"
    told = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == SystemClock().now().boot_id


def test_a_boot_of_windows_keeps_its_name_where_its_clock_is_moved_and_no_other_has_it() -> None:
    booted, hour = 134_000_000_000_000_000, 36_000_000_000
    name = boot_id_of_windows(booted, 0)
    assert boot_id_of_windows(booted + hour, hour) == name
    assert boot_id_of_windows(booted - hour, (1 << 64) - hour) == name
    assert boot_id_of_windows(booted + 1, 0) != name
    assert len(name) == 16


def test_each_clock_that_is_read_goes_on() -> None:
    first, second = clock_readings(), clock_readings()
    assert len(first) == len(second) == 3
    assert all(before <= after for before, after in zip(first, second, strict=True))
