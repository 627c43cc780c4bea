"""A command whose file is loaded when something of it is first needed: its name alone is enough to find it."""

from __future__ import annotations

import argparse
from functools import cached_property
from importlib import import_module  # noqa: TID251 - the contracts see the imports for types
from typing import cast

from app.cli.command import Answer, Command, Text
from app.cli.desk import Desk


class FileCommand:
    """The command of one file.

    Attributes:
        NAME: as it is typed; the file has it as well.
        file: the file's name in this room, without its ending; that of the command where nothing else is said.
    """

    def __init__(self, name: str, file: str = "") -> None:
        self.NAME = name
        self.file = file or name.replace("-", "_")

    def summary(self, text: Text) -> str:
        """Return one line for the list of commands."""
        return self._command.summary(text)

    def configure(self, parser: argparse.ArgumentParser, text: Text) -> None:
        """Add the command's own arguments."""
        self._command.configure(parser, text)

    def run(self, arguments: argparse.Namespace, desk: Desk) -> Answer:
        """Do it."""
        return self._command.run(arguments, desk)

    @cached_property
    def _command(self) -> Command:
        return cast("Command", import_module(f"app.cli.{self.file}"))
