"""``stick``: lay a package out for a USB stick, so that a locked PC opens it without any program."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.messages import copied_lines

NAME = "stick"


class StickMade(msgspec.Struct, frozen=True):
    """The result."""

    path: str
    files: int
    size: int
    encrypted: bool


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("lay a package out for a USB stick that any PC opens without a program")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The package, where to, and for whom it is encrypted."""
    parser.add_argument(
        "package",
        nargs="+",
        type=Path,
        metavar="PACKAGE",
        help=text("the package as zip; all parts of one that was split"),
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help=text("folder to make")
    )
    lock = parser.add_mutually_exclusive_group()
    lock.add_argument(
        "--to",
        action="append",
        metavar="KEY",
        help=text("encrypt it for the owner of this age key (age1…); may be repeated"),
    )
    lock.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=text("encrypt it with the password in the first line of this file"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Make the folder; one that is there already is not touched."""
    from app.actions.make_stick import StickLock, make_stick

    language = desk.language
    text = language.text
    lock: StickLock | None = None
    if arguments.to is not None:
        lock = StickLock(keys=tuple(arguments.to))
    elif arguments.password_file is not None:
        lock = StickLock(password=desk.passphrase_from_file(arguments.password_file))
    made = make_stick(
        arguments.package, arguments.out, language, lock=lock, resources=desk.resources
    )
    said = (
        text("It is encrypted. The recipient opens it with the program age, and not without.")
        if made.encrypted
        else text("Everybody who has the stick can read it. Hand it over in person.")
    )
    return Answer(
        lines=(
            text(
                "The folder is made: {path} ({size})",
                path=str(made.folder),
                size=language.size(made.size),
            ),
            text("Copy all of it to the stick. The recipient opens index.html.")
            if not made.encrypted
            else text("Copy all of it to the stick."),
            said,
            *copied_lines(made.folder, language),
        ),
        result=StickMade(str(made.folder), made.files, made.size, made.encrypted),
    )
