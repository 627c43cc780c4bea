"""How what was said, and its corrections, change the state of a case. The rules stand in folding.py."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.casework import items, records
from app.casework.apart import whole_incident, whole_sender
from app.casework.decoding import Decoded
from app.casework.items import Versioned
from app.casework.placing import placed, version_of, with_rows
from app.casework.senders import place_sender
from app.casework.state import CaseState, Shelf
from evidence_store import EntryId


def state_incident(state: CaseState, entry: Decoded, facts: records.IncidentFacts) -> CaseState:
    """An incident, or a correction of one."""
    before = _target(state, facts.corrects, Shelf.INCIDENT)
    old = state.incidents[before].current if before is not None else None
    full = entry.read("full", records.IncidentFull)
    sealed = (facts, entry.read("sender", records.IncidentSender))
    facts, sender = whole_incident(facts, full), whole_sender(sealed[1], full)
    said = items.Incident(
        facts=facts,
        sender=sender or (old.sender if old else None),
        sender_name=entry.read("sender_name", records.IncidentSenderName)
        or (old.sender_name if old else None),
        text=entry.read("text", records.IncidentText) or (old.text if old else None),
        told=sealed[0] if full else None,
        told_sender=sealed[1] if full and isinstance(sealed[1], records.IncidentSender) else None,
    )
    senders, label = place_sender(state.senders, entry.id, facts, said.sender, said.sender_name)
    state = replace(state, senders=senders)
    state, index = _said(
        state, entry, Shelf.INCIDENT, before, replace(said, label=label), facts.corrects
    )
    return _mention(
        state,
        state.incidents[index].id,
        old.facts.exhibits if old else (),
        facts.exhibits,
    )


def _mention(
    state: CaseState,
    incident: EntryId,
    before: tuple[EntryId, ...],
    now: tuple[EntryId, ...],
) -> CaseState:
    mentions = state.mentions
    for entry in dict.fromkeys(before):
        if entry not in now:
            left = tuple(each for each in mentions.get(entry, ()) if each != incident)
            mentions = mentions.having(entry, left)
    for entry in dict.fromkeys(now):
        named = mentions.get(entry, ())
        if incident not in named:
            mentions = mentions.having(entry, (*named, incident))
    return replace(state, mentions=mentions)


def state_note(state: CaseState, entry: Decoded, facts: records.NoteFacts) -> CaseState:
    """A neutral note, or a correction of one."""
    return _note_on(state, entry, facts, Shelf.NOTE)


def state_private_note(state: CaseState, entry: Decoded, facts: records.NoteFacts) -> CaseState:
    """A private note, or a correction of one."""
    return _note_on(state, entry, facts, Shelf.PRIVATE_NOTE)


def _note_on(state: CaseState, entry: Decoded, facts: records.NoteFacts, shelf: Shelf) -> CaseState:
    before = _target(state, facts.corrects, shelf)
    old = getattr(state, shelf)[before].current if before is not None else None
    said = items.Note(
        # A correction of the words does not take the note away from what it is about.
        facts=replace(facts, about=old.facts.about) if old and facts.about is None else facts,
        text=entry.read("text", records.NoteText) or (old.text if old else None),
    )
    return _said(state, entry, shelf, before, said, facts.corrects)[0]


def state_contact(state: CaseState, entry: Decoded, facts: records.ContactFacts) -> CaseState:
    """A contact, or a correction of one."""
    before = _target(state, facts.corrects, Shelf.CONTACT)
    old = state.contacts[before].current if before is not None else None
    said = items.Contact(
        facts, entry.read("contact", records.ContactPerson) or (old.contact if old else None)
    )
    return _said(state, entry, Shelf.CONTACT, before, said, facts.corrects)[0]


def state_notification(
    state: CaseState, entry: Decoded, facts: records.NotificationFacts
) -> CaseState:
    """A message to somebody, or a correction of one."""
    before = _target(state, facts.corrects, Shelf.NOTIFICATION)
    old = state.notifications[before].current if before is not None else None
    said = items.Notification(
        facts,
        entry.read("to", records.NotificationPerson) or (old.to if old else None),
        entry.read("text", records.NotificationText) or (old.text if old else None),
    )
    return _said(state, entry, Shelf.NOTIFICATION, before, said, facts.corrects)[0]


def state_handed_over(
    state: CaseState, entry: Decoded, facts: records.HandedOverFacts
) -> CaseState:
    """That something was given to somebody, or a correction of it."""
    before = _target(state, facts.corrects, Shelf.HANDED_OVER)
    old = state.handed_over[before].current if before is not None else None
    said = items.HandedOver(
        facts, entry.read("to", records.HandedOverPerson) or (old.to if old else None)
    )
    return _said(state, entry, Shelf.HANDED_OVER, before, said, facts.corrects)[0]


def _target(state: CaseState, corrects: EntryId | None, shelf: Shelf) -> int | None:
    place = state.places.get(corrects) if corrects is not None else None
    return place.index if place is not None and place.shelf is shelf else None


def _said(
    state: CaseState,
    entry: Decoded,
    shelf: Shelf,
    before: int | None,
    value: msgspec.Struct,
    corrects: EntryId | None,
) -> tuple[CaseState, int]:
    rows = getattr(state, shelf)
    version = version_of(entry, value)
    if before is None:
        index = len(rows)
        rows = rows.added(Versioned(entry.id, (version,), lost_target=corrects))
    else:
        index = before
        thing = rows[index]
        rows = rows.replaced(index, replace(thing, versions=(*thing.versions, version)))
    return placed(with_rows(state, shelf, rows), entry.id, shelf, index), index
