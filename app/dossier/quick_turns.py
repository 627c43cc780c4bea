"""While two threads share one piece of work, each that waits for Python's lock gets it soon.

Each call that hashes, reads or writes gives the lock up and has to wait for it afterwards: up to five milliseconds as
Python is set up, which is longer than a page of a report takes.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SOON_S = 0.0001

_guard = threading.Lock()
_before: list[float] = []
"""What was set before each of the blocks that are under way, whichever of them ends first."""


@contextmanager
def quick_turns() -> Iterator[None]:
    """Let threads take turns after 0.1 ms at most for the length of a block; may be nested and used at once."""
    with _guard:
        _before.append(sys.getswitchinterval())
        sys.setswitchinterval(min(_before[0], _SOON_S))
    try:
        yield
    finally:
        with _guard:
            before = _before[0]
            _before.pop()
            if not _before:
                sys.setswitchinterval(before)
