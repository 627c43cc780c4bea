"""The words by which an entry is found: titles, names, links, quotes, notes. Nothing of the machine."""

from __future__ import annotations

from collections.abc import Mapping

from app.casework import records
from app.casework.decoding import Body, Gap

# Told to the vault with the words: another one makes the index anew. Raised with each change of what is picked below.
INDEX_VERSION = "1"

_SEARCHED: Mapping[type, tuple[str, ...]] = {
    records.CaseFacts: ("title", "local_ref"),
    records.Author: ("name", "job_title", "workplace"),
    records.CaptureFacts: ("url",),
    records.CaptureFull: ("url",),
    records.CaptureWindow: ("title", "program"),
    records.FileSource: ("name",),
    records.RestoredReason: ("reason",),
    records.IncidentFacts: (
        "platform",
        "venue_name",
        "url",
        "permalink",
        "published_at_text",
        "audience",
    ),
    records.IncidentFull: ("url", "permalink", "profile_url"),
    records.IncidentSender: ("handle", "profile_url", "platform_id"),
    records.IncidentSenderName: ("display_name", "relation"),
    records.IncidentText: ("quote", "why_offensive", "description"),
    records.NoteText: ("text",),
    records.ContactFacts: ("organisation",),
    records.ContactPerson: ("name", "phone", "mail"),
    records.NotificationPerson: ("name",),
    records.NotificationText: ("said", "reply"),
    records.DossierFacts: ("recipient",),
    records.DeliveryFacts: ("recipient",),
    records.HandedOverPerson: ("name",),
}


def index_text(parts: Mapping[str, Body | Gap] | Mapping[str, records.Part]) -> str:
    """One line for each text worth finding, in the order of the parts."""
    lines: list[str] = []
    for part in parts.values():
        lines += [getattr(part, field) for field in _SEARCHED.get(type(part), ())]
        if isinstance(part, records.WorkingCopyFull | records.WorkingCopyMarks):
            for mark in part.marks:
                lines += [getattr(mark, field, "") for field in ("caption", "text")]
    return "\n".join(dict.fromkeys(line for line in lines if line))
