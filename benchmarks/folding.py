"""Ten thousand entries of all kinds: their fold beside the decoding of their bodies, one more beside the fold.

The made-up year of tests/golden is laid out year after year; what an entry names is in its own year.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from msgspec.structs import replace

from app.casework import decode, empty, fold
from benchmarks.rows import Row, against_peer, medians_ms
from evidence_store import EntryId, HeadMemory, StoredEntry, Vault
from tests.fakes.keys import QUICK_KEYS
from tests.golden.building import Building

ENTRIES = 10_000
ROUNDS = 7
_QUICK = 10
_FOLD_GOAL, _APPLY_GOAL = 1.3, 0.01
_MORE = 100
_NAMED = re.compile(rb'"chain":"([0-9a-f]{32})","seq":([0-9]+)')


def rows(*, quick: bool = False) -> list[Row]:
    """Both figures."""
    count = ENTRIES // _QUICK if quick else ENTRIES
    with tempfile.TemporaryDirectory() as name:
        evidence, private, stored = _year(Path(name))
    laid = list(_laid_out(stored, count + _MORE))
    start = empty(evidence=evidence, private=private)
    decoded = [decode(entry) for entry in laid]
    first, more = decoded[:count], decoded[count:]
    state = fold(first, start)
    decoding, folding, one_more = medians_ms(
        ROUNDS,
        lambda: [decode(entry) for entry in laid[:count]],
        lambda: fold(first, start),
        lambda: fold(more, state),
    )
    kinds = len({type(entry.parts.get("facts")) for entry in first})
    return [
        against_peer(
            f"fold of {count} entries of {kinds} kinds",
            folding,
            decoding,
            "msgspec decoding",
            _FOLD_GOAL,
        ),
        against_peer(
            "one entry more", one_more / _MORE, folding, f"fold of {count} entries", _APPLY_GOAL
        ),
    ]


def _year(folder: Path) -> tuple[str, str, list[StoredEntry]]:
    """The two chains of the year, and their entries without what corrects."""
    heads = HeadMemory(folder / "heads")
    with Vault.create(
        folder / "year.bevismappe", "seks ord til et aar", heads=heads, parameters=QUICK_KEYS
    ) as vault:
        building = Building(vault)
        case = building.all()
        chains = case.chains
        entries = [*vault.entries(chains.evidence), *vault.entries(chains.private)]
    return chains.evidence, chains.private, [each for each in entries if each.id.seq]


def _laid_out(year: Sequence[StoredEntry], count: int) -> Iterator[StoredEntry]:
    """The year again and again, each time with the next numbers of both chains."""
    long = Counter(entry.id.chain for entry in year)
    for number, entry in enumerate(islice(cycle(year), count)):
        years = number // len(year)

        def later(named: re.Match[bytes], years: int = years) -> bytes:
            chain, seq = named[1].decode(), int(named[2])
            return b'"chain":"%s","seq":%d' % (named[1], seq + years * long[chain])

        parts = (
            replace(part, body=_NAMED.sub(later, part.body)) if part.body else part
            for part in entry.parts
        )
        id = EntryId(entry.id.chain, entry.id.seq + years * long[entry.id.chain])
        yield replace(entry, id=id, parts=tuple(parts))
