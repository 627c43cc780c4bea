"""The two lanes of app/ui/lanes.py, carried out: threads behind, results in order on the window's thread.

Rules:
- The store lane is one thread; the work lane a small pool. A job touches no widget.
- Short jobs wait in one queue, long ones in another that is only looked at when the first is empty. A long job that
  gives way takes from the first queue itself, on the lane's thread: nothing of the vault is ever touched by two.
- Results wait for those of earlier jobs of their lane, and are handed over by a queued signal.
- An error that nobody handles goes to ``on_unhandled``; every error is noted, on the thread that met it.
- ``after_store`` runs on the window's thread after each store job, before its ``on_done``. Of a row of jobs that goes
  on it runs after it, and at most every two seconds as long as there is a next one.
- Closing lets every store job run to its end, since it may be sealing something; what waits in the work lane is
  dropped, and a long job that runs there ends at its next slice. Afterwards nobody is called any more.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.ui.lanes import Failed, Job, Lane, Lanes

T = TypeVar("T")
_WORKERS = 2
_TELL_EVERY_S = 2.0


class _Waiting:
    """The jobs that were asked for and not begun, and the places of those that were."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._short: deque[Job[Any]] = deque()
        self._long: deque[Job[Any]] = deque()
        self._under_way: set[Job[Any]] = set()
        self._next_place = 0
        self._closed = False

    def add(self, job: Job[Any]) -> None:
        with self._changed:
            (self._long if job.long else self._short).append(job)
            self._changed.notify()

    def take(self) -> Job[Any] | None:
        """Return the next job, waiting for one; None when there will be no more."""
        with self._changed:
            while not (self._short or self._long or self._closed):
                self._changed.wait()
            job = self._first_short()
            if job is None and self._long:
                job = self._long.popleft()
                self._under_way.add(job)
            return job

    def take_shorts(self) -> list[Job[Any]]:
        """Return the short jobs that wait."""
        with self._changed:
            found = list(self._short)
            self._short.clear()
            for job in found:
                self._give_place(job)
            return found

    def settle(self, job: Job[Any]) -> None:
        """Put the result of a long job behind those of the short ones that went first."""
        with self._changed:
            if job.long:
                self._under_way.discard(job)
                self._give_place(job)

    def close(self, *, drop: bool) -> None:
        with self._changed:
            self._closed = True
            for job in (*self._short, *self._long, *self._under_way) if drop else ():
                job.stop()
            self._changed.notify_all()

    def _first_short(self) -> Job[Any] | None:
        if not self._short:
            return None
        job = self._short.popleft()
        self._give_place(job)
        return job

    def _give_place(self, job: Job[Any]) -> None:
        job.place = self._next_place
        self._next_place += 1


class _Lane(QObject):
    """Threads that take jobs from one place, and the order in which their results go back."""

    _arrived = Signal()

    def __init__(
        self,
        name: str,
        threads: int,
        hand_over: Callable[[Job[Any]], None],
        note: Failed,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._most = threads
        self._hand_over = hand_over
        self._note = note
        self._waiting = _Waiting()
        self._ended: queue.SimpleQueue[Job[Any]] = queue.SimpleQueue()
        self._early: dict[int, Job[Any]] = {}
        self._threads: list[threading.Thread] = []
        self._asked = 0
        self._handed = 0
        self.closed = False
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job was asked for whose result has not been handed over."""
        return self._handed < self._asked

    def ask(self, job: Job[Any]) -> None:
        if self.closed:
            job.stop()
            return
        self._asked += 1
        if len(self._threads) < self._most:
            name = f"{self._name}-{len(self._threads)}"
            thread = threading.Thread(target=self._run, name=name, daemon=False)
            self._threads.append(thread)
            thread.start()
        self._waiting.add(job)

    def _give_way(self) -> None:
        if threading.current_thread() not in self._threads:
            raise RuntimeError("only a thread of its own lane gives way")
        # Those that wait now: more may come as quickly as they are done, and the long one has to end some day.
        for short in self._waiting.take_shorts():
            self._run_one(short)

    def close(self, *, drop: bool) -> None:
        self.closed = True
        self._waiting.close(drop=drop)
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _run(self) -> None:
        while (job := self._waiting.take()) is not None:
            self._run_one(job)

    def _run_one(self, job: Job[Any]) -> None:
        job.run(self._give_way)
        if job.error is not None:
            self._note(job.error)
        self._waiting.settle(job)
        self._ended.put(job)
        self._arrived.emit()

    @Slot()
    def _take(self) -> None:
        while not self._ended.empty():
            job = self._ended.get()
            self._early[job.place] = job
        while not self.closed and (ready := self._early.pop(self._handed, None)) is not None:
            self._handed += 1
            try:
                self._hand_over(ready)
            finally:
                if self._handed in self._early:  # also when this one's answer was taken badly
                    self._arrived.emit()


class Tasks(QObject, Lanes):
    """The lanes of one window.

    Signals:
        busy_changed: whether the store lane has something to do; what the status line tells.
    """

    busy_changed = Signal(bool)

    def __init__(
        self,
        on_unhandled: Failed,
        after_store: Callable[[], None],
        note: Failed = lambda _: None,
    ) -> None:
        super().__init__()
        self._on_unhandled = on_unhandled
        self._after_store = after_store
        self._told_at = 0.0
        self._store = _Lane("store", 1, self._stored, note, self)
        self._work = _Lane("work", _WORKERS, self._worked, note, self)

    @property
    def storing(self) -> bool:
        """Whether the store lane has something to do."""
        return self._store.busy

    @property
    def working(self) -> bool:
        """Whether the work lane has something to do."""
        return self._work.busy

    def ask(self, job: Job[T]) -> Job[T]:
        if job.lane is Lane.WORK:
            self._work.ask(job)
            return job
        was_busy = self._store.busy
        self._store.ask(job)
        if self._store.busy and not was_busy:
            self.busy_changed.emit(True)
        return job

    def close(self) -> None:
        """Wait for both lanes; nobody is called any more. Closing twice is nothing."""
        self._work.close(drop=True)
        self._store.close(drop=False)

    def _stored(self, job: Job[Any]) -> None:
        try:
            if not job.goes_on:
                self._tell_of_store()
            job.hand_over(self._on_unhandled)
            if job.goes_on and (not self._store.busy or self._told_long_ago()):
                self._tell_of_store()
        finally:
            if not self._store.busy:
                self.busy_changed.emit(False)

    def _tell_of_store(self) -> None:
        self._after_store()
        self._told_at = time.monotonic()

    def _told_long_ago(self) -> bool:
        return time.monotonic() - self._told_at > _TELL_EVERY_S

    def _worked(self, job: Job[Any]) -> None:
        job.hand_over(self._on_unhandled)
