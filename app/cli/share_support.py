"""``share-support``: share that you got support which you were offered; from then on it may stand in a report."""

from __future__ import annotations

import argparse

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import done, read_id

NAME = "share-support"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("share that you got support which you were offered; it may stand in a report")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which offer, and what may be read of it."""
    parser.add_argument("offer", metavar="ID", help=text("the offer, such as p4"))
    said = text("what may be read of it; nothing is taken over from what you noted")
    parser.add_argument("--what", default="", metavar="TEXT", help=said)
    parser.add_argument("--name", default="", metavar="TEXT", help=text("who gave it, by name"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the support, and note at the offer that it was shared."""
    from app.actions.share_support import share_support

    with desk.open_case() as case:
        offer = read_id(case, arguments.offer)
        entry = share_support(case, offer, what=arguments.what, name=arguments.name)
        return done(case, entry, desk.language.text("The support is noted."))
