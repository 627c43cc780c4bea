"""``redact``: cover parts of a picture with solid black, on a copy."""

from __future__ import annotations

import argparse

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import done, read_exhibit

NAME = "redact"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("cover parts of a picture with black, on a copy")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which picture and which places."""
    parser.add_argument("id", metavar="ID", help=text("the exhibit"))
    parser.add_argument(
        "--box",
        action="append",
        required=True,
        metavar="X,Y,W,H:REASON",
        help=text("a place in pixels of the picture, and why it is covered"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Burn a new working copy."""
    from app.actions.mark_and_redact import mark_and_redact
    from app.markup import parse_redaction

    redactions = [parse_redaction(each) for each in arguments.box]
    with desk.open_case() as case:
        exhibit = read_exhibit(case, arguments.id)
        entry = mark_and_redact(case, exhibit, redactions=redactions, font=desk.font)
        line = desk.language.plural(
            "{count} place is covered on the copy of Exhibit {number}. The original is untouched.",
            "{count} places are covered on the copy of Exhibit {number}. The original is untouched.",
            len(redactions),
            number=exhibit.number,
        )
        return done(case, entry, line)
