"""``read-text``: read the words in an exhibit's picture by machine, or in all that were not read yet."""

from __future__ import annotations

import argparse

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_exhibit
from app.inert import without_controls

NAME = "read-text"


class PictureText(msgspec.Struct, frozen=True):
    """What was read in one picture; ``engine`` says by what: name, version, languages.

    ``sealed`` is the entry that holds it, for the quote of a post; "" where none was asked for.
    """

    id: str
    text: str
    engine: str
    sealed: str = ""


class ReadTexts(msgspec.Struct, frozen=True):
    """The result: the pictures that were read, in their order."""

    items: tuple[PictureText, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("read the text in an exhibit’s picture by machine, to search and to quote")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which picture."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("id", metavar="ID", nargs="?", help=text("the exhibit"))
    which.add_argument(
        "--all", action="store_true", help=text("all pictures that were not read yet")
    )
    parser.add_argument(
        "--seal",
        action="store_true",
        help=text("seal what was read, so that incident --quote-from can name it"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Read, keep what was read for searching, and print it."""
    from app.actions.quote_read import seal_exhibit_text
    from app.actions.read_text import exhibits_unread, read_exhibit_text
    from app.picture import WarmChild

    text = desk.language.text
    items: list[PictureText] = []
    lines: list[str] = []
    with desk.open_case() as case, WarmChild() as warm:
        wanted = exhibits_unread(case) if arguments.all else (read_exhibit(case, arguments.id),)
        for exhibit in wanted:
            read = read_exhibit_text(case, exhibit, warm=warm)
            engine = f"{read.tool} {read.version}, {read.languages}"
            name = name_of(case, exhibit.original)
            sealed = ""
            if arguments.seal and read.words:
                sealed = name_of(case, seal_exhibit_text(case, exhibit, read))
            items.append(PictureText(name, read.text, engine, sealed))
            lines += [
                text(
                    "Exhibit {number}, read by a program ({engine}):",
                    number=exhibit.number,
                    engine=engine,
                ),
                without_controls(read.text) or text("No text was found in the picture."),
                *([text("Sealed as {id}.", id=sealed)] if sealed else []),
            ]
    last = (
        text(
            "The text can have errors. The picture is the evidence; the text is only for searching."
        )
        if items
        else text("All pictures were read before.")
    )
    return Answer(lines=(*lines, last), result=ReadTexts(tuple(items)))
