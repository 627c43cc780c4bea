"""What the workplace writes into its own register of one event: nine fields, made from what there is. Pure.

Rules:
- The sender is told by the letter of this case, never by name or profile; links are told as reports have them.
- The neutral description is told, and neither the quote nor the person's own view.
- Health is no part of it. Whether it led to absence is said by a yes to the manager's reading of an absence that
  belongs to the event, and by nothing else: not when, how much or why.
- What was put out of sight is not told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from app.casework.consents import may_share
from app.casework.kind import Written
from app.casework.kinds.absence import AbsenceFacts
from app.casework.kinds.incident import (
    INCIDENT,
    Incident,
    IncidentFacts,
    IncidentSenderName,
    IncidentText,
    told_incident,
)
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION, RegistrationText
from app.casework.kinds.measure import MEASURE
from app.casework.kinds.police_report import POLICE_REPORT
from app.casework.kinds.takedown import TAKEDOWN
from app.casework.state import CaseState, entries_of
from app.casework.versions import Versioned
from app.vocabulary import DisclosedTopic, Role, YesNo, moment_of
from evidence_store import EntryId

_DONE: tuple[Written[Any], ...] = (MEASURE, TAKEDOWN, POLICE_REPORT)


class SheetField(StrEnum):
    """The nine fields of the template, in its order; frozen with ``registration-sheet --json``."""

    WHEN = "when"
    WHERE = "where"
    SENDER = "sender"
    RELATION = "relation"
    FORM = "form"
    WHAT = "what"
    ABSENCE = "absence"
    HANDLED_BY = "handled_by"
    DONE = "done"


class DoneAbout(msgspec.Struct, frozen=True):
    """Something that was done about an event: its kind, and what stands of it."""

    kind: Written[Any]
    value: Any


class RegistrationSheet(msgspec.Struct, frozen=True, kw_only=True):
    """One event as it is registered.

    Attributes:
        entry: the event.
        at: when it was posted, or else first seen; None where neither is known.
        facts: what others may read of its facts.
        sender: the sender's letter; "" where nobody is named.
        relation: the sender's relation to the workplace.
        what: the neutral description.
        handled_by: who took care of it.
        absence: whether it led to absence, as far as the person said yes to telling that.
        done: what the workplace noted as done, word for word.
        steps: what else was done about it.
    """

    entry: EntryId
    at: datetime | None
    facts: IncidentFacts
    sender: str
    relation: str
    what: str
    absence: YesNo
    handled_by: tuple[Role, ...]
    done: tuple[str, ...]
    steps: tuple[DoneAbout, ...]


def sheets_of(
    state: CaseState, entries: Collection[EntryId] | None = None
) -> tuple[RegistrationSheet, ...]:
    """Return a sheet for each event in sight, in the order of the ledger; ``entries`` are those that are wanted."""
    away = _absences(state)
    return tuple(
        _sheet(state, thing, away)
        for thing in state.of(INCIDENT)
        if not thing.hidden and (entries is None or thing.id in entries)
    )


def _absences(state: CaseState) -> tuple[AbsenceFacts, ...]:
    """The absences as they stand that the manager may read of."""
    may = may_share(state, Role.MANAGER)
    return tuple(
        each.thing.current.facts
        for each in may
        if each.topic is DisclosedTopic.ABSENCE and each.stands
    )


def _led_to_absence(thing: Versioned[Incident], away: Iterable[AbsenceFacts]) -> YesNo:
    entries = entries_of(thing)
    said = {each.because for each in away if entries.intersection(each.incidents)}
    return next((each for each in (YesNo.YES, YesNo.NO) if each in said), YesNo.UNKNOWN)


def _sheet(
    state: CaseState, thing: Versioned[Incident], away: Iterable[AbsenceFacts]
) -> RegistrationSheet:
    event = thing.current
    facts = event.told or told_incident(event.facts)
    name, text = event.sender_name, event.text
    registered = list(_about(state, thing, INTERNAL_REGISTRATION))
    handled = (each.facts.handled_by for each in registered)
    done = (each.text.done for each in registered if isinstance(each.text, RegistrationText))
    return RegistrationSheet(
        entry=thing.id,
        at=moment_of(facts.published_at or facts.first_seen_at),
        facts=facts,
        sender=event.label,
        relation=name.relation if isinstance(name, IncidentSenderName) else "",
        what=text.description if isinstance(text, IncidentText) else "",
        absence=_led_to_absence(thing, away),
        handled_by=tuple(dict.fromkeys(each for each in handled if each is not Role.OTHER)),
        done=tuple(filter(None, done)),
        steps=tuple(
            DoneAbout(kind, value) for kind in _DONE for value in _about(state, thing, kind)
        ),
    )


def _about(state: CaseState, thing: Versioned[Incident], kind: Written[Any]) -> Iterator[Any]:
    return (each.current for each in state.about(thing.id, kind) if not each.hidden)
