"""``copy-elsewhere``: each thing in an encrypted file of its own on another drive; says where, and how far it is."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.messages import copy_lines

NAME = "copy-elsewhere"


class CopyTold(msgspec.Struct, frozen=True):
    """Where the copy goes, how many entries are on the other drive and how many wait, and what was done now."""

    folder: str
    copied: int
    waiting: int
    there: bool
    written: int
    full_at: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("copy what is new to another drive, a file for each thing")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Where to, and whether all of it."""
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        default=None,
        help=text("from now on the copy goes there, such as to a USB stick"),
    )
    parser.add_argument(
        "--whole",
        action="store_true",
        help=text("make a whole copy now, which replaces older files"),
    )
    parser.add_argument("--stop", action="store_true", help=text("copy no more"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Copy what waits, and say how the copy stands."""
    from app.actions.copy_elsewhere import choose_copy_place, copy_now, stop_copying

    text = desk.language.text
    with desk.open_vault() as vault:
        if arguments.stop:
            stop_copying(vault)
            return Answer(
                (text("Nothing is copied any more. What was copied stays there."),),
                CopyTold("", 0, 0, there=False, written=0, full_at=""),
            )
        if arguments.to is not None:
            choose_copy_place(vault, arguments.to.absolute(), clock=desk.clock)
        done = copy_now(vault, clock=desk.clock, whole=arguments.whole)
    place = done.place
    return Answer(
        copy_lines(
            place.folder,
            place.full_at,
            desk.language,
            waiting=done.waiting,
            there=done.there,
        ),
        CopyTold(
            folder=place.folder,
            copied=place.copied,
            waiting=done.waiting,
            there=done.there,
            written=done.written,
            full_at=place.full_at,
        ),
    )
