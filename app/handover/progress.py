"""How far the check of a package is, told between its slices; whoever is told may end it there.

Rules:
- It is told after at most a slice of a file was read, or some hundred entries were looked at.
- What the listener raises ends the check. Nothing of the package is held open then, and nothing was written.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO, cast

from app.handover.archive import SLICE
from app.handover.tree import PackageTree
from app.streams import PieceStream

Progress = Callable[[int, int], None]
_ENTRIES = 200


class ProgressCounter:
    """Counts what was done and tells it."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress or (lambda _done, _total: None)
        self._done = 0
        self._looked = 0
        self.total = 0

    def add_bytes(self, size: int) -> None:
        """Count bytes that were read."""
        self._done += size
        self._tell()

    def add_entry(self) -> None:
        """Count an entry that was looked at."""
        self._looked += 1
        if self._looked % _ENTRIES == 0:
            self._tell()

    def _tell(self) -> None:
        # Some files are read twice.
        self._progress(min(self._done, self.total), self.total)


class CountedTree:
    """A package whose reading is counted."""

    def __init__(self, tree: PackageTree, steps: ProgressCounter) -> None:
        self._tree = tree
        self._steps = steps
        self.name, self.files, self.checksums = tree.name, tree.files, tree.checksums
        self.form = tree.form
        steps.total = sum(tree.files.values())

    def open(self, path: str) -> BinaryIO:
        counted = _CountedStream(self._tree.open(path), self._steps)
        return cast("BinaryIO", io.BufferedReader(counted, SLICE))

    def close(self) -> None:
        self._tree.close()


class _CountedStream(PieceStream):
    """A stream that counts what was read of it; at most a slice at a time."""

    def __init__(self, stream: BinaryIO, steps: ProgressCounter) -> None:
        self._stream, self._steps = stream, steps

    def _piece(self, length: int) -> bytes:
        data = self._stream.read(min(length, SLICE))
        self._steps.add_bytes(len(data))
        return data

    def close(self) -> None:
        self._stream.close()
        super().close()
