"""Lanes that run each job at once, on the thread that asks: what a presenter's test needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.ui.lanes import Failed

T = TypeVar("T")


class DoneJob:
    """A job that has run; cancelling it is remembered and changes nothing."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class DirectLanes:
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
        self._on_unhandled = on_unhandled
        self._after_store = after_store

    def store(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> DoneJob:
        self.jobs.append("store")
        return self._run(work, on_done, on_failed, self._after_store)

    def work(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> DoneJob:
        self.jobs.append("work")
        return self._run(work, on_done, on_failed, None)

    def _run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None,
        after: Callable[[], None] | None,
    ) -> DoneJob:
        try:
            answer = work()
        except Exception as error:  # noqa: BLE001 - the edge of a lane, as in app/ui/tasks.py
            if on_failed is not None:
                on_failed(error)
            else:
                self.unhandled.append(error)
                if self._on_unhandled is not None:
                    self._on_unhandled(error)
        else:
            if after is not None:
                after()
            on_done(answer)
        return DoneJob()


class HeldLanes:
    """Runs nothing until ``run_next`` or ``run_all``: for what a screen shows while it waits."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self._direct = DirectLanes()

    @property
    def unhandled(self) -> list[BaseException]:
        return self._direct.unhandled

    def store(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> HeldJob:
        return self._hold(lambda: self._direct.store(work, on_done, on_failed))

    def work(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> HeldJob:
        return self._hold(lambda: self._direct.work(work, on_done, on_failed))

    def run_next(self) -> None:
        self.waiting.pop(0)()

    def run_all(self) -> None:
        while self.waiting:
            self.run_next()

    def _hold(self, run: Callable[[], object]) -> HeldJob:
        job = HeldJob()

        def run_unless_cancelled() -> None:
            if not job.cancelled:
                run()

        self.waiting.append(run_unless_cancelled)
        return job


class HeldJob:
    """A job that waits; once cancelled it calls nobody."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True
