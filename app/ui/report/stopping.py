"""How a long piece of work on another thread is told to stop. No Qt."""

from __future__ import annotations

import threading


class StoppedError(Exception):
    """The person, or a newer wish, stopped the work."""


class Stopper:
    """A flag that one thread sets and another looks at now and then."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Let the work end at its next look."""
        self._stopped.set()

    def look(self) -> None:
        """Go on, or end.

        Raises:
            StoppedError: it shall stop.
        """
        if self._stopped.is_set():
            raise StoppedError
