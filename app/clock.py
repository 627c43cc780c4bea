"""The one place that asks what time it is.

Rules:
- All times are aware UTC. Local Danish time is made only where it is shown.
- A claimed time is the computer's own: every moment carries how far it was checked.
- Monotonic time, the time since the boot and the boot's id travel with it, so that a clock that was moved between
  two entries can be seen.
"""

from __future__ import annotations

import ctypes
import re
import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import msgspec

DANISH_TIME = ZoneInfo("Europe/Copenhagen")
_STAMP = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z")
_BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")


NOT_CHECKED = "not_checked"
_LASTS_NS = 12 * 3600 * 1_000_000_000
_MOVED_NS = 1_000_000_000  # more than this between two readings is a clock that somebody moved
_CHECK = re.compile(
    r"ntp offset_ms=(?P<offset>[+-][0-9]{1,15}) error_ms=(?P<error>[0-9]{1,15}) server=(?P<server>[^ ]{1,260})"
    r" at=(?P<at>[0-9TZ:.-]{24})"
)


class ClockCheck(msgspec.Struct, frozen=True):
    """How the computer's clock stood against a time server's.

    Attributes:
        offset_ms: milliseconds to be added to the computer's clock to have the server's time.
        error_ms: how far that number may be off, in milliseconds. The server's answer is not signed.
        server: whom it was asked of, as the person wrote it.
        at: when it was asked, by the computer's clock.
    """

    offset_ms: int
    error_ms: int
    server: str
    at: datetime

    @property
    def code(self) -> str:
        """Return it as a part of an entry keeps it, in one line."""
        return f"ntp offset_ms={self.offset_ms:+d} error_ms={self.error_ms} server={self.server} at={stamp(self.at)}"


def read_clock_check(code: str) -> ClockCheck | None:
    """Return what ``code`` says; None where the clock was not checked, or by a way that is not known here."""
    found = _CHECK.fullmatch(code)
    if found is None:
        return None
    try:
        at = parse_stamp(found["at"])
    except ValueError:
        return None
    return ClockCheck(int(found["offset"]), int(found["error"]), found["server"], at)


class Moment(msgspec.Struct, frozen=True):
    """One reading of the computer's clocks.

    Attributes:
        utc: aware UTC time, cut to whole milliseconds.
        monotonic_ns: nanoseconds of the monotonic clock; comparable only within one boot.
        boot_id: names the boot (Linux, Windows), or this start of the program where the platform names none.
        since_boot_ns: nanoseconds since the boot with sleep counted in, which monotonic time leaves out; 0 where
            the platform does not tell.
        check: how the clock was compared with the outside, as ClockCheck.code writes it; NOT_CHECKED until something
            does.
    """

    utc: datetime
    monotonic_ns: int
    boot_id: str
    check: str = NOT_CHECKED
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


class CheckedClock:
    """A clock that says, with each time it gives, how it last stood against the outside.

    A measurement holds for twelve hours of one boot. Where the clock was moved since, it holds no more: what it says
    of the time now would be wrong.
    """

    def __init__(self, clock: Clock) -> None:
        """Begin with a clock that nobody has checked."""
        self._clock = clock
        self._last: tuple[ClockCheck, Moment] | None = None

    def keep(self, check: ClockCheck) -> None:
        """Remember a measurement that was just made."""
        self._last = check, self._clock.now()

    def forget(self) -> None:
        """Be a clock again that nobody has checked."""
        self._last = None

    def now(self) -> Moment:
        """Read the clocks once."""
        moment, last = self._clock.now(), self._last
        if last is None or not _holds(last[1], moment):
            return moment
        return msgspec.structs.replace(moment, check=last[0].code)


def _holds(then: Moment, now: Moment) -> bool:
    if then.boot_id != now.boot_id:
        return False
    passed = _counted(now) - _counted(then)
    by_the_clock = (now.utc - then.utc).total_seconds() * 1_000_000_000
    return 0 <= passed <= _LASTS_NS and abs(by_the_clock - passed) <= _MOVED_NS


def _counted(moment: Moment) -> int:
    """Return nanoseconds of the counter that goes on while the computer sleeps, where there is one."""
    return moment.since_boot_ns or moment.monotonic_ns


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
    if _STAMP.fullmatch(text):
        return datetime.fromisoformat(text)  # twenty times as quick as what follows
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
