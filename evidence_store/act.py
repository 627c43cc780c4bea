"""One act of the user on the vault: what is sealed, erased or dropped together, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import apsw
import msgspec

from evidence_store import erasing, foreign_chain, kept_rows, objects, rows, searching
from evidence_store.bodies import MAX_BODY, check_body
from evidence_store.entries import (
    GENESIS_PREVIOUS,
    CaseChains,
    ChainKind,
    EntryId,
    EraseTarget,
    Head,
    NewObject,
    NewPart,
    ObjectBody,
    PartState,
    SealedPart,
    StagedObject,
    StoredEntry,
    Tombstone,
)
from evidence_store.errors import ActEndedError, BodyTooLargeError, NotSealableError
from evidence_store.fault_translation import PAGE_DAMAGE
from evidence_store.hashing import (
    SALT_BYTES,
    entry_hash,
    is_part_name,
    is_stamp,
    part_commitment,
    parts_hash,
)
from evidence_store.losses import restored_body
from evidence_store.schema import (
    FACTS_PART,
    FORMAT_VERSION,
    GENESIS_PART,
    OBJECT_PART,
    PARTS_PER_ENTRY,
)

WORDS, THUMBNAIL = "words", "thumbnail"
_CACHES = {
    WORDS: "INSERT INTO words(rowid, text) VALUES(?, ?)",
    THUMBNAIL: "INSERT INTO thumbnail VALUES(?, ?)",
}


class Act:
    """A transaction under way. ``Vault.act()`` returns it, and it is over when the ``with`` block ends."""

    def __init__(
        self,
        db: apsw.Connection,
        vault_id: str,
        *,
        new_id: Callable[[], str],
        new_salt: Callable[[], bytes],
        without: Collection[str] = (),
    ) -> None:
        self._db = db
        self._vault_id = vault_id
        self._new_id = new_id
        self._new_salt = new_salt
        self._over = False
        self.heads: dict[str, Head] = {}
        self.erased = False
        self.failed_cache = ""
        self._without = without
        self.leftovers: list[int] = []

    def begin_case(self, *, time: str, program: str) -> CaseChains:
        """Make a case with its two chains, each with its first entry, and return their ids.

        Args:
            time: ledger time.
            program: name and version of the program.
        """
        self._must_be_open()
        made = CaseChains(self._new_id(), self._new_id(), self._new_id())
        for kind, chain in ((ChainKind.EVIDENCE, made.evidence), (ChainKind.PRIVATE, made.private)):
            self._db.execute(
                "INSERT INTO chain(id, case_id, kind) VALUES(?, ?, ?)",
                (chain, made.case_id, kind.value),
            )
            genesis = {
                "kind": "genesis",
                "version": 1,
                "format": FORMAT_VERSION,
                "vault": self._vault_id,
                "case": made.case_id,
                "chain_kind": kind.value,
                "program": program,
            }
            body = msgspec.json.encode(genesis)
            self._seal(chain, [NewPart(GENESIS_PART, body)], time)
        return made

    def append(
        self,
        chain_id: str,
        parts: Sequence[NewPart],
        *,
        time: str,
        object: NewObject | StagedObject | None = None,
        thumbnail: bytes | None = None,
        index_text: str = "",
    ) -> StoredEntry:
        """Seal one entry at the end of a chain and return it.

        Args:
            chain_id: the chain.
            parts: its parts in order, ``facts`` first; a part ``object`` is added for the object.
            time: ledger time.
            object: bytes kept with it. Above 8 MiB stage them first, or the transaction grows long.
            thumbnail: a small picture for lists; a cache, not evidence.
            index_text: words under which the entry is found.

        Returns:
            The entry as sealed. It is safe once the ``with`` block of the act has ended well.

        Raises:
            NotSealableError, BodyError: a rule of the ledger is broken; nothing was written.
            BodyTooLargeError: no package could carry a part; nothing was written.
            UnknownChainError: no such chain.
            StagedObjectError: the staged object is gone or changed.
        """
        self._must_be_open()
        if not parts or parts[0].name != FACTS_PART:
            raise NotSealableError("facts first")
        if any(part.name in (OBJECT_PART, GENESIS_PART) for part in parts):
            raise NotSealableError("reserved part name")
        return self._seal(
            chain_id, parts, time, object=object, thumbnail=thumbnail, index_text=index_text
        )

    def erase(
        self,
        chain_id: str,
        targets: Sequence[EraseTarget],
        extra_parts: Sequence[NewPart],
        *,
        time: str,
    ) -> Tombstone:
        """Erase parts of entries for good, seal an entry that says which, and return that entry.

        Salt and body of each part go, with ``object`` also the bytes and the thumbnail, and the entry's words
        in the index. What stays: place, time, commitments, and copies outside this file.

        Args:
            chain_id: where the tombstone goes.
            targets: what to erase, in any chain of the vault.
            extra_parts: further parts of the tombstone, such as who and why.
            time: ledger time.

        Returns:
            The tombstone; ``still_held`` names entries that keep the same bytes alive.

        Raises:
            NotErasableError: no such open part, or it is a genesis or a tombstone's facts.
            UnknownEntryError: no such entry.
        """
        self._must_be_open()
        found = erasing.find_targets(self._db, targets)
        facts = NewPart(FACTS_PART, erasing.tombstone_body(targets))
        entry = self._seal(chain_id, [facts, *extra_parts], time)
        number = rows.entry_row(self._db, entry.id).n
        still_held = erasing.erase_parts(self._db, found, number)
        self.erased = True
        return Tombstone(
            entry.id,
            entry.time,
            entry.previous,
            entry.parts_hash,
            entry.hash,
            entry.parts,
            still_held,
        )

    def restored(
        self,
        chain_id: str,
        lost: Head,
        extra_parts: Sequence[NewPart],
        *,
        time: str,
        index_text: str = "",
    ) -> StoredEntry:
        """Seal an entry that names a head that was held once and is lacking since a backup came back. Return the entry.

        From the commit on head memory follows this chain again.

        Args:
            chain_id: the chain that lost it, or another one where that chain is gone altogether.
            lost: the head.
            extra_parts: further parts, such as who and why.
            time: ledger time.
            index_text: words under which the entry is found.
        """
        self._must_be_open()
        facts = NewPart(FACTS_PART, restored_body(chain_id, lost))
        return self._seal(chain_id, [facts, *extra_parts], time, index_text=index_text)

    def keep_chain(self, case_id: str, entries: Sequence[StoredEntry]) -> int:
        """Keep somebody else's chain with a case, or what is new of it; return how many entries were written.

        Args:
            case_id: the case.
            entries: the whole chain as its ledger text has it, from its genesis, checked before (``LedgerCheck``).

        Raises:
            ForeignChainError: it is ours, is kept with another case, or forks from what was kept before.
        """
        self._must_be_open()
        head, count = foreign_chain.write_chain(self._db, case_id, entries)
        self.heads[head.chain] = head
        return count

    def drop_draft(self, key: str) -> None:
        """Delete a draft in the same transaction as the act that replaces it."""
        self._must_be_open()
        self._db.execute("DELETE FROM draft WHERE key = ?", (key,))

    def drop_drafts_about(self, entry: EntryId) -> None:
        """Delete each draft whose key ends with the entry's chain and place, ``…/CHAIN/PLACE``."""
        self._must_be_open()
        ending = f"/{entry.chain}/{entry.seq}"
        self._db.execute("DELETE FROM draft WHERE substr(key, -length(?1)) = ?1", (ending,))

    def drop_drafts_of(self, ids: Sequence[str]) -> None:
        """Delete each draft whose key has one of these ids, of a case or a chain, between its slashes."""
        self._must_be_open()
        for each in ids:
            self._db.execute("DELETE FROM draft WHERE instr('/' || key || '/', ?)", (f"/{each}/",))

    def drop_rows(self, name: str, unwanted: Callable[[str], bool]) -> None:
        """Delete those of the texts under a name that ``unwanted`` is true of; the others keep their order."""
        self._must_be_open()
        kept_rows.drop_rows(self._db, name, unwanted)

    def keep_row(self, name: str, value: str) -> None:
        """Keep a text in the vault's own table, on no chain, as the newest one under that name; it is never changed.

        Raises:
            NotSealableError: the name is not of small letters and single ``_``; nothing was written.
        """
        self._must_be_open()
        kept_rows.write_row(self._db, name, value)

    def rewrite_index(self) -> None:
        """Leave nothing in the index of what was erased; called once, before the commit."""
        if self.erased:
            searching.optimise(self._db)

    def end(self) -> None:
        """Refuse everything that comes later."""
        self._over = True

    def _must_be_open(self) -> None:
        if self._over:
            raise ActEndedError

    def _seal(
        self,
        chain_id: str,
        parts: Sequence[NewPart],
        time: str,
        *,
        object: NewObject | StagedObject | None = None,
        thumbnail: bytes | None = None,
        index_text: str = "",
    ) -> StoredEntry:
        self._check(parts, time, with_object=object is not None)
        chain = rows.chain_number(self._db, chain_id)
        if rows.is_foreign(self._db, chain):
            raise NotSealableError("somebody else's chain")
        # Inside the transaction, never from memory: whoever committed last is the previous one.
        head = rows.head_row(self._db, chain)
        seq = head.seq + 1 if head else 0
        previous = head.hash if head else GENESIS_PREVIOUS
        kept = self._keep(object) if object is not None else None
        bodies = [(part.name, part.body) for part in parts]
        if kept is not None:
            bodies.append((OBJECT_PART, _object_body(kept)))
        sealed = tuple(self._commit_to(name, body) for name, body in bodies)
        list_hash = parts_hash((part.name, part.commitment) for part in sealed)
        own_hash = entry_hash(chain_id, seq, previous, time, list_hash)
        entry = StoredEntry(EntryId(chain_id, seq), time, previous, list_hash, own_hash, sealed)
        number = self._insert(chain, entry, kept)
        if thumbnail is not None:
            self._cache(THUMBNAIL, number, thumbnail)
        if words := searching.index_form(index_text).strip():
            self._cache(WORDS, number, words)
        self.heads[chain_id] = Head(chain_id, seq, own_hash)
        return entry

    def _check(self, parts: Sequence[NewPart], time: str, *, with_object: bool) -> None:
        if not is_stamp(time):
            raise NotSealableError("time")
        names = [part.name for part in parts]
        if len(set(names)) != len(names) or not all(is_part_name(name) for name in names):
            raise NotSealableError("part name")
        if len(names) + with_object > PARTS_PER_ENTRY:
            raise NotSealableError("too many parts")
        if names != [GENESIS_PART] and (
            names[0] != FACTS_PART or {OBJECT_PART, GENESIS_PART} & set(names)
        ):
            raise NotSealableError("reserved part name")
        for part in parts:
            if len(part.body) > MAX_BODY:
                raise BodyTooLargeError(part.name, len(part.body), MAX_BODY)
            check_body(part.body)

    def _commit_to(self, name: str, body: bytes) -> SealedPart:
        salt = self._new_salt()
        if len(salt) != SALT_BYTES:
            raise NotSealableError("salt")
        commitment = part_commitment(name, salt.hex(), body)
        return SealedPart(name, commitment, PartState.OPEN, salt.hex(), body)

    def _insert(self, chain: int, entry: StoredEntry, kept: StagedObject | None) -> int:
        self._db.execute(
            "INSERT INTO entry(chain, seq, time, previous, parts_hash, hash, object, size) "
            "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            (
                chain,
                entry.id.seq,
                entry.time,
                entry.previous,
                entry.parts_hash,
                entry.hash,
                kept.key if kept else None,
                kept.size if kept else None,
            ),
        )
        number = self._db.last_insert_rowid()
        for position, part in enumerate(entry.parts):
            n = number * PARTS_PER_ENTRY + position
            self._db.execute("INSERT INTO part VALUES(?, ?, ?)", (n, part.name, part.commitment))
            self._db.execute("INSERT INTO opening VALUES(?, ?, ?)", (n, part.salt, part.body))
        if kept is not None:
            objects.unstage(self._db, kept.key)
        return number

    def _cache(self, cache: str, number: int, value: str | bytes) -> None:
        """Write to a cache, unless it is known to be damaged: that must not keep evidence from being sealed.

        One that turns out to be damaged now ends this transaction, since no other page can be read in it any more;
        ``failed_cache`` names it, and the next act goes without.
        """
        if cache in self._without:
            searching.mark_damaged(self._db, cache)  # it lacks this one
            return
        try:
            self._db.execute(_CACHES[cache], (number, value))
        except PAGE_DAMAGE:
            self.failed_cache = cache
            raise

    def _keep(self, object: NewObject | StagedObject) -> StagedObject:
        if isinstance(object, StagedObject):
            objects.require_staged(self._db, object)
            fresh = object
        else:
            fresh = objects.write_whole(self._db, object.source, object.media_type)
        twin = objects.twin_of(self._db, fresh)
        if twin is None:
            return fresh
        if isinstance(object, StagedObject):
            # Perhaps a gigabyte: dropped after the commit, in pieces; until then it counts as staged.
            self.leftovers.append(fresh.key)
        else:
            objects.drop_chunks(self._db, fresh.key)
        return msgspec.structs.replace(fresh, key=twin)


def _object_body(kept: StagedObject) -> bytes:
    return msgspec.json.encode(
        ObjectBody(version=1, sha256=kept.sha256, size=kept.size, media_type=kept.media_type)
    )
