"""``summary``: the case on one page for whoever advises, with questions to bring."""

from __future__ import annotations

import argparse
from datetime import date

import msgspec

from app.casework import danish_day
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of

NAME = "summary"


class QuestionRow(msgspec.Struct, frozen=True):
    """A question; ``id`` is the request or promise, "" for the others."""

    ask: str
    id: str
    words: str


class Summed(msgspec.Struct, frozen=True):
    """The result; ``lines`` are the page."""

    title: str
    questions: tuple[QuestionRow, ...]
    lines: tuple[str, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("the case on one page, with questions to bring to whoever advises you")


def configure(_parser: argparse.ArgumentParser, _text: Text) -> None:
    """Nothing of its own."""


def run(_arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Put together what was written down; nothing is changed."""
    from app.actions.find_deadlines import find_deadlines, read_rulebook
    from app.casework import questions_of, who_knows
    from app.casework.pattern import pattern_of
    from app.messages import CaseSummary, question_words, summary_lines

    language = desk.language
    now = desk.clock.now().utc
    today = date.fromisoformat(danish_day(now))
    book = read_rulebook(desk.resources, desk.settings.packs)
    with desk.open_case() as case:
        state = case.state
        questions = questions_of(state, today)
        summed = CaseSummary(
            title=state.title or language.text("Case without a name"),
            found=pattern_of(state),
            known=who_knows(state, today),
            deadlines=find_deadlines(state, book, now).deadlines,
            questions=questions,
        )
        lines = summary_lines(summed, lambda entry: name_of(case, entry), language)
        rows = tuple(
            QuestionRow(
                ask=each.ask,
                id=name_of(case, each.about) if each.about is not None else "",
                words=question_words(each, language),
            )
            for each in questions
        )
    return Answer(lines=lines, result=Summed(summed.title, rows, lines))
