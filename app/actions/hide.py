"""Put an item out of sight, or show it again. The item itself stays, and so does its chain."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.casework.kinds.hidden import Hidden
from app.vocabulary import Zone
from evidence_store import EntryId


def hide(case: OpenCase, target: EntryId, *, hidden: bool = True) -> EntryId:
    """Seal that an item is out of sight, or shown again, and return the entry's id.

    Raises:
        VaultError: nothing was sealed.
    """
    zone = Zone.PRIVATE if target.chain == case.chains.private else Zone.EVIDENCE
    return case.seal({"facts": Hidden(target=target, hidden=hidden)}, zone=zone)
