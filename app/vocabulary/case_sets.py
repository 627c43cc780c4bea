"""Closed sets of what is written down around the evidence that several kinds use, with their words.

Their values are frozen with the log. Tags and words are decided in docs/closed-sets.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words

_NOT_STATED = Words("", deferred("Not stated"))


class YesNo(StrEnum):
    """Whether something is so, where that was said."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


class DoneBy(StrEnum):
    """Who did something: the person, or somebody on their side."""

    UNKNOWN = "unknown"
    ME = "me"
    EMPLOYER = "employer"
    SAFETY_REP = "safety_rep"
    SHOP_STEWARD = "shop_steward"
    UNION = "union"
    DOCTOR = "doctor"
    OTHER = "other"


class Basis(StrEnum):
    """How somebody knows what they say."""

    UNKNOWN = "unknown"
    SEEN = "seen"
    TOLD = "told"
    SHOWN = "shown"
    OWN_VIEW = "own_view"


class Outcome(StrEnum):
    """How something ended that was asked for."""

    OPEN = "open"
    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    WITHDRAWN = "withdrawn"


class PromiseStatus(StrEnum):
    """Whether a promise was kept."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    NOT_KEPT = "not_kept"
    CHANGED = "changed"


class StatementStatus(StrEnum):
    """How far a statement is that somebody signs."""

    DRAFT = "draft"
    ASKED = "asked"
    SIGNED = "signed"
    DECLINED = "declined"


class Agreement(StrEnum):
    """What came of comparing several sources of one post."""

    AGREE = "agree"
    UNSURE = "unsure"
    DIFFER = "differ"
    NOT_COMPARED = "not_compared"


class WitnessedOn(StrEnum):
    """Where a witness signed what they saw."""

    HERE = "here"
    DEVICE = "device"


class SupportKind(StrEnum):
    """What support somebody was offered or got."""

    OTHER = "other"
    MANAGER_TALK = "manager_talk"
    PEER_SUPPORT = "peer_support"
    CRISIS_SUPPORT = "crisis_support"
    PSYCHOLOGIST = "psychologist"
    COMPANION = "companion"
    RELIEF = "relief"
    LEGAL_HELP = "legal_help"
    TECHNICAL_HELP = "technical_help"


CASE_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    YesNo: {
        YesNo.UNKNOWN: _NOT_STATED,
        YesNo.YES: Words(deferred("Yes")),
        YesNo.NO: Words(deferred("No")),
    },
    DoneBy: {
        DoneBy.UNKNOWN: _NOT_STATED,
        DoneBy.ME: Words(deferred("Me"), others=deferred("The employee")),
        DoneBy.EMPLOYER: Words(deferred("The workplace")),
        DoneBy.SAFETY_REP: Words(deferred("Safety representative")),
        DoneBy.SHOP_STEWARD: Words(deferred("Shop steward")),
        DoneBy.UNION: Words(deferred("The union")),
        DoneBy.DOCTOR: Words(deferred("Doctor")),
        DoneBy.OTHER: Words(deferred("Somebody else")),
    },
    Basis: {
        Basis.UNKNOWN: _NOT_STATED,
        Basis.SEEN: Words(deferred("Seen myself"), others=deferred("Seen by the employee")),
        Basis.TOLD: Words(deferred("Told by somebody")),
        Basis.SHOWN: Words(deferred("Shown by somebody")),
        Basis.OWN_VIEW: Words(
            deferred("My own judgement"), others=deferred("The employee’s judgement")
        ),
    },
    Outcome: {
        Outcome.OPEN: Words("", deferred("Not settled yet")),
        Outcome.MET: Words(deferred("Carried out")),
        Outcome.PARTLY_MET: Words(deferred("Partly carried out")),
        Outcome.NOT_MET: Words(deferred("Not carried out")),
        Outcome.WITHDRAWN: Words(deferred("Not wanted any more")),
    },
    PromiseStatus: {
        PromiseStatus.OPEN: Words("", deferred("Not known yet")),
        PromiseStatus.KEPT: Words(deferred("Kept")),
        PromiseStatus.LATE: Words(deferred("Kept, but late")),
        PromiseStatus.NOT_KEPT: Words(deferred("Not kept")),
        PromiseStatus.CHANGED: Words(deferred("Agreed otherwise")),
    },
    StatementStatus: {
        StatementStatus.DRAFT: Words(deferred("Written, not signed")),
        StatementStatus.ASKED: Words(deferred("Statement asked for")),
        StatementStatus.SIGNED: Words(deferred("Signed")),
        StatementStatus.DECLINED: Words(deferred("Said no")),
    },
    Agreement: {
        Agreement.AGREE: Words(deferred("All that were compared say the same")),
        Agreement.UNSURE: Words(deferred("They say the same, as far as they could be read")),
        Agreement.DIFFER: Words(deferred("They do not say the same")),
        Agreement.NOT_COMPARED: Words(deferred("They have too few words in common to be compared")),
    },
    WitnessedOn: {
        WitnessedOn.HERE: Words(
            deferred("On this computer"), others=deferred("On the employee’s computer")
        ),
        WitnessedOn.DEVICE: Words(deferred("On a device of the witness’s own")),
    },
    SupportKind: {  # what is none of them stands last
        SupportKind.MANAGER_TALK: Words(deferred("Talk with the manager")),
        SupportKind.PEER_SUPPORT: Words(deferred("Peer support")),
        SupportKind.CRISIS_SUPPORT: Words(deferred("Crisis support")),
        SupportKind.PSYCHOLOGIST: Words(deferred("Psychologist")),
        SupportKind.COMPANION: Words(deferred("Companion at meetings")),
        SupportKind.RELIEF: Words(deferred("Fewer tasks for a while")),
        SupportKind.LEGAL_HELP: Words(deferred("Legal help")),
        SupportKind.TECHNICAL_HELP: Words(deferred("Help with profiles")),
        SupportKind.OTHER: Words(deferred("Something else")),
    },
}
