"""``answers``: who was asked what and when, what they answered, what is missing, and what was promised."""

from __future__ import annotations

import argparse
from datetime import date

import msgspec

from app.casework import Asked, GoingOn, Promised, danish_day
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.on_day import add_on_day, on_day
from app.cli.sealed import name_of
from app.language import Language, deferred
from app.vocabulary import in_words, lowered, spoken_day

NAME = "answers"
_NEXT = {
    GoingOn.TELL_A_REPRESENTATIVE: deferred(
        "An answer is missing. The next step is to tell the safety representative or the shop steward."
    ),
    GoingOn.ESCALATE: deferred(
        "An answer is missing. You can ask again, or ask somebody higher up, together with those beside you."
    ),
}


class AskedRow(msgspec.Struct, frozen=True):
    """Something that was asked; ``due_on`` is "" for none, ``days`` how long it has waited."""

    id: str
    kind: str
    role: str
    asked_on: date
    due_on: str
    answers: tuple[str, ...]
    answered: bool
    missing: bool
    days: int
    overdue: bool


class PromiseRow(msgspec.Struct, frozen=True):
    """A promise; ``due_on`` is "" for none."""

    id: str
    role: str
    what: str
    due_on: str
    status: str
    overdue: bool


class Answers(msgspec.Struct, frozen=True):
    """The result; ``next_step`` is what is suggested."""

    on: date
    asked: tuple[AskedRow, ...]
    promises: tuple[PromiseRow, ...]
    told: tuple[str, ...]
    next_step: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("who was asked what, what they answered and promised, and what is missing")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """For which day."""
    add_on_day(parser, text)


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Look through what was written down; nothing is changed."""
    from app.casework import who_knows

    language = desk.language
    now = desk.clock.now().utc
    today = on_day(arguments, now) or date.fromisoformat(danish_day(now))
    with desk.open_case() as case:
        known = who_knows(case.state, today)
        asked = tuple(
            AskedRow(
                id=name_of(case, each.entry),
                kind=each.kind,
                role=each.role,
                asked_on=each.on,
                due_on=str(each.due_on or ""),
                answers=tuple(name_of(case, answer) for answer in each.answers),
                answered=each.replied,
                missing=each.missing,
                days=each.days,
                overdue=each.overdue,
            )
            for each in known.asked
        )
        promises = tuple(
            PromiseRow(
                id=name_of(case, each.entry),
                role=each.role,
                what=each.what,
                due_on=str(each.due_on or ""),
                status=each.status,
                overdue=each.overdue,
            )
            for each in known.promises
        )
    lines = [
        f"{row.id}: {_asked(each, language)}" for each, row in zip(known.asked, asked, strict=True)
    ]
    lines += [
        f"{row.id}: {_promised(each, language)}"
        for each, row in zip(known.promises, promises, strict=True)
    ]
    if known.next_step in _NEXT:
        lines.append(language.text(_NEXT[known.next_step]))
    if not lines:
        lines = [language.text("Nothing was asked yet. Note it with: bevismappe request")]
    return Answer(
        lines=tuple(lines),
        result=Answers(today, asked, promises, tuple(known.told), known.next_step),
    )


def _asked(asked: Asked, language: Language) -> str:
    who = lowered(in_words(asked.role, language))
    words = language.text("{who} was asked on {day}", who=who, day=spoken_day(asked.on, language))
    if asked.replied:
        return f"{words} · {language.text('answered')}"
    if not asked.missing:
        return words
    waits = language.plural(
        "{count} day without an answer", "{count} days without an answer", asked.days
    )
    return f"{words} · {waits}"


def _promised(promised: Promised, language: Language) -> str:
    who = lowered(in_words(promised.role, language))
    words = language.text("{who} promised: {what}", who=who, what=promised.what or "–")
    by = ""
    if promised.due_on is not None:
        by = language.text("by {day}", day=spoken_day(promised.due_on, language))
    late = language.text("the day has gone by") if promised.overdue else ""
    status = in_words(promised.status, language)
    return " · ".join(filter(None, (words, by, late or status)))
