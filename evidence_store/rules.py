"""What must hold for entries, checked one by one: used for a vault and for a ledger text alike. Pure.

Each broken rule is a finding; the kinds are listed in docs/format.md. The kinds that the travelling verifier
knows too have the same names there.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from evidence_store.bodies import check_body
from evidence_store.entries import GENESIS_PREVIOUS, EntryId, PartState, SealedPart, StoredEntry
from evidence_store.errors import BodyError
from evidence_store.hashing import entry_hash, is_stamp, part_commitment, parts_hash
from evidence_store.objects import read_object_body
from evidence_store.report import Finding, FindingKind, Verdict
from evidence_store.schema import FACTS_PART, FORMAT_VERSION, GENESIS_PART, OBJECT_PART

# What goes along in a package of format 2 beside dossier and exhibits; of the entry that sealed the dossier.
PACKAGE_PART = "package"

# The kinds of ``facts`` that the store itself looks into.
STORE_KINDS = frozenset({"tombstone"})


def finding(
    kind: FindingKind,
    id: EntryId,
    verdict: Verdict = Verdict.ALTERED,
    *,
    path: str = "",
    expected: str = "",
    found: str = "",
) -> Finding:
    """Return a finding about one entry; ``path`` names the part."""
    return Finding(
        kind, verdict, chain=id.chain, seq=id.seq, path=path, expected=expected, found=found
    )


class ChainCheck:
    """Follows one chain from its first entry and tells where it does not hold together.

    Args:
        chain: the chain's id.
    """

    def __init__(self, chain: str) -> None:
        self._chain = chain
        self._previous: str | None = GENESIS_PREVIOUS
        self._next: int | None = 0
        self._time = ""

    def check(
        self, seq: int, time: str, previous: str, list_hash: str, own_hash: str
    ) -> Iterator[Finding]:
        """Yield what is wrong with the next entry of the chain, in the order in which the ledger has it."""
        id = EntryId(self._chain, seq)
        if self._next is not None and seq != self._next:
            yield finding(FindingKind.SEQUENCE, id, expected=str(self._next), found=str(seq))
        if not is_stamp(time):
            yield finding(FindingKind.TIME_FORM, id, found=time[:40])
        made = entry_hash(self._chain, seq, previous, time, list_hash)
        if made != own_hash:
            yield finding(FindingKind.ENTRY_HASH, id, expected=own_hash, found=made)
        if self._previous is not None and previous != self._previous:
            yield finding(FindingKind.LINK, id, expected=self._previous, found=previous)
        self._previous = own_hash
        self._next = seq + 1

    def compare_time(self, seq: int, time: str) -> Iterator[Finding]:
        """Yield a remark where the entry says to be older than the one before: the place is what counts.

        Times are all of one form, so the order of texts is that of times.
        """
        if time < self._time:
            id = EntryId(self._chain, seq)
            yield finding(
                FindingKind.TIME_BACK, id, Verdict.CONSISTENT, expected=self._time, found=time
            )
        self._time = time

    def skip_unreadable(self, seq: int) -> None:
        """Pass over an entry that cannot be read: the one after it has nothing to be compared with."""
        self._previous = None
        self._next = seq + 1

    def lose_place(self) -> None:
        """Note that an entry of some chain cannot be read, perhaps of this one: the next place is not known."""
        self._previous = None
        self._next = None


def check_order(entry: StoredEntry) -> Iterator[Finding]:
    """Yield findings unless a later entry begins with ``facts``, ends with its ``object``, and is no second genesis."""
    names = [part.name for part in entry.parts]
    if GENESIS_PART in names:
        yield finding(FindingKind.GENESIS, entry.id)
    elif names and (names[0] != FACTS_PART or OBJECT_PART in names[:-1]):
        yield finding(FindingKind.PARTS_ORDER, entry.id)


def check_parts(entry: StoredEntry, kinds: Container[str] = STORE_KINDS) -> Iterator[Finding]:
    """Yield what is wrong with the list of parts, and with each part that is open.

    Args:
        entry: what is checked.
        kinds: the kinds of ``facts`` that whoever checks looks into: of those a later version cannot be judged.
    """
    made = parts_hash((part.name, part.commitment) for part in entry.parts)
    if made != entry.parts_hash:
        yield finding(FindingKind.PARTS_HASH, entry.id, expected=entry.parts_hash, found=made)
    for part in entry.parts:
        if part.state is PartState.OPEN:
            yield from _check_open(entry.id, part, kinds)


def _check_open(id: EntryId, part: SealedPart, kinds: Container[str]) -> Iterator[Finding]:
    body, salt = part.body or b"", part.salt or ""
    made = part_commitment(part.name, salt, body)
    if made != part.commitment:
        yield finding(
            FindingKind.COMMITMENT, id, path=part.name, expected=part.commitment, found=made
        )
    try:
        value = check_body(body)
        known = part.name in (FACTS_PART, PACKAGE_PART) and value["kind"] in kinds
        if value["version"] > 1 and (known or part.name in (OBJECT_PART, GENESIS_PART)):
            yield _newer(id, part.name, value["version"])
        elif part.name == OBJECT_PART:
            read_object_body(body)
    except BodyError as error:
        yield finding(FindingKind.BODY, id, path=part.name, found=error.reason)


def _newer(id: EntryId, part: str, version: int) -> Finding:
    return finding(FindingKind.NEWER_FORMAT, id, Verdict.UNREADABLE, path=part, found=str(version))


def check_genesis(entry: StoredEntry, chain_kind: str, vault_id: str = "") -> Iterator[Finding]:
    """Yield findings unless a first entry has one part, open, that says which chain of which vault this is."""
    body = {}
    part = entry.part(GENESIS_PART)
    if part is not None and part.body is not None:
        try:
            body = check_body(part.body)
        except BodyError:
            return  # told already
    wanted = ("genesis", FORMAT_VERSION, chain_kind, vault_id or body.get("vault"))
    said = tuple(body.get(key) for key in ("kind", "format", "chain_kind", "vault"))
    # In Python, true is equal to 1; in the format it is not.
    version = body.get("format")
    fits = wanted == said and type(version) is int
    if body.get("kind") == "genesis" and type(version) is int and version > FORMAT_VERSION:
        yield _newer(entry.id, GENESIS_PART, version)
        fits = True
    if len(entry.parts) != 1 or not fits:
        yield finding(FindingKind.GENESIS, entry.id)


class Erasures:
    """Compares what tombstones name with what is erased.

    Entries are taken in any order; the answer is asked for at the end, since a tombstone comes later than
    what it names.
    """

    def __init__(self) -> None:
        self.named: dict[tuple[EntryId, str], EntryId] = {}
        self.handed_out: set[str] = set()
        self._malformed: list[EntryId] = []
        self._closed: list[tuple[EntryId, SealedPart]] = []
        self.count = 0
        self.targets = 0

    def add(
        self, entry: StoredEntry, lost: Container[str] = (), *, as_handed_out: bool = False
    ) -> None:
        """Note one entry.

        Args:
            entry: the entry.
            lost: parts that cannot be read, which is told elsewhere.
            as_handed_out: of its chain parts and whole entries may be withheld, and other chains are not there.
        """
        closed = {PartState.ERASED} if as_handed_out else {PartState.ERASED, PartState.WITHHELD}
        for part in entry.parts:
            if part.state in closed and part.name not in lost:
                self._closed.append((entry.id, part))
        if as_handed_out:
            self.handed_out.add(entry.id.chain)
        body = _tombstone(entry)
        if body is None:
            return
        self.count += 1
        pairs = list(_targets(body.get("targets")))
        if not pairs:
            self._malformed.append(entry.id)
        self.targets += len(pairs)
        for pair in pairs:
            self.named[pair] = entry.id

    def unnamed(self, *, withheld_is_missing: bool) -> Iterator[Finding]:
        """Yield parts that are gone though no tombstone names them, and tombstones that name nothing."""
        for id in self._malformed:
            yield finding(FindingKind.TOMBSTONE, id)
        for id, part in self._closed:
            if (id, part.name) in self.named:
                continue
            if part.state is PartState.ERASED:
                yield finding(FindingKind.ERASED_WITHOUT_TOMBSTONE, id, path=part.name)
            elif withheld_is_missing:
                yield finding(FindingKind.PART_MISSING, id, Verdict.INCOMPLETE, path=part.name)


def named_targets(entry: StoredEntry) -> Iterator[tuple[EntryId, str]]:
    """Yield the parts, as entry and name, that an entry says were erased."""
    body = _tombstone(entry)
    return _targets(body.get("targets")) if body is not None else iter(())


def _tombstone(entry: StoredEntry) -> dict[str, Any] | None:
    """Return the facts of a tombstone; None where the entry is none, or shows them not or wrongly (told elsewhere)."""
    facts = entry.part(FACTS_PART)
    if facts is None or facts.body is None:
        return None
    try:
        body = check_body(facts.body)
    except BodyError:
        return None
    return body if body["kind"] == "tombstone" else None


def _targets(targets: object) -> Iterator[tuple[EntryId, str]]:
    for target in targets if isinstance(targets, list) else ():
        if not isinstance(target, dict):
            return
        chain, seq, parts = target.get("chain"), target.get("seq"), target.get("parts")
        if isinstance(chain, str) and type(seq) is int and isinstance(parts, list):
            for name in parts:
                if isinstance(name, str):
                    yield EntryId(chain, seq), name
