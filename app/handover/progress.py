"""How far the check of a package is, told between its slices; whoever is told may end it there.

Rules:
- It is told after at most a slice of a file was read, or some hundred entries were looked at.
- What the listener raises ends the check. Nothing of the package is held open then, and nothing was written.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import BinaryIO, cast

from app.handover.archive import SLICE
from app.handover.tree import Tree

Progress = Callable[[int, int], None]
_ENTRIES = 200


class Steps:
    """Counts what was done and tells it."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress or (lambda _done, _total: None)
        self._done = 0
        self._looked = 0
        self.total = 0

    def read(self, size: int) -> None:
        """Some bytes were read."""
        self._done += size
        self._tell()

    def look(self) -> None:
        """One of many entries was looked at."""
        self._looked += 1
        if self._looked % _ENTRIES == 0:
            self._tell()

    def _tell(self) -> None:
        # Some files are read twice.
        self._progress(min(self._done, self.total), self.total)


class WatchedTree:
    """A package whose reading is counted."""

    def __init__(self, tree: Tree, steps: Steps) -> None:
        self._tree = tree
        self._steps = steps
        steps.total = sum(tree.files.values())

    @property
    def name(self) -> str:
        """What the package's own folder is called here."""
        return self._tree.name

    @property
    def files(self) -> Mapping[str, int]:
        """Size in bytes by path."""
        return self._tree.files

    @property
    def checksums(self) -> Mapping[str, int]:
        """CRC-32 by path; empty for a folder."""
        return self._tree.checksums

    def open(self, path: str) -> BinaryIO:
        """One of the files as a stream."""
        counted = _Counted(self._tree.open(path), self._steps)
        return cast("BinaryIO", io.BufferedReader(counted, SLICE))

    def close(self) -> None:
        """Let go of what is held open."""
        self._tree.close()


class _Counted(io.RawIOBase):
    """A stream that says how much was read of it; at most a slice at a time."""

    def __init__(self, stream: BinaryIO, steps: Steps) -> None:
        self._stream, self._steps = stream, steps

    def readable(self) -> bool:
        """It can only be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # what BufferedReader hands in
        """Fill the buffer from where the last read ended."""
        data = self._stream.read(min(len(buffer), SLICE))
        self._steps.read(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what is read."""
        self._stream.close()
        super().close()
