"""A ledger in memory for tests of what is read from one: entries without a vault, hashes only for show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from app.casework import CaseState, Machine, Part, Person, decode, encode, fold
from evidence_store import EntryId, ObjectBody, PartState, SealedPart, StoredEntry

EVIDENCE = "e" * 32
PRIVATE = "a" * 32
CASE = "c" * 32


def stored(
    id: EntryId,
    parts: Mapping[str, bytes | PartState],
    time: str = "2026-11-23T13:03:11.042Z",
) -> StoredEntry:
    """An entry of bodies given as bytes; a PartState instead of a body withholds or erases it."""
    return StoredEntry(
        id=id,
        time=time,
        previous="0" * 64,
        parts_hash="1" * 64,
        hash=f"{id.seq:064x}",
        parts=tuple(
            SealedPart(name, "2" * 64, body)
            if isinstance(body, PartState)
            else SealedPart(name, "2" * 64, PartState.OPEN, salt="3" * 64, body=body)
            for name, body in parts.items()
        ),
    )


def without(entry: StoredEntry, *names: str, state: PartState = PartState.ERASED) -> StoredEntry:
    """The same entry with some of its parts (all, if none is named) withheld or erased."""
    return StoredEntry(
        id=entry.id,
        time=entry.time,
        previous=entry.previous,
        parts_hash=entry.parts_hash,
        hash=entry.hash,
        parts=tuple(
            SealedPart(part.name, part.commitment, state)
            if not names or part.name in names
            else part
            for part in entry.parts
        ),
    )


def picture(number: int = 0) -> ObjectBody:
    """What the vault says of an object."""
    return ObjectBody(version=1, sha256=f"{number:064x}", size=1000, media_type="image/png")


class FakeLedger:
    """A case with its two chains; entries get one minute each."""

    def __init__(self) -> None:
        self.entries: list[StoredEntry] = []
        self._next = {EVIDENCE: 0, PRIVATE: 0}
        for chain, kind in ((EVIDENCE, "evidence"), (PRIVATE, "private")):
            self.add_bodies(
                {
                    "genesis": json.dumps(
                        {
                            "kind": "genesis",
                            "version": 1,
                            "format": 1,
                            "vault": "b" * 32,
                            "case": CASE,
                            "chain_kind": kind,
                            "program": "bevismappe test",
                        }
                    ).encode()
                },
                chain=chain,
                time="2026-11-02T09:00:00.000Z",
            )

    def add_bodies(
        self,
        parts: Mapping[str, bytes | PartState],
        *,
        chain: str = EVIDENCE,
        time: str = "",
    ) -> EntryId:
        """Append an entry of raw bodies."""
        seq = self._next[chain]
        self._next[chain] = seq + 1
        minute = len(self.entries)
        id = EntryId(chain, seq)
        stamp = time or f"2026-11-23T{8 + minute // 60 % 16:02d}:{minute % 60:02d}:00.000Z"
        self.entries.append(stored(id, parts, stamp))
        return id

    def add(
        self,
        facts: Part,
        *,
        chain: str = EVIDENCE,
        time: str = "",
        object: ObjectBody | None = None,
        parts: Mapping[str, Part] | None = None,
        machine: Machine | None = None,
        **more: Part,
    ) -> EntryId:
        """Append an entry as the app writes it; further parts by their name."""
        every: dict[str, Part] = {
            "facts": facts,
            **(parts or {}),
            **more,
            "person": Person(actor="Mette Holm"),
            "machine": machine or Machine(device="laptop"),
        }
        bodies: dict[str, bytes | PartState] = {name: encode(part) for name, part in every.items()}
        if object is not None:
            bodies["object"] = json.dumps(
                {
                    "kind": "object",
                    "version": object.version,
                    "sha256": object.sha256,
                    "size": object.size,
                    "media_type": object.media_type,
                }
            ).encode()
        return self.add_bodies(bodies, chain=chain, time=time)

    def erase(self, target: EntryId, *names: str) -> None:
        """Take the words out of an entry, as the vault does; the tombstone is another entry."""
        self.entries = [
            without(entry, *names) if entry.id == target else entry for entry in self.entries
        ]

    def state(self) -> CaseState:
        """Fold all there is."""
        return state_of(self.entries)


def state_of(entries: Iterable[StoredEntry]) -> CaseState:
    """Decode and fold."""
    return fold(decode(entry) for entry in entries)
