"""Erasing parts of entries: what goes, and what is told to stay.

In the transaction of the tombstone: salt and body of each named part; with ``object`` its bytes, unless another
entry that lives on holds the same ones, the thumbnail, and what was read in the picture; the entry's words.
secure_delete overwrites what is freed with zeros. Before the commit, once for all that one act erases, the index is
rewritten; after it the free pages are given back.
"""

from __future__ import annotations

from collections.abc import Sequence

import apsw
import msgspec

from evidence_store import objects, readings, rows, searching
from evidence_store.bodies import check_body
from evidence_store.entries import EntryId, EraseTarget
from evidence_store.errors import NotErasableError, UnknownEntryError
from evidence_store.schema import FACTS_PART, OBJECT_PART, PARTS_PER_ENTRY


class TargetRows(msgspec.Struct, frozen=True):
    """The rows of what is to be erased: its entry's row, and its parts' row numbers by name."""

    target: EraseTarget
    row: rows.EntryRow
    parts: dict[str, int]


def find_targets(db: apsw.Connection, targets: Sequence[EraseTarget]) -> list[TargetRows]:
    """Return the rows of what is to be erased. Raises NotErasableError, UnknownEntryError; nothing was done then."""
    found: list[TargetRows] = []
    seen: set[int] = set()
    for target in targets:
        row = rows.entry_row(db, target.id)
        numbers = rows.part_numbers(db, row.n)
        if not target.parts or len(set(target.parts)) != len(target.parts):
            raise NotErasableError(target.id, "")
        for name in target.parts:
            if name not in numbers or row.seq == 0 or not _is_open(db, numbers[name]):
                raise NotErasableError(target.id, name)
            if name == FACTS_PART and _is_tombstone(db, numbers[name]):
                raise NotErasableError(target.id, name)
        if row.n in seen:
            raise NotErasableError(target.id, "")
        seen.add(row.n)
        found.append(TargetRows(target, row, {name: numbers[name] for name in target.parts}))
    if not found:
        raise NotErasableError(EntryId("", 0), "")
    return found


def tombstone_body(targets: Sequence[EraseTarget]) -> bytes:
    """Return the body of the part ``facts`` of the entry that says what was erased."""
    named = [
        {"chain": target.id.chain, "seq": target.id.seq, "parts": list(target.parts)}
        for target in targets
    ]
    return msgspec.json.encode({"kind": "tombstone", "version": 1, "targets": named})


def erase_parts(
    db: apsw.Connection, found: Sequence[TargetRows], tombstone: int
) -> tuple[tuple[EntryId, EntryId], ...]:
    """Erase the parts. Return (erased entry, living entry with the same bytes) for each object that stays."""
    for each in found:
        for number in each.parts.values():
            db.execute("INSERT INTO tombstone VALUES(?, ?)", (number, tombstone))
            db.execute("DELETE FROM opening WHERE part = ?", (number,))
        searching.drop_words(db, each.row.n)
        left = readings.with_read_words(db, each.row.n, each.target.index_text)
        searching.add_words(db, each.row.n, left)
    still_held: list[tuple[EntryId, EntryId]] = []
    for each in found:
        if OBJECT_PART in each.parts:
            db.execute("DELETE FROM thumbnail WHERE entry = ?", (each.row.n,))
            # The size goes too: an exact length can tell a known file.
            forget = "UPDATE entry SET object = NULL, size = NULL WHERE n = ?"
            db.execute(forget, (each.row.n,))
            holders = holders_of(db, each.row)
            still_held += [(each.target.id, holder) for holder in holders]
            if not holders and each.row.object is not None and each.row.size is not None:
                _drop_object(db, each.row.object, each.row.size)
    return tuple(still_held)


def erase_again(db: apsw.Connection, id: EntryId, names: Sequence[str], tombstone: int) -> None:
    """Note that a tombstone erased parts of an entry, where it is there, and take away what is open of them."""
    try:
        row = rows.entry_row(db, id)
    except UnknownEntryError:
        return
    numbers = rows.part_numbers(db, row.n)
    there = {name: numbers[name] for name in names if name in numbers}
    if there:
        erase_parts(db, (TargetRows(EraseTarget(id, tuple(there)), row, there),), tombstone)


def holders_of(db: apsw.Connection, row: rows.EntryRow) -> list[EntryId]:
    """Return the other entries, of any case, whose object part is open and holds the same bytes."""
    if row.object is None:
        return []
    sql = f"""
    SELECT chain.id, entry.seq FROM entry JOIN chain ON chain.n = entry.chain
    WHERE entry.size = ? AND entry.object = ? AND entry.n <> ? AND EXISTS(
      SELECT 1 FROM part JOIN opening ON opening.part = part.n
      WHERE part.n BETWEEN entry.n * {PARTS_PER_ENTRY} AND entry.n * {PARTS_PER_ENTRY} + 63
        AND part.name = '{OBJECT_PART}')
    ORDER BY entry.n
    """
    return [EntryId(*found) for found in db.execute(sql, (row.size, row.object, row.n))]


def _drop_object(db: apsw.Connection, object: int, size: int) -> None:
    listed = "SELECT EXISTS(SELECT 1 FROM chunk WHERE object = ?)"
    if db.execute(listed, (object,)).get:
        objects.note_staged(db, object, size)
        objects.drop_chunks(db, object)


def _is_open(db: apsw.Connection, part: int) -> bool:
    return bool(db.execute("SELECT EXISTS(SELECT 1 FROM opening WHERE part = ?)", (part,)).get)


def _is_tombstone(db: apsw.Connection, part: int) -> bool:
    body = bytes(db.execute("SELECT body FROM opening WHERE part = ?", (part,)).get)
    return bool(check_body(body)["kind"] == "tombstone")
