"""Deadlines as a calendar file (RFC 5545), for whatever calendar the person uses. Pure; written by ``icalendar``.

A calendar is copied to other computers, telephones and colleagues. So an entry says *Deadline* or *Follow-up* and when,
and nothing else: no rule, no name, no number, not what the case or the program is called. What it is about stands on
the page of deadlines.

Rules:
- Hours end at a moment, which is written in UTC: it is the same moment wherever and whenever it is read.
- Days of the calendar are whole days, without a time that a change of the clocks could move.
- What is due on one day, or at one moment, is one entry, however much it is. It has the same identifier each time, so
  that a calendar that reads a later file does not show it twice. Nobody can turn it back into what it was made from.
- Entries are private and take up no time, and remind of themselves: a day before, or six hours before a moment.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.casework.deadlines.facts import FollowUp
from app.casework.deadlines.reckoning import Deadline
from app.clock import DANISH_TIME

if TYPE_CHECKING:
    from icalendar import Event

_BEFORE_A_DAY, _BEFORE_A_MOMENT = timedelta(days=-1), timedelta(hours=-6)


class CalendarWords(msgspec.Struct, frozen=True):
    """All that the entries say."""

    deadline: str
    follow_up: str


def calendar_of(
    deadlines: Iterable[Deadline],
    follow_ups: Iterable[FollowUp],
    words: CalendarWords,
    *,
    secret: str,
    made_at: datetime,
) -> bytes:
    """Return the file.

    Args:
        deadlines: those with a date are written; others have no place in a calendar.
        follow_ups: days on which somebody is to be asked again.
        words: what the entries say, in the person's language.
        secret: something of the case that nobody else knows, which identifiers are made with.
        made_at: when the file was made.
    """
    from icalendar import Calendar

    entries: dict[tuple[str, datetime | date], str] = {}
    for row in deadlines:
        if row.act_before is not None:
            day = row.act_before.astimezone(DANISH_TIME).date()
            entries["deadline", row.act_before if row.rule.hours else day] = words.deadline
    entries |= {("follow_up", each.on): words.follow_up for each in follow_ups}
    calendar = Calendar()
    calendar.add("prodid", "-//local//dates//EN")
    calendar.add("version", "2.0")
    for (kind, at), title in entries.items():
        identifier = hashlib.sha256(f"{secret}\n{kind}\n{at}".encode()).hexdigest()
        calendar.add_component(_event(title, at, identifier[:32], made_at))
    return bytes(calendar.to_ical())


def _event(title: str, at: datetime | date, identifier: str, made_at: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", identifier)
    event.add("dtstamp", made_at.replace(microsecond=0))
    event.add("summary", title)
    event.add("dtstart", at)
    if not isinstance(at, datetime):
        event.add("dtend", at + timedelta(days=1))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _BEFORE_A_MOMENT if isinstance(at, datetime) else _BEFORE_A_DAY)
    event.add_component(alarm)
    return event
