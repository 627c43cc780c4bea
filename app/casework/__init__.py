"""The case around the evidence: records, the fold, and one file per answer. Pure.

This file is the door; ``app.casework.records`` may be imported beside it.
"""

from app.casework.choosing import CaseLine, NoSuchCaseError, SeveralCasesError, choose_case
from app.casework.decode import (
    KIND_PARTS,
    PART_TYPES,
    Decoded,
    Gap,
    GapReason,
    Genesis,
    Tombstone,
    decode,
    encode,
)
from app.casework.errors import CaseworkError, UnwritableTextError
from app.casework.fold import apply, empty, fold
from app.casework.index import index_text
from app.casework.items import (
    Contact,
    Delivery,
    Erasure,
    Exhibit,
    ExhibitKind,
    GapAt,
    Incident,
    Note,
    Notification,
    SealedDossier,
    Step,
    Unplaced,
    Version,
    Versioned,
    View,
    WhyUnplaced,
    WorkingCopy,
)
from app.casework.rows import Rows
from app.casework.senders import Sender, Senders
from app.casework.state import CaseState, Place, Shelf

__all__ = [
    "KIND_PARTS",
    "PART_TYPES",
    "CaseLine",
    "CaseState",
    "CaseworkError",
    "Contact",
    "Decoded",
    "Delivery",
    "Erasure",
    "Exhibit",
    "ExhibitKind",
    "Gap",
    "GapAt",
    "GapReason",
    "Genesis",
    "Incident",
    "NoSuchCaseError",
    "Note",
    "Notification",
    "Place",
    "Rows",
    "SealedDossier",
    "Sender",
    "Senders",
    "SeveralCasesError",
    "Shelf",
    "Step",
    "Tombstone",
    "Unplaced",
    "UnwritableTextError",
    "Version",
    "Versioned",
    "View",
    "WhyUnplaced",
    "WorkingCopy",
    "apply",
    "choose_case",
    "decode",
    "empty",
    "encode",
    "fold",
    "index_text",
]
