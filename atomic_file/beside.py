"""A new file beside its target for a writer that opens it by its path, such as SQLite.

No lock of ours is held on it: closing a file drops every lock that the process has on it.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from atomic_file.disk import new_file
from atomic_file.names import check_name


@contextmanager
def part_beside(target: Path, ending: str) -> Iterator[Path]:
    """Give the path of a new, empty file beside ``target``; what still has that name at the end is taken away.

    Args:
        target: what it is made for; the new name is a dot, this name, 16 hex digits and the ending.
        ending: such as ``new``.

    Raises:
        UnfitNameError: the system takes no such name.
        OSError: it cannot be made.
    """
    check_name(target)
    part = target.with_name(f".{target.name}.{secrets.token_hex(8)}.{ending}")
    new_file(part).close()
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def sweep_beside(target: Path, ending: str) -> None:
    """Take away the files that killed processes left beside ``target``. Raises OSError."""
    name = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{16}}\.{re.escape(ending)}\Z")
    for left in [path for path in target.parent.iterdir() if name.match(path.name)]:
        left.unlink(missing_ok=True)
