"""What deadlines count from in requests for removal: a platform's answer, and what went on outside court. Pure.

Rules:
- A platform's answer is what the latest version says in which it did not remove everything; where nobody noted the day
  of that, or it is removed by now, nothing counts from it.
- What names several incidents belongs to the first of them. What was put out of sight counts from nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.casework.deadlines.facts import FollowedUp
from app.casework.kinds.takedown import TAKEDOWN, Takedown, TakedownComplaint
from app.casework.state import CaseState
from app.casework.times import day_of, reckoned, reckoned_day
from app.casework.versions import Versioned
from app.vocabulary import TakedownStatus, TakedownTo
from evidence_store import EntryId

_ANSWERS = frozenset({TakedownStatus.REFUSED, TakedownStatus.PARTLY, TakedownStatus.RESTORED})
_DECIDED = _ANSWERS | {TakedownStatus.REMOVED}
_COMPLAINED = frozenset({TakedownStatus.COMPLAINED, TakedownStatus.OUT_OF_COURT})


def answers_of(state: CaseState) -> Iterator[FollowedUp]:
    """Return on which days a platform answered that it leaves something, and whether that was complained of since."""
    for each in _asked_of_platforms(state):
        current = each.current
        days = (
            reckoned_day(version.value.facts.status_on)
            for version in reversed(each.versions)
            if version.value.facts.status in _ANSWERS
        )
        on = next(days, None)
        if on is None or current.facts.status is TakedownStatus.REMOVED:
            continue
        complaint = _complaint(current)
        days_since = (_day(complaint.complained_at), _day(complaint.body_at))
        complained = any(since is not None and since >= on for since in days_since)
        done = complained or current.facts.status in _COMPLAINED
        yield FollowedUp(on=on, about=_about(state, current), done=done)


def lodged_of(state: CaseState) -> Iterator[FollowedUp]:
    """Return on which days something went to a body outside court, and whether it was decided since."""
    for each in _asked_of_platforms(state):
        facts = each.current.facts
        on = _day(_complaint(each.current).body_at)
        if on is None:
            continue
        decided = reckoned_day(facts.status_on) if facts.status in _DECIDED else None
        done = decided is not None and decided >= on
        yield FollowedUp(on=on, about=_about(state, each.current), done=done)


def _asked_of_platforms(state: CaseState) -> Iterator[Versioned[Takedown]]:
    for each in state.of(TAKEDOWN):
        if not each.hidden and each.current.facts.asked is TakedownTo.PLATFORM:
            yield each


def _complaint(takedown: Takedown) -> TakedownComplaint:
    complaint = takedown.complaint
    return complaint if isinstance(complaint, TakedownComplaint) else TakedownComplaint()


def _about(state: CaseState, takedown: Takedown) -> EntryId | None:
    named = takedown.facts.incidents
    thing = state.thing_of(named[0]) if named else None
    return thing.id if isinstance(thing, Versioned) else None


def _day(stamp: str) -> date | None:
    return reckoned(day_of(stamp))
