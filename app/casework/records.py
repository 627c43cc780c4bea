"""The parts of every kind of entry, by name. Each stands in the file of its kind, under kinds/."""

from __future__ import annotations

from app.casework.kinds.by_vault import ErasureReason, RestoredReason
from app.casework.kinds.capture import (
    CaptureFacts,
    CaptureFull,
    CaptureScreen,
    CaptureWindow,
    Monitor,
)
from app.casework.kinds.case import Author, CaseFacts
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.dossier import DeliveryFacts, DossierFacts, DossierFile, ShownExhibit
from app.casework.kinds.file import FileFacts, FileFindings, FileFull, FileSource
from app.casework.kinds.handed_over import HandedOverFacts, HandedOverPerson
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentFull,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NoteFacts, NoteText
from app.casework.kinds.notification import (
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from app.casework.kinds.view import ViewFacts, ViewShown
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyFull,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.casework.part import Machine, Part, Person

__all__ = [
    "Author",
    "CaptureFacts",
    "CaptureFull",
    "CaptureScreen",
    "CaptureWindow",
    "CaseFacts",
    "ContactFacts",
    "ContactPerson",
    "DeliveryFacts",
    "DossierFacts",
    "DossierFile",
    "ErasureReason",
    "FileFacts",
    "FileFindings",
    "FileFull",
    "FileSource",
    "HandedOverFacts",
    "HandedOverPerson",
    "Hidden",
    "IncidentFacts",
    "IncidentFull",
    "IncidentSender",
    "IncidentSenderName",
    "IncidentText",
    "Machine",
    "Monitor",
    "NoteFacts",
    "NoteText",
    "NotificationFacts",
    "NotificationPerson",
    "NotificationText",
    "Part",
    "Person",
    "RestoredReason",
    "ShownExhibit",
    "ViewFacts",
    "ViewShown",
    "WorkingCopyFacts",
    "WorkingCopyFull",
    "WorkingCopyMarks",
    "WorkingCopyRedactions",
]
