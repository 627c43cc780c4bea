"""Verifying a whole vault: every entry, every part, every object, every page in use, every held head.

Rules:
- Nothing is changed. The vault is held for one slice at a time, and ``progress`` is told between two of them: what
  is sealed there waits for nothing, and is checked too. So the ledger that is judged may be longer than the one
  that was begun with, never shorter.
- What cannot be read is a finding of its own and the next thing is looked at. One damaged piece makes
  INCOMPLETE; UNREADABLE is said only where nothing could be read.
- Shorter than a held head is INCOMPLETE, another hash at a held place is ALTERED.

Kinds of findings and checks: docs/format.md, "Findings".
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import nullcontext

import apsw

from evidence_store import objects, rows, scan
from evidence_store.adopting import AdoptedEntry, adopted_by, not_there
from evidence_store.entries import Chain, ChainKind, EntryId, Head, ObjectBody, StoredEntry
from evidence_store.errors import BodyError
from evidence_store.fault_translation import UNREADABLE
from evidence_store.heads import HeldHeads
from evidence_store.losses import heads_named_by
from evidence_store.pages import check_pages
from evidence_store.receipts import normalise_receipt, receipt_code
from evidence_store.report import (
    CheckName,
    Finding,
    FindingKind,
    Receipt,
    Report,
    Unchecked,
    Verdict,
    worst,
)
from evidence_store.rules import (
    ChainCheck,
    Erasures,
    check_genesis,
    check_order,
    check_parts,
)
from evidence_store.scan import ScannedEntry, Slice, Unreadable
from evidence_store.tally import CheckTally

Progress = Callable[[int, int], None]
See = Callable[[StoredEntry], None] | None


def check_hashes(db: apsw.Connection) -> Report:
    """Return the report of the look at opening: the chains' hashes and links, from the entries' rows alone."""
    verification = _Verification(lambda: nullcontext(db))
    verification.walk(deep=False)
    return verification.report(None)


def verify_vault(
    slice: Slice,
    held: HeldHeads | None,
    *,
    expect: str = "",
    progress: Progress | None = None,
    kept: bool = True,
    see: See = None,
) -> Report:
    """Verify everything and return the report.

    Args:
        slice: gives the connection for one slice.
        held: what head memory knows, or None.
        expect: a receipt code got another way, or "".
        progress: told (bytes of objects read, bytes of objects in all) between the slices; (0, 0) while nobody knows.
        kept: whether head memory can be written: why there may be nothing in it.
        see: told of each entry as it is read; it must not use the vault.

    Raises:
        ReceiptFormatError: ``expect`` is not a receipt code.
    """
    wanted = normalise_receipt(expect) if expect else None
    verification = _Verification(slice, progress, see)
    with slice() as db:
        db.release_memory()  # read from the disk, not from what this process remembers of it
    verification.walk(deep=True)
    verification.compare_erasures()
    verification.compare_adopted()
    verification.read_objects()
    verification.read_pages()
    verification.compare_held(held)
    verification.note_forks()
    return verification.report(wanted, unheld=Unchecked.NONE_HELD if kept else Unchecked.NOT_KEPT)


class _Verification:
    """What one verification has seen so far."""

    def __init__(self, slice: Slice, progress: Progress | None = None, see: See = None) -> None:
        self._slice, self._progress = slice, progress
        self._see = see or (lambda _: None)
        self._done = self._total = 0
        self._tally = CheckTally()
        self._chains: dict[int, Chain] = {}
        self._hashes: dict[str, dict[int, str]] = {}
        self._unread: set[str] = set()
        self._whole = True
        self._objects: list[tuple[EntryId, rows.EntryRow, ObjectBody]] = []
        self._entries = self._objects_read = 0
        self._adopted: list[AdoptedEntry] = []
        self._erasures = Erasures()
        self._forks: dict[Head, EntryId] = {}
        self._vault_id = ""

    # -- the ledger ------------------------------------------------------------------------------

    def walk(self, *, deep: bool) -> None:
        """Go through all entries; ``deep`` looks at their parts as well."""
        walks: dict[int, ChainCheck] = {}
        since = 0
        try:
            until = self._look_ahead(walks)
            while since < until:
                for found in scan.rows_of(self._slice, since, until):
                    self._check_slice(found, walks, deep=deep)
                    self._between()
                # Entries that came meanwhile may be tombstones of what was just found gone.
                since = until
                if deep:
                    until = self._look_ahead(walks)
        except UNREADABLE:
            self._whole = False
            nothing = Finding(FindingKind.LEDGER_UNREADABLE, Verdict.UNREADABLE)
            self._tally.add(CheckName.CHAIN, [nothing])
        self._count_known(CheckName.CHAIN)
        if deep:
            self._count_known(CheckName.COMMITMENTS)
            self._count_known(CheckName.GENESIS)

    def _look_ahead(self, walks: dict[int, ChainCheck]) -> int:
        """Find every chain there is by now, and return the number of the last entry, which belongs to one of them."""
        with self._slice() as db:
            self._chains = rows.chains(db)
            self._vault_id = str(db.execute("SELECT value FROM vault WHERE key = 'id'").get)
            for n, chain in self._chains.items():
                if n not in walks:
                    walks[n] = ChainCheck(chain.id)
                    self._hashes[chain.id] = {}
            return scan.last_number(db)

    def _between(self) -> None:
        """Tell the listener, who may use the vault or end the verification by raising: nothing is held."""
        if self._progress is not None:
            self._progress(self._done, self._total)

    def _check_slice(
        self, found: list[rows.EntryRow | Unreadable], walks: dict[int, ChainCheck], *, deep: bool
    ) -> None:
        kept = [row for row in found if isinstance(row, rows.EntryRow)]
        for row in found:
            if isinstance(row, Unreadable):
                self._note_unreadable(row, walks)
                continue
            walk = walks.get(row.chain)
            if walk is None:
                self._tally.note(CheckName.CHAIN, FindingKind.UNKNOWN_CHAIN, EntryId("", row.seq))
                continue
            self._entries += 1
            self._tally.count(CheckName.CHAIN)
            self._hashes[self._chains[row.chain].id][row.seq] = row.hash
            wrong = walk.check(row.seq, row.time, row.previous, row.parts_hash, row.hash)
            self._tally.add(CheckName.CHAIN, wrong)
            if deep:
                self._tally.count(CheckName.TIMES)
                self._tally.add(CheckName.TIMES, walk.compare_time(row.seq, row.time))
        if deep:
            names = {n: chain.id for n, chain in self._chains.items()}
            with self._slice() as db:
                scanned = scan.read_parts(db, names, [r for r in kept if r.chain in walks])
            for each in scanned:
                self._check_entry(each)

    def _note_unreadable(self, lost: Unreadable, walks: dict[int, ChainCheck]) -> None:
        self._entries += 1
        self._unread.add(lost.id.chain)
        self._whole = False
        kind = FindingKind.PART_UNREADABLE if lost.part else FindingKind.ENTRY_UNREADABLE
        self._tally.note(CheckName.CHAIN, kind, lost.id, Verdict.INCOMPLETE, path=lost.part)
        for n, chain in self._chains.items():
            if n in walks and chain.id == lost.id.chain:
                walks[n].skip_unreadable(lost.id.seq)
            elif n in walks and lost.id.seq < 0:
                walks[n].lose_place()

    def _check_entry(self, scanned: ScannedEntry | Unreadable) -> None:
        if isinstance(scanned, Unreadable):
            self._whole = False
            self._tally.note(
                CheckName.COMMITMENTS, FindingKind.PARTS_UNREADABLE, scanned.id, Verdict.INCOMPLETE
            )
            return
        entry = scanned.entry
        self._see(entry)
        self._tally.count(CheckName.COMMITMENTS, len(entry.parts))
        lost = {each.part for each in scanned.lost}
        for part in lost:
            kind = FindingKind.PART_UNREADABLE
            self._tally.note(CheckName.COMMITMENTS, kind, entry.id, Verdict.INCOMPLETE, path=part)
        chain = self._chains[scanned.row.chain]
        foreign = chain.kind is ChainKind.FOREIGN
        if entry.parts or not foreign:  # of what was withheld as a whole there are no parts here
            self._tally.add(CheckName.COMMITMENTS, check_parts(entry))
        if entry.id.seq == 0 and not lost:
            said = (ChainKind.EVIDENCE, "") if foreign else (chain.kind, self._vault_id)
            self._tally.add(CheckName.GENESIS, check_genesis(entry, *said))
            self._tally.count(CheckName.GENESIS)
        elif entry.id.seq > 0 and not lost:
            self._tally.add(CheckName.CHAIN, check_order(entry))
        if foreign:
            self._erasures.add(entry, lost, as_handed_out=True)
            return  # the bytes are with those who sealed them, and what they lost is not ours
        self._adopted += adopted_by(entry)
        self._erasures.add(entry, lost)
        self._forks |= dict.fromkeys(heads_named_by(entry), entry.id)
        self._note_object(scanned)

    def _note_object(self, scanned: ScannedEntry) -> None:
        try:
            facts = objects.object_facts(scanned.entry)
        except BodyError:
            return  # told already
        if facts is not None:
            self._objects.append((scanned.entry.id, scanned.row, facts))

    def compare_erasures(self) -> None:
        """Compare what tombstones name with what is gone."""
        self._tally.add(CheckName.ERASURES, self._erasures.unnamed(withheld_is_missing=True))
        self._count_known(CheckName.ERASURES, self._erasures.count)
        handed_out = self._erasures.handed_out
        for (id, name), by in self._erasures.named.items():
            self._between()
            if id.seq not in self._hashes.get(id.chain, {}):
                if id.chain not in self._unread and by.chain not in handed_out:
                    self._tally.note(CheckName.ERASURES, FindingKind.TOMBSTONE, by, path=name)
                continue
            try:
                with self._slice() as db:
                    kept = rows.is_part_open(db, id, name)
            except UNREADABLE:
                continue  # told already
            if kept is None and by.chain not in handed_out:
                self._tally.note(CheckName.ERASURES, FindingKind.TOMBSTONE, by, path=name)
            elif kept:
                self._tally.note(CheckName.ERASURES, FindingKind.ERASED_BUT_KEPT, id, path=name)

    def compare_adopted(self) -> None:
        """Compare what entries say of other chains with these: each is kept beside ours."""
        if not self._unread:
            found = not_there(self._adopted, self._hashes, absent=Verdict.INCOMPLETE)
            self._tally.add(CheckName.CHAIN, found)

    # -- objects ---------------------------------------------------------------------------------

    def read_objects(self) -> None:
        """Read every object to its end, each once, however many entries hold it."""
        sizes = {row.object: facts.size for _, row, facts in self._objects}
        self._total = sum(sizes.values())
        known: dict[int, str | Finding] = {}
        self._count_known(CheckName.OBJECTS)
        for id, row, facts in self._objects:
            if row.object is None or row.size != facts.size:
                kind = FindingKind.OBJECT_MISSING
                self._tally.note(CheckName.OBJECTS, kind, id, Verdict.INCOMPLETE)
                continue
            if row.object not in known:
                digest = hashlib.sha256()
                for data in self._object(row.object, facts.size, known):
                    digest.update(data)
                    self._done += len(data)
                    self._between()
                known.setdefault(row.object, digest.hexdigest())
                self._objects_read += 1
            self._tally.count(CheckName.OBJECTS)
            self._judge_object(id, row, facts, known[row.object])

    def _object(self, key: int, size: int, known: dict[int, str | Finding]) -> Iterator[bytes]:
        for n in range(objects.chunk_count(size)):
            try:
                with self._slice() as db:
                    data = objects.read_chunk(db, key, n)
            except UNREADABLE:
                known[key] = Finding(FindingKind.OBJECT_UNREADABLE, Verdict.INCOMPLETE)
                return
            if data is None:
                known[key] = Finding(FindingKind.OBJECT_MISSING, Verdict.INCOMPLETE)
                return
            yield data

    def _judge_object(
        self, id: EntryId, row: rows.EntryRow, facts: ObjectBody, seen: str | Finding
    ) -> None:
        if isinstance(seen, Finding):
            if seen.kind is FindingKind.OBJECT_MISSING and self._erased_meanwhile(row):
                return
            self._tally.note(CheckName.OBJECTS, seen.kind, id, seen.verdict)
        elif seen != facts.sha256:
            self._tally.note(
                CheckName.OBJECTS, FindingKind.OBJECT_HASH, id, expected=facts.sha256, found=seen
            )

    def _erased_meanwhile(self, row: rows.EntryRow) -> bool:
        try:
            with self._slice() as db:
                return rows.is_part_erased(db, row.n, "object")
        except UNREADABLE:
            return False

    # -- pages, heads, receipts ------------------------------------------------------------------

    def read_pages(self) -> None:
        """Read the pages that nothing above came past: indexes, caches, drafts."""
        found, count = check_pages(
            self._slice, structure=not self._tally.findings, between=self._between
        )
        self._tally.count(CheckName.PAGES, count)
        self._tally.add(CheckName.PAGES, found)

    def compare_held(self, held: HeldHeads | None) -> None:
        """Compare with what this profile remembers of the chains."""
        check = CheckName.HELD_HEADS
        for head in held.heads if held else ():
            self._tally.count(check)
            if head in self._forks:
                continue  # an entry names it: told below
            hashes = self._hashes.get(head.chain)
            id = EntryId(head.chain, head.seq)
            if hashes is None:
                self._tally.note(check, FindingKind.CHAIN_MISSING, id, Verdict.INCOMPLETE)
            elif head.seq in hashes:
                kind, found = FindingKind.HEAD_OTHER, hashes[head.seq]
                if found != head.hash:
                    self._tally.note(check, kind, id, expected=head.hash, found=found)
            elif head.chain not in self._unread and "" not in self._unread:
                kind = FindingKind.HEAD_SHORTER
                expected, found = str(head.seq), str(max(hashes, default=-1))
                self._tally.note(
                    check, kind, id, Verdict.INCOMPLETE, expected=expected, found=found
                )

    def note_forks(self) -> None:
        """Note entries that name what was lost when an older copy was taken into use: remarks, no alteration."""
        for head, by in self._forks.items():
            self._tally.count(CheckName.FORKS)
            self._tally.note(
                CheckName.FORKS, FindingKind.NAMED_FORK, by, Verdict.CONSISTENT, expected=head.hash
            )

    def report(
        self, wanted: tuple[str, int | None] | None, unheld: Unchecked = Unchecked.NONE_HELD
    ) -> Report:
        """Return everything that was seen; ``unheld`` is why no head was compared."""
        receipts = tuple(
            Receipt(chain, max(hashes), receipt_code(hashes[max(hashes)]))
            for chain, hashes in self._hashes.items()
            if hashes
        )
        matched = self._match(wanted) if wanted else None
        findings = tuple(self._tally.findings)
        checks = tuple(self._tally.checks(unheld))
        verdict, seen = worst(findings), (self._entries, self._objects_read)
        return Report(verdict, findings, checks, receipts, matched, *seen)

    def _match(self, wanted: tuple[str, int | None]) -> Receipt | None:
        code, place = wanted
        self._tally.count(CheckName.RECEIPT)
        # A hash that its own entry does not make stands for nothing.
        false = {
            (each.chain, each.seq)
            for each in self._tally.findings
            if each.kind is FindingKind.ENTRY_HASH
        }
        for chain, hashes in self._hashes.items():
            for seq, own_hash in hashes.items():
                if (chain, seq) in false:
                    continue
                if receipt_code(own_hash) == code and place in (None, seq):
                    return Receipt(chain, seq, code)
        self._tally.add(
            CheckName.RECEIPT,
            [Finding(FindingKind.RECEIPT, Verdict.NOT_CONFIRMED, seq=place, expected=code)],
        )
        return None

    def _count_known(self, check: CheckName, more: int = 0) -> None:
        """Count what may be nothing at all: that is in order where the whole ledger could be read."""
        if more or self._whole:
            self._tally.count(check, more)
