"""Writing down in tests by the parts of an entry, where what is asked is what becomes of them."""

from __future__ import annotations

from typing import Any

from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework import NOBODY, Draft, FieldKind, Part, Written
from app.casework.kinds.contact import CONTACT, ContactFacts, ContactPerson
from app.casework.kinds.handed_over import HANDED_OVER, HandedOverFacts, HandedOverPerson
from app.casework.kinds.incident import (
    INCIDENT,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NoteDraft, NoteFacts
from app.casework.kinds.notification import (
    NOTIFICATION,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from app.vocabulary import Zone
from evidence_store import EntryId


def draft_of(kind: Written[Any], parts: dict[str, Part]) -> Draft:
    """Return the draft that says what the parts say, empty texts included."""
    given = {
        field.name: getattr(parts[field.part], field.key)
        for field in kind.fields
        if field.part in parts
    }
    named = {field.name for field in kind.fields if field.kind is FieldKind.ENTRY}
    return kind.draft(
        **{
            name: NOBODY if value is None and name in named - {kind.about} else value
            for name, value in given.items()
        }
    )


def _write(case: OpenCase, kind: Written[Any], parts: dict[str, Part], draft: str) -> EntryId:
    facts: Any = parts["facts"]
    return write_down(case, draft_of(kind, parts), corrects=facts.corrects, drops=draft)


def record_incident(
    case: OpenCase,
    facts: IncidentFacts,
    sender: IncidentSender,
    sender_name: IncidentSenderName,
    words: IncidentText,
    *,
    draft: str = "",
) -> EntryId:
    """Seal a post or other event."""
    parts = {"facts": facts, "sender": sender, "sender_name": sender_name, "text": words}
    return _write(case, INCIDENT, parts, draft)


def write_note(
    case: OpenCase, text: str, facts: NoteFacts, *, private: bool = False, draft: str = ""
) -> EntryId:
    """Seal a note."""
    zone = Zone.PRIVATE if private else None
    note = NoteDraft(text=text, zone=zone, about=facts.about)
    return write_down(case, note, corrects=facts.corrects, drops=draft)


def keep_contact(
    case: OpenCase, facts: ContactFacts, person: ContactPerson, *, draft: str = ""
) -> EntryId:
    """Seal a contact."""
    return _write(case, CONTACT, {"facts": facts, "contact": person}, draft)


def record_notification(
    case: OpenCase,
    facts: NotificationFacts,
    to: NotificationPerson,
    words: NotificationText,
    *,
    draft: str = "",
) -> EntryId:
    """Seal that somebody was told."""
    return _write(case, NOTIFICATION, {"facts": facts, "to": to, "text": words}, draft)


def record_hand_over(
    case: OpenCase, facts: HandedOverFacts, to: HandedOverPerson, *, draft: str = ""
) -> EntryId:
    """Seal that somebody got a report."""
    return _write(case, HANDED_OVER, {"facts": facts, "to": to}, draft)
