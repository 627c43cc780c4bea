"""An error as lines that may be kept and sent: kinds of errors, places in the code, and what the ledger calls it about.

Rules:
- No message of an error: it may quote a text, a name, a path, a digest or a passphrase.
- A file is named from the root of our code. Of others' code a person is shown the bare name of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import traceback

# As it was started, and where that leads: a file's place is told by the first, a path that was resolved by the second.
_ROOTS = (Path(__file__).parents[2], Path(__file__).resolve().parents[2])
_OURS = frozenset({"app", "evidence_store", "atomic_file", "main.py"})
_CHAIN = re.compile(r"[0-9a-f]{32}")
_DEEPEST = 25


def kind_of(cls: type[BaseException]) -> str:
    """Return ``capture.WaylandError`` for a class of the room app/capture, ``OSError`` for a builtin."""
    parts = cls.__module__.split(".")
    if parts[0] == "builtins":
        return cls.__name__
    room = parts[1] if parts[0] == "app" and len(parts) > 1 else parts[0]
    return f"{room}.{cls.__name__}"


def details_of(error: BaseException) -> str:
    """Return the lines that a person may copy: kinds of the error and its causes, and each place with its function."""
    lines = []
    for each in _with_causes(error):
        lines.append(kind_of(type(each)))
        for frame in _frames(each):
            place = _own_file(frame.filename) or re.split(r"[/\\]", frame.filename)[-1]
            lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


def log_lines(error: BaseException) -> str:
    """Return the lines that are kept: kinds with chain and place of the entry, and places in our own code."""
    lines = []
    for each in _with_causes(error):
        lines.append(kind_of(type(each)) + "".join(_about(each)))
        for frame in _frames(each):
            place = _own_file(frame.filename)
            lines += [f"  {place}:{frame.lineno}"] if place else []
    return "\n".join(lines)


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    each: BaseException | None = error
    seen: set[int] = set()
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or each.__context__


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    import traceback  # a command that meets no error needs none of it

    return traceback.extract_tb(error.__traceback__)[-_DEEPEST:]


def _own_file(filename: str) -> str:
    """Return the path from the root of our code; "" for a file that is not ours."""
    path = Path(filename)
    if path.is_absolute():
        root = next((each for each in _ROOTS if path.is_relative_to(each)), None)
        if root is None:
            return ""
        path = path.relative_to(root)
    return path.as_posix() if path.parts and path.parts[0] in _OURS else ""


def _about(error: BaseException) -> Iterator[str]:
    """What the error says of chains and entries: ids of the vault's own making, and numbers."""
    for each in (error, *vars(error).values()):
        chain, seq = getattr(each, "chain", None), getattr(each, "seq", None)
        if isinstance(chain, str) and _CHAIN.fullmatch(chain):
            yield f" chain {chain}"
        if type(seq) is int:
            yield f" seq {seq}"
