"""Days on which to look at something again: items that run out, lists after a year, cases somebody watches. Pure.

A reminder is a day and an entry, as all days to ask again are; its words are for the person alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.casework.deadlines.facts import FollowUp, NotedOn
from app.casework.kinds.checklist import CHECKLIST
from app.casework.kinds.watch_case import WATCH_CASE
from app.casework.prevention.tables import Checklist, ListItem, Prevention
from app.casework.prevention.ticked import ticked_of
from app.casework.prevention.watched import watched_of
from app.casework.state import CaseState


class Reminder(msgspec.Struct, frozen=True):
    """A day on which to look at something again.

    Attributes:
        day: which day, and of which entry.
        list: the list that the item stands in; None of a case somebody watches.
        item: the item; None of a case somebody watches.
        alias: the cover name of such a case; "" of an item.
    """

    day: FollowUp
    list: Checklist | None = None
    item: ListItem | None = None
    alias: str = ""


def reminders_of(state: CaseState, prevention: Prevention) -> Iterator[Reminder]:
    """Yield them, those of lists first."""
    for each in ticked_of(state, prevention):
        for ticked in each.items:
            if ticked.remind_on is not None and ticked.entry is not None:
                day = FollowUp(id=ticked.entry, kind=CHECKLIST.tag, role=None, on=ticked.remind_on)
                yield Reminder(day, each.list, ticked.item)
    for case in watched_of(state):
        if case.review_on is not None:
            closed = not case.open
            day = FollowUp(
                id=case.entry, kind=WATCH_CASE.tag, role=None, on=case.review_on, answered=closed
            )
            yield Reminder(day, alias=case.alias)


def protections_of(state: CaseState, prevention: Prevention) -> tuple[NotedOn, ...]:
    """Return on which days name and address were protected, for the rule that counts from it."""
    return tuple(
        NotedOn(on=ticked.done_on)
        for each in ticked_of(state, prevention)
        for ticked in each.items
        if ticked.item.protects and ticked.done_on is not None
    )
