"""What is due in a case: the rules that come with the program, asked of what was written down. Changes nothing."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.actions.read_guidance import read_guidance
from app.casework import CaseState, preventing
from app.casework.deadlines import (
    Deadline,
    FollowUp,
    Rulebook,
    RuleTableError,
    facts_of,
    follow_up_state,
    reckon,
)
from app.clock import DANISH_TIME
from app.packs import PackError
from app.vocabulary import DeadlineState


class FollowUpDay(msgspec.Struct, frozen=True):
    """A day on which somebody is to be asked again, and how far away it is.

    Attributes:
        follow_up: the day.
        state: how far away it is.
        reminder: what is to be looked at; None where somebody is to be asked.
    """

    follow_up: FollowUp
    state: DeadlineState
    reminder: preventing.Reminder | None = None


class Due(msgspec.Struct, frozen=True):
    """All that is due.

    Attributes:
        deadlines: with a date first, the earliest first; then those without.
        follow_ups: the earliest first.
    """

    deadlines: tuple[Deadline, ...]
    follow_ups: tuple[FollowUpDay, ...]


def read_rulebook(resources: Path, packs: Path | None = None) -> Rulebook:
    """Read the rules that are in force.

    Args:
        resources: where the program's own lie.
        packs: where accepted packs lie; None where they are not asked.

    Raises:
        RuleTableError: they cannot be read.
    """
    try:
        return read_guidance(resources, packs).rulebook
    except PackError as error:
        raise RuleTableError(str(error)) from error


def find_deadlines(
    state: CaseState,
    book: Rulebook,
    now: datetime,
    prevention: preventing.Prevention | None = None,
) -> Due:
    """Return what is due, as it stands at a moment.

    Args:
        state: the case.
        book: the rules.
        now: the moment.
        prevention: the lists of things to do, whose items run out; None where they are not asked.
    """
    lists = prevention or preventing.Prevention()
    facts = replace(facts_of(state), protections=preventing.protections_of(state, lists))
    days = [FollowUpDay(each, follow_up_state(each, now)) for each in facts.follow_ups]
    if prevention is not None:
        days += [
            FollowUpDay(each.day, follow_up_state(each.day, now), each)
            for each in preventing.reminders_of(state, lists)
        ]
    return Due(
        deadlines=reckon(book, facts, now),
        follow_ups=tuple(sorted(days, key=lambda each: (each.follow_up.on, each.follow_up.id.seq))),
    )


def beginning_of(day: date) -> datetime:
    """Return the moment at which a day begins in Denmark."""
    return datetime.combine(day, time(), DANISH_TIME)
