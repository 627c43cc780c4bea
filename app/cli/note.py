"""``note``: write a note, neutral or private."""

from __future__ import annotations

import argparse

from app.casework import Note
from app.casework.records import NoteFacts
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import NotThatKindError, done, read_corrected, read_id

NAME = "note"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("write a note")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The words and what they belong to."""
    parser.add_argument(
        "text", metavar="TEXT", help=text("the note; - reads it from standard input")
    )
    parser.add_argument(
        "--private", action="store_true", help=text("for yourself: never leaves in a package")
    )
    parser.add_argument("--about", default="", metavar="ID", help=text("the item it belongs to"))
    parser.add_argument(
        "--corrects",
        default="",
        metavar="ID",
        help=text("the note it replaces; the old one stays readable"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the note in the zone that was chosen."""
    from app.actions.record_facts import write_note

    words = desk.terminal.read_all().rstrip("\n") if arguments.text == "-" else arguments.text
    with desk.open_case() as case:
        corrects, old = read_corrected(case, arguments.corrects, Note)
        if arguments.private and corrects and corrects.chain != case.chains.private:
            # The old words stand where others may read them; a private correction would hide that.
            raise NotThatKindError(arguments.corrects)
        private = arguments.private or (
            corrects is not None and corrects.chain == case.chains.private
        )
        about = old.facts.about if old else None
        if arguments.about:
            about = read_id(case, arguments.about)
        if not private and about and about.chain == case.chains.private:
            # What leaves must not so much as say that a private note is there.
            raise NotThatKindError(arguments.about)
        facts = NoteFacts(about=about, corrects=corrects)
        entry = write_note(case, words, facts, private=private)
        return done(case, entry, desk.language.text("The note is saved and locked."))
