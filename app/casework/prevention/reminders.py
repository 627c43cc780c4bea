"""Days on which to look at something again: items that run out, lists after a year, cases somebody watches. Pure.

A reminder is a day and an entry, as all days to ask again are; its words are for the person alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from app.casework.deadlines.facts import FollowUp, NotedOn
from app.casework.kinds.case_end import CASE_END, CaseEnd, CaseEndFacts
from app.casework.kinds.checklist import CHECKLIST
from app.casework.kinds.watch_case import WATCH_CASE
from app.casework.prevention.tables import Checklist, ListItem, Prevention
from app.casework.prevention.ticked import ticked_of
from app.casework.prevention.watched import watched_of
from app.casework.state import CaseState
from app.casework.versions import Versioned


class Reminder(msgspec.Struct, frozen=True):
    """A day on which to look at something again.

    Attributes:
        day: which day, and of which entry.
        list: the list that the item stands in; None of a case somebody watches.
        item: the item; None of a case somebody watches.
        alias: the cover name of such a case; "" of an item.
        kept: whether it is the day until which a case that is over is kept.
    """

    day: FollowUp
    list: Checklist | None = None
    item: ListItem | None = None
    alias: str = ""
    kept: bool = False


def reminders_of(state: CaseState, prevention: Prevention) -> Iterator[Reminder]:
    """Yield them, those of lists first."""
    for each in ticked_of(state, prevention):
        for ticked in each.items:
            if ticked.remind_on is not None and ticked.entry is not None:
                day = FollowUp(id=ticked.entry, kind=CHECKLIST.tag, role=None, on=ticked.remind_on)
                yield Reminder(day, each.list, ticked.item)
    end = end_of(state)
    if end is not None:
        facts = end.current.facts
        for kept, on in ((False, facts.follow_up_on), (True, facts.keep_until)):
            if (day_on := _day(on)) is not None:
                day = FollowUp(id=end.id, kind=CASE_END.tag, role=None, on=day_on)
                yield Reminder(day, kept=kept)
    for case in watched_of(state):
        if case.review_on is not None:
            closed = not case.open
            day = FollowUp(
                id=case.entry, kind=WATCH_CASE.tag, role=None, on=case.review_on, answered=closed
            )
            yield Reminder(day, alias=case.alias)


def end_of(state: CaseState) -> Versioned[CaseEnd] | None:
    """Return what says that the case is over: the newest that is not hidden, and can be read; None while it is not."""
    ends = (each for each in state.private_of(CASE_END) if not each.hidden)
    return next((each for each in reversed(tuple(ends)) if _is_read(each)), None)


def _is_read(end: Versioned[CaseEnd]) -> bool:
    return isinstance(end.current.facts, CaseEndFacts)


def _day(typed: str) -> date | None:
    return date.fromisoformat(typed) if typed else None


def protections_of(state: CaseState, prevention: Prevention) -> tuple[NotedOn, ...]:
    """Return on which days name and address were protected, for the rule that counts from it."""
    return tuple(
        NotedOn(on=ticked.done_on)
        for each in ticked_of(state, prevention)
        for ticked in each.items
        if ticked.item.protects and ticked.done_on is not None
    )
