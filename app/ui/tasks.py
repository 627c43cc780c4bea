"""The two lanes of app/ui/lanes.py, carried out: threads behind, results in order on the window's thread.

Rules:
- The store lane is one thread; the work lane a small pool. A job touches no widget.
- Results wait for those of earlier jobs of their lane, and are handed over by a queued signal.
- An error that nobody handles goes to ``on_unhandled``; this is one of the three places with a broad ``except``.
- ``after_store`` runs on the window's thread after each store job, before its ``on_done``.
- Closing lets every store job run to its end, since it may be sealing something; what waits in the work lane is
  dropped. Afterwards nobody is called any more.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.ui.lanes import Failed

T = TypeVar("T")
_WORKERS = 2


class _Job(Generic[T]):
    """One job on its way."""

    def __init__(
        self,
        number: int,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None,
    ) -> None:
        self.number = number
        self.work = work
        self.on_done = on_done
        self.on_failed = on_failed
        self.answer: T | None = None
        self.error: BaseException | None = None
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()

    def run(self) -> None:
        if self.cancelled:
            return
        try:
            self.answer = self.work()
        except BaseException as error:  # noqa: BLE001 - a lane's edge: every error is handed to who asked
            self.error = error

    def hand_over(self, on_unhandled: Failed) -> None:
        if self.cancelled:
            return
        if self.error is None:
            self.on_done(self.answer)  # type: ignore[arg-type]  # run() has put it there
        elif self.on_failed is not None:
            self.on_failed(self.error)
        else:
            on_unhandled(self.error)


class _Lane(QObject):
    """Threads that take jobs from one queue, and the order in which their results go back."""

    _arrived = Signal()

    def __init__(
        self, name: str, threads: int, hand_over: Callable[[_Job[Any]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._most = threads
        self._hand_over = hand_over
        self._asked: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._ended: queue.SimpleQueue[_Job[Any]] = queue.SimpleQueue()
        self._early: dict[int, _Job[Any]] = {}
        self._threads: list[threading.Thread] = []
        self._next_asked = 0
        self._next_handed = 0
        self.closed = False
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job was asked for whose result has not been handed over."""
        return self._next_handed < self._next_asked

    def ask(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None
    ) -> _Job[T]:
        job = _Job(self._next_asked, work, on_done, on_failed)
        if self.closed:
            job.cancel()
            return job
        self._next_asked += 1
        if len(self._threads) < self._most:
            name = f"{self._name}-{len(self._threads)}"
            thread = threading.Thread(target=self._run, name=name, daemon=False)
            self._threads.append(thread)
            thread.start()
        self._asked.put(job)
        return job

    def close(self, *, drop: bool) -> None:
        self.closed = True
        if drop:
            self._drop_waiting()
        for _ in self._threads:
            self._asked.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _drop_waiting(self) -> None:
        while not self._asked.empty():
            try:
                waiting = self._asked.get_nowait()
            except queue.Empty:  # a worker was quicker
                return
            if waiting is not None:
                waiting.cancel()

    def _run(self) -> None:
        while (job := self._asked.get()) is not None:
            job.run()
            self._ended.put(job)
            self._arrived.emit()

    @Slot()
    def _take(self) -> None:
        while not self._ended.empty():
            job = self._ended.get()
            self._early[job.number] = job
        while not self.closed and (ready := self._early.pop(self._next_handed, None)) is not None:
            self._next_handed += 1
            try:
                self._hand_over(ready)
            finally:
                if self._next_handed in self._early:  # also when this one's answer was taken badly
                    self._arrived.emit()


class Tasks(QObject):
    """The lanes of one window.

    Signals:
        busy_changed: whether the store lane has something to do; what the status line tells.
    """

    busy_changed = Signal(bool)

    def __init__(
        self,
        on_unhandled: Failed,
        after_store: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_unhandled = on_unhandled
        self._after_store = after_store
        self._store = _Lane("store", 1, self._stored, self)
        self._work = _Lane("work", _WORKERS, self._worked, self)

    @property
    def storing(self) -> bool:
        """Whether the store lane has something to do."""
        return self._store.busy

    @property
    def working(self) -> bool:
        """Whether the work lane has something to do."""
        return self._work.busy

    def store(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> _Job[T]:
        """See ``Lanes.store``."""
        was_busy = self._store.busy
        job = self._store.ask(work, on_done, on_failed)
        if self._store.busy and not was_busy:
            self.busy_changed.emit(True)
        return job

    def work(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> _Job[T]:
        """See ``Lanes.work``."""
        return self._work.ask(work, on_done, on_failed)

    def close(self) -> None:
        """Wait for both lanes; nobody is called any more. Closing twice is nothing."""
        self._work.close(drop=True)
        self._store.close(drop=False)

    def _stored(self, job: _Job[Any]) -> None:
        try:
            self._after_store()
            job.hand_over(self._on_unhandled)
        finally:
            if not self._store.busy:
                self.busy_changed.emit(False)

    def _worked(self, job: _Job[Any]) -> None:
        job.hand_over(self._on_unhandled)
