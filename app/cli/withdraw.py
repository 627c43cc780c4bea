"""``withdraw``: take a consent back; later reports hold nothing of it, and what was handed over before is listed."""

from __future__ import annotations

import argparse

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.reported import Reported, recipient_and_time, reported
from app.cli.sealed import name_of, read_id

NAME = "withdraw"


class TakenBack(msgspec.Struct, frozen=True):
    """The entry that withdraws the consent, and what was shared by it before."""

    id: str
    already: tuple[Reported, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("take a consent back; it lists what was handed over before")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which consent."""
    parser.add_argument("consent", metavar="ID", help=text("the consent, such as p4"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal that it is withdrawn, and list what cannot be taken back."""
    from app.actions.withdraw_consent import withdraw_consent

    text = desk.language.text
    with desk.open_case() as case:
        done = withdraw_consent(case, read_id(case, arguments.consent))
        already = tuple(reported(case, each) for each in done.handed_over)
        name = name_of(case, done.entry)
    lines = [text("The consent is withdrawn. No later report holds anything of it.")]
    if already:
        lines.append(text("This was handed over before. It cannot be taken back."))
        lines += [f"  {recipient_and_time(each, desk.language)}" for each in already]
    return Answer(tuple(lines), TakenBack(name, already))
