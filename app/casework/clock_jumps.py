"""Whether the computer's clock was moved between two entries, as far as its counters tell. Pure.

Rules:
- The counters are trusted within one boot only: monotonic time stands still while the machine sleeps, ``since_boot_ms``
  does not, and older entries have only the former. So a step back is seen by either, a step forward for certain only
  by the latter: without it the machine may have slept, and only what is longer than a month is told.
- A picture or a file is sealed with the time at which it was taken, perhaps after something later. The counters then
  go back as the clock does, and nothing was moved. Where they go back further than an hour, or say that the machine
  was on for ten years, they are not believed.
- Where the counters cannot be compared, only a time that is earlier than the one before is told.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from app.casework.part import Machine
from evidence_store import EntryId

TOLERANCE_MS = 60_000
_LATE_SEAL_MS = 3_600_000
_LONGEST_SLEEP_MS = 31 * 24 * 3_600_000
_LONGEST_BOOT_MS = 10 * 365 * 24 * 3_600_000


class ClockChange(StrEnum):
    """What happened to the clock."""

    BACK = "back"
    FORWARD = "forward"
    FORWARD_OR_ASLEEP = "forward_or_asleep"
    EARLIER = "earlier"


class ClockJump(msgspec.Struct, frozen=True):
    """The clock jumped between two entries of one chain.

    Attributes:
        change: what the counters say; EARLIER where they say nothing and the time goes back.
        before: the entry it is compared with.
        by_ms: how far, always positive.
    """

    change: ClockChange
    before: EntryId
    by_ms: int


class Reading(msgspec.Struct, frozen=True):
    """The clocks as one entry has them. ``boot_id`` is "" where the entry tells nothing of the machine."""

    entry: EntryId
    wall_ms: int
    boot_id: str = ""
    monotonic_ms: int = 0
    since_boot_ms: int = 0


def reading_of(entry: EntryId, time: str, machine: object) -> Reading | None:
    """What an entry's time and its part ``machine`` say; None where the time is none."""
    try:
        wall = datetime.fromisoformat(time)
    except ValueError:
        return None
    wall_ms = round(wall.timestamp() * 1000)
    if not isinstance(machine, Machine):
        return Reading(entry, wall_ms)
    return Reading(entry, wall_ms, machine.boot_id, machine.monotonic_ms, machine.since_boot_ms)


def jump_between(before: Reading, after: Reading) -> ClockJump | None:
    """How the clock was moved between two entries that follow each other."""
    passed = after.wall_ms - before.wall_ms
    counted, sleepless = _counted(before, after)
    if counted is None:
        return ClockJump(ClockChange.EARLIER, before.entry, -passed) if passed < 0 else None
    moved = passed - counted
    if moved < -TOLERANCE_MS:
        return ClockJump(ClockChange.BACK, before.entry, -moved)
    if sleepless and moved > TOLERANCE_MS:
        return ClockJump(ClockChange.FORWARD, before.entry, moved)
    if moved > _LONGEST_SLEEP_MS:
        return ClockJump(ClockChange.FORWARD_OR_ASLEEP, before.entry, moved)
    return None


def _counted(before: Reading, after: Reading) -> tuple[int | None, bool]:
    """How long the counters say it was, and whether they count sleep too; None where they cannot be compared."""
    if not after.boot_id or before.boot_id != after.boot_id:
        return None, False
    sleepless = before.since_boot_ms > 0 and after.since_boot_ms > 0
    awake = after.monotonic_ms - before.monotonic_ms
    counted = after.since_boot_ms - before.since_boot_ms if sleepless else awake
    possible = 0 < before.monotonic_ms < _LONGEST_BOOT_MS > after.monotonic_ms > 0
    believed = possible and counted >= -_LATE_SEAL_MS
    return (counted if believed else None), sleepless
