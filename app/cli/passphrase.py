"""``passphrase``: another passphrase for the vault; what it holds stays as it is."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk, NoPassphraseError, PassphraseMismatchError

NAME = "passphrase"


class Changed(msgspec.Struct, frozen=True):
    """Which vault, and how it was found under the new passphrase."""

    path: str
    key_salt: str
    verdict: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("change the passphrase of the vault")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Where the new one is read from; asked for without."""
    parser.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="FILE",
        help=text("file whose first line is the new passphrase"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Change it by a copy that is checked before it takes the vault's place."""
    from app.actions.change_passphrase import change_passphrase

    text = desk.language.text
    with desk.open_vault() as vault:
        new = _new_passphrase(desk, arguments.new_passphrase_file)
        report = change_passphrase(vault, new)
        return Answer(
            lines=(
                text("The passphrase is changed."),
                text("Copies that were made before still open with the old one."),
                text(
                    "Nobody can reset the passphrase. Write it down and keep it away from the computer."
                ),
            ),
            result=Changed(str(vault.path), vault.key_salt, str(report.verdict)),
        )


def _new_passphrase(desk: Desk, file: Path | None) -> str:
    if file is not None:
        return desk.passphrase_from_file(file)
    if not desk.terminal.can_ask():
        raise NoPassphraseError
    text = desk.language.text
    new = desk.terminal.ask_secret(text("New passphrase: "))
    again = desk.terminal.ask_secret(text("Write the passphrase once more: "))
    if " ".join(new.split()) != " ".join(again.split()):
        raise PassphraseMismatchError
    return new
