"""Closed sets of what is asked, answered and done at work, with their words.

Their values are frozen with the log. Tags and words are decided in docs/closed-sets.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words


class RequestTopic(StrEnum):
    """What somebody is asked for."""

    OTHER = "other"
    MEETING = "meeting"
    GUIDELINES = "guidelines"
    CONTACT_SENDER = "contact_sender"
    REMOVAL = "removal"
    POLICE_REPORT = "police_report"
    INTERNAL_REGISTRATION = "internal_registration"
    INJURY_REPORT = "injury_report"
    CRISIS_SUPPORT = "crisis_support"
    OTHER_TASKS = "other_tasks"
    CASEWORKER = "caseworker"
    SAFETY = "safety"
    FOLLOW_UP = "follow_up"


class AnswerKind(StrEnum):
    """What an answer comes to."""

    UNCLEAR = "unclear"
    YES = "yes"
    PARTLY = "partly"
    LATER = "later"
    NO = "no"


class MeasureKind(StrEnum):
    """What a workplace does about it."""

    OTHER = "other"
    CONTACT_SENDER = "contact_sender"
    REMOVAL_DEMAND = "removal_demand"
    INFO_MEETING = "info_meeting"
    OTHER_CASEWORKER = "other_caseworker"
    OTHER_TASKS = "other_tasks"
    SAFETY = "safety"
    COLLEAGUES_TOLD = "colleagues_told"
    GUIDELINES = "guidelines"
    RISK_ASSESSMENT = "risk_assessment"
    DEBRIEFING = "debriefing"


class MeasureStatus(StrEnum):
    """How far a measure is."""

    UNKNOWN = "unknown"
    AGREED = "agreed"
    UNDER_WAY = "under_way"
    DONE = "done"
    NOT_DONE = "not_done"
    DROPPED = "dropped"


class IdeaStatus(StrEnum):
    """Whether an idea was tried."""

    NOT_TRIED = "not_tried"
    TRIED = "tried"
    GOING_ON = "going_on"
    DROPPED = "dropped"


class IdeaEffect(StrEnum):
    """Whether an idea helped."""

    UNKNOWN = "unknown"
    HELPED = "helped"
    SOME = "some"
    NONE = "none"
    WORSE = "worse"


_OTHER_TASKS = Words(deferred("Other tasks"))

AT_WORK_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    RequestTopic: {  # what is none of them stands last
        RequestTopic.MEETING: Words(deferred("Support and a meeting")),
        RequestTopic.GUIDELINES: Words(deferred("The workplace’s guidelines")),
        RequestTopic.CONTACT_SENDER: Words(deferred("That the sender is contacted")),
        RequestTopic.REMOVAL: Words(deferred("That it is removed")),
        RequestTopic.POLICE_REPORT: Words(deferred("A report to the police")),
        RequestTopic.INTERNAL_REGISTRATION: Words(deferred("Internal registration")),
        RequestTopic.INJURY_REPORT: Words(deferred("Report of a work injury")),
        RequestTopic.CRISIS_SUPPORT: Words(deferred("Crisis support or peer support")),
        RequestTopic.OTHER_TASKS: _OTHER_TASKS,
        RequestTopic.CASEWORKER: Words(deferred("Another caseworker")),
        RequestTopic.SAFETY: Words(deferred("Safety")),
        RequestTopic.FOLLOW_UP: Words(deferred("A day for follow-up")),
        RequestTopic.OTHER: Words(deferred("Something else")),
    },
    AnswerKind: {
        AnswerKind.UNCLEAR: Words("", deferred("Not stated")),
        AnswerKind.YES: Words(deferred("Yes")),
        AnswerKind.PARTLY: Words(deferred("Partly")),
        AnswerKind.LATER: Words(deferred("Later")),
        AnswerKind.NO: Words(deferred("No")),
    },
    MeasureKind: {
        MeasureKind.CONTACT_SENDER: Words(deferred("Contact with the sender")),
        MeasureKind.REMOVAL_DEMAND: Words(deferred("Demand for removal")),
        MeasureKind.INFO_MEETING: Words(deferred("Meeting with the citizen")),
        MeasureKind.OTHER_CASEWORKER: Words(deferred("Another caseworker")),
        MeasureKind.OTHER_TASKS: _OTHER_TASKS,
        MeasureKind.SAFETY: Words(deferred("Safety at work")),
        MeasureKind.COLLEAGUES_TOLD: Words(deferred("Colleagues were told")),
        MeasureKind.GUIDELINES: Words(deferred("Guidelines")),
        MeasureKind.RISK_ASSESSMENT: Words(deferred("Risk assessment (APV)")),
        MeasureKind.DEBRIEFING: Words(deferred("Follow-up talk")),
        MeasureKind.OTHER: Words(deferred("Something else")),
    },
    MeasureStatus: {
        MeasureStatus.UNKNOWN: Words("", deferred("Not stated")),
        MeasureStatus.AGREED: Words(deferred("Agreed")),
        MeasureStatus.UNDER_WAY: Words(deferred("Under way")),
        MeasureStatus.DONE: Words(deferred("Carried out")),
        MeasureStatus.NOT_DONE: Words(deferred("Not carried out")),
        MeasureStatus.DROPPED: Words(deferred("Dropped")),
    },
    IdeaStatus: {
        IdeaStatus.NOT_TRIED: Words(deferred("Not tried")),
        IdeaStatus.TRIED: Words(deferred("Tried")),
        IdeaStatus.GOING_ON: Words(deferred("Under way")),
        IdeaStatus.DROPPED: Words(deferred("Dropped")),
    },
    IdeaEffect: {
        IdeaEffect.UNKNOWN: Words("", deferred("Not known yet")),
        IdeaEffect.HELPED: Words(deferred("It helped")),
        IdeaEffect.SOME: Words(deferred("It helped a little")),
        IdeaEffect.NONE: Words(deferred("No change")),
        IdeaEffect.WORSE: Words(deferred("It got worse")),
    },
}
