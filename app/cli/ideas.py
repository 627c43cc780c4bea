"""``ideas``: ideas for what could prevent it, who looks after them, and whether they were tried and helped."""

from __future__ import annotations

import argparse

import msgspec

from app.casework import preventing
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of
from app.messages import idea_lines
from app.vocabulary import IdeaStatus

NAME = "ideas"


class IdeaLine(msgspec.Struct, frozen=True):
    """An idea; ``role`` and ``tried_on`` are "" where nobody said."""

    id: str
    what: str
    role: str
    name: str
    status: str
    tried_on: str
    effect: str
    effect_words: str


class Ideas(msgspec.Struct, frozen=True):
    """The result."""

    ideas: tuple[IdeaLine, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("ideas for what could prevent it, and whether they were tried and helped")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which of them."""
    parser.add_argument(
        "--status",
        action="append",
        choices=list(IdeaStatus),
        default=[],
        help=text("only these; may be given several times"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Show them; nothing is changed."""
    statuses = frozenset(map(IdeaStatus, arguments.status))
    with desk.open_case() as case:
        ideas = preventing.ideas_of(case.state, statuses)
        rows = tuple(
            IdeaLine(
                id=name_of(case, each.entry),
                what=each.what,
                role=each.role or "",
                name=each.name,
                status=each.status,
                tried_on=str(each.tried_on or ""),
                effect=each.effect,
                effect_words=each.effect_words,
            )
            for each in ideas
        )
        lines = tuple(idea_lines(ideas, lambda entry: name_of(case, entry), desk.language))
    if not lines:
        lines = (desk.language.text("No idea is noted. Note one with: bevismappe idea"),)
    return Answer(lines=lines, result=Ideas(rows))
