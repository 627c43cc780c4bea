"""``backup``: a copy of the vault, or a folder that can be read without this program."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.clock import stamp
from app.messages import copied_lines, leaving_lines, report_exit_code, report_lines

NAME = "backup"


class BackedUp(msgspec.Struct, frozen=True):
    """What was written, and how the copy was found."""

    path: str
    plain: bool
    verdict: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("copy the vault and check the copy")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Where to, and of which kind."""
    parser.add_argument(
        "target",
        type=Path,
        metavar="PATH",
        help=text("file to write, or a new folder with --plain"),
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help=text("write everything unencrypted into a folder, readable without this program"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Copy, check the copy, say both."""
    from app.actions.back_up import back_up, back_up_plain

    text = desk.language.text
    target: Path = arguments.target
    with desk.open_vault() as vault:
        if arguments.plain:
            verifier = desk.resources / "verifier" / "verify.py"
            back_up_plain(vault, target, verifier.read_bytes())
            return Answer(
                lines=(
                    text("Everything is written to {path}.", path=target),
                    text("This folder is not encrypted. Keep it where only you can open it."),
                    *leaving_lines(target, desk.language),
                ),
                result=BackedUp(path=str(target), plain=True, verdict=""),
            )
        report = back_up(vault, target)
        if not report_exit_code(report):
            moment = stamp(desk.clock.now().utc)
            desk.settings.remember_backup(vault.vault_id, moment)  # told in the settings
    if report_exit_code(report):
        lines = (
            text("The copy is written, but damage was found in it: {path}", path=target),
            text("The vault itself is probably damaged too. Keep both, and earlier copies."),
            *report_lines(report, desk.language),
        )
    else:
        lines = (
            text("The copy is written and checked: {path}", path=target),
            text("It opens with the same passphrase."),
            *copied_lines(target, desk.language),
        )
    return Answer(
        lines=lines,
        result=BackedUp(path=str(target), plain=False, verdict=str(report.verdict)),
        exit_code=report_exit_code(report),
    )
