"""The finished file on its way to the disk: ids set, hashed and written by a thread of its own.

The thread that assembles reads and hashes pictures; this one hashes and writes the result meanwhile. Both spend
their time in code that lets the other run, so on two processors they share the work. What waits between them is
bounded.
"""

from __future__ import annotations

import hashlib
import queue
import threading
from io import RawIOBase
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

STATIC_ID = b"31415926535897932384626433832795"  # what qpdf writes where a static id is asked for
_TAIL = 4096
_HELD = 1 << 16
_WAITING = 8  # pieces of at most the writer's buffer


class HashingWriter(RawIOBase):
    """Takes the file piece by piece, holding back its end until the ids are set.

    Attributes:
        size: bytes written so far; final after ``finish``.
    """

    def __init__(self, target: BinaryIO, file_id: bytes) -> None:
        """Begin.

        Args:
            target: an empty file; only the thread writes to it until ``finish`` or ``close``.
            file_id: 16 bytes that stand in both of the trailer's ids.
        """
        super().__init__()
        self.size = 0
        self._target = target
        self._file_id = file_id.hex().encode()
        self._held = bytearray()
        self._digest = hashlib.sha256()
        self._pieces: queue.Queue[bytes | None] = queue.Queue(_WAITING)
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._carry, name="dossier-writer", daemon=True)
        self._thread.start()

    def writable(self) -> bool:
        """It is made for nothing else."""
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Take the next bytes; only the last few are held back. Raises what the disk said."""
        view = memoryview(data)
        if view.nbytes > _TAIL:
            self._pass_on(bytes(self._held))
            self._pass_on(bytes(view[:-_TAIL]))
            self._held = bytearray(view[-_TAIL:])
        else:
            self._held += view
            if len(self._held) > _HELD:
                self._pass_on(bytes(self._held[:-_TAIL]))
                del self._held[:-_TAIL]
        return view.nbytes

    def finish(self) -> tuple[int, str]:
        """Set the ids, write the rest; size and SHA-256 of all. Raises what the disk said."""
        if self._held.count(STATIC_ID) != 2:
            raise AssertionError("the trailer does not hold the two ids")
        self._pass_on(bytes(self._held.replace(STATIC_ID, self._file_id)))
        self._end()
        if self._error is not None:
            raise self._error
        return self.size, self._digest.hexdigest()

    def close(self) -> None:
        """Wait for the thread; closing twice is nothing."""
        if not self.closed:
            self._end()
        super().close()

    def _pass_on(self, data: bytes) -> None:
        if self._error is not None:
            raise self._error
        if data:
            self._pieces.put(data)

    def _end(self) -> None:
        if self._thread.is_alive():
            self._pieces.put(None)
            self._thread.join()

    def _carry(self) -> None:
        while (data := self._pieces.get()) is not None:
            if self._error is not None:
                continue  # nothing more is written, but nobody waits for ever
            try:
                self._digest.update(data)
                self._target.write(data)
                self.size += len(data)
            except BaseException as error:  # noqa: BLE001 - handed to the thread that asked
                self._error = error
