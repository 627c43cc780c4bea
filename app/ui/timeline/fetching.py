"""What the store lane fetches for one row: the bytes of a picture, the receipt code of an entry."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from evidence_store import EntryId, Vault, format_receipt, receipt_code


def code_of(vault: Vault, entry: EntryId) -> str:
    """Return the receipt code of an entry, as it is read out. Raises VaultError."""
    return format_receipt(receipt_code(vault.entry(entry).hash), entry.seq)


def bytes_of(case: OpenCase, entry: EntryId) -> bytes:
    """Return the bytes of an entry's picture. Raises VaultError."""
    with case.vault.open_object(entry) as source:
        return source.read()
