"""What deadlines count from: what happened, what followed, and what was noted about it. Plain values.

Times are aware; days are days in Denmark. ``about`` names the event that a fact belongs to; None where nobody said.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from app.vocabulary import Role
from evidence_store import EntryId


class Happened(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something that was published about the person, or happened to them.

    Attributes:
        id: its entry.
        published: when it was posted.
        first_seen: when the person first saw it.
        captured: when it was first captured; it had been seen by then.
        known: when the person knew enough; None for the day on which it was first seen.
        identified: when they knew who was behind it.
        injured: the day of the injury; None for the day on which it was first seen.
    """

    id: EntryId | None = None
    published: datetime | None = None
    first_seen: datetime | None = None
    captured: datetime | None = None
    known: date | None = None
    identified: date | None = None
    injured: date | None = None


class Away(msgspec.Struct, frozen=True, kw_only=True):
    """Days away from work, both ends counted; ``last`` is None while it lasts. ``fraction`` is how much of each day."""

    first: date
    last: date | None = None
    fraction: float = 1.0
    about: EntryId | None = None


class NotedOn(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was noted: on which day, and about which event."""

    on: date
    about: EntryId | None = None


class InjuryReported(msgspec.Struct, frozen=True, kw_only=True):
    """That the injury was reported, and when the receipt came."""

    on: date
    receipt_on: date | None = None
    about: EntryId | None = None


class FollowedUp(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was noted, and whether it is noted too that what it asks for was done."""

    on: date
    about: EntryId | None = None
    done: bool = False


PROMISE = "promise"
"""The kind of a day by which somebody promised something."""


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """A day on which the person wanted to ask or look again, or by which an answer is due.

    Attributes:
        id: its entry.
        kind: the tag of what was asked or is looked at, or ``PROMISE`` for a day that was promised.
        role: of whom; None where nobody is asked.
        on: the day.
        answered: whether an answer is noted.
    """

    id: EntryId
    kind: str
    role: Role | None
    on: date
    answered: bool = False


class DeadlineFacts(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known.

    Attributes:
        events: what happened.
        absences: days away from work.
        expenses: costs, such as a psychologist's: a benefit is likely.
        police_reports: that it was reported to the police.
        injury_reports: that it was reported as a work injury.
        closings: that the criminal case ended, by judgment or by the police.
        protections: that name and address were protected.
        linkings: that somebody who treats or helps linked it to work.
        answers: that a platform answered and left something; done where it was complained of.
        lodged: that it went to a body outside court; done where that answered.
        follow_ups: when somebody is to be asked again.
    """

    events: tuple[Happened, ...] = ()
    absences: tuple[Away, ...] = ()
    expenses: tuple[NotedOn, ...] = ()
    police_reports: tuple[NotedOn, ...] = ()
    injury_reports: tuple[InjuryReported, ...] = ()
    closings: tuple[NotedOn, ...] = ()
    protections: tuple[NotedOn, ...] = ()
    linkings: tuple[NotedOn, ...] = ()
    answers: tuple[FollowedUp, ...] = ()
    lodged: tuple[FollowedUp, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
