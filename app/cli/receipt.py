"""``receipt``: the code that lets others see later that nothing was changed."""

from __future__ import annotations

import argparse

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from evidence_store import Receipt, format_receipt, receipt_code

NAME = "receipt"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("print the receipt code of the case as it stands now")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Nothing to say."""
    del parser, text


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """The head of the evidence chain."""
    del arguments
    text = desk.language.text
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
