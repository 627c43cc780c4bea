"""``concern-sheet``: one page to bring to a talk about a concern, as a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.casework.kinds.concern import CONCERN
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import NotThatKindError, name_of, read_corrected
from app.messages import copied_lines, guidance_sentence

NAME = "concern-sheet"


class SheetWritten(msgspec.Struct, frozen=True):
    """The result."""

    id: str
    path: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("one page to bring to a talk about a concern, with what to watch for")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which concern, and where to."""
    parser.add_argument("id", metavar="ID", help=text("the concern"))
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=text("file to write")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Write the page; one that exists is not replaced."""
    from app.actions.save_talking_sheet import save_talking_sheet, talking_facts

    target, language = arguments.out, desk.language
    if target.exists():
        raise FileExistsError(17, "exists", str(target))
    with desk.open_case() as case:
        thing = read_corrected(case, arguments.id, CONCERN)
        if thing is None:
            raise NotThatKindError(arguments.id)
        facts = talking_facts(case.state, thing.id, clock=desk.clock, language=language)
        name = name_of(case, thing.id)
    save_talking_sheet(facts, target, language=language, fonts=desk.resources / "fonts")
    return Answer(
        lines=(
            language.text("Written: {path}", path=str(target)),
            guidance_sentence(language),
            *copied_lines(target, language),
        ),
        result=SheetWritten(name, str(target)),
    )
