"""Going through all entries of a vault, in slices, past whatever cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import apsw
import msgspec

from evidence_store import rows
from evidence_store.entries import EntryId, PartState, SealedPart, StoredEntry
from evidence_store.fault_translation import UNREADABLE
from evidence_store.schema import PARTS_PER_ENTRY

Slice = Callable[[], AbstractContextManager[apsw.Connection]]

_STEP = 64


class Unreadable(msgspec.Struct, frozen=True):
    """An entry, or the words of one of its parts, on a page that cannot be read.

    Attributes:
        id: the entry; chain "" and seq -1 where not even that is known.
        part: name of the part, or "" for the entry itself.
    """

    id: EntryId
    part: str = ""


class ScannedEntry(msgspec.Struct, frozen=True):
    """An entry as read, with its row, and the parts of it whose words could not be read."""

    row: rows.EntryRow
    entry: StoredEntry
    lost: tuple[Unreadable, ...] = ()


def last_number(db: apsw.Connection) -> int:
    """Return the highest number of an entry, by way of the parts where the entries' last page is damaged.

    Raises:
        apsw.Error: neither can be read.
    """
    try:
        return int(db.execute("SELECT coalesce(max(n), 0) FROM entry").get)
    except UNREADABLE:
        return int(db.execute("SELECT coalesce(max(n), 0) FROM part").get) // PARTS_PER_ENTRY


def rows_of(slice: Slice, since: int, until: int) -> Iterator[list[rows.EntryRow | Unreadable]]:
    """Yield the rows of entries numbered since+1 to until, a slice at a time."""
    while since < until:
        end = min(since + _STEP, until)
        with slice() as db:
            found = _rows(db, since, end)
        yield found
        since = end


def _rows(db: apsw.Connection, since: int, end: int) -> list[rows.EntryRow | Unreadable]:
    sql = f"SELECT {rows.COLUMNS} FROM entry WHERE n > ? AND n <= ? ORDER BY n"
    try:
        return [rows.EntryRow(*row) for row in db.execute(sql, (since, end))]
    except UNREADABLE:
        found: list[rows.EntryRow | Unreadable] = []
        for n in range(since + 1, end + 1):
            found += _one_row(db, n)
        return found


def _one_row(db: apsw.Connection, n: int) -> list[rows.EntryRow | Unreadable]:
    sql = f"SELECT {rows.COLUMNS} FROM entry WHERE n = ?"
    try:
        return [rows.EntryRow(*row) for row in db.execute(sql, (n,))]
    except UNREADABLE:
        return [Unreadable(_place(db, n))]


def _place(db: apsw.Connection, n: int) -> EntryId:
    """Return where an unreadable entry stood, from the index, which lies on other pages."""
    sql = (
        "SELECT chain.id, seq FROM entry INDEXED BY sqlite_autoindex_entry_1 "
        "JOIN chain ON chain.n = entry.chain WHERE +entry.n = ? AND entry.chain > 0"
    )
    try:
        for chain, seq in db.execute(sql, (n,)):
            return EntryId(chain, seq)
    except UNREADABLE:
        pass
    return EntryId("", -1)


def read_parts(
    db: apsw.Connection, chains: dict[int, str], found: list[rows.EntryRow]
) -> list[ScannedEntry | Unreadable]:
    """Return the entries of some rows; read one by one where a page among them is damaged."""
    try:
        return [_whole(db, chains, row) for row in found]
    except UNREADABLE:
        scanned: list[ScannedEntry | Unreadable] = []
        for row in found:
            try:
                scanned.append(_whole(db, chains, row))
            except UNREADABLE:
                scanned.append(_pieces(db, chains, row))
        return scanned


def _whole(db: apsw.Connection, chains: dict[int, str], row: rows.EntryRow) -> ScannedEntry:
    return ScannedEntry(row, rows.as_entry(db, chains.get(row.chain, ""), row))


def _pieces(
    db: apsw.Connection, chains: dict[int, str], row: rows.EntryRow
) -> ScannedEntry | Unreadable:
    """Return the list of parts, and those parts that can be read."""
    id = EntryId(chains.get(row.chain, ""), row.seq)
    first = row.n * PARTS_PER_ENTRY
    sql = "SELECT n, name, commitment FROM part WHERE n BETWEEN ? AND ? ORDER BY n"
    try:
        listed = list(db.execute(sql, (first, first + PARTS_PER_ENTRY - 1)))
    except UNREADABLE:
        return Unreadable(id)
    parts, lost = [], []
    for n, name, commitment in listed:
        try:
            opened = list(db.execute("SELECT salt, body FROM opening WHERE part = ?", (n,)))
        except UNREADABLE:
            lost.append(Unreadable(id, name))
            opened = []
        if opened:
            salt, body = opened[0]
            parts.append(SealedPart(name, commitment, PartState.OPEN, salt, body))
        else:
            parts.append(SealedPart(name, commitment, PartState.WITHHELD))
    entry = StoredEntry(id, row.time, row.previous, row.parts_hash, row.hash, tuple(parts))
    return ScannedEntry(row, entry, tuple(lost))
