"""What the events of a case are together: how many, when, where, by whom, how wide and how aimed. Pure.

Rules:
- Everything is counted and nothing is judged. What each event holds stands beside the numbers, since a single one can
  be enough.
- What was put out of sight counts nowhere, and the order in which things were written down changes nothing.
- A day is a day in Denmark: of the posting, else of when it was first seen, else of its first picture. What has none
  of them is counted, and is on no day.
- What nobody said is not guessed: it is counted as not said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from app.casework.deadlines.facts import Happened
from app.casework.deadlines.of_case import events_of
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.incident_more import (
    IncidentAffected,
    IncidentCircumstances,
)
from app.casework.pattern.warnings import Repost, Warned, reposts_of, warnings_of
from app.casework.state import CaseState
from app.clock import DANISH_TIME
from app.vocabulary import (
    Affected,
    ContentTag,
    Direction,
    IncidentKind,
    Trend,
    Visibility,
    YesNo,
)
from evidence_store import EntryId

_OWN_CHANNEL = frozenset({IncidentKind.MAIL, IncidentKind.TEXT_MESSAGE, IncidentKind.CALL})
"""Forms that are a channel by themselves, where no platform is named."""
_AT_ME = frozenset(set(Direction) - {Direction.UNKNOWN, Direction.OTHERS})
_WIDEST_FIRST = (Visibility.PUBLIC, Visibility.GROUP, Visibility.FRIENDS, Visibility.PRIVATE)
_HALVES = 4
"""So many intervals are needed before the later half can be held against the earlier one."""
_DIGITS = 10
"""More people than a number of so many digits says there are not."""
_MEMBERS = re.compile(r"(?<![\d.,])(\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+)(?![.,]?\d)")
M = TypeVar("M", bound=StrEnum)


class Counted(msgspec.Struct, frozen=True):
    """How many events something is said of."""

    name: str
    count: int


class Held(msgspec.Struct, frozen=True):
    """What one event holds, as the person said it.

    Attributes:
        entry: the event.
        on: its day in Denmark; None where none is known.
        tags: what is in it.
        direction: how it is aimed.
        visibility: who could see it.
        members: how many, where a number was given; else 0.
    """

    entry: EntryId
    on: date | None
    tags: tuple[ContentTag, ...]
    direction: Direction
    visibility: Visibility
    members: int


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """All of it.

    Attributes:
        held: each event, the earliest first, those without a day last.
        incidents: how many there are.
        undated: how many of them have no day.
        days: on how many days.
        first_on: the first of these days.
        last_on: the last.
        span_days: from the first to the last, both counted; 0 where there is none.
        gaps: days from each of these days to the next.
        trend: whether the gaps become smaller.
        channels: platforms, and mail, text messages and calls where no platform is named.
        venues: pages and groups.
        forms: what they are.
        senders: the profiles, by their letter.
        unnamed: events of which no profile is known.
        visibility: who could see them.
        widest: the widest of these.
        most_members: the largest number given of who could see one.
        directions: how they are aimed.
        aimed: how many are aimed at the person.
        aim_known: of how many that is said.
        tags: what is in them.
        untagged: of how many that is not said.
        outside_work: how many reached the person outside work.
        affected: who else is hit.
        going_on: how many go on.
        reposts: what was posted again.
        warnings: earlier warnings and demands for removal, and what followed.
    """

    held: tuple[Held, ...] = ()
    incidents: int = 0
    undated: int = 0
    days: int = 0
    first_on: date | None = None
    last_on: date | None = None
    span_days: int = 0
    gaps: tuple[int, ...] = ()
    trend: Trend = Trend.UNKNOWN
    channels: tuple[Counted, ...] = ()
    venues: tuple[Counted, ...] = ()
    forms: tuple[Counted, ...] = ()
    senders: tuple[Counted, ...] = ()
    unnamed: int = 0
    visibility: tuple[Counted, ...] = ()
    widest: Visibility = Visibility.UNKNOWN
    most_members: int = 0
    directions: tuple[Counted, ...] = ()
    aimed: int = 0
    aim_known: int = 0
    tags: tuple[Counted, ...] = ()
    untagged: int = 0
    outside_work: int = 0
    affected: tuple[Counted, ...] = ()
    going_on: int = 0
    reposts: tuple[Repost, ...] = ()
    warnings: tuple[Warned, ...] = ()


class PatternEvent(msgspec.Struct, frozen=True):
    """An event that is counted: its entry, what is known of it, and when it was; None for no time."""

    entry: EntryId
    value: Incident
    at: datetime | None


def pattern_of(state: CaseState) -> Pattern:
    """Return what the events in sight are together."""
    things = [each for each in state.of(INCIDENT) if not each.hidden]
    moments = dict(zip((each.id for each in things), map(_first, events_of(state)), strict=True))
    days = {entry: _day(moment) for entry, moment in moments.items()}
    found = pattern_among(
        [PatternEvent(each.id, each.current, moments[each.id]) for each in things]
    )
    return replace(
        found,
        reposts=reposts_of(state, things, days),
        warnings=warnings_of(state, things, moments),
    )


def pattern_among(events: Sequence[PatternEvent]) -> Pattern:
    """Return what some events are together; what followed what is not looked for."""
    values = [each.value for each in events]
    held = sorted(
        (_held(each.entry, each.value, _day(each.at)) for each in events),
        key=lambda each: (each.on or date.max, each.entry),
    )
    dated = sorted({each.on for each in held if each.on is not None})
    gaps = tuple((after - before).days for before, after in pairwise(dated))
    around = [_circumstances(each) for each in values]
    seen = {each.visibility for each in held}
    return Pattern(
        held=tuple(held),
        incidents=len(held),
        undated=sum(each.on is None for each in held),
        days=len(dated),
        first_on=dated[0] if dated else None,
        last_on=dated[-1] if dated else None,
        span_days=(dated[-1] - dated[0]).days + 1 if dated else 0,
        gaps=gaps,
        trend=trend_of(gaps),
        channels=_spelled(map(_channel, values)),
        venues=_spelled(each.facts.venue_name for each in values),
        forms=_members((each.facts.form for each in values), IncidentKind),
        senders=_spelled(each.label for each in values),
        unnamed=sum(not each.label for each in values),
        visibility=_members((each.visibility for each in held), Visibility),
        widest=next((each for each in _WIDEST_FIRST if each in seen), Visibility.UNKNOWN),
        most_members=max((each.members for each in held), default=0),
        directions=_members((each.direction for each in held), Direction),
        aimed=sum(each.direction in _AT_ME for each in held),
        aim_known=sum(each.direction is not Direction.UNKNOWN for each in held),
        tags=_members((tag for each in held for tag in each.tags), ContentTag),
        untagged=sum(not each.tags for each in held),
        outside_work=sum(each.outside_work is YesNo.YES for each in around),
        affected=_members((one for each in values for one in _affected(each)), Affected),
        going_on=sum(each.going_on is YesNo.YES for each in around),
    )


def trend_of(gaps: tuple[int, ...]) -> Trend:
    """Return whether the later half of the gaps is smaller than the earlier; one in the middle is in neither."""
    if len(gaps) < _HALVES:
        return Trend.UNKNOWN
    half = len(gaps) // 2
    earlier, later = sum(gaps[:half]), sum(gaps[-half:])
    if earlier == later:
        return Trend.EVEN
    return Trend.CLOSER if later < earlier else Trend.FURTHER


def members_in(words: str) -> int:
    """Return the largest whole number in what was typed of who could see it; 0 where there is none."""
    found = (re.sub(r"\D", "", each) for each in _MEMBERS.findall(words))
    return max((int(each) for each in found if len(each) <= _DIGITS), default=0)


def _first(event: Happened) -> datetime | None:
    return event.published or event.first_seen or event.captured


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(DANISH_TIME).date() if moment is not None else None


def _held(entry: EntryId, event: Incident, on: date | None) -> Held:
    return Held(
        entry=entry,
        on=on,
        tags=tuple(each for each in ContentTag if each in event.content),
        direction=_circumstances(event).directed_at,
        visibility=event.facts.visibility,
        members=members_in(event.facts.audience),
    )


_NOTHING_SAID = IncidentCircumstances()


def _circumstances(event: Incident) -> IncidentCircumstances:
    said = event.circumstances
    return said if isinstance(said, IncidentCircumstances) else _NOTHING_SAID


def _affected(event: Incident) -> tuple[Affected, ...]:
    said = event.affected
    return tuple(dict.fromkeys(said.affected)) if isinstance(said, IncidentAffected) else ()


def _channel(event: Incident) -> str:
    platform, form = event.facts.platform, event.facts.form
    return platform if platform.strip() or form not in _OWN_CHANNEL else form


def _spelled(names: Iterable[str]) -> tuple[Counted, ...]:
    """Count names that are typed: capitals and blanks make no other name. The most frequent come first."""
    spellings: dict[str, list[str]] = {}
    for name in names:
        plain = " ".join(name.split())
        if plain:
            spellings.setdefault(plain.casefold(), []).append(plain)
    found = (Counted(min(spelled), len(spelled)) for spelled in spellings.values())
    return tuple(sorted(found, key=lambda each: (-each.count, each.name)))


def _members(said: Iterable[M], members: type[M]) -> tuple[Counted, ...]:
    """Count the choices of a set, in its order; those that nobody made are left out."""
    counts = Counter(said)
    return tuple(Counted(each, counts[each]) for each in members if counts[each])
