"""The one place that asks what time it is.

Rules:
- All times are aware UTC. Local Danish time is made only where it is shown.
- A claimed time is the computer's own: every moment carries how far it was checked.
- Monotonic time, the time since the boot and the boot's id travel with it, so that a clock that was moved between
  two entries can be seen.
"""

from __future__ import annotations

import ctypes
import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import msgspec

DANISH_TIME = ZoneInfo("Europe/Copenhagen")
_BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")


class Moment(msgspec.Struct, frozen=True):
    """One reading of the computer's clocks.

    Attributes:
        utc: aware UTC time, cut to whole milliseconds.
        monotonic_ns: nanoseconds of the monotonic clock; comparable only within one boot.
        boot_id: names the boot (Linux, Windows), or this start of the program where the platform names none.
        since_boot_ns: nanoseconds since the boot with sleep counted in, which monotonic time leaves out; 0 where
            the platform does not tell.
        check: how the clock was compared with the outside; "not_checked" until something does.
    """

    utc: datetime
    monotonic_ns: int
    boot_id: str
    check: str = "not_checked"
    since_boot_ns: int = 0


class Clock(Protocol):
    """What an act needs of time."""

    def now(self) -> Moment:
        """Read the clocks once."""
        ...


class SystemClock:
    """The computer's own clock."""

    def __init__(self) -> None:
        self._boot_id = _read_boot_id()

    def now(self) -> Moment:
        """Read the clocks once; the time is cut, never rounded up into the future."""
        utc = datetime.now(UTC)
        return Moment(
            utc=utc.replace(microsecond=utc.microsecond // 1000 * 1000),
            monotonic_ns=time.monotonic_ns(),
            boot_id=self._boot_id,
            since_boot_ns=_since_boot_ns(),
        )


def clock_readings() -> tuple[float, ...]:
    """Return the seconds of each clock, in one order: wall, monotonic and, where the system has one, since boot.

    On Linux the monotonic clock stands still while the computer sleeps, and the one since boot does not.
    """
    since_boot = _since_boot_ns()
    return time.time(), time.monotonic(), *([since_boot / 1e9] if since_boot else [])


def stamp(utc: datetime) -> str:
    """Write an aware time as the ledger keeps it: ``2026-11-23T13:03:11.042Z``."""
    if utc.tzinfo is None:
        raise ValueError("a time without zone reached the ledger")
    utc = utc.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def parse_stamp(text: str) -> datetime:
    """Read a ledger time back. Raises ValueError when it is not exactly of that form."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def boot_id_of_windows(boot_time: int, bias: int) -> str:
    """Name a boot of Windows by its own beginning.

    Args:
        boot_time: when it was, in ticks of 100 ns, as the clock has it now.
        bias: how far the clock was moved since then. Both move with it, so that the name stays.
    """
    return f"{boot_time - bias & (1 << 64) - 1:016x}"


class _TimeOfDay(ctypes.Structure):
    """SYSTEM_TIMEOFDAY_INFORMATION."""

    _fields_ = (
        ("boot_time", ctypes.c_int64),
        ("now", ctypes.c_int64),
        ("zone_bias", ctypes.c_int64),
        ("zone", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32),
        ("boot_time_bias", ctypes.c_uint64),
        ("sleep_bias", ctypes.c_uint64),
    )


_TIME_OF_DAY = 3  # SYSTEM_INFORMATION_CLASS


def _since_boot_ns() -> int:
    if sys.platform == "win32":
        # Documented to count sleep. Python's own monotonic time is another counter there since 3.13.
        ticks = ctypes.WinDLL("kernel32").GetTickCount64
        ticks.restype = ctypes.c_uint64
        return int(ticks()) * 1_000_000
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime_ns(clock) if clock is not None else 0


def _read_boot_id() -> str:
    if sys.platform == "win32":
        told = _TimeOfDay()
        ask = ctypes.WinDLL("ntdll").NtQuerySystemInformation
        if ask(_TIME_OF_DAY, ctypes.byref(told), ctypes.sizeof(told), None) == 0:
            return boot_id_of_windows(told.boot_time, told.boot_time_bias)
        return uuid.uuid4().hex
    try:
        return _BOOT_ID_FILE.read_text(encoding="ascii").strip()
    except OSError:
        return uuid.uuid4().hex
