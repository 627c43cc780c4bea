"""A clock that was moved between two entries is seen by the counters, and otherwise where the time goes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.casework import ClockChange, ClockJump, Machine, apply, decode
from app.casework.kinds.note import NOTE, NoteFacts
from app.clock import stamp
from evidence_store import EntryId, PartState
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger, without

MORNING = datetime(2026, 11, 23, 13, 3, 11, 42_000, tzinfo=UTC)
MINUTE, HOUR, DAY = 60_000, 3_600_000, 24 * 3_600_000
BOOT, OTHER_BOOT = "b" * 32, "c" * 32
UNKNOWN = None


def jumps(
    *entries: tuple[int, int | None, int | None], boots: tuple[str, ...] = ()
) -> list[ClockJump | None]:
    """Of each entry: when by the clock, by monotonic time and since the boot, all in ms after the first one."""
    ledger = FakeLedger()
    for at, (wall, monotonic, since_boot) in enumerate(entries):
        boot = boots[at] if boots else BOOT
        machine = (
            Machine()
            if monotonic is UNKNOWN
            else Machine(
                boot_id=boot,
                monotonic_ms=DAY + monotonic,
                since_boot_ms=0 if since_boot is UNKNOWN else 2 * DAY + since_boot,
            )
        )
        ledger.add(NoteFacts(), machine=machine, time=stamp(MORNING + timedelta(milliseconds=wall)))
    steps = ledger.state().timeline
    assert [step.entry.seq for step in steps] == list(range(len(entries) + 1))
    return [step.clock for step in steps][1:]


def one(after: tuple[int, int | None, int | None]) -> ClockJump | None:
    first, second = jumps((0, 0, 0 if after[2] is not UNKNOWN else UNKNOWN), after)
    assert first is None
    return second


def test_a_clock_that_goes_on_is_not_spoken_of() -> None:
    assert one((5 * HOUR, 5 * HOUR, 5 * HOUR)) is None
    assert one((5 * HOUR, 5 * HOUR + 50_000, UNKNOWN)) is None
    assert one((0, 0, 0)) is None


@pytest.mark.parametrize("since_boot", [HOUR, UNKNOWN])
def test_a_clock_set_back_is_seen_by_the_counters_though_the_time_goes_on(
    since_boot: int | None,
) -> None:
    assert one((10 * MINUTE, HOUR, since_boot)) == ClockJump(
        ClockChange.BACK, EntryId(EVIDENCE, 1), 50 * MINUTE
    )
    assert one((-3 * DAY, HOUR, since_boot)) == ClockJump(
        ClockChange.BACK, EntryId(EVIDENCE, 1), 3 * DAY + HOUR
    )


def test_a_clock_set_forward_is_told_from_sleep() -> None:
    night = (9 * HOUR, MINUTE, 9 * HOUR)
    assert one(night) is None
    assert one((9 * HOUR, MINUTE, MINUTE)) == ClockJump(
        ClockChange.FORWARD, EntryId(EVIDENCE, 1), 9 * HOUR - MINUTE
    )


def test_without_a_counter_of_sleep_only_what_is_longer_than_a_month_is_told() -> None:
    assert one((5 * DAY, MINUTE, UNKNOWN)) is None
    assert one((730 * DAY, MINUTE, UNKNOWN)) == ClockJump(
        ClockChange.FORWARD_OR_ASLEEP, EntryId(EVIDENCE, 1), 730 * DAY - MINUTE
    )


def test_what_is_sealed_later_than_it_was_taken_moves_no_clock() -> None:
    assert one((-20_000, -20_000, -20_000)) is None


def test_counters_that_go_back_for_hours_are_not_believed() -> None:
    assert one((-3 * DAY, -3 * DAY, -3 * DAY)) == ClockJump(
        ClockChange.EARLIER, EntryId(EVIDENCE, 1), 3 * DAY
    )


def test_after_a_restart_only_the_times_are_left() -> None:
    boots = (BOOT, OTHER_BOOT, BOOT)
    assert jumps((0, 0, 0), (HOUR, 5 * DAY, 5 * DAY), (2 * HOUR, 0, 0), boots=boots) == [None] * 3
    back = jumps((0, 0, 0), (-HOUR, 0, 0), (-1, 0, 0), boots=boots)
    assert back == [None, ClockJump(ClockChange.EARLIER, EntryId(EVIDENCE, 1), HOUR), None]


def test_where_nothing_is_known_of_the_machine_the_times_are_compared() -> None:
    assert one((-1, UNKNOWN, UNKNOWN)) == ClockJump(ClockChange.EARLIER, EntryId(EVIDENCE, 1), 1)
    assert one((1, UNKNOWN, UNKNOWN)) is None


def test_each_jump_is_told_once_and_the_entries_after_it_are_not() -> None:
    found = jumps((0, 0, 0), (-3 * DAY, 1, 1), (730 * DAY, 2, 2), (3, 3, 3), (4, 4, 4))
    assert [each and each.change for each in found] == [
        None, ClockChange.BACK, ClockChange.FORWARD, ClockChange.BACK, None,
    ]  # fmt: skip


def test_the_chains_are_looked_at_each_by_itself_and_collected() -> None:
    ledger = FakeLedger()
    for chain, wall in ((EVIDENCE, 0), (PRIVATE, -DAY), (EVIDENCE, 1), (PRIVATE, -2 * DAY)):
        time = stamp(MORNING + timedelta(milliseconds=wall))
        ledger.add(NoteFacts(), chain=chain, machine=Machine(), time=time)
    state = ledger.state()
    assert [step.entry for step in state.jumps] == [EntryId(PRIVATE, 2)]
    jumped = [note.id for note in state.private_of(NOTE) if state.jumps_of(note)]
    assert jumped == [EntryId(PRIVATE, 2)]
    assert not any(state.jumps_of(note) for note in state.of(NOTE))


def test_a_time_that_is_none_and_a_part_that_is_gone_are_passed_over() -> None:
    ledger = FakeLedger()
    ledger.add(
        NoteFacts(), machine=Machine(boot_id=BOOT, monotonic_ms=1), time="2026-11-23T13:03:11.042Z"
    )
    last = ledger.add(NoteFacts(), time="2026-02-30T24:00:00.000Z")
    gone = without(ledger.entries[-1], "machine", state=PartState.ERASED)
    state = apply(FakeLedger().state(), decode(gone))
    assert state.step_of(last) is not None
    assert not ledger.state().jumps
