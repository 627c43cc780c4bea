"""``verify``: check a vault, a package or a report that came alone, and say in plain words what was found."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.messages import report_exit_code, report_lines
from evidence_store import normalise_receipt

NAME = "verify"
_VAULT_SUFFIX = ".bevismappe"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("check a vault or a package")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """What to check, and the code to compare with."""
    parser.add_argument(
        "path",
        nargs="*",
        default=[],
        type=Path,
        metavar="PATH",
        help=text(
            "a package (folder or zip), or all parts of one; a vault (.bevismappe); or a report that came alone "
            "(.pdf), which is compared with the vault; otherwise the vault used last"
        ),
    )
    parser.add_argument(
        "--expect",
        metavar="CODE",
        help=text("receipt code that you have got another way"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Check; nothing is changed."""
    paths: list[Path] = arguments.path or [desk.vault_path]
    path, others = paths[0], paths[1:]
    expect: str | None = arguments.expect
    if expect is not None:
        normalise_receipt(expect)  # "" is no code either, and must not look like one that fits
    if not others and (not arguments.path or path.suffix.lower() == _VAULT_SUFFIX):
        from app.actions.verify_vault import verify_vault

        with desk.look_into(path) as vault:
            report = verify_vault(vault, expect=expect or "", trusted=desk.trusted_roots())
    elif (
        not others and path.suffix.lower() == ".pdf" and path.is_file() and desk.vault_path.exists()
    ):
        from app.actions.verify_vault import verify_report

        with desk.look_into(desk.vault_path) as vault:
            report = verify_report(vault, path, expect=expect or "")
    else:
        from app.actions.verify_package import verify_package

        report = verify_package(
            path,
            *others,
            expect=expect,
            resources=desk.resources,
            trusted=desk.trusted_roots(),
        )
    return Answer(
        lines=tuple(report_lines(report, desk.language)),
        result=report,
        exit_code=report_exit_code(report),
    )
