"""The finished file on its way to the disk: hashed and written by a thread of its own, which also reads the pictures.

One thread lays out pages, the other does what is left: both spend their time in code that lets the other run, so on two
processors they share the work. What is written comes in the order in which it was handed over, whichever of them is
faster, and what waits between them is bounded.
"""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Callable
from types import TracebackType
from typing import BinaryIO, Self

_PIECE = 1 << 16
_MOST_WAITING = 1 << 22  # bytes
_SOURCE_WEIGHS = 1 << 12  # bytes, beside its own: it holds what it will read from
_LOOK_EVERY_S = 0.02

Emit = Callable[[bytes | memoryview], None]
Source = Callable[[Emit], None]
"""Gives bytes piece by piece; called in the thread."""


class _Waiting(queue.Queue[bytes | Source | None]):
    """What waits between the two threads: its size is in bytes, and what is put last may go beyond the limit."""

    def _init(self, maxsize: int) -> None:
        super()._init(maxsize)
        self._bytes = 0

    def _qsize(self) -> int:
        return self._bytes

    def _put(self, item: bytes | Source | None) -> None:
        super()._put(item)
        self._bytes += _weight(item)

    def _get(self) -> bytes | Source | None:
        item = super()._get()
        self._bytes -= _weight(item)
        return item


def _weight(item: bytes | Source | None) -> int:
    return len(item) if isinstance(item, bytes) else _SOURCE_WEIGHS


class HashingWriter:
    """Takes the file piece by piece.

    Attributes:
        size: bytes taken so far.
    """

    def __init__(self, target: BinaryIO, between: Callable[[], None] = lambda: None) -> None:
        """Begin.

        Args:
            target: an empty file; only the thread writes to it until ``finish`` or the end of the block.
            between: called while the thread is waited for; what it raises ends the work.
        """
        self.size = 0
        self._target = target
        self._between = between
        self._held: list[bytes] = []
        self._held_size = 0
        self._digest = hashlib.sha256()
        self._work = _Waiting(_MOST_WAITING)
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._carry, name="dossier-writer", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._error = self._error or error  # nothing that waits is worth doing then
        self._end()

    def write(self, data: bytes) -> None:
        """Take the next bytes. Raises what the disk or a source said."""
        self.size += len(data)
        self._held.append(data)
        self._held_size += len(data)
        if self._held_size >= _PIECE:
            self._pass_on()

    def write_from(self, source: Source, length: int) -> None:
        """Take the next bytes, so many, from a source. Raises what the disk or an earlier source said."""
        self._pass_on()
        self._hand(source)
        self.size += length

    def digest(self) -> hashlib._Hash:
        """Return the SHA-256 of all that was taken, to go on with. Raises what the disk or a source said."""
        self._pass_on()
        while self._is_busy():
            self._between()
        self._raise()
        return self._digest.copy()

    def finish(self) -> tuple[int, str]:
        """Wait until all is written; return its size and SHA-256. Raises what the disk or a source said."""
        sha256 = self.digest().hexdigest()
        self._end()
        return self.size, sha256

    def _is_busy(self) -> bool:
        """Wait a little; return whether there is still something to do."""
        with self._work.all_tasks_done:
            if self._work.unfinished_tasks:
                self._work.all_tasks_done.wait(_LOOK_EVERY_S)
            return bool(self._work.unfinished_tasks)

    def _pass_on(self) -> None:
        self._raise()
        if self._held:
            data = self._held[0] if len(self._held) == 1 else b"".join(self._held)
            self._held, self._held_size = [], 0
            self._hand(data)

    def _hand(self, work: bytes | Source) -> None:
        while True:
            try:
                self._work.put(work, timeout=_LOOK_EVERY_S)
            except queue.Full:
                self._between()
            else:
                return

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    def _end(self) -> None:
        if self._thread.is_alive():
            self._work.put(None)
            self._thread.join()

    def _carry(self) -> None:
        while (work := self._work.get()) is not None:
            # After an error nothing more is written, but nobody waits for ever.
            if self._error is None:
                try:
                    if isinstance(work, bytes):
                        self._emit(work)
                    else:
                        work(self._emit)
                except BaseException as error:  # noqa: BLE001 - handed to the thread that asked
                    self._error = error
            self._work.task_done()

    def _emit(self, data: bytes | memoryview) -> None:
        self._raise()  # somebody gave up meanwhile
        self._digest.update(data)
        self._target.write(data)
