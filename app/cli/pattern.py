"""``pattern``: what posts and events are together: how many, when, where, how wide, how aimed, what followed."""

from __future__ import annotations

import argparse

import msgspec

from app.actions.open_case import OpenCase
from app.casework.pattern import Counted, Pattern
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of

NAME = "pattern"


class Held(msgspec.Struct, frozen=True):
    """What one event holds; ``on`` is "" where no day is known."""

    id: str
    on: str
    tags: tuple[str, ...]
    directed_at: str
    visibility: str
    members: int


class Warned(msgspec.Struct, frozen=True):
    """A warning or a demand for removal, and the events after it; ``on`` is "" where no day is known."""

    id: str
    kind: str
    on: str
    followed: tuple[str, ...]


class Repost(msgspec.Struct, frozen=True):
    """Something posted again; ``of`` is "" where what it repeats is out of sight."""

    id: str
    of: str
    after_removal: bool


class Figures(msgspec.Struct, frozen=True):
    """The result; days are "" where none is known."""

    incidents: int
    undated: int
    days: int
    first_on: str
    last_on: str
    span_days: int
    gaps: tuple[int, ...]
    trend: str
    channels: tuple[Counted, ...]
    venues: tuple[Counted, ...]
    forms: tuple[Counted, ...]
    senders: tuple[Counted, ...]
    unnamed: int
    visibility: tuple[Counted, ...]
    widest: str
    most_members: int
    directions: tuple[Counted, ...]
    aimed: int
    aim_known: int
    tags: tuple[Counted, ...]
    untagged: int
    outside_work: int
    affected: tuple[Counted, ...]
    going_on: int
    held: tuple[Held, ...]
    reposts: tuple[Repost, ...]
    warnings: tuple[Warned, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text(
        "how many posts there are, when, where, how wide and how aimed, without a judgement"
    )


def configure(_parser: argparse.ArgumentParser, _text: Text) -> None:
    """Nothing of its own."""


def run(_arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Count; nothing is changed."""
    from app.casework.pattern import pattern_of
    from app.messages import pattern_lines

    with desk.open_case() as case:
        found = pattern_of(case.state)
        lines = pattern_lines(found, lambda entry: name_of(case, entry), desk.language)
        return Answer(lines=lines, result=_figures(found, case))


def _figures(found: Pattern, case: OpenCase) -> Figures:
    told = {name: getattr(found, name) for name in Figures.__struct_fields__}
    told["held"] = tuple(
        Held(
            id=name_of(case, each.entry),
            on=str(each.on or ""),
            tags=each.tags,
            directed_at=each.direction,
            visibility=each.visibility,
            members=each.members,
        )
        for each in found.held
    )
    told["reposts"] = tuple(
        Repost(
            id=name_of(case, each.entry),
            of=name_of(case, each.of) if each.of is not None else "",
            after_removal=each.after_removal,
        )
        for each in found.reposts
    )
    told["warnings"] = tuple(
        Warned(
            id=name_of(case, each.entry),
            kind=each.kind,
            on=str(each.on or ""),
            followed=tuple(name_of(case, after) for after in each.followed),
        )
        for each in found.warnings
    )
    told["first_on"], told["last_on"] = str(found.first_on or ""), str(found.last_on or "")
    return Figures(**told)
