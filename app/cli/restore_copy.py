"""``restore-copy``: make a vault of the copy elsewhere, with the key on the recovery sheet; or only try it."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.messages import report_exit_code, report_lines, restored_lines

NAME = "restore-copy"


class RestoredTold(msgspec.Struct, frozen=True):
    """Which vault was made, of how many files and entries, what was damaged, lacking or unfit, and how it was found."""

    path: str
    vault_id: str
    entries: int
    files: int
    damaged: tuple[str, ...]
    unfit: int
    lacking: int
    locked: int
    verdict: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("make a vault of the copy on another drive")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The copy, the new file, and the key."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=text("where the copy lies"))
    parser.add_argument("target", type=Path, metavar="PATH", help=text("the vault to make"))
    parser.add_argument(
        "--key-file",
        type=Path,
        metavar="FILE",
        default=None,
        help=text("file whose first line is the key of the copy; else it is asked for"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Make it, and verify what was made."""
    from app.actions.copy_elsewhere import restore_copy
    from evidence_store import Vault

    text = desk.language.text
    target: Path = arguments.target.absolute()
    if arguments.key_file is not None:
        key = desk.passphrase_from_file(arguments.key_file)
    else:
        key = desk.secret(text("Key of the copy, from the recovery sheet: "))
    passphrase = desk.passphrase()
    done = restore_copy(arguments.folder, key, target, passphrase, parameters=desk.parameters)
    with Vault.open(target, passphrase, heads=desk.heads, parameters=desk.parameters) as vault:
        report = vault.verify()
    return Answer(
        (*restored_lines(done, target, desk.language), *report_lines(report, desk.language)),
        RestoredTold(
            path=str(target),
            vault_id=done.vault_id,
            entries=done.entries,
            files=done.files,
            damaged=done.damaged,
            unfit=done.unfit,
            lacking=done.lacking,
            locked=done.locked,
            verdict=str(report.verdict),
        ),
        exit_code=report_exit_code(report)
        or (1 if done.damaged or done.unfit or done.lacking else 0),
    )
