"""Words for closed sets, as lists and answers show them."""

from __future__ import annotations

from app.casework.records import Role
from app.language import deferred

KINDS = {
    "Incident": deferred("event"),
    "Note": deferred("note"),
    "Contact": deferred("contact"),
    "Notification": deferred("message"),
    "SealedDossier": deferred("dossier"),
    "Delivery": deferred("package"),
    "HandedOver": deferred("hand-over"),
    "Restoration": deferred("older copy"),
    # Entries that made no thing of their own, by the kind of their facts.
    "case": deferred("case title"),
    "author": deferred("name and workplace"),
}

ROLES = {
    Role.MANAGER: deferred("manager"),
    Role.SAFETY_REP: deferred("safety representative"),
    Role.SHOP_STEWARD: deferred("shop steward"),
    Role.UNION_CONSULTANT: deferred("union consultant"),
    Role.COLLEAGUE: deferred("colleague"),
    Role.HR: deferred("personnel department"),
    Role.POLICE: deferred("police"),
    Role.INSURER: deferred("insurer"),
    Role.DOCTOR: deferred("doctor"),
    Role.RELATIVE: deferred("relative"),
    Role.PLATFORM: deferred("platform"),
    Role.WITNESS: deferred("witness"),
    Role.OTHER: deferred("somebody else"),
}
