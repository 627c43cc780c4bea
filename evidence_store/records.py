"""Entries one by one, as they are copied elsewhere and put together again: with their parts, salts and bytes.

Rules:
- Records come in the order in which the vault wrote its entries, over all chains. One is read in slices, so that the
  cost of a record does not grow with the vault, and nobody waits for it longer than for a slice.
- A vault that is put together from records is written by nobody else: entries, openings and tombstones are put in
  under the same guards as ever, and every hash is reckoned anew before an entry is taken.
- What is no evidence does not come along but for small pictures and the rows of the vault's own table.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import BinaryIO

import apsw
import msgspec

from atomic_file import check_name, part_beside, sweep_beside, sync_file, sync_folder
from evidence_store import erasing, objects, rows
from evidence_store.bodies import check_body
from evidence_store.connection import Parameters, create_file
from evidence_store.entries import (
    GENESIS_PREVIOUS,
    Chain,
    ChainKind,
    EntryId,
    ObjectBody,
    PartState,
    StagedObject,
    StoredEntry,
)
from evidence_store.errors import BodyError, RecordError, VaultExistsError
from evidence_store.fault_translation import os_errors_as_ours, sqlite_errors_as_ours
from evidence_store.hashing import entry_hash, part_commitment, parts_hash
from evidence_store.passphrase import normalise_passphrase
from evidence_store.rules import named_targets
from evidence_store.schema import FOREIGN_VERSION, OBJECT_PART, PARTS_PER_ENTRY

_SLICE = 64
_ENDING = "new"


class Record(msgspec.Struct, frozen=True):
    """One entry with all that belongs to it.

    Attributes:
        n: its place among all entries of the vault, from 1.
        chain: the chain that it stands in.
        entry: with its parts; those that were erased have neither salt nor body.
        content: the bytes kept with it; None where there are none, or none any more.
        size: how many they are.
        thumbnail: its small picture, or None.
    """

    n: int
    chain: Chain
    entry: StoredEntry
    content: BinaryIO | None = None
    size: int = 0
    thumbnail: bytes | None = None


def last_number(db: apsw.Connection) -> int:
    """Return the place of the last entry among all entries; 0 where there is none."""
    return int(db.execute("SELECT coalesce(max(n), 0) FROM entry").get)


def read_records(
    using: Callable[[], AbstractContextManager[apsw.Connection]],
    open_object: Callable[[EntryId], BinaryIO],
    since: int,
    until: int,
) -> Iterator[Record]:
    """Yield the records above ``since`` and up to ``until``, in their order."""
    while since < until:
        with using() as db:
            chains = rows.chains(db)
            found = rows.numbered_rows(db, since, until, _SLICE)
        if not found:
            return
        for row in found:
            chain = chains[row.chain]
            with using() as db:
                entry = rows.as_entry(db, chain.id, row)
                small = db.execute("SELECT data FROM thumbnail WHERE entry = ?", (row.n,)).get
            part = entry.part(OBJECT_PART)
            there = part is not None and part.state is PartState.OPEN and row.size is not None
            yield Record(
                n=row.n,
                chain=chain,
                entry=entry,
                content=open_object(entry.id) if there else None,
                size=row.size or 0 if there else 0,
                thumbnail=bytes(small) if small is not None else None,
            )
        since = found[-1].n


class Rebuilding:
    """A new vault that is put together from records, in their order. It has its name once it is whole.

    Args:
        path: where; nothing may be there yet.
        passphrase: of the new vault, as typed.
        vault_id: of the vault that the records are of.
        parameters: how it is encrypted.

    Attributes:
        heads: the last entry of each chain so far, by the chain's id.
        taken: how many entries it has.

    Raises:
        VaultExistsError, VaultMissingError (no such folder), ReadOnlyError, DiskFullError, DiskFaultError,
        EmptyPassphraseError, WeakPassphraseError.
    """

    def __init__(self, path: Path, passphrase: str, vault_id: str, parameters: Parameters) -> None:
        self.heads: dict[str, StoredEntry] = {}
        self.taken = 0
        self._path = path
        key = normalise_passphrase(passphrase)
        check_name(path)
        if path.exists():
            raise VaultExistsError(path)
        with ExitStack() as making:
            with os_errors_as_ours(path):
                sweep_beside(path, _ENDING)
                self._part = making.enter_context(part_beside(path, _ENDING))
                self._part.unlink()
            making.callback(self._sweep_journal)
            self._opened = create_file(self._part, key, parameters)
            making.callback(self._opened.db.close)
            self._db = self._opened.db
            with sqlite_errors_as_ours(path), self._db:
                self._db.execute("INSERT INTO vault VALUES('id', ?)", (vault_id,))
                # No version of ours, so that whoever opens it makes the search index anew.
                self._db.execute("INSERT INTO cache VALUES('words', '')")
            self._making = making.pop_all()

    def finish(self) -> None:
        """Let go of the file, which is whole, and give it its name.

        Raises:
            VaultExistsError: something has that name by now.
            DiskFullError, DiskFaultError: it does not last; nothing is left.
        """
        with self._making, sqlite_errors_as_ours(self._path), os_errors_as_ours(self._path):
            self._db.close()
            sync_file(self._part)
            if self._path.exists():
                raise VaultExistsError(self._path)
            self._part.rename(self._path)
            sync_folder(self._path.parent)

    def close(self) -> None:
        """Let go of the file; what has no name yet is taken away."""
        self._making.close()

    def _sweep_journal(self) -> None:
        self._part.with_name(f"{self._part.name}-journal").unlink(missing_ok=True)

    def put_rows(self, values: Sequence[tuple[str, str]]) -> None:
        """Put in rows of the vault's own table; its id is there already."""
        with sqlite_errors_as_ours(self._path), self._db:
            for key, value in values:
                if key != "id":
                    self._db.execute("INSERT INTO vault VALUES(?, ?)", (key, value))

    def put(self, record: Record) -> bool:
        """Put one entry in; return False where it is there already.

        Raises:
            RecordError: it does not follow what is there, or what it says does not have its hash. Nothing was put in.
        """
        entry = record.entry
        last = self.heads.get(entry.id.chain)
        if last is not None and entry.id.seq <= last.id.seq:
            return False
        expected = 0 if last is None else last.id.seq + 1
        previous = GENESIS_PREVIOUS if last is None else last.hash
        if (
            entry.id.seq != expected
            or entry.previous != previous
            or not holds(entry, record.chain.kind)
        ):
            raise RecordError(entry.id)
        with sqlite_errors_as_ours(self._path), self._db:
            self._insert(record)
        self.heads[entry.id.chain] = entry
        self.taken += 1
        return True

    def _insert(self, record: Record) -> None:
        db, entry = self._db, record.entry
        if entry.id.seq == 0:
            if record.chain.kind is ChainKind.FOREIGN:
                db.pragma("user_version", FOREIGN_VERSION)
            db.execute(
                "INSERT INTO chain(id, case_id, kind) VALUES(?, ?, ?)",
                (record.chain.id, record.chain.case_id, record.chain.kind.value),
            )
        kept = self._keep(record)
        db.execute(
            "INSERT INTO entry(chain, seq, time, previous, parts_hash, hash, object, size) "
            "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            (
                rows.chain_number(db, entry.id.chain),
                entry.id.seq,
                entry.time,
                entry.previous,
                entry.parts_hash,
                entry.hash,
                kept.key if kept else None,
                kept.size if kept else None,
            ),
        )
        number = db.last_insert_rowid()
        for position, part in enumerate(entry.parts):
            n = number * PARTS_PER_ENTRY + position
            db.execute("INSERT INTO part VALUES(?, ?, ?)", (n, part.name, part.commitment))
            if part.state is PartState.OPEN:
                db.execute("INSERT INTO opening VALUES(?, ?, ?)", (n, part.salt, part.body))
        if kept is not None:
            objects.unstage(db, kept.key)
        if record.thumbnail is not None and kept is not None:
            db.execute("INSERT INTO thumbnail VALUES(?, ?)", (number, record.thumbnail))
        self._erase(entry, number)

    def _keep(self, record: Record) -> StagedObject | None:
        if record.content is None:
            return None
        part = record.entry.part(OBJECT_PART)
        body = msgspec.json.decode(part.body or b"", type=ObjectBody) if part is not None else None
        if body is None:
            raise RecordError(record.entry.id)
        made = objects.write_whole(self._db, record.content, body.media_type)
        if (made.sha256, made.size) != (body.sha256, body.size):
            raise RecordError(record.entry.id)
        twin = objects.twin_of(self._db, made)
        if twin is None:
            return made
        objects.drop_chunks(self._db, made.key)
        return msgspec.structs.replace(made, key=twin)

    def _erase(self, entry: StoredEntry, number: int) -> None:
        """Write which parts a tombstone erased, and take away those that came open: they were copied before."""
        named: dict[EntryId, list[str]] = {}
        for target, name in named_targets(entry):
            named.setdefault(target, []).append(name)
        for target, names in named.items():
            erasing.erase_again(self._db, target, names, number)


def holds(entry: StoredEntry, kind: ChainKind) -> bool:
    """Return whether all hashes of an entry follow from what it says; a foreign one may have been withheld whole."""
    for part in entry.parts:
        if part.state is PartState.OPEN:
            try:
                check_body(part.body or b"")
            except BodyError:
                return False
            if part_commitment(part.name, part.salt or "", part.body or b"") != part.commitment:
                return False
    listed = parts_hash((part.name, part.commitment) for part in entry.parts)
    own = entry_hash(entry.id.chain, entry.id.seq, entry.previous, entry.time, entry.parts_hash)
    withheld = kind is ChainKind.FOREIGN and not entry.parts
    return (withheld or listed == entry.parts_hash) and own == entry.hash


def record_holds(record: Record) -> bool:
    """Return whether all hashes of a record follow from what it says; its bytes are read to their end."""
    part = record.entry.part(OBJECT_PART)
    if record.content is not None:
        if part is None or part.body is None:
            return False
        body = msgspec.json.decode(part.body, type=ObjectBody)
        digest = hashlib.sha256()
        size = 0
        while piece := record.content.read(objects.CHUNK_BYTES):
            digest.update(piece)
            size += len(piece)
        if (digest.hexdigest(), size) != (body.sha256, body.size):
            return False
    return holds(record.entry, record.chain.kind)
