"""When to say that a break might do good, decided without Qt.

Rules:
- Time counts while an exhibit is looked at. A short way to another page does not set it back; a pause does, and so
  does a computer that slept.
- It is said once, and again only after as long a time. It asks nothing, and nothing waits for an answer.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from app.clock import Clock

LONG = timedelta(minutes=20)
PAUSE = timedelta(minutes=5)


class Breaks:
    """Adds up how long somebody looks at exhibits."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._looked = self._away = timedelta()
        self._last: datetime | None = None

    def tick(self, *, looking: bool) -> bool:
        """Count the time since the last call; return whether it is time for a break.

        Args:
            looking: whether an exhibit is looked at now, and was since the last call.
        """
        now = self._clock.now().utc
        since = max(now - self._last, timedelta()) if self._last is not None else timedelta()
        self._last = now
        if looking and since < PAUSE:
            self._looked += since
            self._away = timedelta()
        else:
            self._away += since
        if self._away >= PAUSE:
            self._looked = self._away = timedelta()
        if self._looked < LONG:
            return False
        self._looked = timedelta()
        return True
