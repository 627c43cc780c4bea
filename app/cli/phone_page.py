"""``phone-page``: hand over the page with which a phone closes envelopes for this vault."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk

NAME = "phone-page"


class MadePage(msgspec.Struct, frozen=True):
    """The result: the vault's public key, the file and the link that were asked for, "" where they were not."""

    key: str
    file: str
    link: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("hand over the page with which a phone closes an envelope for this vault")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Where the page goes, or where it stands."""
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help=text("write the page with the key in it here")
    )
    parser.add_argument(
        "--address",
        default="",
        metavar="URL",
        help=text("where the page stands already: the answer is the link to it"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Say the key; write the page, and make the link, where they are asked for."""
    from app.actions.envelope_key import envelope_recipient
    from app.actions.save_phone_page import save_phone_page
    from app.envelope import key_ending, link_for, read_address

    text = desk.language.text
    address = read_address(arguments.address)
    if arguments.out is not None and arguments.out.exists():
        raise FileExistsError(17, "exists", str(arguments.out))
    with desk.open_case() as case:
        key = envelope_recipient(case)
        if arguments.out is not None:
            save_phone_page(case, arguments.out)
    link = link_for(address, key) if address else ""
    lines = [text("The key ends with {ending}.", ending=key_ending(key))]
    if arguments.out is not None:
        lines.append(text("Written: {path}", path=str(arguments.out)))
    if link:
        lines.append(link)
    return Answer(
        lines=tuple(lines),
        result=MadePage(key, str(arguments.out) if arguments.out is not None else "", link),
    )
