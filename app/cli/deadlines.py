"""``deadlines``: what is due by when, whose turn it is, and where that stands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from app.actions.find_deadlines import FollowUpDay
from app.actions.open_case import OpenCase
from app.casework.deadlines import Deadline
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.on_day import add_on_day, on_day
from app.cli.sealed import name_of
from app.clock import stamp
from app.language import Language
from app.messages import DeadlineWords, deadline_words, guidance_sentence, reminder_title
from app.vocabulary import in_words, spoken_day

NAME = "deadlines"


class DeadlineRow(msgspec.Struct, frozen=True):
    """One deadline.

    Attributes:
        rule: the rule's id.
        version: tells two rules of one id apart; "" where there is one.
        id: the event that it belongs to; "" where it belongs to none.
        counts_from: the fact that it counts from; "" where it has no date.
        starts_at: that fact: a time where hours are counted, else a day in Denmark.
        due_at: when it ends.
        act_before: by when to act.
        owner: whose turn it is.
        source: where the rule stands.
        source_url: its page.
        checked_on: when the source was looked at.
        confidence: how sure the rule is.
        certainty: how far it can be relied on on that day.
        publisher: who made the pack that it stands in; "" for what comes with the program.
        state: how far away it is.
        title: what it is called, in the language of the answer.
        doubt: what is not sure about it.
    """

    rule: str
    version: str
    id: str
    counts_from: str
    starts_at: str | date
    due_at: str
    act_before: str
    owner: str
    source: str
    source_url: str
    checked_on: date
    confidence: str
    certainty: str
    publisher: str
    state: str
    title: str
    doubt: str


class FollowUpRow(msgspec.Struct, frozen=True):
    """A day on which to ask or look again, or by which an answer is due; ``role`` is "" where nobody is asked."""

    id: str
    kind: str
    role: str
    due_on: date
    state: str


class Deadlines(msgspec.Struct, frozen=True):
    """The result; ``on`` is the moment that it was reckoned for."""

    on: str
    deadlines: tuple[DeadlineRow, ...]
    follow_ups: tuple[FollowUpRow, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("what is due by when, whose turn it is, and where that stands")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """For which day."""
    add_on_day(parser, text)


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Reckon with what was written down; nothing is changed."""
    from app.actions.find_deadlines import beginning_of, find_deadlines, read_rulebook
    from app.actions.prevention_tables import read_prevention

    language = desk.language
    now = desk.clock.now().utc
    if (day := on_day(arguments, now)) is not None:
        now = beginning_of(day)
    book = read_rulebook(desk.resources, desk.settings.packs)
    with desk.open_case() as case:
        due = find_deadlines(case.state, book, now, read_prevention(desk.resources))
        rows = tuple(_row(case, each, language) for each in due.deadlines)
        asked = tuple(
            FollowUpRow(
                id=name_of(case, each.follow_up.id),
                kind=each.follow_up.kind,
                role=each.follow_up.role or "",
                due_on=each.follow_up.on,
                state=each.state,
            )
            for each in due.follow_ups
        )
        lines = [
            line
            for row, shown in zip(due.deadlines, rows, strict=True)
            for line in _lines(deadline_words(row, language), shown.id, language)
        ]
        lines += [
            _follow_up_line(each, row.id, language)
            for each, row in zip(due.follow_ups, asked, strict=True)
        ]
    if not lines:
        lines = [language.text("Nothing is due yet. Describe a post with: bevismappe incident")]
    return Answer(
        lines=(*lines, guidance_sentence(language)),
        result=Deadlines(on=stamp(now), deadlines=rows, follow_ups=asked),
    )


def _row(case: OpenCase, row: Deadline, language: Language) -> DeadlineRow:
    return DeadlineRow(
        rule=row.rule.id,
        version=row.rule.version,
        id=name_of(case, row.about) if row.about is not None else "",
        counts_from=row.counts_from or "",
        starts_at=_stamped(row.starts_at)
        if isinstance(row.starts_at, datetime)
        else row.starts_at or "",
        due_at=_stamped(row.due_at),
        act_before=_stamped(row.act_before),
        owner=row.owner,
        source=row.source,
        source_url=row.rule.source_url,
        checked_on=row.checked_on,
        confidence=row.confidence,
        certainty=row.certainty,
        publisher=row.publisher,
        state=row.state,
        title=row.rule.title.of(language.code),
        doubt=row.rule.doubt.of(language.code) if row.rule.doubt else "",
    )


def _follow_up_line(each: FollowUpDay, id: str, language: Language) -> str:
    day, state = spoken_day(each.follow_up.on, language), in_words(each.state, language)
    if each.reminder is not None:
        title = reminder_title(each.reminder, language)
        return language.text(
            "{id}: {title} on {day} ({state})", id=id, title=title, day=day, state=state
        )
    role = in_words(each.follow_up.role, language).lower() if each.follow_up.role else ""
    return language.text(
        "{id}: ask {role} again on {day} ({state})", id=id, role=role, day=day, state=state
    )


def _stamped(moment: datetime | None) -> str:
    return stamp(moment) if moment is not None else ""


def _lines(words: DeadlineWords, id: str, language: Language) -> Iterator[str]:
    """Return the lines of a row: its title, then what there is to say, further in."""
    yield f"{words.title} [{id}]" if id else words.title
    act = language.text("no later than {when}", when=words.act_before) if words.act_before else ""
    first = (act, words.ends, words.owner, words.state, words.care)
    more = (words.counts_from, words.more, words.doubt, words.source)
    for line in (" · ".join(filter(None, first)), *more):
        if line:
            yield f"    {line}"
