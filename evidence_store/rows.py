"""Reading the ledger's rows as entries. Looks only; knows nothing of rules.

A part's row is numbered entry * 64 + position, so an entry's parts are one short range of rows.
"""

from __future__ import annotations

from collections.abc import Iterator

import apsw
import msgspec

from evidence_store.entries import (
    Chain,
    ChainKind,
    EntryId,
    Head,
    PartState,
    SealedPart,
    StoredEntry,
)
from evidence_store.errors import UnknownChainError, UnknownEntryError
from evidence_store.schema import PARTS_PER_ENTRY


class EntryRow(msgspec.Struct, frozen=True):
    """An entry's row: numbers of the entry and of its chain, the stored fields, the object kept with it."""

    n: int
    chain: int
    seq: int
    time: str
    previous: str
    parts_hash: str
    hash: str
    object: int | None
    size: int | None


COLUMNS = "n, chain, seq, time, previous, parts_hash, hash, object, size"
_PARTS = """
SELECT part.n, name, commitment, salt, body, tombstone.entry IS NOT NULL
FROM part LEFT JOIN opening ON opening.part = part.n LEFT JOIN tombstone ON tombstone.part = part.n
WHERE part.n BETWEEN ? AND ? ORDER BY part.n
"""


def chains(db: apsw.Connection) -> dict[int, Chain]:
    """Return all chains by their number, in order of creation."""
    return {
        n: Chain(id, case_id, ChainKind(kind))
        for n, id, case_id, kind in db.execute("SELECT n, id, case_id, kind FROM chain ORDER BY n")
    }


def chain_number(db: apsw.Connection, chain: str) -> int:
    """Return the number of a chain. Raises UnknownChainError."""
    for (n,) in db.execute("SELECT n FROM chain WHERE id = ?", (chain,)):
        return int(n)
    raise UnknownChainError(chain)


def is_foreign(db: apsw.Connection, chain: int) -> bool:
    """Return whether the chain of that number is somebody else's."""
    kind = db.execute("SELECT kind FROM chain WHERE n = ?", (chain,)).get
    return bool(kind == ChainKind.FOREIGN.value)


def entry_row(db: apsw.Connection, id: EntryId) -> EntryRow:
    """Return the row of an entry. Raises UnknownEntryError."""
    sql = (
        f"SELECT {COLUMNS} FROM entry WHERE chain = (SELECT n FROM chain WHERE id = ?) AND seq = ?"
    )
    for row in db.execute(sql, (id.chain, id.seq)):
        return EntryRow(*row)
    raise UnknownEntryError(id)


def head_row(db: apsw.Connection, chain: int) -> EntryRow | None:
    """Return the row of the last entry of a chain, or None."""
    sql = f"SELECT {COLUMNS} FROM entry WHERE chain = ? ORDER BY seq DESC LIMIT 1"
    for row in db.execute(sql, (chain,)):
        return EntryRow(*row)
    return None


def heads(db: apsw.Connection) -> dict[str, Head]:
    """Return the last entry of each chain, by the chain's id."""
    sql = (
        "SELECT chain.id, entry.seq, entry.hash FROM chain JOIN entry ON entry.chain = chain.n "
        "AND entry.seq = (SELECT max(seq) FROM entry WHERE entry.chain = chain.n)"
    )
    return {chain: Head(chain, seq, hash) for chain, seq, hash in db.execute(sql)}


def next_rows(db: apsw.Connection, chain: int, since: int, limit: int) -> list[EntryRow]:
    """Return up to ``limit`` entries of a chain from a place on, in order."""
    sql = f"SELECT {COLUMNS} FROM entry WHERE chain = ? AND seq >= ? ORDER BY seq LIMIT ?"
    return [EntryRow(*row) for row in db.execute(sql, (chain, since, limit))]


def numbered_rows(db: apsw.Connection, since: int, until: int, limit: int) -> list[EntryRow]:
    """Return up to ``limit`` entries of all chains numbered above ``since`` and up to ``until``, in order."""
    sql = f"SELECT {COLUMNS} FROM entry WHERE n > ? AND n <= ? ORDER BY n LIMIT ?"
    return [EntryRow(*row) for row in db.execute(sql, (since, until, limit))]


def parts_of(db: apsw.Connection, n: int) -> tuple[SealedPart, ...]:
    """Return the parts of the entry of that number, in order."""
    first = n * PARTS_PER_ENTRY
    bounds = (first, first + PARTS_PER_ENTRY - 1)
    return tuple(_part(*row[1:]) for row in db.execute(_PARTS, bounds))


def part_numbers(db: apsw.Connection, n: int) -> dict[str, int]:
    """Return the row numbers of an entry's parts by name."""
    first = n * PARTS_PER_ENTRY
    sql = "SELECT name, n FROM part WHERE n BETWEEN ? AND ?"
    return dict(db.execute(sql, (first, first + PARTS_PER_ENTRY - 1)))


def as_entry(db: apsw.Connection, chain: str, row: EntryRow) -> StoredEntry:
    """Return a row with its parts as an entry."""
    return StoredEntry(
        id=EntryId(chain, row.seq),
        time=row.time,
        previous=row.previous,
        parts_hash=row.parts_hash,
        hash=row.hash,
        parts=parts_of(db, row.n),
    )


def slice_entries(db: apsw.Connection, chain: str, rows: list[EntryRow]) -> Iterator[StoredEntry]:
    """Yield the entries of some rows, their parts read in runs of neighbouring numbers."""
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and rows[end].n == rows[end - 1].n + 1:
            end += 1
        yield from _run(db, chain, rows[at:end])
        at = end


def _run(db: apsw.Connection, chain: str, rows: list[EntryRow]) -> Iterator[StoredEntry]:
    parts: dict[int, list[SealedPart]] = {row.n: [] for row in rows}
    bounds = (rows[0].n * PARTS_PER_ENTRY, rows[-1].n * PARTS_PER_ENTRY + PARTS_PER_ENTRY - 1)
    for row in db.execute(_PARTS, bounds):
        parts[row[0] // PARTS_PER_ENTRY].append(_part(*row[1:]))
    for entry in rows:
        yield StoredEntry(
            id=EntryId(chain, entry.seq),
            time=entry.time,
            previous=entry.previous,
            parts_hash=entry.parts_hash,
            hash=entry.hash,
            parts=tuple(parts[entry.n]),
        )


def _part(
    name: str, commitment: str, salt: str | None, body: bytes | None, erased: int
) -> SealedPart:
    if salt is not None and body is not None:
        return SealedPart(name, commitment, PartState.OPEN, salt, body)
    return SealedPart(name, commitment, PartState.ERASED if erased else PartState.WITHHELD)


def is_part_open(db: apsw.Connection, id: EntryId, name: str) -> bool | None:
    """Return whether a part's salt and body are there; None where the entry has no such part."""
    number = part_numbers(db, entry_row(db, id).n).get(name)
    if number is None:
        return None
    return bool(db.execute("SELECT EXISTS(SELECT 1 FROM opening WHERE part = ?)", (number,)).get)


def is_part_erased(db: apsw.Connection, n: int, name: str) -> bool:
    """Return whether a tombstone names a part of the entry with that number."""
    number = part_numbers(db, n).get(name)
    return bool(db.execute("SELECT EXISTS(SELECT 1 FROM tombstone WHERE part = ?)", (number,)).get)
