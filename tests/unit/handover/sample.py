"""The forged sample case as a vault would give it: all that was not erased is open, objects come as streams."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from app.handover import BuiltPackage, VerifierFiles, build_package, load_verifier_files
from evidence_store import Chain, ChainKind, EntryId, PartState, SealedPart, StoredEntry
from tests.e2e.package.forge import (
    CASE,
    CHAIN,
    MAIL,
    MAIL_VIEW,
    PDF,
    PICTURE_1,
    PICTURE_2,
    PICTURE_2_COVERED,
    VERIFIER,
    EntryDraft,
    good,
)

OBJECTS = {
    2: PICTURE_1,
    3: PICTURE_2,
    4: PICTURE_2_COVERED,
    5: MAIL,
    6: MAIL_VIEW,
    10: PDF,
}
CHAIN_OF_CASE = Chain(CHAIN, CASE, ChainKind.EVIDENCE)
OPENED = frozenset(
    {
        (2, "facts"),
        (2, "object"),
        (3, "facts"),
        (4, "facts"),
        (4, "object"),
        (5, "facts"),
        (5, "source"),
        (5, "object"),
        (6, "facts"),
        (6, "object"),
        (7, "facts"),
    }
)


def vault_view(drafts: Sequence[EntryDraft]) -> tuple[StoredEntry, ...]:
    return tuple(_stored(draft) for draft in drafts)


def _stored(draft: EntryDraft) -> StoredEntry:
    parts = tuple(
        SealedPart(part.name, part.commitment, PartState.ERASED)
        if part.state == "erased"
        else SealedPart(part.name, part.commitment, PartState.OPEN, part.salt, part.body)
        for part in draft.parts
    )
    id = EntryId(CHAIN, draft.seq)
    return StoredEntry(id, draft.time, draft.previous, draft.parts_hash, draft.hash, parts)


def entries() -> tuple[StoredEntry, ...]:
    return vault_view(good().ledger.entries)


def entries_with(files: object) -> tuple[StoredEntry, ...]:
    """The same, but that the dossier lists other files."""
    ledger = good().ledger
    facts = {**ledger.entries[10].facts(), "files": files}
    ledger.entries[10].part("facts").body = json.dumps(facts).encode()
    ledger.reseal(10)
    return vault_view(ledger.entries)


def listed() -> list[dict[str, object]]:
    """The files that the dossier lists: three that are shown, and the mail."""
    return cast("list[dict[str, object]]", good().ledger.entries[10].facts()["files"])


def open_object(id: EntryId) -> BinaryIO:
    return BytesIO(OBJECTS[id.seq])


def verifier() -> VerifierFiles:
    return load_verifier_files(VERIFIER)


def build(target: Path) -> BuiltPackage:
    return build_package(CHAIN_OF_CASE, entries(), OPENED, open_object, verifier(), target)
