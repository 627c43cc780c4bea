"""Every closed set with its words, short and long, and times and fingerprints as people read them. No Qt."""

from app.vocabulary.closed_sets import (
    AccessBasis,
    CaptureMethod,
    Channel,
    IncidentKind,
    PictureColours,
    PictureGround,
    PictureWhole,
    Role,
    Visibility,
    Zone,
)
from app.vocabulary.stamps import (
    clock,
    day,
    exact,
    groups,
    minute,
    moment_of,
    period,
    typed_day,
    typed_time,
)
from app.vocabulary.words import WORDS, Words, choices, in_words, lowered, recipient

__all__ = [
    "WORDS",
    "AccessBasis",
    "CaptureMethod",
    "Channel",
    "IncidentKind",
    "PictureColours",
    "PictureGround",
    "PictureWhole",
    "Role",
    "Visibility",
    "Words",
    "Zone",
    "choices",
    "clock",
    "day",
    "exact",
    "groups",
    "in_words",
    "lowered",
    "minute",
    "moment_of",
    "period",
    "recipient",
    "typed_day",
    "typed_time",
]
