"""What nobody foresaw becomes one calm sentence with details to copy, never a traceback on a screen or in a log.

The details name program, error and places in the code. They hold no message of the error, since that may quote a
file name or a text of the case.
"""

from __future__ import annotations

import traceback

from app.messages import kind_of
from app.version import PROGRAM

_DEEPEST = 25


def details_of(error: BaseException) -> str:
    """Program, kinds of the error and its causes, and where in the code each came from."""
    lines = [PROGRAM]
    each: BaseException | None = error
    seen: set[int] = set()
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        lines.append(kind_of(type(each)))
        frames = traceback.extract_tb(each.__traceback__)[-_DEEPEST:]
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        each = each.__cause__ or each.__context__
    return "\n".join(lines)


def _place(filename: str) -> str:
    """The file without the folders that would tell whose machine it is."""
    parts = filename.replace("\\", "/").split("/")
    for root in ("app", "evidence_store"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1]
