"""A file that lies beside its target, under a name of ours, until it is whole.

Rules:
- The name is ``.bevismappe-``, 16 hex digits and ``.part``; only its owner can read it.
- Its writer holds a lock on it until it has its name; the system releases it when the process dies, however it dies.
- Before one is made in a folder, those that a killed process left there are removed: plain files of exactly such a
  name, of the same user, that nobody holds locked. Where a file system has no locks, none are. On Windows the lock
  is that it is open, and whose it is, is seen to by the folder's rights.
- What needs no name is written to such a file too where it must have one, so that a power cut leaves no other.
- It is flushed to the disk before it gets its name, unless its writer says that it need not last.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from atomic_file.disk import flush, new_file, sync_folder
from atomic_file.names import check_name

if sys.platform == "win32":
    from atomic_file import windows
else:
    import fcntl

CLOSED_FOR_A_NAME = sys.platform == "win32"
"""Whether some drives rename no file that is open: those of Windows that are another machine's."""

_NAME = re.compile(r"\.bevismappe-[0-9a-f]{16}\.part\Z")


@contextmanager
def write_atomically(
    target: Path, between: Callable[[], None] | None = None, *, lasting: bool = True
) -> Iterator[BinaryIO]:
    """Give an empty file; when the block ends well, what was written replaces ``target``, else nothing is left.

    Args:
        target: where it goes; its folder must be there.
        between: called at least once while the disk takes its time; what it raises gives the file up.
        lasting: whether to wait for the disk. Without, ``target`` may be the earlier one, or empty, after a power cut.

    Raises:
        UnfitNameError: the system takes no such name; nothing was begun.
        OSError: the file cannot be written; what lay at ``target`` still does.
    """
    check_name(target)
    sweep(target.parent)
    part, file = _begin(target.parent)
    try:
        with file:
            yield file
            if lasting:
                flush(file, between)
            else:
                file.flush()
            named = _name_held(part, target)
        if not named:
            part.replace(target)
        if lasting:
            sync_folder(target.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def write_passing(folder: Path) -> Iterator[BinaryIO]:
    """Give an empty file that is gone when the block ends, or the process, however it ends. Raises OSError."""
    sweep(folder)
    if sys.platform == "win32":
        with windows.new_file(_part_in(folder), passing=True) as file:
            yield file
    else:
        with tempfile.TemporaryFile(dir=folder) as nameless:
            yield cast("BinaryIO", nameless)


def sweep(folder: Path) -> None:
    """Remove what killed processes left in a folder. What cannot be looked at is left alone."""
    with suppress(OSError):
        for part in [path for path in folder.iterdir() if _NAME.match(path.name)]:
            with suppress(OSError):
                _remove(part)


def _begin(folder: Path) -> tuple[Path, BinaryIO]:
    while True:
        part = _part_in(folder)
        file = new_file(part)
        if _hold(file.fileno(), part):
            return part, file
        # Somebody swept it before it was locked.
        file.close()


def _part_in(folder: Path) -> Path:
    return folder / f".bevismappe-{secrets.token_hex(8)}.part"


def _name_held(part: Path, target: Path) -> bool:
    """Give an open file its name; return False where it may have to be closed before."""
    try:
        part.replace(target)
    except PermissionError:
        if CLOSED_FOR_A_NAME:
            return False
        raise
    return True


def _hold(handle: int, part: Path) -> bool:
    """Lock a file of our own; return False where it was swept just now."""
    if sys.platform != "win32":  # there it is held by being open
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # no locks here, so nobody sweeps here
    return _is_at(handle, part)


def _remove(part: Path) -> None:
    if sys.platform == "win32":
        windows.remove_unheld(part)
    else:
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
    """Return whether the open file is still the one of that name."""
    try:
        there = part.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(handle), there)
