"""``withdraw``: take a consent back; later reports hold nothing of it, and what was handed over before is listed."""

from __future__ import annotations

import argparse

import msgspec

from app.actions.open_case import OpenCase
from app.casework import ReportTogether
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_id
from app.language import Language
from app.vocabulary import minute, recipient

NAME = "withdraw"


class Already(msgspec.Struct, frozen=True):
    """A report in which something was shared, with the packages it was saved in and whether it was handed over."""

    id: str
    recipient: str
    made_at: str
    packages: tuple[str, ...]
    handed_over: str


class TakenBack(msgspec.Struct, frozen=True):
    """The entry that withdraws the consent, and what was shared by it before."""

    id: str
    already: tuple[Already, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("take a consent back; it lists what was handed over before")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which consent."""
    parser.add_argument("consent", metavar="ID", help=text("the consent, such as p4"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal that it is withdrawn, and list what cannot be taken back."""
    from app.actions.withdraw_consent import withdraw_consent

    text = desk.language.text
    with desk.open_case() as case:
        done = withdraw_consent(case, read_id(case, arguments.consent))
        already = tuple(_already(each, case) for each in done.handed_over)
        name = name_of(case, done.entry)
    lines = [text("The consent is withdrawn. No later report holds anything of it.")]
    if already:
        lines.append(text("This was handed over before. It cannot be taken back."))
        lines += [_line(each, desk.language) for each in already]
    return Answer(tuple(lines), TakenBack(name, already))


def _already(report: ReportTogether, case: OpenCase) -> Already:
    given = report.given
    return Already(
        id=name_of(case, report.made.entry),
        recipient=report.made.facts.recipient,
        made_at=report.made.time,
        packages=tuple(name_of(case, each.entry) for each in report.packages),
        handed_over=name_of(case, given.id) if given is not None else "",
    )


def _line(each: Already, language: Language) -> str:
    return f"  {recipient(each.recipient, language)} · {minute(each.made_at, language)}"
