"""Checking a ledger text that was read: every rule that needs nothing but the text. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_store.ledger_text import Ledger
from evidence_store.report import Finding, Verdict
from evidence_store.rules import ChainWalk, Erasures, check_genesis, check_parts, finding


def check_ledger(ledger: Ledger) -> tuple[Finding, ...]:
    """Order, hashes, links, lists, commitments, bodies, first entry, erasures and the count at the end."""
    return tuple(_check(ledger))


def _check(ledger: Ledger) -> Iterator[Finding]:
    walk, erasures = ChainWalk(ledger.chain.id), Erasures()
    for entry in ledger.entries:
        yield from walk.take(entry.id.seq, entry.time, entry.previous, entry.parts_hash, entry.hash)
        yield from check_parts(entry)
        erasures.take(entry)
    if ledger.entries:
        yield from check_genesis(ledger.entries[0], ledger.chain.kind)
    yield from erasures.unnamed(withheld_is_missing=False)
    if len(ledger.entries) != ledger.count or not ledger.entries:
        yield Finding(
            "entry_count",
            Verdict.INCOMPLETE if len(ledger.entries) <= ledger.count else Verdict.ALTERED,
            chain=ledger.chain.id,
            expected=str(ledger.count),
            found=str(len(ledger.entries)),
        )
    states = {(entry.id, part.name): part.state for entry in ledger.entries for part in entry.parts}
    for (id, name), by in erasures.named.items():
        state = states.get((id, name))
        if id.chain != ledger.chain.id:
            continue
        if state is None or id.seq >= by.seq:
            yield finding("tombstone", by, path=name)
        elif state != "erased":
            yield finding("erased_but_kept", id, path=name, found=state)
