"""Looks into the next of many files while the one before it is sealed.

What was seen is taken only for the very bytes that are sealed: who brings a file in reads it once more, and where it
says something else by then, or could not be read, it is looked into as if nobody had.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Self

from app.actions.view_of_file import LOOKED_INTO, Looked, look_into
from app.picture import SNIFF_LENGTH, WarmChild, sniff

_LARGEST = 16 << 20


class LookAhead:
    """One file ahead.

    Args:
        warm: the child that looks into it.
    """

    def __init__(self, warm: WarmChild) -> None:
        self.warm = warm
        self._thread: threading.Thread | None = None
        self._seen: tuple[bytes, Looked] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def begin(self, path: Path) -> None:
        """Begin to look into a file; what was seen of another one is forgotten."""
        self.end()
        self._thread = threading.Thread(target=self._look, args=(path,), name="look-ahead")
        self._thread.start()

    def take(self, untrusted: bytes) -> Looked | None:
        """Return what was seen in exactly these bytes, or None."""
        seen = self.end()
        return seen[1] if seen is not None and seen[0] == untrusted else None

    def end(self) -> tuple[bytes, Looked] | None:
        """Wait for what is under way, and forget it. Returns it."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
        seen, self._seen = self._seen, None
        return seen

    def _look(self, path: Path) -> None:
        try:
            if path.stat().st_size > _LARGEST:
                return
            untrusted = path.read_bytes()
            media_type = sniff(untrusted[:SNIFF_LENGTH])
            if untrusted and media_type in LOOKED_INTO:
                self._seen = (untrusted, look_into(untrusted, media_type, self.warm))
        except Exception:  # noqa: BLE001 - whoever brings it in meets the same, and tells it
            return
