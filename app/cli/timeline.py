"""``timeline``: everything in one line each, as it happened or as it was written down, or only what is wanted of it."""

from __future__ import annotations

import argparse

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.listing import ListedLine, line_of
from app.language import Language
from app.timeline import ANYBODY, Filter, Row, Ways, all_rows
from app.vocabulary import ContentTag, IncidentKind, Role, short, short_day

NAME = "timeline"
_HAPPENED, _RECORDED = "happened", "recorded"
_DAY = len("2026-11-23")
_TIME_WIDTH = len("23 Sept 2026 14:03")


class Placed(msgspec.Struct, frozen=True):
    """One line: when it happened (UTC; its day alone where no time of day is known), when it was sealed, what it is."""

    id: str
    kind: str
    happened_at: str
    sealed_at: str
    text: str
    private: bool


class Chronicle(msgspec.Struct, frozen=True):
    """The result: the case's title, the order, and the lines in it."""

    case: str
    order: str
    items: tuple[Placed, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("what happened and what was written down, in the order of either")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """In which order, and what is wanted."""
    parser.add_argument(
        "--order",
        choices=(_HAPPENED, _RECORDED),
        default=_HAPPENED,
        help=text("as it happened, or as it was written down"),
    )
    parser.add_argument("--platform", default="", help=text("only what was posted there"))
    parser.add_argument(
        "--sender",
        default="",
        metavar="LETTER",
        help=text("only what the sender with that letter wrote"),
    )
    parser.add_argument("--form", choices=tuple(IncidentKind), help=text("only posts of that kind"))
    parser.add_argument(
        "--tag", choices=tuple(ContentTag), help=text("only posts in which that is")
    )
    parser.add_argument("--told", choices=(ANYBODY, *Role), help=text("only who was told"))
    parser.add_argument("--no-link", action="store_true", help=text("only what has no link yet"))
    parser.add_argument("--hidden", action="store_true", help=text("hidden items too"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Put the rows of the window's timeline in order; nothing is changed."""
    language = desk.language
    wanted = Filter(
        platform=arguments.platform,
        sender=arguments.sender.upper(),
        what=arguments.form or "",
        tag=arguments.tag or "",
        no_link=arguments.no_link,
        knows=arguments.told or "",
    )
    ways = Ways(newest_first=False, hidden=arguments.hidden, as_posted=True, wanted=wanted)
    with desk.open_case() as case:
        rows = list(all_rows(case.state, ways).rows)
        if arguments.order == _RECORDED:
            rows.sort(key=lambda row: (row.thing.time, row.id.chain, row.id.seq))
        lines = [(row, line_of(case, row.id, language)) for row in rows]
        title = case.state.title
    shown = tuple(_placed(row, line) for row, line in lines)
    told = [_show(each, arguments.order, language) for each in shown]
    heading = language.text("Case: {title}", title=title)
    empty = language.text("Nothing of that is in the case.")
    return Answer(
        lines=(heading, *(told or [empty])),
        result=Chronicle(case=title, order=arguments.order, items=shown),
    )


def _placed(row: Row, line: ListedLine) -> Placed:
    happened = row.stamp[:_DAY] if row.day_only else row.stamp
    return Placed(
        id=line.id,
        kind=line.kind,
        happened_at=happened,
        sealed_at=line.sealed_at,
        text=line.text,
        private=row.private,
    )


def _show(placed: Placed, order: str, language: Language) -> str:
    stamp = placed.happened_at if order == _HAPPENED else placed.sealed_at
    time = short_day(stamp, language) if len(stamp) == _DAY else short(stamp, language)
    return f"{placed.id:>5}  {time:<{_TIME_WIDTH}}  {placed.kind}  {placed.text}".rstrip()
