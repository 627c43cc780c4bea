"""``check-clock``: how this computer's clock stands against a time server's."""

from __future__ import annotations

import argparse

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.clock import stamp
from app.vocabulary import clock_check_words

NAME = "check-clock"


class CheckedAgainst(msgspec.Struct, frozen=True):
    """The result: who was asked, when (UTC), and how the clock stood, in milliseconds.

    ``offset_ms`` is what must be added to this computer's clock to have the server's time.
    """

    server: str
    at: str
    offset_ms: int
    error_ms: int


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("ask a time server how this computer’s clock stands")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Take another server."""
    parser.add_argument(
        "--server",
        metavar="NAME[:PORT]",
        help=text("whom to ask; without it the one that is set in the window"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Ask once, and say what came back."""
    from app.anchor import UdpRoad, measure_clock

    server = desk.settings.time_server if arguments.server is None else arguments.server
    check = measure_clock(server, desk.clock, UdpRoad())
    text = desk.language.text
    return Answer(
        lines=(
            clock_check_words(check.code, desk.language),
            text("Nothing of a case was sent, and nothing was saved."),
        ),
        result=CheckedAgainst(check.server, stamp(check.at), check.offset_ms, check.error_ms),
    )
