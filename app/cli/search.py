"""``search``: find words in what was written down."""

from __future__ import annotations

import argparse

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.listing import ListedLine, line_of, show_line
from app.messages import Notice
from evidence_store import IndexDamagedError, Vault

NAME = "search"


class FoundEntry(msgspec.Struct, frozen=True):
    """The result: newest first; ``in_picture`` has the ids of those found by text that was read in their pictures."""

    items: tuple[ListedLine, ...]
    in_picture: tuple[str, ...] = ()


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("find words in notes, posts and contacts")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The words."""
    parser.add_argument("text", metavar="TEXT", help=text("part of a word is enough"))
    parser.add_argument(
        "--limit", type=int, default=50, metavar="N", help=text("how many lines at the most")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Search the open case."""
    from app.actions.read_text import found_in_picture
    from app.actions.search import index_is_stale, search_case

    language = desk.language
    with desk.open_case() as case:
        if index_is_stale(case.vault) and not case.vault.look_only:
            _renew(case.vault, desk)
        try:
            found = search_case(case, arguments.text, arguments.limit)
        except IndexDamagedError:
            if case.vault.look_only:
                raise
            _renew(case.vault, desk)
            found = search_case(case, arguments.text, arguments.limit)
        lines = tuple(line_of(case, item, language) for item in found)
        read = {
            line.id
            for line, item in zip(lines, found, strict=True)
            if found_in_picture(case, item, arguments.text)
        }
    mark = language.text("text read in the picture")
    shown = tuple(
        f"{show_line(line, language)}  [{mark}]" if line.id in read else show_line(line, language)
        for line in lines
    )
    return Answer(
        lines=shown or (language.text("Nothing found."),),
        result=FoundEntry(lines, tuple(line.id for line in lines if line.id in read)),
    )


def _renew(vault: Vault, desk: Desk) -> None:
    from app.actions.search import renew_index

    renew_index(vault)
    words = desk.language.text(
        "The search index was outdated or damaged and has been made anew. No evidence was touched."
    )
    desk.notices.append(Notice("index_renewed", words))
