"""What can be asked of an open vault without changing its ledger: entries, objects, search, drafts."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO

import apsw

from evidence_store import erasing, kept_rows, objects, readings, rows, searching
from evidence_store.act import WORDS
from evidence_store.entries import Chain, EntryId, PartState, StagedObject, StoredEntry
from evidence_store.errors import (
    IndexDamagedError,
    NoObjectError,
    ObjectDamagedError,
    ObjectErasedError,
    UnknownChainError,
    VaultClosedError,
)
from evidence_store.fault_translation import PAGE_DAMAGE, sqlite_errors_as_ours
from evidence_store.readings import Reading
from evidence_store.schema import OBJECT_PART

_SLICE = 256


class VaultReader:
    """The connection, held by one thread for one short piece of work at a time, and what is read through it.

    Args:
        path: the vault's file.
        db: its connection.
    """

    def __init__(self, path: Path, db: apsw.Connection) -> None:
        self.path = path
        self._damaged_caches: set[str] = set()
        self._connection: apsw.Connection | None = db
        self._lock = threading.RLock()

    # -- reading ---------------------------------------------------------------------------------

    def chains(self) -> tuple[Chain, ...]:
        """Return all chains in order of creation."""
        with self._using() as db:
            return tuple(rows.chains(db).values())

    def head(self, chain_id: str) -> StoredEntry:
        """Return the last entry of a chain. Raises UnknownChainError."""
        with self._using() as db:
            row = rows.head_row(db, rows.chain_number(db, chain_id))
            if row is None:
                raise UnknownChainError(chain_id)
            return rows.as_entry(db, chain_id, row)

    def entries(self, chain_id: str, since: int = 0) -> Iterator[StoredEntry]:
        """Yield the entries of a chain from a place on, in order, read in slices. Raises UnknownChainError."""
        with self._using() as db:
            chain = rows.chain_number(db, chain_id)
        while True:
            with self._using() as db:
                found = rows.next_rows(db, chain, since, _SLICE)
                entries = list(rows.slice_entries(db, chain_id, found))
            yield from entries
            if len(found) < _SLICE:
                return
            since = found[-1].seq + 1

    def entry(self, id: EntryId) -> StoredEntry:
        """Return one entry. Raises UnknownEntryError."""
        with self._using() as db:
            return rows.as_entry(db, id.chain, rows.entry_row(db, id))

    def open_object(self, id: EntryId) -> BinaryIO:
        """Return the bytes kept with an entry as a stream that can be sought in; one row of 1 MiB is in memory.

        The stream is not checked against its hash: that is what ``verify`` and the reader of a package do.

        Raises:
            UnknownEntryError, NoObjectError, ObjectErasedError; ObjectDamagedError also while reading.
        """
        with self._using() as db:
            row = rows.entry_row(db, id)
            part = rows.as_entry(db, id.chain, row).part(OBJECT_PART)
        if part is None:
            raise NoObjectError(id)
        if part.state is PartState.ERASED:
            raise ObjectErasedError(id)
        if row.object is None or row.size is None:
            raise ObjectDamagedError(id)
        key = row.object

        def read(n: int) -> bytes | None:
            with self._lock:
                return objects.read_chunk(self._open_connection(), key, n)

        raw = objects.ObjectStream(read, id, row.size)
        return io.BufferedReader(raw, buffer_size=64 * 1024)

    def open_staged(self, staged: StagedObject) -> BinaryIO:
        """Return the bytes of a staged object, as ``open_object`` does; ObjectDamagedError while reading."""

        def read(n: int) -> bytes | None:
            with self._lock:
                return objects.read_chunk(self._open_connection(), staged.key, n)

        raw = objects.ObjectStream(read, EntryId("", 0), staged.size)
        return io.BufferedReader(raw, buffer_size=64 * 1024)

    def holders(self, id: EntryId) -> tuple[EntryId, ...]:
        """Return the other living entries that hold the same bytes: erasing this one alone leaves the bytes."""
        with self._using() as db:
            return tuple(erasing.holders_of(db, rows.entry_row(db, id)))

    def thumbnail(self, id: EntryId) -> bytes | None:
        """Return the small picture of an entry, or None. Raises UnknownEntryError."""
        with self._using() as db:
            n = rows.entry_row(db, id).n
            found = db.execute("SELECT data FROM thumbnail WHERE entry = ?", (n,)).get
            return bytes(found) if found is not None else None

    def kept_rows(self, name: str) -> tuple[str, ...]:
        """Return the texts that ``Act.keep_row`` has kept under a name, oldest first. They leave in no package."""
        with self._using() as db:
            return kept_rows.read_rows(db, name)

    # -- search ----------------------------------------------------------------------------------

    def search(self, text: str, limit: int = 50) -> tuple[EntryId, ...]:
        """Return the entries whose words contain the text, newest first; letter case does not count.

        Raises:
            IndexDamagedError: the index cannot be read; no evidence is touched, and ``rebuild_index`` mends it.
        """
        with self._using() as db:
            names = {n: chain.id for n, chain in rows.chains(db).items()}
            found = []
            try:
                numbers = searching.find_entries(db, text, limit)
            except PAGE_DAMAGE as error:
                self._damaged_caches.add(WORDS)
                raise IndexDamagedError(self.path) from error
            for n in numbers:
                place = db.execute("SELECT chain, seq FROM entry WHERE n = ?", (n,)).get
                if place is not None:
                    found.append(EntryId(names[place[0]], place[1]))
            return tuple(found)

    @property
    def index_damaged(self) -> bool:
        """Return whether the search index could not be read or written, and has to be made anew."""
        return WORDS in self._damaged_caches

    @property
    def index_version(self) -> str:
        """Return what ``rebuild_index`` was last told; "" when it should be called."""
        with self._using() as db:
            return searching.index_version(db)

    # -- what was read in pictures ---------------------------------------------------------------

    def keep_reading(self, id: EntryId, reading: Reading, index_text: str) -> bool:
        """Keep what was read in the picture of an entry, and make it findable: a cache, outside the ledger.

        Args:
            id: the entry with the picture's bytes.
            reading: what was read; an older one goes.
            index_text: the entry's own words, as ``append`` was given them.

        Returns:
            False where the bytes are erased; then nothing is kept.

        Raises:
            UnknownEntryError: no such entry.
        """
        kept = False
        with self._writing() as db, db:
            n = rows.entry_row(db, id).n
            kept = readings.keep(db, n, reading)
            if kept and WORDS not in self._damaged_caches:
                searching.drop_words(db, n)
                searching.add_words(db, n, f"{index_text}\n{reading.text}")
        return kept

    def reading(self, id: EntryId) -> Reading | None:
        """Return what was read in the picture of an entry, or None. Raises UnknownEntryError."""
        with self._using() as db:
            return readings.of_entry(db, rows.entry_row(db, id).n)

    def entries_read(self) -> frozenset[EntryId]:
        """Return the entries whose pictures were read."""
        with self._using() as db:
            names = {n: chain.id for n, chain in rows.chains(db).items()}
            places = readings.entries_read(db)
            return frozenset(EntryId(names[chain], seq) for chain, seq in places)

    # -- drafts ----------------------------------------------------------------------------------

    def save_draft(self, key: str, body: bytes, at: str) -> None:
        """Write unfinished work outside the ledger, in place of what that key had.

        Args:
            key: names the form or picture it belongs to.
            body: whatever the caller needs to go on.
            at: ledger time.
        """
        with self._writing() as db:
            db.execute(
                "INSERT INTO draft VALUES(?1, ?2, ?3) "
                "ON CONFLICT(key) DO UPDATE SET body = ?2, at = ?3",
                (key, body, at),
            )

    def draft(self, key: str) -> bytes | None:
        """Return the draft of that key, or None."""
        with self._using() as db:
            found = db.execute("SELECT body FROM draft WHERE key = ?", (key,)).get
            return bytes(found) if found is not None else None

    def drop_draft(self, key: str) -> None:
        """Delete a draft, if it is there."""
        with self._writing() as db:
            db.execute("DELETE FROM draft WHERE key = ?", (key,))

    # -- the connection ---------------------------------------------------------------------------

    def _open_connection(self) -> apsw.Connection:
        if self._connection is None:
            raise VaultClosedError
        return self._connection

    @contextmanager
    def _using(self) -> Iterator[apsw.Connection]:
        """Lend the connection for one short piece of work, SQLite's errors translated."""
        with self._lock, sqlite_errors_as_ours(self.path):
            yield self._open_connection()

    def _writing(self) -> AbstractContextManager[apsw.Connection]:
        """Lend the connection for one short piece of writing."""
        return self._using()

    @contextmanager
    def _slice(self) -> Iterator[apsw.Connection]:
        """Lend the connection for a slice of a verification, which wants to see SQLite's own errors."""
        with self._lock:
            yield self._open_connection()
