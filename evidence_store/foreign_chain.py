"""Keeping somebody else's chain as it came: its entries are written row by row and never appended to.

Its words and hashes are theirs; the bytes of its objects are not here. A part that was withheld from us stays withheld,
one that they erased is erased. When the chain comes again and is longer, what is new is added behind what is there.
"""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from evidence_store import rows
from evidence_store.entries import ChainKind, Head, PartState, StoredEntry
from evidence_store.errors import ForeignChainError
from evidence_store.rules import named_targets
from evidence_store.schema import FOREIGN_VERSION, PARTS_PER_ENTRY


def write_chain(
    db: apsw.Connection, case_id: str, entries: Sequence[StoredEntry]
) -> tuple[Head, int]:
    """Write the entries that are not there yet, and return the chain's last one and how many were written.

    Args:
        db: inside a transaction.
        case_id: the case that they are kept with.
        entries: the whole chain from its genesis, checked before (``LedgerCheck``).

    Raises:
        ForeignChainError: the chain is one of our own, is kept with another case, or is other than what was kept
            before; nothing is to be committed then.
    """
    chain = entries[0].id.chain
    known = next((each for each in rows.chains(db).items() if each[1].id == chain), None)
    if known is None:
        db.execute(
            "INSERT INTO chain(id, case_id, kind) VALUES(?, ?, ?)",
            (chain, case_id, ChainKind.FOREIGN.value),
        )
        db.pragma("user_version", FOREIGN_VERSION)
    elif known[1].kind is not ChainKind.FOREIGN:
        raise ForeignChainError(chain, "own")
    elif known[1].case_id != case_id:
        raise ForeignChainError(chain, "other case")
    number = rows.chain_number(db, chain)
    head = rows.head_row(db, number)
    known_to = -1 if head is None else head.seq
    common = min(known_to, len(entries) - 1)
    if common >= 0 and entries[common].hash != _hash_at(db, number, common):
        raise ForeignChainError(chain, "fork")
    new = entries[known_to + 1 :]
    for entry in new:
        _write_entry(db, number, entry)
    if head is not None and not new:
        return Head(chain, head.seq, head.hash), 0
    return Head(chain, entries[-1].id.seq, entries[-1].hash), len(new)


def _hash_at(db: apsw.Connection, chain: int, seq: int) -> str:
    found = db.execute("SELECT hash FROM entry WHERE chain = ? AND seq = ?", (chain, seq)).get
    return str(found)


def _write_entry(db: apsw.Connection, chain: int, entry: StoredEntry) -> None:
    db.execute(
        "INSERT INTO entry(chain, seq, time, previous, parts_hash, hash) VALUES(?, ?, ?, ?, ?, ?)",
        (chain, entry.id.seq, entry.time, entry.previous, entry.parts_hash, entry.hash),
    )
    number = db.last_insert_rowid()
    for position, part in enumerate(entry.parts):
        n = number * PARTS_PER_ENTRY + position
        db.execute("INSERT INTO part VALUES(?, ?, ?)", (n, part.name, part.commitment))
        if part.state is PartState.OPEN:
            db.execute("INSERT INTO opening VALUES(?, ?, ?)", (n, part.salt, part.body))
    for id, name in named_targets(entry):
        if id.chain == entry.id.chain:
            _note_erased(db, chain, id.seq, name, number)


def _note_erased(db: apsw.Connection, chain: int, seq: int, name: str, by: int) -> None:
    """Note that a part is gone by their own tombstone, where the chain shows that entry's parts."""
    sql = (
        "SELECT part.n FROM part JOIN entry ON entry.n = part.n / 64 "
        "WHERE entry.chain = ? AND entry.seq = ? AND part.name = ? "
        "AND NOT EXISTS(SELECT 1 FROM opening WHERE opening.part = part.n) "
        "AND NOT EXISTS(SELECT 1 FROM tombstone WHERE tombstone.part = part.n)"
    )
    for (part,) in list(db.execute(sql, (chain, seq, name))):
        db.execute("INSERT INTO tombstone VALUES(?, ?)", (part, by))
