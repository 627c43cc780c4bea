"""Background work in two lanes, as presenters see it. No Qt here: app/ui/tasks.py carries it out.

Rules:
- The *store* lane is one thread that owns the vault. Short jobs run one after the other, in the order they were asked
  for. A long one runs when no short one waits, and lets those that come meanwhile go first between its own slices:
  whatever is checked, made or brought in, a capture is sealed within a slice.
- Long jobs wait for each other. So what must not happen in the midst of one, such as closing the vault, is asked for
  as a long job too, and what a long job reads of the case at its beginning may be older than the case at its end.
- The *work* lane is for what needs no vault: encoding, decoding, checking packages. A check may take minutes: it is a
  long job there, and closing stops it at its next slice instead of waiting for it.
- ``on_done`` and ``on_failed`` are called on the thread that asked: those of a lane's short jobs in the order they
  were asked for, those of a long one when it has ended.
- A job that is stopped is not begun any more; a long one ends at its next slice. It calls neither. Who gives
  ``on_stopped`` waits for the end of it: that is called where the job ended by the stop, and ``on_done`` or
  ``on_failed`` where it was whole, or had failed, before it noticed.
- Of the jobs that are asked for with the same ``Latest`` only the newest counts: it stops the one before it.
"""

from __future__ import annotations

import threading
from abc import abstractmethod
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
Failed = Callable[[BaseException], None]


class StoppedError(Exception):
    """Ends a long job at a slice, since it was stopped."""


class GiveWay(Protocol):
    """What a long job calls between its slices, while it holds nothing: no transaction and no row half read."""

    def __call__(self, done: int = 0, total: int = 0) -> None:
        """Say how much is done, and let the short jobs that wait go first.

        Raises:
            StoppedError: the job was stopped.
        """
        ...


class Lane(StrEnum):
    """Where a job runs."""

    STORE = "store"
    WORK = "work"


class Job(Generic[T]):
    """A job that was asked for.

    Attributes:
        lane: where it runs.
        long: whether it gives way to short ones.
        goes_on: whether who asked for it asks for the next one when it is done.
        part: how much of it is done, 0 to 1; None where nobody can tell.
        place: where its answer stands among those of its lane, once the lane knows.
    """

    def __init__(
        self,
        lane: Lane,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
        on_stopped: Callable[[], None] | None = None,
        latest: Latest | None = None,
        *,
        long: bool = False,
        goes_on: bool = False,
    ) -> None:
        self.lane = lane
        self.long = long
        self.goes_on = goes_on
        self.part: float | None = None
        self.place = -1
        self._work = work
        self._on_done = on_done
        self._on_failed = on_failed
        self._on_stopped = on_stopped
        self._latest = latest
        self._stopped = threading.Event()
        self._answer: T | None = None
        self._error: BaseException | None = StoppedError()  # until it has run
        if latest is not None:
            latest.replace(self)

    @property
    def stopped(self) -> bool:
        """Whether it was stopped."""
        return self._stopped.is_set()

    @property
    def error(self) -> BaseException | None:
        """What ended it; None where it has an answer, or was stopped."""
        return None if isinstance(self._error, StoppedError) else self._error

    def stop(self) -> None:
        """Do not begin it any more; a long one that runs ends at its next slice. From any thread."""
        self._stopped.set()

    # -- what a lane calls -----------------------------------------------------------------------

    def run(self, let_others_go_first: Callable[[], None]) -> None:
        """Do the work, unless it was stopped, and keep its answer or its error. On a thread of the lane."""

        def give_way(done: int = 0, total: int = 0) -> None:
            self.part = done / total if total else None
            let_others_go_first()
            if self.stopped:
                raise StoppedError

        if self.stopped:
            return
        try:
            self._answer = self._work(give_way)
            self._error = None
        except BaseException as error:  # noqa: BLE001 - a lane's edge: every error is handed to who asked
            self._error = error

    def hand_over(self, on_unhandled: Failed) -> None:
        """Call who waits for the answer, with it. On the thread that asked."""
        if self._latest is not None:
            self._latest.forget(self)
        if self.stopped and self._on_stopped is None:
            return
        if self._error is None:
            self._on_done(self._answer)  # type: ignore[arg-type]  # run() has put it there
        elif isinstance(self._error, StoppedError) and self._on_stopped is not None:
            self._on_stopped()
        else:
            (self._on_failed or on_unhandled)(self._error)


class Latest:
    """The jobs of one owner of which only the newest counts."""

    def __init__(self) -> None:
        self._job: Job[Any] | None = None

    @property
    def running(self) -> bool:
        """Whether a job was asked for that was neither handed over nor stopped."""
        return self._job is not None and not self._job.stopped

    @property
    def part(self) -> float | None:
        """How much of it is done, 0 to 1; None where nobody can tell."""
        return self._job.part if self._job is not None else None

    def stop(self) -> None:
        """Stop the job, if there is one."""
        job, self._job = self._job, None
        if job is not None:
            job.stop()

    def replace(self, job: Job[Any]) -> None:
        """Stop the job before, if there is one: this is the newest."""
        self.stop()
        self._job = job

    def forget(self, job: Job[Any]) -> None:
        """Forget a job that has ended."""
        if self._job is job:
            self._job = None


class Lanes:
    """The two lanes; ``ask`` is what carries a job out."""

    @abstractmethod
    def ask(self, job: Job[T]) -> Job[T]:
        """Run a job on its lane, and return it."""

    def store(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
        *,
        latest: Latest | None = None,
        goes_on: bool = False,
    ) -> Job[T]:
        """Run ``work`` on the thread that owns the vault. Without ``on_failed`` the window shows the error.

        It is short: others wait for it, and it goes first between the slices of a long one. Of a row of jobs that
        ``goes_on`` each is handed over before the window shows what it did, so that the lane does not wait for that.
        """
        return self.ask(
            Job(
                *(Lane.STORE, lambda _: work(), on_done, on_failed),
                latest=latest,
                goes_on=goes_on,
            )
        )

    def store_long(
        self,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
        on_stopped: Callable[[], None] | None = None,
        *,
        latest: Latest | None = None,
    ) -> Job[T]:
        """Run ``work`` on the thread that owns the vault, and let short jobs go first between its slices."""
        return self.ask(
            Job(Lane.STORE, work, on_done, on_failed, on_stopped, latest=latest, long=True)
        )

    def work(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
        *,
        latest: Latest | None = None,
    ) -> Job[T]:
        """Run ``work`` on a pool thread."""
        return self.ask(Job(Lane.WORK, lambda _: work(), on_done, on_failed, latest=latest))

    def work_long(
        self,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
        on_stopped: Callable[[], None] | None = None,
        *,
        latest: Latest | None = None,
    ) -> Job[T]:
        """Run ``work`` on a pool thread, and let short jobs of the pool go first between its slices."""
        return self.ask(
            Job(Lane.WORK, work, on_done, on_failed, on_stopped, latest=latest, long=True)
        )
