"""What of the lists was ticked: how far each item is, since when, and when it runs out. Pure.

Rules:
- A day that the person gave stands; what they did not say is reckoned from the list.
- Where nobody said on which day it was done, it is the day on which the tick was sealed.
- What was ticked of a list or an item that is there no more is kept in the case, and is not counted.
- What was put out of sight is not ticked.
"""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from app.casework.deadlines.days import months_later
from app.casework.kinds.checklist import CHECKLIST, Checked, ChecklistText
from app.casework.prevention.tables import Checklist, ListItem, Prevention
from app.casework.state import CaseState
from app.casework.times import day_of, reckoned, reckoned_day
from app.casework.versions import Versioned
from app.vocabulary import CheckStatus
from evidence_store import EntryId


class TickedItem(msgspec.Struct, frozen=True):
    """An item, and how far it is.

    Attributes:
        item: which one.
        status: how far it is.
        entry: what was sealed of it; None for nothing yet.
        done_on: since when it is done; None where it is not.
        expires_on: the day on which it runs out; None where it does not.
        remind_on: the day on which to look at it again; None for none.
        note: a few words to it.
    """

    item: ListItem
    status: CheckStatus = CheckStatus.OPEN
    entry: EntryId | None = None
    done_on: date | None = None
    expires_on: date | None = None
    remind_on: date | None = None
    note: str = ""

    @property
    def done(self) -> bool:
        """Whether it was carried out."""
        return self.status is CheckStatus.DONE


class TickedList(msgspec.Struct, frozen=True):
    """A list, and how far each of its items is."""

    list: Checklist
    items: tuple[TickedItem, ...]

    @property
    def counted(self) -> int:
        """How many items there are that matter to the person."""
        return sum(each.status is not CheckStatus.NOT_RELEVANT for each in self.items)

    @property
    def done(self) -> int:
        """How many of them are carried out."""
        return sum(each.done for each in self.items)


def ticked_of(state: CaseState, prevention: Prevention) -> tuple[TickedList, ...]:
    """Return every list with what was ticked of it, in the order of the lists."""
    sealed = {
        (thing.current.facts.list, thing.current.facts.item): thing
        for thing in state.private_of(CHECKLIST)
        if not thing.hidden
    }
    return tuple(
        TickedList(
            each, tuple(_item(each, item, sealed.get((each.id, item.id))) for item in each.items)
        )
        for each in prevention.lists
    )


def _item(checklist: Checklist, item: ListItem, thing: Versioned[Checked] | None) -> TickedItem:
    if thing is None:
        return TickedItem(item)
    facts, text = thing.current.facts, thing.current.text
    note = text.note if isinstance(text, ChecklistText) else ""
    if facts.status is not CheckStatus.DONE:
        remind = reckoned_day(facts.remind_on) if facts.status is CheckStatus.LATER else None
        return TickedItem(item, facts.status, thing.id, remind_on=remind, note=note)
    done_on = reckoned_day(facts.done_on) or reckoned(day_of(thing.changed))
    expires_on = reckoned_day(facts.expires_on)
    if expires_on is None and item.lasts_months and done_on is not None:
        expires_on = months_later(done_on, item.lasts_months)
    remind_on = reckoned_day(facts.remind_on)
    if remind_on is None and expires_on is not None:
        remind_on = expires_on - timedelta(days=item.remind_before_days)
    elif remind_on is None and checklist.again_months and done_on is not None:
        remind_on = months_later(done_on, checklist.again_months)
    return TickedItem(item, facts.status, thing.id, done_on, expires_on, remind_on, note)
