"""How long nobody has used the program, by every clock there is. No Qt.

A timer counts only while the computer is awake. So the clocks are asked as well: the one that also counts while it
sleeps, where the system has one, and the wall clock. The longest of the answers counts; a clock set forward locks once
too often, and one set back never keeps the window open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

Readings = Callable[[], Sequence[float]]


class Idle:
    """The time since the program was last used.

    Args:
        readings: gives the seconds of each clock, always in the same order.
    """

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._last = tuple(readings())

    def used(self) -> None:
        """Begin to count anew."""
        self._last = tuple(self._readings())

    def seconds(self) -> float:
        """Return how long it has not been used, by the clock that says most."""
        return max(now - then for now, then in zip(self._readings(), self._last, strict=True))
