"""The shape that each command's file has."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Protocol

from app.cli.answer import Answer
from app.cli.desk import Desk

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
