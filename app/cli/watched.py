"""``watched``: the cases you keep an eye on, by their cover names. Private: they leave with nothing."""

from __future__ import annotations

import argparse

import msgspec

from app.casework import preventing
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of
from app.messages import watched_lines

NAME = "watched"


class WatchedRow(msgspec.Struct, frozen=True):
    """A case; ``review_on`` is "" for none."""

    id: str
    alias: str
    worry: str
    status: str
    signs: str
    plan: str
    review_on: str


class Watched(msgspec.Struct, frozen=True):
    """The result."""

    cases: tuple[WatchedRow, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("the cases you keep an eye on, by their cover names")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which of them."""
    parser.add_argument(
        "--open", action="store_true", dest="open_ones", help=text("leave out what is closed")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Show them; nothing is changed."""
    with desk.open_case() as case:
        cases = [
            each
            for each in preventing.watched_of(case.state)
            if each.open or not arguments.open_ones
        ]
        rows = tuple(
            WatchedRow(
                id=name_of(case, each.entry),
                alias=each.alias,
                worry=each.worry,
                status=each.status,
                signs=each.signs,
                plan=each.plan,
                review_on=str(each.review_on or ""),
            )
            for each in cases
        )
        lines = tuple(watched_lines(cases, lambda entry: name_of(case, entry), desk.language))
    if not lines:
        lines = (desk.language.text("You keep an eye on no case. Note one with: bevismappe watch"),)
    return Answer(lines=lines, result=Watched(rows))
