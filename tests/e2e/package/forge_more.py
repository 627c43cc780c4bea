"""A package of format 2 made by hand: everything that it may hold, once."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.package.forge import (
    CHAIN,
    EntryDraft,
    Forged,
    PartDraft,
    body,
    object_body,
    ref,
    sha,
    small,
    smallest,
)

OTHER_CHAIN = "fedcba9876543210fedcba9876543210"
FOREIGN = "data/ledger/foreign-1.txt"
INDEX = "data/index.html"
TABLE = "data/tables/incidents.csv"
TOKEN, WITNESS = "data/tokens/10.tsr", "data/witness/11.txt"
FILM = "data/media/bilag-001.webm"


def second() -> Forged:
    """The small case in format 2: with a page, a table, a token, a witness, a film of exhibit 1 and a foreign log."""
    forged = small()
    forged.form = 2
    drafts = forged.ledger.entries
    last = drafts.pop()
    files = {TOKEN: b"a token", WITNESS: b"I saw it.\n", FILM: b"a film"}
    types = {TOKEN: "application/timestamp-reply", WITNESS: "text/plain", FILM: "video/webm"}
    entries = []
    for seq, (path, data) in enumerate(files.items(), len(drafts)):
        facts = body("working_copy", parent=ref(2)) if path == FILM else body("note")
        parts = [("facts", facts), ("object", object_body(data, types[path]))]
        drafts.append(EntryDraft(seq, f"2026-11-23T13:{seq:02d}:11.042Z", _parts(seq, parts)))
        entries.append({"path": path, "entry": ref(seq)})
    foreign = foreign_log()
    made = {INDEX: b"<!doctype html><title>x</title>", TABLE: b"a;b\n1;2\n"}
    head = foreign.ledger.entries[-1]
    text = foreign.ledger.text()
    chains = [
        {
            "path": FOREIGN,
            "chain": OTHER_CHAIN,
            "seq": head.seq,
            "hash": head.hash,
            "size": len(text),
        }
    ]
    listed = [
        {"path": path, "sha256": sha(data), "size": len(data)}
        for path, data in sorted(made.items())
    ]
    package = body(
        "dossier_package", made=listed, entries=sorted(entries, key=_path), chains=chains
    )
    at = len(drafts)
    dossier: dict[str, Any] = {**last.facts(), "head": ref(at - 1)}
    parts = [("facts", json.dumps(dossier).encode()), ("package", package)]
    drafts.append(
        EntryDraft(at, f"2026-11-23T13:{at:02d}:11.042Z", [*_parts(at, parts), last.part("object")])
    )
    forged.files |= files | made | {FOREIGN: text}
    forged.ledger.reseal()
    forged.write_ledger()
    forged.relist()
    return forged


def foreign_log() -> Forged:
    """A colleague's log, with an erased part."""
    forged = smallest()
    for entry in forged.ledger.entries:
        for part in entry.parts:
            part.body = part.body.replace(CHAIN.encode(), OTHER_CHAIN.encode())
            part.commit()
    forged.ledger.chain = OTHER_CHAIN
    forged.ledger.reseal()
    return forged


def _parts(seq: int, parts: list[tuple[str, bytes]]) -> list[PartDraft]:
    return [PartDraft(name, data, sha(f"salt {seq} {name}".encode())) for name, data in parts]


def _path(item: dict[str, Any]) -> str:
    return str(item["path"])
