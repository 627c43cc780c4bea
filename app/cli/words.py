"""What lists and answers call each kind of thing."""

from __future__ import annotations

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
