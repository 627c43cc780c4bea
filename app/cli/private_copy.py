"""``private-copy``: what is only for the person as a PDF of its own, locked by a password of its own."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk, NoPassphraseError, PassphraseMismatchError
from app.messages import copied_lines

NAME = "private-copy"


class PrivateCopyWritten(msgspec.Struct, frozen=True):
    """The result."""

    path: str
    pages: int


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("what is only for you as a PDF that a password of its own locks")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Where to, and where the password is read from; asked for without."""
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=text("file to write")
    )
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=text("file whose first line is the password of the PDF"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Write it; a file that exists is not replaced."""
    from app.actions.save_private_copy import save_private_copy

    target, language = arguments.out, desk.language
    with desk.open_case() as case:
        password = _password(desk, arguments.password_file)
        pages = save_private_copy(
            case, password, target, language=language, fonts=desk.resources / "fonts"
        )
    return Answer(
        lines=(
            language.text("Written: {path}", path=str(target)),
            language.text("Nobody can find the password again. The program does not keep it."),
            *copied_lines(target, language),
        ),
        result=PrivateCopyWritten(str(target), pages),
    )


def _password(desk: Desk, file: Path | None) -> str:
    if file is not None:
        return desk.passphrase_from_file(file)
    if not desk.terminal.can_ask():
        raise NoPassphraseError
    text = desk.language.text
    first = desk.terminal.ask_secret(text("Password of the PDF: "))
    again = desk.terminal.ask_secret(text("Write the password once more: "))
    if first != again:
        raise PassphraseMismatchError
    return first
