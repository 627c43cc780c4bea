"""Write down what belongs to the evidence: posts, notes, contacts, and who was told.

Each is one entry; a correction is a new entry of the same kind that names the first, so nothing typed is lost.
The draft that an entry was typed in goes in the same transaction, where its key is given.
"""

from __future__ import annotations

from app.actions.open_case import OpenCase, Zone
from app.casework.records import (
    ContactFacts,
    ContactPerson,
    Hidden,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
    NoteFacts,
    NoteText,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from evidence_store import EntryId


def record_incident(
    case: OpenCase,
    facts: IncidentFacts,
    sender: IncidentSender,
    sender_name: IncidentSenderName,
    words: IncidentText,
    *,
    draft: str = "",
) -> EntryId:
    """Seal the facts of a post or other event."""
    parts = {"facts": facts, "sender": sender, "sender_name": sender_name, "text": words}
    return case.seal(parts, draft=draft)


def write_note(
    case: OpenCase, text: str, facts: NoteFacts, *, private: bool = False, draft: str = ""
) -> EntryId:
    """Seal a note: neutral (it may leave in a dossier) or private (it never does).

    The correction of a private note is private, whatever was said: its words must not leave by a second entry.
    """
    corrects_private = facts.corrects is not None and facts.corrects.chain == case.chains.private
    zone = Zone.PRIVATE if private or corrects_private else Zone.EVIDENCE
    return case.seal({"facts": facts, "text": NoteText(text=text)}, zone=zone, draft=draft)


def keep_contact(
    case: OpenCase, facts: ContactFacts, person: ContactPerson, *, draft: str = ""
) -> EntryId:
    """Seal a contact."""
    return case.seal({"facts": facts, "contact": person}, draft=draft)


def record_notification(
    case: OpenCase,
    facts: NotificationFacts,
    to: NotificationPerson,
    words: NotificationText,
    *,
    draft: str = "",
) -> EntryId:
    """Seal that somebody was told, or what they answered."""
    return case.seal({"facts": facts, "to": to, "text": words}, draft=draft)


def hide(case: OpenCase, target: EntryId, *, hidden: bool = True) -> EntryId:
    """Put an item out of sight, or show it again. The item itself stays, and so does its chain."""
    zone = Zone.PRIVATE if target.chain == case.chains.private else Zone.EVIDENCE
    return case.seal({"facts": Hidden(target=target, hidden=hidden)}, zone=zone)
