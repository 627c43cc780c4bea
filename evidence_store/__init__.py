"""The vault: keeps and proves. No Qt, no screen, no PDF, no Danish law. This file is its only door."""

from evidence_store.entries import (
    CaseChains,
    Chain,
    ChainKind,
    EntryId,
    NewObject,
    NewPart,
    ObjectBody,
    PartState,
    SealedPart,
    StagedObject,
    StoredEntry,
)

__all__ = [
    "CaseChains",
    "Chain",
    "ChainKind",
    "EntryId",
    "NewObject",
    "NewPart",
    "ObjectBody",
    "PartState",
    "SealedPart",
    "StagedObject",
    "StoredEntry",
]
