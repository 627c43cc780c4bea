"""``calendar``: write the days that are due into a calendar file, without a word of the case."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.messages import copied_lines, guidance_sentence

NAME = "calendar"


class Written(msgspec.Struct, frozen=True):
    """The file, and how many days and moments stand in it."""

    path: str
    entries: int


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("write what is due into a calendar file, without a word of the case")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Where to."""
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=text("file to write")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Write the file; one that exists is not replaced."""
    from app.actions.find_deadlines import find_deadlines, read_rulebook
    from app.actions.prevention_tables import read_prevention
    from app.actions.save_calendar import save_calendar

    target: Path = arguments.out
    language, now = desk.language, desk.clock.now().utc
    if target.exists():
        raise FileExistsError(17, "exists", str(target))
    book = read_rulebook(desk.resources, desk.settings.packs)
    with desk.open_case() as case:
        due = find_deadlines(case.state, book, now, read_prevention(desk.resources))
        secret = case.state.private_chain
    count = save_calendar(due, target, language, secret=secret, made_at=now)
    return Answer(
        lines=(
            language.text("Written: {path}", path=str(target)),
            language.plural(
                "{count} entry, which says when, and nothing of the case.",
                "{count} entries, which say when, and nothing of the case.",
                count,
            ),
            guidance_sentence(language),
            *copied_lines(target, language),
        ),
        result=Written(path=str(target), entries=count),
    )
