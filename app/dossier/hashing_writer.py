"""The finished file on its way to the disk: hashed and written by a thread of its own.

The thread that lays out reads and hashes pictures; this one hashes and writes the result meanwhile. Both spend their
time in code that lets the other run, so on two processors they share the work. What waits between them is bounded.
"""

from __future__ import annotations

import hashlib
import queue
import threading
from types import TracebackType
from typing import BinaryIO, Self

_PIECE = 1 << 16
_WAITING = 8  # pieces, each at most as large as a piece of a picture


class HashingWriter:
    """Takes the file piece by piece.

    Attributes:
        size: bytes taken so far.
    """

    def __init__(self, target: BinaryIO) -> None:
        """Begin; only the thread writes to ``target``, an empty file, until ``finish`` or the end of the block."""
        self.size = 0
        self._target = target
        self._held: list[bytes] = []
        self._held_size = 0
        self._digest = hashlib.sha256()
        self._pieces: queue.Queue[bytes | None] = queue.Queue(_WAITING)
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
        self._end()

    def write(self, data: bytes) -> None:
        """Take the next bytes. Raises what the disk said."""
        self.size += len(data)
        self._held.append(data)
        self._held_size += len(data)
        if self._held_size >= _PIECE:
            self._pass_on()

    def hash_so_far(self) -> bytes:
        """Return the SHA-256 of all that was taken. Raises what the disk said."""
        self._pass_on()
        self._pieces.join()
        if self._error is not None:
            raise self._error
        return self._digest.digest()

    def finish(self) -> tuple[int, str]:
        """Wait until all is written; return its size and SHA-256. Raises what the disk said."""
        sha256 = self.hash_so_far().hex()
        self._end()
        return self.size, sha256

    def _pass_on(self) -> None:
        if self._error is not None:
            raise self._error
        if self._held:
            data = self._held[0] if len(self._held) == 1 else b"".join(self._held)
            self._held, self._held_size = [], 0
            self._pieces.put(data)

    def _end(self) -> None:
        if self._thread.is_alive():
            self._pieces.put(None)
            self._thread.join()

    def _carry(self) -> None:
        while (data := self._pieces.get()) is not None:
            # After an error nothing more is written, but nobody waits for ever.
            if self._error is None:
                try:
                    self._digest.update(data)
                    self._target.write(data)
                except BaseException as error:  # noqa: BLE001 - handed to the thread that asked
                    self._error = error
            self._pieces.task_done()
