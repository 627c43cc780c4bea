"""Writing large files ahead of their entry, in short transactions, and sweeping what was left over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from typing import BinaryIO

import apsw

from evidence_store import objects
from evidence_store.entries import StagedObject

Using = Callable[[], AbstractContextManager[apsw.Connection]]

_CHUNKS = objects.STAGE_BYTES // objects.CHUNK_BYTES


def stage(
    using: Using,
    source: BinaryIO,
    media_type: str,
    progress: Callable[[int], None] | None,
) -> StagedObject:
    """Write a stream as a staged object, 8 MiB a transaction, and return it; nobody waits while the stream is read.

    Whatever goes wrong, nothing of it is kept.
    """
    with using() as db:
        object = objects.new_object(db)
        objects.note_staged(db, object, 0)
    digest, size, n = hashlib.sha256(), 0, 0
    try:
        for group in _groups(objects.chunks_of(source)):
            with using() as db, db:
                for data in group:
                    objects.write_chunk(db, object, n, data)
                    n += 1
            for data in group:
                digest.update(data)
                size += len(data)
            group.clear()  # else it is held while the next one is read
            if progress is not None:
                progress(size)
    except BaseException:
        drop(using, object)
        raise
    return StagedObject(object, digest.hexdigest(), size, media_type)


def _groups(chunks: Iterator[bytes | memoryview]) -> Iterator[list[bytes | memoryview]]:
    while group := list(islice(chunks, _CHUNKS)):
        yield group


def drop(using: Using, object: int) -> None:
    """Delete a staged object, 8 MiB a transaction; it comes off the list of the staged last."""
    some = "SELECT rowid FROM chunk WHERE object = ? LIMIT ?"
    while True:
        with using() as db, db:
            rowids = db.execute(some, (object, _CHUNKS)).fetchall()
            db.executemany("DELETE FROM chunk WHERE rowid = ?", rowids)
            if len(rowids) < _CHUNKS:
                objects.unstage(db, object)
                return


def sweep(using: Using) -> None:
    """Delete every staged object: called at opening, when nobody can be about to use one."""
    with using() as db:
        left = list(db.execute("SELECT object FROM staged"))
    for (object,) in left:
        drop(using, object)
    if left:
        with using() as db:
            db.execute("PRAGMA incremental_vacuum").fetchall()
