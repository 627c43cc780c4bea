"""Lanes that run each job at once, on the thread that asks: what a presenter's test needs.

``between`` is called whenever a long job gives way: what a test wants to happen in its midst.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from app.ui.lanes import Failed, Job, Lane, Lanes

T = TypeVar("T")


class DirectLanes(Lanes):
    """Runs at once. ``jobs`` tells the lanes that were used, in order; ``unhandled`` the errors nobody took.

    ``on_unhandled`` is what the window would do with an error nobody took; ``after_store`` what it does after each
    store job (``session.publish``).
    """

    def __init__(
        self,
        on_unhandled: Failed | None = None,
        after_store: Callable[[], None] | None = None,
    ) -> None:
        self.jobs: list[str] = []
        self.unhandled: list[BaseException] = []
        self.between: Callable[[], None] = lambda: None
        self._on_unhandled = on_unhandled
        self._after_store = after_store

    def ask(self, job: Job[T]) -> Job[T]:
        self.jobs.append(f"{job.lane} long" if job.long else job.lane)
        self._run(job)
        return job

    def _run(self, job: Job[Any]) -> None:
        job.run(self.between)
        if self._after_store is not None and job.lane is Lane.STORE:
            self._after_store()
        job.hand_over(self._unhandled)

    def _unhandled(self, error: BaseException) -> None:
        self.unhandled.append(error)
        if self._on_unhandled is not None:
            self._on_unhandled(error)


class HeldLanes(DirectLanes):
    """Runs nothing until ``run_next`` or ``run_all``: for what a screen shows while it waits."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: list[Job[Any]] = []

    @property
    def waiting(self) -> list[Job[Any]]:
        """Those that will run."""
        return [job for job in self._asked if not job.stopped]

    def ask(self, job: Job[T]) -> Job[T]:
        self._asked.append(job)
        return job

    def run_next(self) -> None:
        self._run(self._asked.pop(0))

    def run_all(self) -> None:
        while self._asked:
            self.run_next()
