"""What a command answers: lines for a person, one object for a program, and an exit code."""

from __future__ import annotations

import msgspec


class Answer(msgspec.Struct, frozen=True):
    """A finished command.

    Attributes:
        lines: what a person reads.
        result: what ``--json`` carries under ``result``; documented in docs/commands.md.
        exit_code: 0, unless the answer itself is bad news (a damaged package).
    """

    lines: tuple[str, ...]
    result: msgspec.Struct
    exit_code: int = 0


class Done(msgspec.Struct, frozen=True):
    """The result of a command that sealed one entry: where it stands, and what to look at again."""

    id: str
    seq: int
    exhibit: int | None = None
    remarks: tuple[str, ...] = ()
