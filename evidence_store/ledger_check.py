"""Checking a ledger text that was read: every rule that needs nothing but the text. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from evidence_store.entries import StoredEntry
from evidence_store.ledger_text import LedgerChain
from evidence_store.report import Finding, FindingKind, Verdict
from evidence_store.rules import (
    STORE_KINDS,
    ChainCheck,
    Erasures,
    check_genesis,
    check_order,
    check_parts,
    finding,
)


class LedgerCheck:
    """Checks entries one after the other, as a reader returns them, and keeps none of them.

    Args:
        chain: the chain that the text tells of.
        kinds: kinds of ``facts`` that are looked into besides those of the store.
    """

    def __init__(self, chain: LedgerChain, kinds: Iterable[str] = ()) -> None:
        self._kinds: Container[str] = STORE_KINDS | frozenset(kinds)
        self._chain = chain
        self._walk = ChainCheck(chain.id)
        self._erasures = Erasures()
        self._begun = False

    @property
    def tombstones(self) -> int:
        """Return how many tombstones there were."""
        return self._erasures.count

    @property
    def targets(self) -> int:
        """Return how many parts the tombstones named."""
        return self._erasures.targets

    def check_entry(self, entry: StoredEntry) -> Iterator[Finding]:
        """Yield what is wrong with an entry by itself, and after the one before it."""
        words = (entry.time, entry.previous, entry.parts_hash, entry.hash)
        yield from self._walk.check(entry.id.seq, *words)
        yield from self._walk.compare_time(entry.id.seq, entry.time)
        if entry.parts:
            yield from check_parts(entry, self._kinds)
        if not self._begun:
            yield from check_genesis(entry, self._chain.kind)
        else:
            yield from check_order(entry)
        self._begun = True
        self._erasures.add(entry, as_handed_out=True)

    def finish(self, entries: Sequence[StoredEntry], count: int) -> Iterator[Finding]:
        """Yield what can be said only once the whole text was read.

        Args:
            entries: those that were taken; of their parts only name and state are looked at.
            count: the number of entries that the last line claims.
        """
        yield from self._erasures.unnamed(withheld_is_missing=False)
        if len(entries) != count or not entries:
            yield Finding(
                FindingKind.ENTRY_COUNT,
                Verdict.INCOMPLETE if len(entries) <= count else Verdict.ALTERED,
                chain=self._chain.id,
                expected=str(count),
                found=str(len(entries)),
            )
        yield from self._check_named(entries)

    def _check_named(self, entries: Sequence[StoredEntry]) -> Iterator[Finding]:
        named = self._erasures.named
        wanted = {id for id, _ in named}
        told = [entry for entry in entries if entry.id in wanted]
        closed = {entry.id for entry in told if not entry.parts}
        states = {(entry.id, part.name): part.state for entry in told for part in entry.parts}
        for (id, name), by in named.items():
            state = states.get((id, name))
            if id.chain != self._chain.id:
                continue
            if id.seq >= by.seq or (state is None and id not in closed):
                yield finding(FindingKind.TOMBSTONE, by, path=name)
            elif state is not None and state != "erased":
                yield finding(FindingKind.ERASED_BUT_KEPT, id, path=name, found=state)
