"""Choosing by name among things that come with the program, such as lists and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class UnknownNameError(Exception):
    """What was typed names nothing that there is.

    Attributes:
        typed: as the person typed it.
        known: the names that there are.
    """

    def __init__(self, typed: str, known: str) -> None:
        super().__init__(typed)
        self.typed, self.known = typed, known


def wanted(things: Mapping[str, T], names: Sequence[str]) -> tuple[T, ...]:
    """Return the things with those names, or all where none is given.

    Raises:
        UnknownNameError: one of the names is none of theirs.
    """
    for each in names:
        if each not in things:
            raise UnknownNameError(each, ", ".join(things))
    return tuple(thing for name, thing in things.items() if not names or name in names)
