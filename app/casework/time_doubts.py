"""Times that can hardly be meant: to come, or in an order in which nothing happens. Said, and never refused. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

# A clock that is a little slow must not make a time of just now one that is to come.
_NOW = timedelta(minutes=2)


class TimeDoubt(StrEnum):
    """Why a time can hardly be meant."""

    TO_COME = "to_come"
    SEEN_BEFORE_POSTED = "seen_before_posted"
    ANSWERED_BEFORE_TOLD = "answered_before_told"


def doubt_of(at: datetime | None, now: datetime) -> TimeDoubt | None:
    """Of something that happened; None where the time is unknown."""
    return TimeDoubt.TO_COME if at is not None and at > now + _NOW else None


def doubt_of_seen(
    seen: datetime | None, posted: datetime | None, now: datetime
) -> TimeDoubt | None:
    """Of when a post was seen first, beside when it was posted."""
    if seen is not None and posted is not None and seen < posted:
        return TimeDoubt.SEEN_BEFORE_POSTED
    return doubt_of(seen, now)


def doubt_of_answer(
    answered: datetime | None, told: datetime | None, now: datetime
) -> TimeDoubt | None:
    """Of when an answer came, beside when somebody was told."""
    if answered is not None and told is not None and answered < told:
        return TimeDoubt.ANSWERED_BEFORE_TOLD
    return doubt_of(answered, now)
