"""The shape of a command's file, and of what it answers: lines for a person, an object for a program, an exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Protocol

import msgspec

from app.cli.desk import Desk


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


Text = Callable[[str], str]


class Command(Protocol):
    """A command's file: its name, its help, its arguments, and what it does.

    The file imports the act it calls only inside ``run``: help and listings must not load what makes PDFs.
    """

    NAME: str

    def summary(self, text: Text) -> str:
        """One line for the list of commands."""
        ...

    def configure(self, parser: argparse.ArgumentParser, text: Text) -> None:
        """Add the command's own arguments."""
        ...

    def run(self, arguments: argparse.Namespace, desk: Desk) -> Answer:
        """Do it."""
        ...
