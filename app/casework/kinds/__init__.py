"""Every kind of entry, one file a kind. A new one is a new file and its line here."""

from app.casework.kind import Kind
from app.casework.kinds.by_vault import GENESIS, RESTORED, TOMBSTONE
from app.casework.kinds.capture import CAPTURE
from app.casework.kinds.case import AUTHOR, CASE
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.file import FILE
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.kinds.hidden import HIDDEN
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NOTE
from app.casework.kinds.notification import NOTIFICATION
from app.casework.kinds.view import VIEW
from app.casework.kinds.working_copy import WORKING_COPY

__all__ = ["KINDS"]

KINDS: tuple[Kind, ...] = (
    GENESIS,
    TOMBSTONE,
    RESTORED,
    CASE,
    AUTHOR,
    CAPTURE,
    FILE,
    VIEW,
    WORKING_COPY,
    HIDDEN,
    NOTE,
    INCIDENT,
    CONTACT,
    NOTIFICATION,
    DOSSIER,
    DELIVERY,
    HANDED_OVER,
)
