"""A clock that a test sets: each reading is a fixed step after the one before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.clock import Moment

MORNING = datetime(2026, 11, 23, 13, 3, 11, 42_000, tzinfo=UTC)


class FakeClock:
    """Starts at ``start``; ``step_ms`` passes between two readings."""

    def __init__(self, start: datetime = MORNING, step_ms: int = 1000) -> None:
        self._next = start
        self._step = timedelta(milliseconds=step_ms)
        self._monotonic_ns = 1_000_000_000

    def now(self) -> Moment:
        """The next reading."""
        moment = Moment(self._next, self._monotonic_ns, "b" * 32)
        self._next += self._step
        self._monotonic_ns += int(self._step.total_seconds() * 1e9)
        return moment

    def go_to(self, when: datetime) -> None:
        """Let time pass until then; it never goes back."""
        passed = max(when - self._next, timedelta())
        self._next += passed
        self._monotonic_ns += int(passed.total_seconds() * 1e9)

    def wait(self, minutes: int) -> None:
        """Let time pass before the next reading."""
        passed = timedelta(minutes=minutes)
        self._next += passed
        self._monotonic_ns += int(passed.total_seconds() * 1e9)
