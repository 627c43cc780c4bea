"""Files that a command was given and did not keep: what is said of each, and the code that the command ends with."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from app.language import Language
from app.messages import explain


class Refused(msgspec.Struct, frozen=True):
    """One file of which nothing was kept, and why."""

    position: int
    name: str
    kind: str
    message: str
    exit_code: int

    @property
    def line(self) -> str:
        """What is said of it."""
        return f"{self.name}: {self.message}"


def refusal(position: int, name: str, error: Exception, language: Language) -> Refused:
    """Return what became of the file at a position from 1."""
    message = explain(error, language, typed=True)
    return Refused(position, name, message.kind, message.sentence, message.exit_code)


def worst_code(refused: Iterable[Refused]) -> int:
    """Return the exit code of the command: 0 where nothing was refused."""
    return max((each.exit_code for each in refused), default=0)
