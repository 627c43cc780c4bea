"""What rules are asked of: each event with the days and notes that belong to it. Pure.

Rules:
- The day of an event is the earlier of the days on which it was published and first seen.
- The injury is on the day on which the person first saw it, unless they say otherwise.
- An absence or a cost that names no event belongs to the last event before it.
- A note that something was reported, and that names no event, is about all that happened until then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from app.casework.deadlines.facts import Away, DeadlineFacts, Happened, InjuryReported, NotedOn
from app.clock import DANISH_TIME
from app.vocabulary import CountsFrom
from evidence_store import EntryId

_DAY = timedelta(days=1)
N = TypeVar("N", Away, NotedOn)


class Subject(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One event.

    Attributes:
        about: its entry.
        day: the day of the event.
        published: when it was posted.
        seen: when it was first seen, or captured where nobody said more.
        seen_by: which of the two that is.
        known: the day on which the person knew enough.
        identified: the day on which they knew who was behind it.
        injured: the day from which rules of work injuries count.
        first_absent: the first day of absence beyond the day of the injury; None where there is none.
        days_absent: how many such days there are until today.
        expense: whether it has a cost.
        done: what was noted as done: "police_report", "injury_report".
    """

    about: EntryId | None
    day: date
    published: datetime | None
    seen: datetime | None
    seen_by: CountsFrom
    known: date | None
    identified: date | None
    injured: date
    first_absent: date | None = None
    days_absent: int = 0
    expense: bool = False
    done: frozenset[str] = frozenset()


def subjects_of(facts: DeadlineFacts, today: date) -> Iterator[Subject]:
    """Return the events of which some time is known, in the order of their injuries."""
    events = filter(None, map(_subject, facts.events))
    subjects = sorted(events, key=lambda each: each.injured)
    absences = _by_event(facts.absences, [each.first for each in facts.absences], subjects)
    expenses = _by_event(facts.expenses, [each.on for each in facts.expenses], subjects)
    noted = bool(facts.police_reports or facts.injury_reports)
    for number, subject in enumerate(subjects):
        absent = _days_absent(absences.get(number, ()), subject.injured, today)
        expense, done = number in expenses, _done(facts, subject) if noted else _NOTHING
        if not (absent or expense or done):
            yield subject
            continue
        yield replace(
            subject,
            first_absent=min(absent, default=None),
            days_absent=len(absent),
            expense=expense,
            done=done,
        )


def _subject(event: Happened) -> Subject | None:
    published = event.published
    seen = event.first_seen or event.captured
    first = seen or published
    seen_on = first.astimezone(DANISH_TIME).date() if first is not None else None
    injured = event.injured or seen_on
    if injured is None:
        return None
    day = seen_on or injured
    if published is not None and seen is not None and published < seen:
        day = published.astimezone(DANISH_TIME).date()
    return Subject(
        about=event.id,
        day=day,
        published=published,
        seen=seen,
        seen_by=CountsFrom.FIRST_SEEN if event.first_seen is not None else CountsFrom.CAPTURED,
        known=event.known or seen_on,
        identified=event.identified,
        injured=injured,
    )


def _days_absent(absences: Iterable[Away], injured: date, today: date) -> set[date]:
    """Return the days of absence beyond the day of the injury; one that lasts is counted until today."""
    days: set[date] = set()
    for absence in absences:
        if absence.fraction > 0:
            first = max(absence.first, injured + _DAY)
            last = max(absence.first, today) if absence.last is None else absence.last
            days.update(first + _DAY * n for n in range((last - first).days + 1))
    return days


def _by_event(
    notes: Sequence[N], days: Sequence[date], subjects: Sequence[Subject]
) -> dict[int, list[N]]:
    """The notes of each event, by its number."""
    found: dict[int, list[N]] = {}
    if not notes:
        return found
    injuries = [each.injured for each in subjects]
    numbers = {each.about: number for number, each in enumerate(subjects)}
    for note, day in zip(notes, days, strict=True):
        last_before = bisect_right(injuries, day) - 1
        number = last_before if note.about is None else numbers.get(note.about, -1)
        if number >= 0:
            found.setdefault(number, []).append(note)
    return found


_NOTHING: frozenset[str] = frozenset()


def _done(facts: DeadlineFacts, subject: Subject) -> frozenset[str]:
    found = set()
    if any(_covers(each, subject) for each in facts.police_reports):
        found.add("police_report")
    if any(_covers(each, subject) for each in facts.injury_reports):
        found.add("injury_report")
    return frozenset(found)


def _covers(note: NotedOn | InjuryReported, subject: Subject) -> bool:
    if note.about is None:
        return subject.day <= note.on
    return note.about == subject.about
