"""Reading the pages that no other check comes past, so that damage there is found today.

Indexes of the ledger, the caches and the drafts are read to their last byte. SQLite's own check of structure
runs over every table but the one with the objects' bytes, which is read as a whole elsewhere and would be
read twice; in a small vault it runs over that too, free pages and pointer maps included.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_store.faults import UNREADABLE
from evidence_store.report import Finding, Verdict
from evidence_store.walking import Slice

_WHOLE_BYTES = 64 * 1024 * 1024

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
)
_CHUNK_INDEX = "SELECT count(*) FROM chunk INDEXED BY sqlite_autoindex_chunk_1"
_BLOBS = {
    "thumbnail": "SELECT sum(length(hex(data))) FROM thumbnail",
    "draft": "SELECT sum(length(hex(body))) FROM draft",
    "words_data": "SELECT sum(length(hex(block))) FROM words_data",
    "words_content": "SELECT sum(length(c0)) FROM words_content",
}
_KIND = {
    **dict.fromkeys(_LEDGER, ("ledger_page", Verdict.INCOMPLETE)),
    **dict.fromkeys(_DRAFTS, ("draft_page", Verdict.INCOMPLETE)),
    **dict.fromkeys(_CACHES, ("cache_page", Verdict.CONSISTENT)),
}


def check_pages(slice: Slice, *, structure: bool) -> tuple[list[Finding], int]:
    """What was found, and how many tables were gone through.

    Args:
        slice: gives the connection for one slice.
        structure: also ask for what lies between the tables, where nothing else was found: SQLite's check
            of everything cannot say which thing it stumbled over.
    """
    found = list(_check(slice))
    if (
        structure
        and not found
        and _is_small(slice)
        and not _reads_well(slice, "PRAGMA integrity_check")
    ):
        found.append(Finding("structure", Verdict.INCOMPLETE))
    return found, len(_KIND) + 1


def _check(slice: Slice) -> Iterator[Finding]:
    for table, (kind, verdict) in _KIND.items():
        statements = [f"PRAGMA integrity_check({table})"]
        if table in _BLOBS:
            statements.append(_BLOBS[table])
        if not all(_reads_well(slice, statement) for statement in statements):
            yield Finding(kind, verdict, path=table)
    if not _reads_well(slice, _CHUNK_INDEX):
        yield Finding("ledger_page", Verdict.INCOMPLETE, path="chunk")


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
    return isinstance(pages, int) and isinstance(size, int) and pages * size <= _WHOLE_BYTES
