"""Whether a time can hardly be meant, beside the other times of the same thing. Pure; what is said keeps nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from app.casework.fields import After
from app.casework.times import TimeDoubt, doubt_of


class Ordered(Protocol):
    """What is asked of a field with a time, of a kind's as of a form's."""

    @property
    def after(self) -> tuple[After, ...]:
        """The times that it cannot come before."""
        ...

    @property
    def to_come(self) -> bool:
        """Whether it lies ahead."""
        ...


def doubt_in(
    name: str,
    field: Ordered,
    at: Callable[[str], datetime | None],
    is_day: Callable[[str], bool],
    now: datetime,
) -> TimeDoubt | None:
    """Return what is doubtful about the time in a field; None where nothing is, or it is unknown.

    Args:
        name: of the field.
        field: what it must come after.
        at: the time in the field of a name; None where it is not known, or there is no such field.
        is_day: whether the field of a name holds a day without a time of day.
        now: the moment of asking.
    """
    moment = at(name)
    for each in field.after:
        days = is_day(name) or is_day(each.name)
        doubt = doubt_of(
            moment, now, after=at(each.name), too_early=each.doubt, to_come=True, days=days
        )
        if doubt is not None:
            return doubt
    return doubt_of(moment, now, to_come=field.to_come, days=is_day(name))
