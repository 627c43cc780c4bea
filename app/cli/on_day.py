"""The option ``--on DAY`` of commands that tell how things stand: on another day than today."""

from __future__ import annotations

import argparse
from datetime import date, datetime

from app.casework import read_day
from app.cli.command import Text


def add_on_day(parser: argparse.ArgumentParser, text: Text) -> None:
    """Add the option."""
    parser.add_argument(
        "--on", metavar="DAY", help=text("as it stands on this day; otherwise today")
    )


def on_day(arguments: argparse.Namespace, now: datetime) -> date | None:
    """Return the day that was given, which may be one to come; None where none was.

    Raises:
        TimeError: it is no day.
    """
    return None if arguments.on is None else read_day(arguments.on, now, to_come=True).day
