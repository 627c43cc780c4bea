"""Whether the file at the vault's path is still the file that the connection writes.

A sync program, a restored backup or a file manager may put another file there, take ours away or write over it, and
an open connection notices none of it: it goes on writing a file that has no name any more (SQLite, "How to corrupt
an SQLite database file", 1.4). So this is asked before each writing, and once more before it is acknowledged.

It costs one ``stat`` and a look of SQLite's own (HAS_MOVED, where the system's file layer knows it): some ten
microseconds on a local disk.
"""

from __future__ import annotations

import ctypes
import os
from enum import Enum
from pathlib import Path

import apsw

from evidence_store.errors import DiskFaultError


class FileState(Enum):
    """What lies at the path."""

    OURS = "ours"
    RENAMED = "renamed"
    REPLACED = "replaced"
    WRITTEN_OVER = "written_over"


class FileIdentity:
    """The file of an open connection, as it was last seen.

    Args:
        path: its path, absolute.
        db: the connection.
    """

    def __init__(self, path: Path, db: apsw.Connection) -> None:
        self.path = path
        self._db = db
        self._seen = _seen(path)

    def remember(self) -> None:
        """Remember the file as we have just written it; where another one lies there, remember nothing."""
        now = _seen(self.path)
        if now is not None and self._seen is not None and now[:2] == self._seen[:2]:
            self._seen = now

    def state(self) -> FileState:
        """Return what lies at the path now.

        ``RENAMED``: nothing does, and our file has another name in the same folder. One that was moved to another
        folder, such as the one for what was thrown away, counts as ``REPLACED``. ``WRITTEN_OVER``: it is our file,
        and its size or the time of its last change is not what we left; its content may be as it was.

        Raises:
            DiskFaultError: the system does not tell.
        """
        now = _seen(self.path)
        if now is None:
            return FileState.RENAMED if self.new_name() is not None else FileState.REPLACED
        if _has_moved(self._db) or self._seen is None or now[:2] != self._seen[:2]:
            return FileState.REPLACED
        return FileState.OURS if now == self._seen else FileState.WRITTEN_OVER

    def new_name(self) -> Path | None:
        """Return where our file lies, if it was given another name in the same folder."""
        if self._seen is None:
            return None
        try:
            with os.scandir(self.path.parent) as found:
                for each in found:
                    # Windows tells the number of a file only when it is asked by its path.
                    if each.is_file(follow_symlinks=False):
                        path = self.path.parent / each.name
                        seen = _seen(path)
                        if seen is not None and seen[:2] == self._seen[:2]:
                            return path
        except OSError:
            return None
        return None


def _seen(path: Path) -> tuple[int, int, int, int] | None:
    """Return device, number, size and time of last change; None where nothing lies there."""
    try:
        seen = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise DiskFaultError(path) from error
    return seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns


def _has_moved(db: apsw.Connection) -> bool:
    """Return SQLite's own answer; False where its file layer has none, as on Windows, where an open file stays."""
    moved = ctypes.c_int(0)
    db.file_control("main", apsw.SQLITE_FCNTL_HAS_MOVED, ctypes.addressof(moved))
    return bool(moved.value)
