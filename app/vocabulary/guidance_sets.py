"""The closed sets of guidance: their values are frozen with the packs under resources/packs and with ``--json``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words


class Certainty(StrEnum):
    """How far a piece of guidance can be relied on; all but the first are shown with a mark that asks for care."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"
    STALE = "stale"
    EXPIRED = "expired"


class GuidanceTopic(StrEnum):
    """What a piece of guidance is about, in the order in which it is shown."""

    FIRST = "first"
    EVIDENCE = "evidence"
    WORKPLACE = "workplace"
    POLICE = "police"
    REMOVAL = "removal"
    WORK_INJURY = "work_injury"
    MONEY = "money"
    CONFIDENTIALITY = "confidentiality"
    PREVENTION = "prevention"
    SUPPORT = "support"


GUIDANCE_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    Certainty: {
        Certainty.CONFIRMED: Words(
            deferred("confirmed"),
            deferred("It was read at its source on the day that stands here."),
        ),
        Certainty.SECONDARY: Words(
            deferred("not confirmed"),
            deferred("It is told by others. We have not read it at its source."),
        ),
        Certainty.UNVERIFIED: Words(
            deferred("not confirmed"), deferred("It was not checked at its source.")
        ),
        Certainty.STALE: Words(
            deferred("look it up again"),
            deferred("It was to be looked up again before today. It may have changed."),
        ),
        Certainty.EXPIRED: Words(
            deferred("out of date"),
            deferred("The pack that it stands in has run out. Ask for a newer one."),
        ),
    },
    GuidanceTopic: {
        GuidanceTopic.FIRST: Words(deferred("The first hours")),
        GuidanceTopic.EVIDENCE: Words(deferred("Save it well")),
        GuidanceTopic.WORKPLACE: Words(deferred("The workplace")),
        GuidanceTopic.POLICE: Words(deferred("Police and law")),
        GuidanceTopic.REMOVAL: Words(deferred("Having it removed")),
        GuidanceTopic.WORK_INJURY: Words(deferred("Work injury")),
        GuidanceTopic.MONEY: Words(deferred("Compensation")),
        GuidanceTopic.CONFIDENTIALITY: Words(deferred("Confidentiality")),
        GuidanceTopic.PREVENTION: Words(deferred("Prevention")),
        GuidanceTopic.SUPPORT: Words(deferred("Help for you")),
    },
}
