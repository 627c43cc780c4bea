"""The cases that the person keeps an eye on, by their cover names: what is open first, the nearest review on top."""

from __future__ import annotations

from datetime import date

import msgspec

from app.casework.kinds.watch_case import WATCH_CASE, Watch, WatchAlias, WatchText
from app.casework.state import CaseState
from app.casework.times import plain_day
from app.casework.versions import Versioned
from app.vocabulary import WatchStatus, WorryLevel
from evidence_store import EntryId


class WatchedCase(msgspec.Struct, frozen=True):
    """One of them.

    Attributes:
        entry: the thing.
        alias: its cover name; "" where there is none.
        worry: how worried the person is.
        status: how far it is.
        signs: what was seen.
        plan: what the person does.
        review_on: the day on which it is looked at again; None for none.
    """

    entry: EntryId
    alias: str
    worry: WorryLevel
    status: WatchStatus
    signs: str
    plan: str
    review_on: date | None

    @property
    def open(self) -> bool:
        """Whether the person still keeps an eye on it."""
        return self.status is not WatchStatus.CLOSED


def watched_of(state: CaseState) -> tuple[WatchedCase, ...]:
    """Return them; what was put out of sight is not among them."""
    every = [_watched(thing) for thing in state.private_of(WATCH_CASE) if not thing.hidden]
    return tuple(
        sorted(every, key=lambda each: (not each.open, each.review_on or date.max, each.entry))
    )


def _watched(thing: Versioned[Watch]) -> WatchedCase:
    value = thing.current
    alias, text = value.alias, value.text
    words = text if isinstance(text, WatchText) else WatchText()
    return WatchedCase(
        entry=thing.id,
        alias=alias.alias if isinstance(alias, WatchAlias) else "",
        worry=value.facts.worry,
        status=value.facts.status,
        signs=words.signs,
        plan=words.plan,
        review_on=plain_day(value.facts.review_on),
    )
