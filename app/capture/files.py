"""A file comes in: read once, read-only, and noticed when it changes meanwhile.

Rules:
- Only a regular file; a link is followed to what it names. A pipe or device is never waited for.
- The file is opened for reading only, and nothing of it is written, not even by us.
- What was read is hashed on the way. When the block ends without an error, the file is looked at again:
  same place, same size, same time of change, and a second reading that gives the same hash. Only then
  was that one file read, and not a mixture of two. So the entry is made after the block, not in it.
- What is inside is nobody's business here: a broken picture is kept as received.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.capture.errors import (
    CaptureError,
    EmptyFileError,
    FileChangedError,
    FileUnreadableError,
    FileVanishedError,
    NotAFileError,
)
from app.streams import PieceStream

_PIECE = 1 << 20
# Not waiting for the other end of a pipe, nor becoming a terminal's owner; where the platform has these.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
)


class SourceFile(PieceStream):
    """A stream over a file that remembers what it gave.

    Attributes:
        path: the file itself, links resolved.
        size: its length in bytes when it was opened.
        modified_at: when it was last changed, by the file system; aware UTC, whole milliseconds;
            None when the file system names no time that exists.
    """

    def __init__(self, asked: Path, path: Path, descriptor: int, before: os.stat_result) -> None:
        """Take an open descriptor over; made by ``read_file``."""
        super().__init__()
        self.path = path
        self.size = before.st_size
        self.modified_at = _utc(before.st_mtime_ns)
        self._asked = asked
        self._descriptor = descriptor
        self._before = before
        self._given = hashlib.sha256()
        self._position = 0

    def tell(self) -> int:
        """How many bytes have been given so far."""
        return self._position

    def sha256(self) -> str:
        """The hash, in hex, of what has been given so far."""
        return self._given.hexdigest()

    def check_usable(self) -> None:
        """Make sure that what was opened is a file with something in it.

        Raises:
            NotAFileError: something else took its place between looking and opening.
            EmptyFileError: it has no bytes.
        """
        if not stat.S_ISREG(self._before.st_mode):
            raise NotAFileError(self._asked)
        if self.size == 0:
            raise EmptyFileError(self._asked)

    def check_unchanged(self) -> None:
        """Make sure that what was given is the one whole file, as it still lies there.

        Raises:
            FileChangedError: it is another, or was not read to its end.
            FileVanishedError: it is gone.
            FileUnreadableError: it can no longer be read.
        """
        if self._piece(1):
            raise FileChangedError(self._asked, "the file was not read to its end")
        if self._position != self.size:
            raise FileChangedError(self._asked, "the length is another")
        self._compare_place()
        given = self._given.digest()
        if self._second_reading() != given:
            raise FileChangedError(self._asked, "a second reading gave other bytes")
        self._compare_place()

    def close(self) -> None:
        """Close the file."""
        if not self.closed:
            os.close(self._descriptor)
        super().close()

    def _piece(self, length: int) -> bytes:
        try:
            piece = os.read(self._descriptor, min(length, _PIECE))
        except OSError as error:
            raise FileUnreadableError(self._asked, error.strerror or "") from error
        self._given.update(piece)
        self._position += len(piece)
        return piece

    def _compare_place(self) -> None:
        """The open file and what now stands under its name must both be what was opened."""
        try:
            now = (os.fstat(self._descriptor), self.path.stat())
        except FileNotFoundError as error:
            raise FileVanishedError(self._asked) from error
        except OSError as error:
            raise FileUnreadableError(self._asked, error.strerror or "") from error
        if any(_identity(seen) != _identity(self._before) for seen in now):
            raise FileChangedError(self._asked, "size, time of change or place is another")

    def _second_reading(self) -> bytes:
        again = hashlib.sha256()
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            left = (
                self.size + 1
            )  # one more than there should be: a file that grows is noticed, not chased
            while left > 0 and (piece := os.read(self._descriptor, min(left, _PIECE))):
                again.update(piece)
                left -= len(piece)
        except OSError as error:
            raise FileUnreadableError(self._asked, error.strerror or "") from error
        return again.digest()


@contextmanager
def read_file(path: Path) -> Iterator[SourceFile]:
    """Open a file to take it in, and check at the end of the block that it did not change meanwhile.

    Args:
        path: the file; links are followed.

    Yields:
        The file's bytes as a stream, to be read to the end.

    Raises:
        FileVanishedError: there is no such file, or it went away while it was read.
        NotAFileError: it is a folder, pipe, device or socket.
        EmptyFileError: it has no bytes.
        FileUnreadableError: the system refuses it.
        FileChangedError: it changed while it was read; raised when the block ends.
    """
    source = _open(path)
    try:
        yield source
        source.check_unchanged()
    finally:
        source.close()


def _open(path: Path) -> SourceFile:
    try:
        resolved = path.resolve(strict=True)
        # Looked at before it is opened: opening alone can start a device.
        if not stat.S_ISREG(resolved.stat().st_mode):
            raise NotAFileError(path)
        descriptor = os.open(resolved, _FLAGS)
    except FileNotFoundError as error:
        raise FileVanishedError(path) from error
    except NotADirectoryError as error:
        raise FileVanishedError(path) from error
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError: links in a circle; ValueError: a NUL in the name.
        raise FileUnreadableError(path, getattr(error, "strerror", None) or str(error)) from error
    source = SourceFile(path, resolved, descriptor, os.fstat(descriptor))
    try:
        source.check_usable()
    except CaptureError:
        source.close()
        raise
    return source


def _identity(seen: os.stat_result) -> tuple[int, int, int, int]:
    return seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns


def _utc(nanoseconds: int) -> datetime | None:
    seconds, rest = divmod(nanoseconds, 10**9)
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        # File systems can hold times that no calendar has: unknown, never guessed.
        return None
    return moment.replace(microsecond=rest // 10**6 * 1000)
