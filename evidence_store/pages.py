"""Reading the pages that no other check comes past, so that damage there is found today.

Indexes of the ledger, the caches and the drafts are read to their last byte. SQLite's own check of structure is one
statement, and nobody else gets at the vault until it is done. So it runs over a table of large values, and over the
file with its free pages and pointer maps, only where there are no more bytes than can be read in a moment; the table
with the objects' bytes is read as a whole elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from evidence_store.fault_translation import UNREADABLE
from evidence_store.report import Finding, FindingKind, Verdict
from evidence_store.scan import Slice

_AT_ONCE_BYTES = 32 * 1024 * 1024
_ROWS = 32

_LEDGER = ("vault", "chain", "entry", "part", "opening", "tombstone", "staged")
_DRAFTS = ("draft",)
_CACHES = (
    "cache",
    "thumbnail",
    "words_data",
    "words_idx",
    "words_content",
    "words_docsize",
    "words_config",
    "reading",
)
# Made when it is first needed.
_NOT_IN_EVERY_VAULT = frozenset({"reading"})
_CHUNK_INDEX = "SELECT count(*) FROM chunk INDEXED BY sqlite_autoindex_chunk_1"
# Where values lie on pages that counting rows does not come past, and how many bytes of them are read to the last.
_BLOBS = {
    "thumbnail": "length(hex(data)) / 2",
    "draft": "length(hex(body)) / 2",
    "words_data": "length(hex(block)) / 2",
    "words_content": "length(c0)",
    "reading": "length(hex(words)) / 2 + length(text)",
}
_KIND = {
    **dict.fromkeys(_LEDGER, (FindingKind.LEDGER_PAGE, Verdict.INCOMPLETE)),
    **dict.fromkeys(_DRAFTS, (FindingKind.DRAFT_PAGE, Verdict.INCOMPLETE)),
    **dict.fromkeys(_CACHES, (FindingKind.CACHE_PAGE, Verdict.CONSISTENT)),
}


def check_pages(
    slice: Slice, *, structure: bool, between: Callable[[], None]
) -> tuple[list[Finding], int]:
    """Return the findings, and how many tables were gone through.

    Args:
        slice: gives the connection for one slice.
        structure: also ask for what lies between the tables, where nothing else was found: SQLite's check
            of everything cannot say which thing it stumbled over.
        between: called between two slices.
    """
    found = list(_check(slice, between))
    if (
        structure
        and not found
        and _is_small(slice)
        and not _reads_well(slice, "PRAGMA integrity_check")
    ):
        found.append(Finding(FindingKind.STRUCTURE, Verdict.INCOMPLETE))
    return found, len(_tables(slice)) + 1


def _check(slice: Slice, between: Callable[[], None]) -> Iterator[Finding]:
    for table in _tables(slice):
        kind, verdict = _KIND[table]
        size = _read_values(slice, table, between) if table in _BLOBS else 0
        well = size is not None
        if size is not None and size <= _AT_ONCE_BYTES:
            well = _reads_well(slice, f"PRAGMA integrity_check({table})")
        between()
        if not well:
            yield Finding(kind, verdict, path=table)
    if not _reads_well(slice, _CHUNK_INDEX):
        yield Finding(FindingKind.LEDGER_PAGE, Verdict.INCOMPLETE, path="chunk")
    between()


def _tables(slice: Slice) -> list[str]:
    """Return the tables to go through; where that cannot be asked, those that every vault has."""
    absent = _NOT_IN_EVERY_VAULT
    with suppress(*UNREADABLE), slice() as db:
        absent -= {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
    return [table for table in _KIND if table not in absent]


def _read_values(slice: Slice, table: str, between: Callable[[], None]) -> int | None:
    """Read every value of a table to its last byte. Return their bytes in all, None where one cannot be read."""
    length = f"coalesce({_BLOBS[table]}, 0)"
    sql = f"SELECT rowid, {length} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT ?"
    size, last = 0, -(2**63)
    while True:
        try:
            with slice() as db:
                found = list(db.execute(sql, (last, _ROWS)))
        except UNREADABLE:
            return None
        size += sum(int(bytes_read) for _, bytes_read in found)
        between()
        if len(found) < _ROWS:
            return size
        last = found[-1][0]


def _reads_well(slice: Slice, statement: str) -> bool:
    try:
        with slice() as db:
            answers = db.execute(statement).fetchall()
    except UNREADABLE:
        return False
    return not statement.startswith("PRAGMA") or answers == [("ok",)]


def _is_small(slice: Slice) -> bool:
    with slice() as db:
        pages, size = db.pragma("page_count"), db.pragma("page_size")
    return isinstance(pages, int) and isinstance(size, int) and pages * size <= _AT_ONCE_BYTES
