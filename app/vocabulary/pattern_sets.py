"""The closed sets of what is counted over several events. Their values are frozen with ``pattern --json``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words


class Trend(StrEnum):
    """Whether the days between events become fewer."""

    UNKNOWN = "unknown"
    CLOSER = "closer"
    EVEN = "even"
    FURTHER = "further"


PATTERN_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    Trend: {
        Trend.UNKNOWN: Words("", deferred("Too few to say")),
        Trend.CLOSER: Words(deferred("It happens more often")),
        Trend.EVEN: Words(deferred("It happens as often as before")),
        Trend.FURTHER: Words(deferred("It happens less often")),
    },
}
