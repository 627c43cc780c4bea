"""``mark``: lay arrows, frames, highlights, numbers and words over a copy of a picture."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import done, read_exhibit
from app.cli.smallfile import read_small

NAME = "mark"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("mark places on a copy of a picture")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which picture and which marks."""
    parser.add_argument("id", metavar="ID", help=text("the exhibit"))
    parser.add_argument(
        "--shapes",
        type=Path,
        required=True,
        metavar="FILE",
        help=text("JSON file with the marks, see docs/shapes.md; - reads standard input"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Burn a new working copy."""
    from app.actions.mark_and_redact import mark_and_redact
    from app.markup import MAX_FILE_SIZE, parse_shapes

    untrusted = (
        desk.terminal.read_all().encode("utf-8", "surrogateescape")
        if str(arguments.shapes) == "-"
        else read_small(arguments.shapes, MAX_FILE_SIZE)
    )
    marks = parse_shapes(untrusted)
    with desk.open_case() as case:
        exhibit = read_exhibit(case, arguments.id)
        entry = mark_and_redact(case, exhibit, marks=marks, font=desk.font)
        line = desk.language.plural(
            "{count} mark is on the copy of Exhibit {number}. The original is untouched.",
            "{count} marks are on the copy of Exhibit {number}. The original is untouched.",
            len(marks),
            number=exhibit.number,
        )
        return done(case, entry, line)
