"""``review``: what others may come to ask about before anything is handed over, and limits that nobody can mend."""

from __future__ import annotations

import argparse

import msgspec

from app.casework.review import Limit, ReviewRule
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_exhibit

NAME = "review"


class WeaknessRow(msgspec.Struct, frozen=True):
    """What can be mended; ``id`` is "" for the case as a whole."""

    rule: str
    id: str
    weight: str
    mend: str
    title: str
    why: str
    fix: str


class LimitRow(msgspec.Struct, frozen=True):
    """What nobody can mend; ``id`` is "" for the case as a whole."""

    rule: str
    id: str
    title: str
    why: str


class Reviewed(msgspec.Struct, frozen=True):
    """The result."""

    weaknesses: tuple[WeaknessRow, ...]
    limits: tuple[LimitRow, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("what others may come to ask about, and what mends it")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which exhibits are meant."""
    parser.add_argument(
        "--exhibit",
        action="append",
        metavar="ID",
        help=text("an exhibit that the report is to show; may be given several times"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Look the case over; nothing is changed."""
    from app.actions.look_over import look_over, read_review
    from app.messages import review_lines

    code = desk.language.code
    rules = read_review(desk.resources)
    with desk.open_case() as case:
        shown = None
        if arguments.exhibit is not None:
            shown = [read_exhibit(case, typed).number for typed in arguments.exhibit]
        found = look_over(case.state, rules, shown)
        lines = review_lines(found, lambda entry: name_of(case, entry), desk.language)
        weaknesses = tuple(
            WeaknessRow(
                id=name_of(case, each.about) if each.about is not None else "",
                weight=each.rule.weight,
                mend=each.rule.mend,
                fix=each.rule.fix.of(code),
                **_said(each.rule, code),
            )
            for each in found.weaknesses
        )
        limits = tuple(
            LimitRow(
                id=name_of(case, each.about) if each.about is not None else "",
                **_said(each.rule, code),
            )
            for each in found.limits
        )
    return Answer(lines=lines, result=Reviewed(weaknesses, limits))


def _said(rule: ReviewRule | Limit, code: str) -> dict[str, str]:
    return {"rule": rule.id, "title": rule.title.of(code), "why": rule.why.of(code)}
