"""Closed sets of what stands in the private chain, and of what was shared of it by consent, with their words.

Their values are frozen with the log. Tags and words are decided in docs/closed-sets.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words


class ReactionKind(StrEnum):
    """How somebody reacted."""

    SLEEP = "sleep"
    WORRY = "worry"
    SAD = "sad"
    ANGER = "anger"
    SHAME = "shame"
    CONCENTRATION = "concentration"
    BODY = "body"
    WITHDRAWAL = "withdrawal"
    WORK = "work"
    OTHER = "other"


class Intensity(StrEnum):
    """How strong a reaction is."""

    UNKNOWN = "unknown"
    MILD = "mild"
    MODERATE = "moderate"
    STRONG = "strong"
    VERY_STRONG = "very_strong"


class NoticedBy(StrEnum):
    """Who noticed a reaction."""

    UNKNOWN = "unknown"
    ME = "me"
    FAMILY = "family"
    COLLEAGUE = "colleague"
    MANAGER = "manager"
    DOCTOR = "doctor"
    OTHER = "other"


class CareKind(StrEnum):
    """Who treats or helps."""

    DOCTOR = "doctor"
    EMERGENCY = "emergency"
    PSYCHOLOGIST = "psychologist"
    CRISIS_SUPPORT = "crisis_support"
    OCCUPATIONAL = "occupational"
    PSYCHIATRIST = "psychiatrist"
    OTHER = "other"


class CareStatus(StrEnum):
    """How far a contact with a doctor or psychologist is."""

    UNKNOWN = "unknown"
    CONTACTED = "contacted"
    BOOKED = "booked"
    HELD = "held"
    CANCELLED = "cancelled"


class ExpenseKind(StrEnum):
    """What money went to."""

    OTHER = "other"
    TREATMENT = "treatment"
    PSYCHOLOGIST = "psychologist"
    MEDICINE = "medicine"
    TRANSPORT = "transport"
    SAFETY = "safety"
    LEGAL = "legal"
    LOST_INCOME = "lost_income"


class PaidBy(StrEnum):
    """Who paid."""

    UNKNOWN = "unknown"
    ME = "me"
    EMPLOYER = "employer"
    INSURER = "insurer"
    UNION = "union"
    NOT_YET = "not_yet"


class InjuryStep(StrEnum):
    """A step of the matter of a work injury."""

    EMPLOYER_REPORT = "employer_report"
    OWN_REPORT = "own_report"
    DOCTOR_REPORT = "doctor_report"
    RECEIPT = "receipt"
    CERTIFICATE = "certificate"
    INFORMATION = "information"
    DECISION = "decision"
    COMPLAINT = "complaint"
    OTHER = "other"


class SupportReply(StrEnum):
    """What the person said to support that was offered."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    THINKING = "thinking"


class CheckStatus(StrEnum):
    """How far an item of a checklist is."""

    OPEN = "open"
    DONE = "done"
    NOT_RELEVANT = "not_relevant"
    LATER = "later"


class WatchStatus(StrEnum):
    """How far a case is that somebody keeps an eye on."""

    OPEN = "open"
    SHARED = "shared"
    CLOSED = "closed"


class WorryLevel(StrEnum):
    """How worried somebody is."""

    UNKNOWN = "unknown"
    CALM = "calm"
    ATTENTIVE = "attentive"
    WORRIED = "worried"


class DisclosedTopic(StrEnum):
    """Which kind of private thing was shared."""

    REACTION = "reaction"
    CARE = "care"
    ABSENCE = "absence"
    EXPENSE = "expense"
    INJURY = "injury"


class DisclosedForm(StrEnum):
    """In which form the file of a private thing was shared."""

    NONE = "none"
    PICTURE = "picture"
    AS_RECEIVED = "as_received"


_NOT_STATED = Words("", deferred("Not stated"))
_ME = Words(deferred("Me"), others=deferred("The employee"))
_SOMETHING_ELSE = Words(deferred("Something else"))
_SOMEBODY_ELSE = Words(deferred("Somebody else"))
_DOCTOR = Words(deferred("Doctor"))
_PSYCHOLOGIST = Words(deferred("Psychologist"))

PRIVATE_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    ReactionKind: {
        ReactionKind.SLEEP: Words(deferred("Trouble sleeping")),
        ReactionKind.WORRY: Words(deferred("Worry or fear")),
        ReactionKind.SAD: Words(deferred("Sadness")),
        ReactionKind.ANGER: Words(deferred("Anger")),
        ReactionKind.SHAME: Words(deferred("Shame")),
        ReactionKind.CONCENTRATION: Words(deferred("Trouble concentrating")),
        ReactionKind.BODY: Words(deferred("In the body")),
        ReactionKind.WITHDRAWAL: Words(deferred("Keeping away from others")),
        ReactionKind.WORK: Words(deferred("Trouble at work")),
        ReactionKind.OTHER: _SOMETHING_ELSE,
    },
    Intensity: {
        Intensity.UNKNOWN: _NOT_STATED,
        Intensity.MILD: Words(deferred("Mild")),
        Intensity.MODERATE: Words(deferred("Moderate")),
        Intensity.STRONG: Words(deferred("Strong")),
        Intensity.VERY_STRONG: Words(deferred("Very strong")),
    },
    NoticedBy: {
        NoticedBy.UNKNOWN: _NOT_STATED,
        NoticedBy.ME: _ME,
        NoticedBy.FAMILY: Words(deferred("Family")),
        NoticedBy.COLLEAGUE: Words(deferred("Colleague")),
        NoticedBy.MANAGER: Words(deferred("Manager")),
        NoticedBy.DOCTOR: _DOCTOR,
        NoticedBy.OTHER: _SOMEBODY_ELSE,
    },
    CareKind: {
        CareKind.DOCTOR: _DOCTOR,
        CareKind.EMERGENCY: Words(deferred("Emergency doctor")),
        CareKind.PSYCHOLOGIST: _PSYCHOLOGIST,
        CareKind.CRISIS_SUPPORT: Words(deferred("Crisis support")),
        CareKind.OCCUPATIONAL: Words(deferred("Occupational medicine")),
        CareKind.PSYCHIATRIST: Words(deferred("Psychiatrist")),
        CareKind.OTHER: _SOMEBODY_ELSE,
    },
    CareStatus: {
        CareStatus.UNKNOWN: _NOT_STATED,
        CareStatus.CONTACTED: Words(deferred("Contacted")),
        CareStatus.BOOKED: Words(deferred("Booked")),
        CareStatus.HELD: Words(deferred("Was there")),
        CareStatus.CANCELLED: Words(deferred("Cancelled")),
    },
    ExpenseKind: {  # what is none of them stands last
        ExpenseKind.TREATMENT: Words(deferred("Treatment")),
        ExpenseKind.PSYCHOLOGIST: _PSYCHOLOGIST,
        ExpenseKind.MEDICINE: Words(deferred("Medicine")),
        ExpenseKind.TRANSPORT: Words(deferred("Transport")),
        ExpenseKind.SAFETY: Words(deferred("Safety at home")),
        ExpenseKind.LEGAL: Words(deferred("Legal help")),
        ExpenseKind.LOST_INCOME: Words(deferred("Lost income")),
        ExpenseKind.OTHER: _SOMETHING_ELSE,
    },
    PaidBy: {
        PaidBy.UNKNOWN: _NOT_STATED,
        PaidBy.ME: _ME,
        PaidBy.EMPLOYER: Words(deferred("The workplace")),
        PaidBy.INSURER: Words(deferred("Insurance")),
        PaidBy.UNION: Words(deferred("The union")),
        PaidBy.NOT_YET: Words(deferred("Not paid yet")),
    },
    InjuryStep: {
        InjuryStep.EMPLOYER_REPORT: Words(deferred("The workplace reported it (EASY)")),
        InjuryStep.OWN_REPORT: Words(
            deferred("Reported by me"), others=deferred("Reported by the employee")
        ),
        InjuryStep.DOCTOR_REPORT: Words(deferred("Reported by a doctor as a disease")),
        InjuryStep.RECEIPT: Words(deferred("Receipt came")),
        InjuryStep.CERTIFICATE: Words(deferred("Medical certificate")),
        InjuryStep.INFORMATION: Words(deferred("More was asked for")),
        InjuryStep.DECISION: Words(deferred("Decision")),
        InjuryStep.COMPLAINT: Words(deferred("Complaint")),
        InjuryStep.OTHER: _SOMETHING_ELSE,
    },
    SupportReply: {
        SupportReply.OFFERED: Words(deferred("Offered")),
        SupportReply.ACCEPTED: Words(deferred("Said yes")),
        SupportReply.DECLINED: Words(deferred("Said no")),
        SupportReply.THINKING: Words(deferred("Thinking about it")),
    },
    CheckStatus: {
        CheckStatus.OPEN: Words(deferred("Not done")),
        CheckStatus.DONE: Words(deferred("Carried out")),
        CheckStatus.NOT_RELEVANT: Words(deferred("Not relevant")),
        CheckStatus.LATER: Words(deferred("Later")),
    },
    WatchStatus: {
        WatchStatus.OPEN: Words(deferred("Keeping an eye on it")),
        WatchStatus.SHARED: Words(deferred("Shared with the manager")),
        WatchStatus.CLOSED: Words(deferred("Closed")),
    },
    WorryLevel: {
        WorryLevel.UNKNOWN: _NOT_STATED,
        WorryLevel.CALM: Words(deferred("Calm")),
        WorryLevel.ATTENTIVE: Words(deferred("Attentive")),
        WorryLevel.WORRIED: Words(deferred("Worried")),
    },
    DisclosedTopic: {
        DisclosedTopic.REACTION: Words(deferred("Reaction")),
        DisclosedTopic.CARE: Words(deferred("Doctor or psychologist")),
        DisclosedTopic.ABSENCE: Words(deferred("Absence")),
        DisclosedTopic.EXPENSE: Words(deferred("Expense")),
        DisclosedTopic.INJURY: Words(deferred("Work injury")),
    },
    DisclosedForm: {
        DisclosedForm.NONE: Words(""),
        DisclosedForm.PICTURE: Words(deferred("Picture of the file")),
        DisclosedForm.AS_RECEIVED: Words(deferred("The file as received")),
    },
}
