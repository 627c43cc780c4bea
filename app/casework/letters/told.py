"""What of one event a letter may say. Pure.

Rules:
- Links and profile as reports have them, without what follows whoever opens them.
- Only parts of the event that are opened for others are read: facts, text, sender and its name, tags, and for the
  police how the sender can be reached. Not the run-up, not who else is hit, not how bad it is to the person.
- Nothing of the private chain is read, and nothing of health.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.incident import (
    INCIDENT,
    Incident,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
    told_incident,
    told_sender,
)
from app.casework.kinds.incident_more import IncidentSenderContact
from app.casework.kinds.police_report import POLICE_REPORT, PoliceReason
from app.casework.kinds.witness import WITNESS
from app.casework.kinds.witness_statement import WITNESS_STATEMENT
from app.casework.registration_sheet import RegistrationSheet, sheets_of
from app.casework.state import CaseState
from app.casework.versions import Versioned
from app.vocabulary import ContentTag, PolicePurpose, PoliceStatus, moment_of
from evidence_store import EntryId


class EventTold(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter may say.

    Attributes:
        entry: the event; None where only an exhibit is there.
        facts: what others may read of its facts.
        sender: the profile.
        display_name: the name on the profile.
        mail: the sender's e-mail.
        phone: the sender's phone.
        quote: the words.
        what: the neutral description.
        content: what is in it.
        posted: when it was posted; None where that is not known.
        seen: when it was first seen, or else when it was first captured.
        captured: when it was first captured.
        exhibits: the numbers of the exhibits that show it.
        witnesses: how many statements of witnesses there are.
        purpose: what a report to the police is for.
        why_not: why it is not reported.
        sheet: the sheet for the workplace's own register.
    """

    entry: EntryId | None = None
    facts: IncidentFacts = IncidentFacts()
    sender: IncidentSender = IncidentSender()
    display_name: str = ""
    mail: str = ""
    phone: str = ""
    quote: str = ""
    what: str = ""
    content: tuple[ContentTag, ...] = ()
    posted: datetime | None = None
    seen: datetime | None = None
    captured: datetime | None = None
    exhibits: tuple[int, ...] = ()
    witnesses: int = 0
    purpose: PolicePurpose = PolicePurpose.UNKNOWN
    why_not: str = ""
    sheet: RegistrationSheet | None = None


def newest_event(state: CaseState) -> EntryId | None:
    """Return the event in sight that was written down last; None where there is none."""
    return next((each.id for each in reversed(state.of(INCIDENT)) if not each.hidden), None)


def told_of(state: CaseState, event: EntryId | None) -> EventTold:
    """Return what a letter about an event may say; without one, what the newest exhibit tells."""
    thing = state.thing_of(event) if event is not None else None
    if not isinstance(thing, Versioned) or not isinstance(thing.current, Incident):
        return _of_exhibit(state)
    incident = thing.current
    facts = incident.told or told_incident(incident.facts)
    text, name, contact = incident.text, incident.sender_name, incident.sender_contact
    words = text if isinstance(text, IncidentText) else IncidentText()
    reached = contact if isinstance(contact, IncidentSenderContact) else IncidentSenderContact()
    captured = _captured(state, facts.exhibits)
    return EventTold(
        entry=thing.id,
        facts=facts,
        sender=_sender(incident),
        display_name=name.display_name if isinstance(name, IncidentSenderName) else "",
        mail=reached.mail,
        phone=reached.phone,
        quote=words.quote,
        what=words.description,
        content=incident.content,
        posted=moment_of(facts.published_at),
        seen=moment_of(facts.first_seen_at) or captured,
        captured=captured,
        exhibits=state.numbers_of(facts.exhibits),
        witnesses=sum(not each.hidden for each in state.of(WITNESS_STATEMENT))
        + len(state.of(WITNESS)),
        purpose=_purpose(state, thing.id),
        why_not=_why_not(state, thing.id),
        sheet=next(iter(sheets_of(state, [thing.id])), None),
    )


def _of_exhibit(state: CaseState) -> EventTold:
    exhibit = next((each for each in reversed(state.exhibits) if not each.hidden), None)
    if exhibit is None:
        return EventTold()
    captured = _captured(state, (exhibit.original,))
    return EventTold(captured=captured, seen=captured, exhibits=(exhibit.number,))


def _captured(state: CaseState, exhibits: tuple[EntryId, ...]) -> datetime | None:
    found = (state.exhibit_of(each) for each in exhibits)
    moments = (
        moment_of(each.facts.captured_at)
        for each in found
        if each is not None and isinstance(each.facts, CaptureFacts)
    )
    return min(filter(None, moments), default=None)


def _sender(incident: Incident) -> IncidentSender:
    if incident.told_sender is not None:
        return incident.told_sender
    sender = incident.sender
    return told_sender(sender) if isinstance(sender, IncidentSender) else IncidentSender()


def _purpose(state: CaseState, event: EntryId) -> PolicePurpose:
    for each in state.about(event, POLICE_REPORT):
        if not each.hidden and each.current.facts.purpose is not PolicePurpose.UNKNOWN:
            return each.current.facts.purpose
    return PolicePurpose.UNKNOWN


def _why_not(state: CaseState, event: EntryId) -> str:
    for each in state.about(event, POLICE_REPORT):
        reason = each.current.reason
        decided = each.current.facts.status is PoliceStatus.NOT_REPORTED
        if decided and not each.hidden and isinstance(reason, PoliceReason):
            return reason.why_not
    return ""
