"""``paper``: compare scans or photos of a printed report with the package or the vault that it came from."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.command import Answer, Text
from app.cli.desk import Desk

NAME = "paper"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("compare scans or photos of a print with the package or the vault")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The scans, and what they are compared with."""
    parser.add_argument(
        "scans",
        nargs="+",
        type=Path,
        metavar="SCAN",
        help=text("scan or photo of pages of the print: PNG, JPEG or PDF"),
    )
    parser.add_argument(
        "--package",
        action="append",
        type=Path,
        metavar="PATH",
        help=text(
            "the package that the print came with (folder or zip; may be repeated for its parts); otherwise the vault"
        ),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Compare; nothing is changed."""
    from app.actions.check_paper import check_paper
    from app.actions.paper_sources import in_package, in_vault
    from app.messages import paper_exit_code, paper_lines

    scans: list[Path] = arguments.scans
    if arguments.package:
        report = check_paper(scans, in_package(arguments.package))
    else:
        with desk.look_into(desk.vault_path) as vault:
            report = check_paper(scans, in_vault(vault))
    return Answer(
        lines=tuple(paper_lines(report, desk.language)),
        result=report,
        exit_code=paper_exit_code(report),
    )
