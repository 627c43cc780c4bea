"""What lies in a vault beside its ledger, as a test sees it."""

from __future__ import annotations

from evidence_store import Vault


def draft_keys(vault: Vault) -> tuple[str, ...]:
    """Keys of all drafts, the one saved last first."""
    with vault._using() as db:
        return tuple(key for (key,) in db.execute("SELECT key FROM draft ORDER BY at DESC, key"))
