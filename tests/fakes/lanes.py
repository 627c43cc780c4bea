"""Lanes that run each job at once, on the thread that asks: what a presenter's test needs.

``between`` is called whenever a long job gives way: what a test wants to happen in its midst.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.ui.lanes import Failed, GivenUpError, GiveWay

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
        self.between: Callable[[], None] = lambda: None
        self._on_unhandled = on_unhandled
        self._after_store = after_store

    def store(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> DoneJob:
        self.jobs.append("store")
        return self._run(work, on_done, on_failed, self._after_store)

    def store_long(
        self,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
    ) -> DoneJob:
        self.jobs.append("store long")
        return self._run(lambda: work(self._give_way), on_done, on_failed, self._after_store)

    def work(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> DoneJob:
        self.jobs.append("work")
        return self._run(work, on_done, on_failed, None)

    def work_long(
        self,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
    ) -> DoneJob:
        self.jobs.append("work long")
        return self._run(lambda: work(self._give_way), on_done, on_failed, None)

    def _give_way(self) -> None:
        self.between()

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
        self.between: Callable[[], None] = lambda: None
        self._direct = DirectLanes()

    @property
    def unhandled(self) -> list[BaseException]:
        return self._direct.unhandled

    def store(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> HeldJob:
        return self._hold(lambda _job: self._direct.store(work, on_done, on_failed))

    def store_long(
        self,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
    ) -> HeldJob:
        return self._hold_long(self._direct.store_long, work, on_done, on_failed)

    def work_long(
        self,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
    ) -> HeldJob:
        return self._hold_long(self._direct.work_long, work, on_done, on_failed)

    def _hold_long(
        self,
        ask: Callable[[Callable[[GiveWay], T], Callable[[T], None], Failed], DoneJob],
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None,
    ) -> HeldJob:
        def run(job: HeldJob) -> None:
            def give_way() -> None:
                self.between()
                if job.cancelled:
                    raise GivenUpError

            ask(
                lambda _give_way: work(give_way),
                lambda answer: None if job.cancelled else on_done(answer),
                lambda error: self._fail(job, error, on_failed),
            )

        return self._hold(run)

    def work(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> HeldJob:
        return self._hold(lambda _job: self._direct.work(work, on_done, on_failed))

    def run_next(self) -> None:
        self.waiting.pop(0)()

    def run_all(self) -> None:
        while self.waiting:
            self.run_next()

    def _fail(self, job: HeldJob, error: BaseException, on_failed: Failed | None) -> None:
        if job.cancelled:
            return
        if on_failed is None:
            self.unhandled.append(error)
        else:
            on_failed(error)

    def _hold(self, run: Callable[[HeldJob], object]) -> HeldJob:
        job = HeldJob()

        def run_unless_cancelled() -> None:
            if not job.cancelled:
                run(job)

        self.waiting.append(run_unless_cancelled)
        return job


class HeldJob:
    """A job that waits; once cancelled it calls nobody."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True
