"""Reads a small file that was named on the command line: never more than a limit, and never waiting for ever."""

from __future__ import annotations

import errno
import os
import select
import stat
import time
from pathlib import Path

_WAIT_S = 5.0
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_small(path: Path, limit: int) -> bytes:
    """The bytes of a regular file or of a pipe that somebody writes to, such as a shell's ``<(…)``.

    Args:
        path: the file.
        limit: the most bytes that are read; a longer file gives ``limit + 1`` bytes, for the caller to refuse.

    Raises:
        OSError: it is a folder or a device, nobody wrote to the pipe in time, or the system refuses.
    """
    descriptor = os.open(path, _FLAGS)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if stat.S_ISREG(mode):
            return _read(descriptor, limit)
        if stat.S_ISFIFO(mode):
            return _read_pipe(descriptor, limit, path)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    finally:
        os.close(descriptor)


def _read(descriptor: int, limit: int) -> bytes:
    data = b""
    while len(data) <= limit and (piece := os.read(descriptor, limit + 1 - len(data))):
        data += piece
    return data


def _read_pipe(descriptor: int, limit: int, path: Path) -> bytes:
    data = b""
    give_up = time.monotonic() + _WAIT_S
    while len(data) <= limit:
        ready, _, _ = select.select([descriptor], [], [], max(0.0, give_up - time.monotonic()))
        if not ready:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path))
        piece = os.read(descriptor, limit + 1 - len(data))
        if not piece:
            break
        data += piece
    return data
