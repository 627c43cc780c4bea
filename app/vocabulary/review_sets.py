"""The closed sets of the review: what a rule looks at, how much it matters, and what mends it.

Their values are frozen with ``review --json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words


class ReviewOf(StrEnum):
    """What a rule looks at."""

    CASE = "case"
    INCIDENT = "incident"
    EXHIBIT = "exhibit"
    REPLY = "reply"


class Weight(StrEnum):
    """How much it matters; the first comes first."""

    IMPORTANT = "important"
    HELPFUL = "helpful"


class Mend(StrEnum):
    """What mends it; the window has a button for each, with these words."""

    DETAILS = "details"
    PICTURE = "picture"
    WITNESS = "witness"
    STATEMENT = "statement"
    REPLY = "reply"
    REPORT = "report"


REVIEW_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    ReviewOf: {
        ReviewOf.CASE: Words(deferred("The whole case")),
        ReviewOf.INCIDENT: Words(deferred("Incident")),
        ReviewOf.EXHIBIT: Words(deferred("Exhibit")),
        ReviewOf.REPLY: Words(deferred("Own answer")),
    },
    Weight: {
        Weight.IMPORTANT: Words(deferred("Important")),
        Weight.HELPFUL: Words(deferred("Good to have")),
    },
    Mend: {
        Mend.DETAILS: Words(deferred("Add it")),
        Mend.PICTURE: Words(deferred("Look at it")),
        Mend.WITNESS: Words(deferred("Note a witness")),
        Mend.STATEMENT: Words(deferred("Tell how")),
        Mend.REPLY: Words(deferred("Add the answer")),
        Mend.REPORT: Words(deferred("Choose exhibits")),
    },
}
