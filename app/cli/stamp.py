"""``stamp``: a timestamp from outside over the case's log, and the list of authorities."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.language import Language
from app.messages import explain
from app.vocabulary import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.actions.stamp_heads import AskedStamp
    from app.anchor import Authority

NAME = "stamp"


class AuthorityRow(msgspec.Struct, frozen=True):
    """One of the list."""

    name: str
    address: str
    qualified: bool
    used: bool
    policy: str
    claims_qualified: bool


class Token(msgspec.Struct, frozen=True):
    """What came of a question: entry and time, or the kind of the error and its sentence."""

    authority: str
    covers: int
    entry: int | None
    at: str
    error: str
    message: str


class Stamps(msgspec.Struct, frozen=True):
    """The result: what was asked now, and the list as it stands."""

    tokens: tuple[Token, ...]
    authorities: tuple[AuthorityRow, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("get a timestamp from outside over the case’s log; only a fingerprint is sent")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """See or change the list; without an option those that are chosen are asked."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--list", action="store_true", help=text("show the authorities; nothing is sent")
    )
    what.add_argument("--use", metavar="NAME", help=text("ask this one from now on; two at most"))
    what.add_argument("--leave", metavar="NAME", help=text("do not ask this one any more"))
    what.add_argument("--remove", metavar="NAME", help=text("take this one out of the list"))
    what.add_argument("--add", metavar="NAME", help=text("add an authority to the list"))
    parser.add_argument("--address", metavar="ADDRESS", default="", help=text("where it is asked"))
    parser.add_argument(
        "--root",
        metavar="FILE",
        type=Path,
        default=None,
        help=text("its root certificate, PEM or DER"),
    )
    parser.add_argument(
        "--policy", metavar="TEXT", default="", help=text("by which rules it is to answer")
    )
    parser.add_argument(
        "--qualified",
        action="store_true",
        help=text("a trusted list of the EU has it as a qualified service"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Change or show the list; without an option ask, and seal what comes."""
    from app.anchor import read_authorities

    given = (arguments.use, arguments.leave, arguments.remove, arguments.add)
    if arguments.list or any(each is not None for each in given):
        listed = _changed(arguments, desk)
        return Answer(_list_lines(listed, desk.language), Stamps((), _rows(listed)))
    from app.actions.stamp_heads import chosen_authorities, stamp_now
    from app.anchor import HttpRoad

    chosen = chosen_authorities(desk.settings.authorities, desk.resources)
    with desk.open_case() as case:
        asked = stamp_now(case, chosen, HttpRoad())
    tokens = tuple(_token(each, desk.language) for each in asked)
    listed = read_authorities(desk.settings.authorities, desk.resources)
    return Answer(
        lines=tuple(_said(asked, tokens, desk.language)),
        result=Stamps(tokens, _rows(listed)),
        exit_code=3 if any(each.error for each in tokens) else 0,
    )


def _changed(arguments: argparse.Namespace, desk: Desk) -> tuple[Authority, ...]:
    from app.anchor import (
        keep_authorities,
        read_authorities,
        with_authority,
        with_use,
        without_authority,
    )

    kept = desk.settings.authorities
    listed = read_authorities(kept, desk.resources)
    if arguments.add is not None:
        listed = with_authority(
            listed,
            name=arguments.add,
            address=arguments.address,
            root=arguments.root or Path(),
            qualified=arguments.qualified,
            policy=arguments.policy,
        )
    elif arguments.use is not None:
        listed = with_use(listed, arguments.use, used=True)
    elif arguments.leave is not None:
        listed = with_use(listed, arguments.leave, used=False)
    elif arguments.remove is not None:
        listed = without_authority(listed, arguments.remove)
    else:
        return listed
    keep_authorities(kept, listed)
    return listed


def _rows(listed: Sequence[Authority]) -> tuple[AuthorityRow, ...]:
    return tuple(
        AuthorityRow(
            each.name,
            each.address,
            each.qualified,
            each.used,
            each.policy,
            each.claims_qualified,
        )
        for each in listed
    )


def _list_lines(listed: Sequence[Authority], language: Language) -> tuple[str, ...]:
    text = language.text
    lines = []
    for each in listed:
        used = text("is asked") if each.used else text("is not asked")
        kind = text("not a qualified service")
        if each.qualified:
            kind = text("qualified service")
        elif each.claims_qualified:
            kind = text("calls itself qualified; not looked up here")
        lines.append(f"{each.name}: {each.address} · {kind} · {used}")
    return tuple(lines) or (text("The list is empty."),)


def _token(asked: AskedStamp, language: Language) -> Token:
    due, message = asked.due, None
    if asked.error is not None:
        message = explain(asked.error, language, typed=True)
    return Token(
        authority=due.authority.name,
        covers=due.head.seq,
        entry=asked.entry.seq if asked.entry is not None else None,
        at=asked.at,
        error=message.kind if message is not None else "",
        message=message.sentence if message is not None else "",
    )


def _said(asked: Sequence[AskedStamp], tokens: Sequence[Token], language: Language) -> list[str]:
    text = language.text
    if not asked:
        return [text("Nothing was sealed since the last timestamp. Nobody was asked.")]
    lines = []
    for each in tokens:
        if each.error:
            lines.append(each.message)
            continue
        lines.append(
            text(
                "Timestamp by {authority}: {time}. It covers all up to entry {seq}.",
                authority=each.authority,
                time=exact(each.at, language),
                seq=each.covers,
            )
        )
    if any(not each.error for each in tokens):
        lines.append(text("A fingerprint was sent, and nothing else of the case."))
    return lines
