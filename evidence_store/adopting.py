"""Entries that say which entry of somebody else's chain they were, and whether that chain has it.

Where both chains are there, in a vault or a package, the place and the hash that are named have to be found in the
other. An entry says so by facts of kind ``adopt`` and a part ``origin``; docs/format.md tells the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from evidence_store.bodies import check_body
from evidence_store.entries import EntryId, StoredEntry
from evidence_store.errors import BodyError
from evidence_store.objects import object_facts
from evidence_store.report import Finding, FindingKind, Verdict
from evidence_store.schema import FACTS_PART

_PART, _KIND = "origin", "adopt"
_HASH = re.compile("[0-9a-f]{64}")

Hashes = Mapping[str, Mapping[int, str]]
"""By the chain, the hash at each place of it."""


class AdoptedEntry(msgspec.Struct, frozen=True):
    """Such an entry, and place and hash there.

    ``hash`` is "" where it names none, ``sha256`` that of its bytes, "" where its part ``object`` is not open.
    """

    by: EntryId
    there: EntryId
    hash: str
    sha256: str = ""


def adopted_by(entry: StoredEntry) -> Iterator[AdoptedEntry]:
    """Yield which entry of another chain this one was, where it says so in open parts."""
    origin = entry.part(_PART)
    if origin is None or origin.body is None or _body(entry, FACTS_PART).get("kind") != _KIND:
        return
    said = _body(entry, _PART)
    there, named = said.get("entry"), said.get("hash")
    chain, seq = (there.get("chain"), there.get("seq")) if isinstance(there, dict) else (None, None)
    if isinstance(chain, str) and type(seq) is int and seq >= 0:
        good = isinstance(named, str) and _HASH.fullmatch(named) is not None
        yield AdoptedEntry(
            entry.id, EntryId(chain, seq), str(named) if good else "", sealed_sha256(entry)
        )


def sealed_sha256(entry: StoredEntry) -> str:
    """Return the SHA-256 of an entry's bytes as its part ``object`` has it; "" where that is not open and good."""
    try:
        facts = object_facts(entry)
    except BodyError:
        return ""
    return facts.sha256 if facts is not None else ""


def not_there(
    adopted: Iterable[AdoptedEntry],
    hashes: Hashes,
    objects: Hashes | None = None,
    *,
    absent: Verdict | None = None,
) -> Iterator[Finding]:
    """Yield those whose entry is not in the other chain, or has other bytes there.

    Args:
        adopted: what the entries say.
        hashes: the chains that are there.
        objects: the SHA-256 of the bytes of those entries whose part ``object`` is open there; None compares none.
        absent: what it means that a chain is not there at all; None where it need not be.
    """
    for each in adopted:
        there = (objects or {}).get(each.there.chain, {}).get(each.there.seq, "")
        chain = hashes.get(each.there.chain)
        found = chain.get(each.there.seq, "") if chain is not None else ""
        verdict = absent if chain is None else Verdict.ALTERED
        if verdict is not None and (not found or found != each.hash):
            yield Finding(
                FindingKind.ADOPTED_ENTRY,
                verdict,
                each.by.chain,
                each.by.seq,
                expected=each.hash,
                found=found or "missing",
            )
        elif each.sha256 and there and there != each.sha256:
            yield Finding(
                FindingKind.ADOPTED_ENTRY,
                Verdict.ALTERED,
                each.by.chain,
                each.by.seq,
                expected=each.sha256,
                found=there,
            )


def _body(entry: StoredEntry, name: str) -> dict[str, Any]:
    """Return what an open part says; nothing where it breaks the rules, which is told elsewhere."""
    part = entry.part(name)
    try:
        return check_body(part.body) if part is not None and part.body is not None else {}
    except BodyError:
        return {}
