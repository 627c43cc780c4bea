"""``receipt``: the code that lets others see later that nothing was changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.messages import copied_lines
from evidence_store import Receipt, format_receipt, normalise_receipt, receipt_code

NAME = "receipt"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("print the receipt code of the case as it stands now")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """A code to look for, instead of telling the newest one; or a sheet with it."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--out",
        type=Path,
        metavar="FILE.pdf",
        help=text("also save it as a sheet to print, with the code as a square"),
    )
    what.add_argument(
        "--check",
        metavar="CODE",
        help=text("tell which entry a receipt code belongs to, and whether it was misread"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """The head of the evidence chain, or the entry that a code belongs to."""
    text = desk.language.text
    if arguments.check is not None:
        return _checked(arguments.check, desk)
    with desk.open_case() as case:
        head = case.vault.head(case.chains.evidence)
        if arguments.out is not None:
            from app.actions.save_receipt import save_receipt_sheet

            fonts = desk.resources / "fonts"
            save_receipt_sheet(case, head.id, arguments.out, language=desk.language, fonts=fonts)
    receipt = Receipt(chain=head.id.chain, seq=head.id.seq, code=receipt_code(head.hash))
    return Answer(
        lines=(
            text("Receipt code: {code}", code=format_receipt(receipt.code, receipt.seq)),
            text(
                "It stands for entry {seq} of the case's log, and all before it.", seq=receipt.seq
            ),
            text("Give it to somebody you trust, or write it down away from this computer."),
            *_saved(arguments.out, desk),
        ),
        result=receipt,
    )


def _saved(target: Path | None, desk: Desk) -> tuple[str, ...]:
    if target is None:
        return ()
    said = desk.language.text("The sheet is saved: {path}", path=str(target))
    return (said, *copied_lines(target, desk.language))


def _checked(written: str, desk: Desk) -> Answer:
    """Look for a code among the entries; one that was misread is refused before."""
    code, place = normalise_receipt(written)
    text = desk.language.text
    with desk.open_case() as case:
        for entry in case.vault.entries(case.chains.evidence):
            if receipt_code(entry.hash) == code and place in (None, entry.id.seq):
                found = Receipt(entry.id.chain, entry.id.seq, code)
                break
        else:
            line = text(
                "The code belongs to no entry of the case. Nothing says that anything was changed."
            )
            return Answer((line,), Receipt("", place if place is not None else -1, code), 1)
    return Answer(
        lines=(
            text("The code belongs to entry {seq} of the case’s log.", seq=found.seq),
            text("That entry and all before it are as they were when the code was given."),
        ),
        result=found,
    )
