"""The vault: keeps and proves. No Qt, no screen, no PDF, no Danish law. This file is its only door."""

from evidence_store.entries import EntryId

__all__ = ["EntryId"]
