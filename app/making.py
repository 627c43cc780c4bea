"""A file in the making: it lies beside its target, under a name of ours, until it is whole.

Rules:
- The name is ``.bevismappe-``, 16 hex digits and ``.part``; it is readable by its owner alone.
- Its maker holds a lock on it, which the system lets go of when the process dies, however it dies.
- Before one is made in a folder, those that a killed process left there are taken away: plain files of exactly such a
  name, of the same user, that nobody holds locked. Where a file system knows no locks, and on Windows, none are.
- It is flushed to the disk before it gets its name. Whoever gives way meanwhile goes on doing so.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"\.bevismappe-[0-9a-f]{16}\.part\Z")
_LOOK_S = 0.02
_BINARY = getattr(os, "O_BINARY", 0)


@contextmanager
def making(target: Path, between: Callable[[], None] | None = None) -> Iterator[BinaryIO]:
    """Give an empty file; when the block ends well, what was written replaces ``target``, else nothing is left.

    Args:
        target: where it goes; its folder must be there.
        between: called at least once while the disk takes its time; what it raises gives the file up.

    Raises:
        OSError: the file cannot be written; what lay at ``target`` still does.
    """
    sweep(target.parent)
    part, file = _begin(target.parent)
    try:
        with file:
            yield file
            flush(file, between)
            # Windows renames no open file; elsewhere the lock is held until the file has its name.
            if sys.platform != "win32":
                part.replace(target)
        if sys.platform == "win32":
            part.replace(target)
        _flush_folder(target.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def flush(file: BinaryIO, between: Callable[[], None] | None = None) -> None:
    """Make what was written so far survive a power cut. Raises OSError."""
    file.flush()
    if between is None:
        os.fsync(file.fileno())
        return
    between()  # once at least: a disk in memory takes no time
    errors: list[OSError] = []

    def work() -> None:
        try:
            os.fsync(file.fileno())
        except OSError as error:
            errors.append(error)

    thread = threading.Thread(target=work, name="flush")
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_LOOK_S)
            between()
    finally:
        thread.join()
    if errors:
        raise errors[0]


def sweep(folder: Path) -> None:
    """Take away what killed processes left in a folder. What cannot be looked at is left alone."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        for part in [path for path in folder.iterdir() if _NAME.match(path.name)]:
            with suppress(OSError):
                _take_away(part)


def _begin(folder: Path) -> tuple[Path, BinaryIO]:
    while True:
        part = folder / f".bevismappe-{secrets.token_hex(8)}.part"
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY
        file = os.fdopen(os.open(part, flags, 0o600), "w+b")
        if _hold(file.fileno(), part):
            return part, file
        # Somebody swept it before it was locked.
        file.close()


def _hold(handle: int, part: Path) -> bool:
    """Lock a file of our own; False where it was swept just now."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # no locks here, so nobody sweeps here
    return _is_at(handle, part)


def _take_away(part: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        found = os.fstat(handle)
        plain = stat.S_ISREG(found.st_mode) and found.st_nlink == 1
        if plain and found.st_uid == os.geteuid():
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(handle, part):
                part.unlink()
    finally:
        os.close(handle)


def _is_at(handle: int, part: Path) -> bool:
    """Whether the open file is still the one of that name."""
    try:
        there = part.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(handle), there)


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
