"""Three files of 256 kB at most, readable by their owner alone; the oldest goes first."""

from __future__ import annotations

import logging
import os
import time
from contextlib import closing
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MOST_BYTES = 256 * 1024
_OLDER_FILES = 2


class _OwnersFile(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        """Open the file for its owner alone, whatever the mask; a link in its place is not followed."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self.baseFilename, flags, 0o600)
        return os.fdopen(handle, "a", encoding="ascii", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A disk that takes no line is no reason to stop."""


def write_line(file: Path, line: str) -> None:
    """Add a line, or several, with the time. The file is held open for that long only: others may rotate it."""
    record = logging.LogRecord("bevismappe", logging.ERROR, "", 0, line, None, None)
    formatter = logging.Formatter("%(asctime)sZ %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler = _OwnersFile(file, maxBytes=_MOST_BYTES, backupCount=_OLDER_FILES, delay=True)
    with closing(handler):
        handler.setFormatter(formatter)
        handler.handle(record)
