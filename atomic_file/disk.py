"""New files that only their owner can read, and what makes written bytes and names survive a power cut."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from atomic_file.names import check_name
from atomic_file.owner_only import can_keep

if sys.platform == "win32":
    from atomic_file import windows, windows_rights

_LOOK_S = 0.02


def new_file(path: Path) -> BinaryIO:
    """Return a new, empty file, open for writing and reading, that its owner alone can read (see ``keeps_to_owner``).

    Raises:
        UnfitNameError: the system takes no such name.
        FileExistsError: something has that name; a link counts, and is not followed.
        OSError: it cannot be made.
    """
    check_name(path)
    if sys.platform == "win32":
        return windows.new_file(path)
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")


def keeps_to_owner(path: Path) -> bool:
    """Return whether a new file at a path is its owner's alone; on Windows it depends on the drive (owner_only.py)."""
    if sys.platform == "win32":
        return can_keep(windows_rights.drive_of(path))
    else:  # noqa: RET505  # so that either system's type checker reads its own half
        return True


def flush(file: BinaryIO, between: Callable[[], None] | None = None) -> None:
    """Make what was written so far survive a power cut.

    Args:
        file: an open file.
        between: called at least once while the disk takes its time; what it raises comes through.

    Raises:
        OSError: what the disk said.
    """
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


def sync_file(path: Path) -> None:
    """Make what somebody else wrote to a file survive a power cut. Raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file in a folder survive a power cut, where the system can. Raises OSError."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
