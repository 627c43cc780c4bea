"""Deadlines: rules as data, facts as values, and the reckoning between them. Pure; this file is the door."""

from app.casework.deadlines.facts import (
    PROMISE,
    Away,
    DeadlineFacts,
    FollowUp,
    Happened,
    InjuryReported,
    NotedOn,
)
from app.casework.deadlines.ics import CalendarWords, calendar_of
from app.casework.deadlines.of_case import facts_of
from app.casework.deadlines.reckoning import Deadline, follow_up_state, reckon
from app.casework.deadlines.rules import Rule, Rulebook, RuleTable, RuleTableError, rulebook_of

__all__ = [
    "PROMISE",
    "Away",
    "CalendarWords",
    "Deadline",
    "DeadlineFacts",
    "FollowUp",
    "Happened",
    "InjuryReported",
    "NotedOn",
    "Rule",
    "RuleTable",
    "RuleTableError",
    "Rulebook",
    "calendar_of",
    "facts_of",
    "follow_up_state",
    "reckon",
    "rulebook_of",
]
