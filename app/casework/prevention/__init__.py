"""What can be done before something happens: lists of things to do, texts to copy, words that reassure. Pure."""

from app.casework.prevention.ideas import IdeaRow, ideas_of
from app.casework.prevention.reminders import Reminder, end_of, protections_of, reminders_of
from app.casework.prevention.tables import (
    Checklist,
    ListItem,
    Prevention,
    PreventionTableError,
    Reassurance,
    Template,
    read_prevention,
)
from app.casework.prevention.ticked import TickedItem, TickedList, ticked_of
from app.casework.prevention.watched import WatchedCase, watched_of

__all__ = [
    "Checklist",
    "IdeaRow",
    "ListItem",
    "Prevention",
    "PreventionTableError",
    "Reassurance",
    "Reminder",
    "Template",
    "TickedItem",
    "TickedList",
    "WatchedCase",
    "end_of",
    "ideas_of",
    "protections_of",
    "read_prevention",
    "reminders_of",
    "ticked_of",
    "watched_of",
]
