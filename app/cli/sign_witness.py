"""``sign-witness``: a witness signs what they saw of an exhibit, here, elsewhere or on paper."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from app.actions.open_case import OpenCase
from app.casework import Exhibit
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_exhibit
from app.messages import copied_lines, page_texts, usual_words
from app.vocabulary import groups

NAME = "sign-witness"


class NoExhibitNamedError(Exception):
    """Nobody said which exhibit was seen."""


class WitnessSigned(msgspec.Struct, frozen=True):
    """The result: what was sealed, or the file that was written for somebody to sign.

    Attributes:
        id: the entry of the statement; "" where nothing was sealed.
        exhibit: what was seen.
        fingerprint: that of the key, 64 hex digits; "" where nobody signed.
        path: the file that was written; "" for none.
    """

    id: str
    exhibit: str
    fingerprint: str
    path: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("a witness signs what they saw of an exhibit, here, elsewhere or on paper")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which exhibit, and what; or a file that was signed elsewhere."""
    parser.add_argument("exhibit", metavar="EXHIBIT", nargs="?", help=text("exhibit number or id"))
    parser.add_argument(
        "--name", default="", metavar="NAME", help=text("the witness’s name, typed by the witness")
    )
    parser.add_argument(
        "--words", default="", metavar="TEXT", help=text("what the witness saw, in their own words")
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--take", type=Path, metavar="FILE", help=text("take in what was signed on another device")
    )
    ways.add_argument(
        "--page", type=Path, metavar="FILE", help=text("write the page for another device")
    )
    ways.add_argument(
        "--sheet", type=Path, metavar="FILE", help=text("write a sheet to sign by hand, as a PDF")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Sign and seal, take in, or write what somebody signs; a file that exists is not replaced."""
    from app.actions.sign_as_witness import sign_as_witness, take_statement

    language = desk.language
    if arguments.take is None and arguments.exhibit is None:
        raise NoExhibitNamedError
    with desk.open_case() as case:
        if arguments.take is not None:
            done = take_statement(case, arguments.take)
        else:
            exhibit = read_exhibit(case, arguments.exhibit)
            if arguments.page is not None or arguments.sheet is not None:
                return _written(case, exhibit, arguments, desk)
            done = sign_as_witness(case, exhibit.original, arguments.name, arguments.words)
        name, seen = name_of(case, done.entry), name_of(case, done.exhibit)
    text = language.text
    return Answer(
        lines=(
            text("Signed and sealed: {id}, about {exhibit}.", id=name, exhibit=seen),
            text("Fingerprint of the key: {fingerprint}", fingerprint=groups(done.fingerprint)),
            text("The witness keeps it. The key itself is thrown away."),
        ),
        result=WitnessSigned(name, seen, done.fingerprint, ""),
    )


def _written(case: OpenCase, exhibit: Exhibit, arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Write what somebody signs."""
    from app.actions.give_to_witness import save_witness_page, save_witness_sheet

    language, seen = desk.language, exhibit.original
    if arguments.page is not None:
        target = arguments.page
        texts = page_texts(exhibit.number, language)
        save_witness_page(case, seen, target, texts, language=language, resources=desk.resources)
    else:
        target = arguments.sheet
        words, fonts = usual_words(exhibit.number, language), desk.resources / "fonts"
        save_witness_sheet(case, seen, target, words, language=language, fonts=fonts)
    return Answer(
        lines=(
            language.text("Written: {path}", path=str(target)),
            *copied_lines(target, language),
        ),
        result=WitnessSigned("", name_of(case, seen), "", str(target)),
    )
