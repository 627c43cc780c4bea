"""Every kind of entry, one file a kind. A new one is a new file and its line here."""

from collections.abc import Mapping
from typing import Any

from app.casework.kind import Kept, Kind
from app.casework.kinds.absence import ABSENCE
from app.casework.kinds.adopt import ADOPT
from app.casework.kinds.answer import ANSWER
from app.casework.kinds.by_vault import GENESIS, RESTORED, TOMBSTONE
from app.casework.kinds.capture import CAPTURE
from app.casework.kinds.care_contact import CARE_CONTACT
from app.casework.kinds.case import AUTHOR, CASE
from app.casework.kinds.case_end import CASE_END
from app.casework.kinds.caseworker_change import CASEWORKER_CHANGE
from app.casework.kinds.checklist import CHECKLIST
from app.casework.kinds.compared import COMPARED
from app.casework.kinds.complaint_guidance import COMPLAINT_GUIDANCE
from app.casework.kinds.concern import CONCERN
from app.casework.kinds.consent import CONSENT
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.disclosed import DISCLOSED
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.expense import EXPENSE
from app.casework.kinds.file import FILE
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.kinds.hidden import HIDDEN
from app.casework.kinds.idea import IDEA
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.injury_step import INJURY_STEP
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION
from app.casework.kinds.journal_reference import JOURNAL_REFERENCE
from app.casework.kinds.measure import MEASURE
from app.casework.kinds.note import NOTE
from app.casework.kinds.notification import NOTIFICATION
from app.casework.kinds.own_reply import OWN_REPLY
from app.casework.kinds.own_statement import OWN_STATEMENT
from app.casework.kinds.picture_text import PICTURE_TEXT
from app.casework.kinds.police_report import POLICE_REPORT
from app.casework.kinds.reaction import REACTION
from app.casework.kinds.recheck import RECHECK
from app.casework.kinds.request import REQUEST
from app.casework.kinds.shared_text import SHARED_TEXT
from app.casework.kinds.support import SUPPORT
from app.casework.kinds.support_offer import SUPPORT_OFFER
from app.casework.kinds.takedown import TAKEDOWN
from app.casework.kinds.timestamp import TIMESTAMP
from app.casework.kinds.transcript import TRANSCRIPT
from app.casework.kinds.view import VIEW
from app.casework.kinds.watch_case import WATCH_CASE
from app.casework.kinds.witness import WITNESS
from app.casework.kinds.witness_statement import WITNESS_STATEMENT
from app.casework.kinds.working_copy import WORKING_COPY

__all__ = ["KEPT", "KINDS"]

KINDS: tuple[Kind, ...] = (
    GENESIS,
    TOMBSTONE,
    RESTORED,
    CASE,
    AUTHOR,
    CAPTURE,
    ADOPT,
    FILE,
    VIEW,
    WORKING_COPY,
    HIDDEN,
    PICTURE_TEXT,
    INCIDENT,
    NOTE,
    NOTIFICATION,
    REQUEST,
    ANSWER,
    MEASURE,
    SUPPORT,
    CASEWORKER_CHANGE,
    CONCERN,
    IDEA,
    COMPLAINT_GUIDANCE,
    JOURNAL_REFERENCE,
    POLICE_REPORT,
    TAKEDOWN,
    INTERNAL_REGISTRATION,
    OWN_REPLY,
    WITNESS_STATEMENT,
    WITNESS,
    COMPARED,
    OWN_STATEMENT,
    TRANSCRIPT,
    RECHECK,
    REACTION,
    CARE_CONTACT,
    ABSENCE,
    EXPENSE,
    INJURY_STEP,
    SUPPORT_OFFER,
    CHECKLIST,
    WATCH_CASE,
    CASE_END,
    CONSENT,
    DISCLOSED,
    SHARED_TEXT,
    TIMESTAMP,
    CONTACT,
    DOSSIER,
    DELIVERY,
    HANDED_OVER,
)

# Those of which the state keeps a row for each thing, by their tags.
KEPT: Mapping[str, Kept[Any]] = {kind.tag: kind for kind in KINDS if isinstance(kind, Kept)}
