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
    ANSWERED_BEFORE_ASKED = "answered_before_asked"


def doubt_of(
    at: datetime | None,
    now: datetime,
    *,
    after: datetime | None = None,
    too_early: TimeDoubt | None = None,
) -> TimeDoubt | None:
    """Return what is doubtful about the time of something that happened; None where nothing is, or it is unknown.

    Args:
        at: the time.
        now: the moment of asking.
        after: a time that it cannot come before.
        too_early: what is said where it does.
    """
    if at is not None and after is not None and at < after:
        return too_early
    return TimeDoubt.TO_COME if at is not None and at > now + _NOW else None
