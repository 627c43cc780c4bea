"""``take-over``: take over what a colleague collected, with their log."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.casework.kinds.adopt import left_behind
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from evidence_store import normalise_receipt

NAME = "take-over"


class TakenOverExhibit(msgspec.Struct, frozen=True):
    """One exhibit that was taken over: its number here, its number there, and its entry."""

    exhibit: int
    there: int
    seq: int


class TakenOverPackage(msgspec.Struct, frozen=True):
    """The result; ``known`` and ``without_file`` are numbers there: here already, and not taken over."""

    chain: str
    entries: int
    exhibits: tuple[TakenOverExhibit, ...]
    known: tuple[int, ...]
    without_file: tuple[int, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("take over what a colleague collected")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The package, whose it is, and the code to compare with."""
    parser.add_argument(
        "package",
        nargs="+",
        type=Path,
        metavar="PACKAGE",
        help=text("the colleague’s package (folder or zip), or all its parts"),
    )
    parser.add_argument("--by", default="", metavar="NAME", help=text("who collected it"))
    parser.add_argument(
        "--expect",
        metavar="CODE",
        help=text("receipt code that you have got another way"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Check the package, then take it over."""
    from app.actions.take_over import take_over

    if arguments.expect is not None:
        normalise_receipt(arguments.expect)
    language = desk.language
    with desk.open_case() as case:
        done = take_over(
            case,
            arguments.package,
            by=arguments.by,
            expect=arguments.expect,
            resources=desk.resources,
        )
        new = [each for each in case.state.exhibits if each.original in set(done.exhibits)]
    made = tuple(
        TakenOverExhibit(each.number, there, each.original.seq)
        for each in new
        if (there := each.number_there)
    )
    lines = [
        language.text(
            "Saved and locked: Exhibit {number}, which is exhibit {there} in the colleague’s log.",
            number=each.exhibit,
            there=each.there,
        )
        for each in made
    ]
    if done.known:
        lines.append(
            language.plural(
                "{count} exhibit was here already.",
                "{count} exhibits were here already.",
                len(done.known),
            )
        )
    lines += left_behind(done.without_file, language)
    result = TakenOverPackage(done.chain, done.entries, made, done.known, done.without_file)
    return Answer(lines=tuple(lines), result=result)
