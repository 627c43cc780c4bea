"""``add``: keep files as originals, byte for byte."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.actions.open_case import OpenCase
from app.casework import lying_in, told_of_file
from app.casework.kinds.file import FileFacts, files_within
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.refused import Refused, refusal, worst_code
from app.cli.sealed import made_exhibit
from app.language import Language
from app.messages import explain

NAME = "add"


class Added(msgspec.Struct, frozen=True):
    """One file that was kept."""

    exhibit: int
    seq: int
    name: str
    media_type: str
    size: int
    preview: str
    told: tuple[str, ...] = ()


class AddedFiles(msgspec.Struct, frozen=True):
    """The result: the files in the order given, by what became of them."""

    added: tuple[Added, ...]
    refused: tuple[Refused, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("keep files as originals")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The files."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=text("a file to keep"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Keep each file; one that is refused does not stop the others."""
    with desk.open_case() as case:
        # Opening takes 64 MB for a moment: what keeps files is loaded afterwards.
        return _keep(arguments.files, case, desk.language)


def _keep(files: Sequence[Path], case: OpenCase, language: Language) -> Answer:
    from app.actions.add_file import add_file, written_name_of
    from app.actions.look_ahead import LookAhead
    from app.actions.open_envelope import opener_in_mails
    from app.capture import CaptureError
    from app.picture import WarmChild

    lines: list[str] = []
    added: list[Added] = []
    refused: list[Refused] = []
    with WarmChild() as warm, LookAhead(warm) as ahead:
        for position, path in enumerate(files, start=1):
            then = next(iter(files[position:]), None)
            name = written_name_of(path.name)
            unopened: list[str] = []
            opener = opener_in_mails(
                case,
                warm,
                lambda error, said=unopened: said.append(explain(error, language).sentence),  # type: ignore[misc]
            )
            try:
                entry = add_file(case, path, warm=warm, then=then, ahead=ahead, opener=opener)
            except CaptureError as error:
                refused.append(refusal(position, name, error, language))
                lines.append(refused[-1].line)
                continue
            number, facts = made_exhibit(case, entry, FileFacts)
            exhibit = case.state.exhibit_of(entry)
            told = told_of_file(exhibit, language) if exhibit else ()
            if inside := lying_in(case.state.exhibits, entry):
                told = (*told, files_within(len(inside), language))
            told = (*told, *unopened)
            added.append(
                Added(number, entry.seq, name, facts.media_type, facts.size, facts.preview, told)
            )
            lines.append(
                language.text(
                    "Saved and locked: Exhibit {number}, {size}. Not captured by this program.",
                    number=number,
                    size=language.size(facts.size),
                )
            )
            if facts.preview not in {"", "shown"} and not facts.media_type.startswith(
                ("video/", "audio/")
            ):
                lines.append(language.text("It cannot be shown as a picture, but it is kept."))
            lines += told
    return Answer(
        lines=tuple(lines),
        result=AddedFiles(tuple(added), tuple(refused)),
        exit_code=worst_code(refused),
    )
