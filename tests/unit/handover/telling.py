"""The forged sample case, changed in one place, and what the log then says of its files."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any, cast

from app.handover.check_files import FileCheck, ListedExhibit, check_files
from app.handover.check_log import read_log
from app.handover.tree import Digest
from evidence_store import Finding, StoredEntry, Verdict
from tests.e2e.package.forge import Forged, sha

EXHIBITS = (ListedExhibit(1, 2, 2), ListedExhibit(2, 3, 4), ListedExhibit(3, 5, 6))
FILES = [
    "data/dossier.pdf",
    "data/exhibits/bilag-001.png",
    "data/exhibits/bilag-002.png",
    "data/exhibits/bilag-003.png",
    "data/originals/bilag-003.eml",
]


def digests(forged: Forged) -> dict[str, Digest]:
    return {path: Digest(sha(data), len(data)) for path, data in forged.files.items()}


def entries(forged: Forged) -> list[StoredEntry]:
    log = read_log(BytesIO(forged.ledger.text()))
    assert log.whole, log.findings
    return log.entries


def story(forged: Forged) -> FileCheck:
    told = check_files(entries(forged), digests(forged))
    assert told is not None
    return told


def told(findings: tuple[Finding, ...]) -> list[str]:
    """Each as ``kind entry Bilag path: expected > found``, with the verdict where it is not ALTERED."""
    return [
        f"{each.kind} {each.seq} {each.exhibit} {each.path or '-'}: {each.expected[:8]} > {each.found[:30]}"
        + ("" if each.verdict is Verdict.ALTERED else f" {each.verdict.value}")
        for each in findings
    ]


def saying(forged: Forged, seq: int, **facts: object) -> Forged:
    """The same, but that the facts of an entry say something else; a value of None takes the field away."""
    changed = forged.copy()
    entry = changed.ledger.entries[seq]
    new = {**entry.facts(), **facts}
    entry.part("facts").body = json.dumps(
        {name: value for name, value in new.items() if value is not None}
    ).encode()
    changed.ledger.reseal(seq)
    changed.write_ledger()
    return changed


def without(forged: Forged, path: str) -> Forged:
    changed = forged.copy()
    del changed.files[path]
    return changed


def closing(forged: Forged, seq: int, part: str, state: str = "withheld") -> Forged:
    changed = forged.copy()
    changed.ledger.entries[seq].part(part).state = state
    changed.write_ledger()
    return changed


def listed(forged: Forged) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", forged.ledger.entries[-1].facts()["files"])
