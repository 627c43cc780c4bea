"""The incidents of a case: in which order, which of them are wanted, and what belongs together with each. Pure.

Rules:
- An incident happened when it was posted; where that is not known, when it was first seen, or else when it was sealed.
- Somebody knows of an incident where a note of who was told names it. A note that names none says nothing of any.
- A relation is told at both of its ends: what was posted again knows its copies.
- What was put out of sight counts nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec

from app.casework import CaseState, Versioned, Written, listed
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.incident_more import IncidentRelations
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION
from app.casework.kinds.notification import NOTIFICATION
from app.casework.kinds.police_report import POLICE_REPORT
from app.casework.kinds.takedown import TAKEDOWN
from app.language import Language
from app.timeline.wanted import WantedPosts
from app.vocabulary import Role, moment_of
from evidence_store import EntryId

SOMEBODY_TOLD, NOBODY_TOLD = "somebody", "nobody"
_STEPS: tuple[Written[Any], ...] = (POLICE_REPORT, TAKEDOWN, INTERNAL_REGISTRATION)


class IncidentOrder(StrEnum):
    """The two orders of a list."""

    HAPPENED = "happened"
    RECORDED = "recorded"


class Relation(StrEnum):
    """How one thing belongs to an incident."""

    SERIES = "series"
    REPOST_OF = "repost_of"
    POSTED_AGAIN = "posted_again"
    REPLY_TO = "reply_to"
    ANSWERED_BY = "answered_by"
    AFTER_WARNING = "after_warning"


class Related(msgspec.Struct, frozen=True):
    """Something that belongs together with an incident."""

    relation: Relation
    entry: EntryId


class WantedIncidents(WantedPosts, frozen=True, kw_only=True):
    """Which of them are wanted; "" stands for all.

    Attributes:
        told: only what SOMEBODY_TOLD, NOBODY_TOLD or somebody of one role was told of.
    """

    told: str = ""

    @property
    def leaves_out(self) -> bool:
        """Whether it leaves anything out."""
        return self != WantedIncidents()


def incidents_of(
    state: CaseState,
    wanted: WantedIncidents = WantedIncidents(),  # noqa: B008 - frozen
    order: IncidentOrder = IncidentOrder.HAPPENED,
) -> tuple[Versioned[Incident], ...]:
    """Return those that are wanted, the newest first."""
    found = [each for each in _in_sight(state) if _fits(state, each, wanted)]
    if order is IncidentOrder.HAPPENED:
        found.sort(key=lambda each: (happened_at(each), each.id))
    return tuple(reversed(found))


def happened_at(thing: Versioned[Incident]) -> str:
    """Return when it happened, as far as that is known, as the ledger keeps times."""
    facts = thing.current.facts
    return facts.published_at or facts.first_seen_at or thing.time


def title_and_day(
    state: CaseState, entry: EntryId, language: Language, between: str = " · "
) -> str:
    """Return what a thing is called; an incident with the day on which it happened."""
    title, thing = listed(*state.titles_of((entry,), language)), state.thing_of(entry)
    moment = None
    if isinstance(thing, Versioned) and isinstance(thing.current, Incident):
        moment = moment_of(happened_at(thing))
    day = language.short_day(moment) if moment is not None else ""
    return between.join(filter(None, (title, day)))


def has_no_link(incident: Incident) -> bool:
    """Return whether a link could be added."""
    return not (incident.facts.permalink or incident.facts.url)


def roles_told(state: CaseState, thing: Versioned[Incident]) -> tuple[Role, ...]:
    """Return who was told of it, by role, in the order in which they were."""
    told = (each for each in state.about(thing.id, NOTIFICATION) if not each.hidden)
    return tuple(dict.fromkeys(each.current.facts.role for each in told))


def steps_about(
    state: CaseState, thing: Versioned[Incident]
) -> tuple[tuple[Written[Any], Versioned[Any]], ...]:
    """Return what was done about it outwards: reports to the police, removals and registrations, each with its kind."""
    return tuple(
        (kind, each) for kind in _STEPS for each in state.about(thing.id, kind) if not each.hidden
    )


def related_to(state: CaseState, thing: Versioned[Incident]) -> tuple[Related, ...]:
    """Return what it belongs together with, in the order of the relations; each thing once for each of them."""
    own = thing.current.relations
    found: list[Related] = []
    if isinstance(own, IncidentRelations):
        found += (Related(Relation.SERIES, each) for each in own.series)
        for relation, entry in (
            (Relation.REPOST_OF, own.repost_of),
            (Relation.REPLY_TO, own.reply_to),
            (Relation.AFTER_WARNING, own.after_warning),
        ):
            if entry is not None:
                found.append(Related(relation, entry))
    found += _named_by_others(state, thing)
    first = {(each.relation, _first(state, each.entry)): None for each in found}
    order = list(Relation)
    return tuple(
        sorted(
            (
                Related(relation, entry)
                for relation, entry in first
                if entry != thing.id and not getattr(state.thing_of(entry), "hidden", True)
            ),
            key=lambda each: (order.index(each.relation), each.entry),
        )
    )


def _named_by_others(state: CaseState, thing: Versioned[Incident]) -> Iterator[Related]:
    for other in state.about(thing.id, INCIDENT):
        theirs = other.current.relations
        if other.hidden or not isinstance(theirs, IncidentRelations):
            continue
        for relation, entries in (
            (Relation.SERIES, theirs.series),
            (Relation.POSTED_AGAIN, (theirs.repost_of,)),
            (Relation.ANSWERED_BY, (theirs.reply_to,)),
        ):
            if any(each is not None and _first(state, each) == thing.id for each in entries):
                yield Related(relation, other.id)


def _first(state: CaseState, entry: EntryId) -> EntryId:
    """The entry that names the thing of an entry."""
    thing = state.thing_of(entry)
    return thing.id if isinstance(thing, Versioned) else entry


def _in_sight(state: CaseState) -> Iterator[Versioned[Incident]]:
    return (each for each in state.of(INCIDENT) if not each.hidden)


def _fits(state: CaseState, thing: Versioned[Incident], wanted: WantedIncidents) -> bool:
    value = thing.current
    return (
        wanted.is_of(value)
        and (not wanted.no_link or has_no_link(value))
        and (not wanted.told or _told(state, thing, wanted.told))
    )


def _told(state: CaseState, thing: Versioned[Incident], wanted: str) -> bool:
    roles = roles_told(state, thing)
    if wanted in {SOMEBODY_TOLD, NOBODY_TOLD}:
        return bool(roles) is (wanted == SOMEBODY_TOLD)
    return wanted in roles
