"""``receipt``: the code that lets others see later that nothing was changed."""

from __future__ import annotations

import argparse

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from evidence_store import Receipt, format_receipt, normalise_receipt, receipt_code

NAME = "receipt"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("print the receipt code of the case as it stands now")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """A code to look for, instead of telling the newest one."""
    parser.add_argument(
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
    receipt = Receipt(chain=head.id.chain, seq=head.id.seq, code=receipt_code(head.hash))
    return Answer(
        lines=(
            text("Receipt code: {code}", code=format_receipt(receipt.code, receipt.seq)),
            text(
                "It stands for entry {seq} of the case's log, and all before it.", seq=receipt.seq
            ),
            text("Give it to somebody you trust, or write it down away from this computer."),
        ),
        result=receipt,
    )


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
