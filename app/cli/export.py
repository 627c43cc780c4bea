"""``export``: write one item's bytes to a file."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_id
from app.messages import leaving_lines

NAME = "export"


class Exported(msgspec.Struct, frozen=True):
    """What was written."""

    id: str
    path: str
    size: int
    sha256: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("write the sealed bytes of an item to a file")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which item, and where to."""
    parser.add_argument("id", metavar="ID", help=text("the item"))
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=text("file to write")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Write the file; one that exists is not replaced."""
    from app.actions.export_original import export_original

    text = desk.language.text
    with desk.open_case() as case:
        entry = read_id(case, arguments.id)
        exported = export_original(case, entry, arguments.out)
        result = Exported(
            id=name_of(case, entry),
            path=str(arguments.out),
            size=exported.size,
            sha256=exported.sha256,
        )
    return Answer(
        lines=(
            text("Written: {path}", path=result.path),
            text("Fingerprint (SHA-256): {sha256}", sha256=result.sha256),
            text("This copy is not encrypted. Whoever can open the folder can see it."),
            *leaving_lines(arguments.out, desk.language),
        ),
        result=result,
    )
