"""``import-envelope``: keep what lies in envelopes that a phone closed for this vault."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.casework.kinds.file import FileFacts
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.refused import Refused, refusal, worst_code
from app.cli.sealed import made_exhibit
from app.language import Language
from app.vocabulary import CarriedBy

NAME = "import-envelope"


class OpenedFile(msgspec.Struct, frozen=True):
    """One file of an envelope that was kept."""

    exhibit: int
    seq: int
    media_type: str
    size: int
    preview: str


class Opened(msgspec.Struct, frozen=True):
    """One envelope that was opened: its files, how many were there before, and what the phone's clock said."""

    position: int
    files: tuple[OpenedFile, ...]
    already: int
    closed_at: str


class OpenedEnvelopes(msgspec.Struct, frozen=True):
    """The result: the envelopes in the order given, by what became of them."""

    opened: tuple[Opened, ...]
    refused: tuple[Refused, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("keep what lies in an envelope from the phone")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The envelopes, and how they came."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=text("an envelope that the phone closed"),
    )
    parser.add_argument(
        "--by",
        choices=[each.value for each in CarriedBy],
        default=CarriedBy.UNKNOWN.value,
        help=text("how it came from the phone"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Open each envelope; one that is refused does not stop the others."""
    from app.actions.add_file import written_name_of
    from app.actions.open_envelope import open_envelope
    from app.capture import CaptureError
    from app.envelope import EnvelopeError
    from app.picture import WarmChild

    language = desk.language
    lines: list[str] = []
    done: list[Opened] = []
    refused: list[Refused] = []
    with desk.open_case() as case, WarmChild() as warm:
        for position, path in enumerate(arguments.files, start=1):
            name = written_name_of(path.name)
            try:
                found = open_envelope(case, path, carried_by=CarriedBy(arguments.by), warm=warm)
            except (EnvelopeError, CaptureError) as error:
                refused.append(refusal(position, name, error, language))
                lines.append(refused[-1].line)
                continue
            files: list[OpenedFile] = []
            for entry in found.entries:
                number, facts = made_exhibit(case, entry, FileFacts)
                files.append(
                    OpenedFile(number, entry.seq, facts.media_type, facts.size, facts.preview)
                )
            done.append(Opened(position, tuple(files), found.already, found.closing.closed_at))
            lines += _told(files, found.already, language)
    return Answer(
        lines=tuple(lines),
        result=OpenedEnvelopes(tuple(done), tuple(refused)),
        exit_code=worst_code(refused),
    )


def _told(files: list[OpenedFile], already: int, language: Language) -> list[str]:
    lines = [
        language.text(
            "Saved and locked: Exhibit {number}, {size}. Not captured by this program.",
            number=each.exhibit,
            size=language.size(each.size),
        )
        for each in files
    ]
    if already:
        lines.append(
            language.plural(
                "{count} file of this envelope was in the case already.",
                "{count} files of this envelope were in the case already.",
                already,
            )
        )
    return lines
