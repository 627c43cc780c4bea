"""Vaults for tests, and an unencrypted build of the same schema whose bytes can be searched."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

import apsw
import msgspec

from evidence_store import (
    CaseChains,
    Finding,
    HeadMemory,
    LedgerChain,
    LedgerCheck,
    LedgerReader,
    NewObject,
    NewPart,
    StoredEntry,
    Vault,
)
from evidence_store.connection import FORMAT_1, OpenedFile, _settings
from evidence_store.schema import SCHEMA
from tests.fakes.keys import QUICK

TIME = "2026-11-23T13:03:11.042Z"
PASSPHRASE = "rødgrød med fløde på"


def facts(kind: str = "note") -> NewPart:
    return NewPart("facts", b'{"kind":"%s","version":1}' % kind.encode())


def text(words: str) -> NewPart:
    return NewPart("text", b'{"kind":"note_text","version":1,"text":"%s"}' % words.encode())


def counted_ids() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"{next(numbers):032x}"


def counted_salts() -> Callable[[], bytes]:
    numbers = itertools.count(1)
    return lambda: next(numbers).to_bytes(32, "big")


def plain_vault(folder: Path, heads: HeadMemory | None = None) -> Vault:
    """A vault that is not encrypted: same tables, guards and settings, no key to derive."""
    path = folder / "plain.bevismappe"
    fresh = not path.exists()
    db = apsw.Connection(str(path))
    if fresh:
        db.pragma("page_size", FORMAT_1.page_size)
        db.pragma("auto_vacuum", 2)
    db.pragma("locking_mode", "exclusive")
    _settings(db)
    if fresh:
        db.execute(SCHEMA)
        db.execute("INSERT INTO vault VALUES('id', ?)", ("ab" * 16,))
        db.execute("INSERT INTO cache VALUES('words', '1')")
    opened = OpenedFile(db, FORMAT_1, 1, "00" * 16)
    return Vault(path, opened, heads or HeadMemory(folder / "heads"), b"key")


def quick_vault(path: Path, heads: HeadMemory) -> Vault:
    """An encrypted vault whose key takes no time: for tests that open it very often."""
    if path.exists():
        return Vault.open(path, PASSPHRASE, heads=heads, wait_s=0, parameters=(QUICK,))
    return Vault.create(path, PASSPHRASE, heads=heads, parameters=(QUICK,))


def fill(vault: Vault) -> None:
    """30 notes, one of them private, three pictures and a draft."""
    chains = begin(vault)
    for number in range(30):
        note(vault, chains.evidence, f"note {number} " + "y" * 3000)
    note(vault, chains.private, "kun for mig")
    for number in range(3):
        keep(vault, chains.evidence, bytes([number]) * 40_000 + b"end", b"t" * 20_000)
    vault.save_draft("form", b"z" * 20_000, TIME)


def begin(vault: Vault) -> CaseChains:
    with vault.act() as act:
        return act.begin_case(time=TIME, program="bevismappe 0.1.0")


def note(vault: Vault, chain: str, words: str = "", *, found_by: str | None = None) -> StoredEntry:
    with vault.act() as act:
        return act.append(
            chain,
            [facts(), text(words)],
            time=TIME,
            index_text=words if found_by is None else found_by,
        )


def keep(vault: Vault, chain: str, content: bytes, thumbnail: bytes | None = None) -> StoredEntry:
    with vault.act() as act:
        return act.append(
            chain,
            [facts("capture")],
            time=TIME,
            object=NewObject(content, "image/png"),
            thumbnail=thumbnail,
        )


class LedgerText(msgspec.Struct, frozen=True):
    """A ledger text as read. ``count`` is the number of entries that its last line claims."""

    chain: LedgerChain
    entries: tuple[StoredEntry, ...]
    count: int


def read_ledger(lines: Iterable[bytes]) -> LedgerText:
    """Read a whole ledger text. Raises LedgerFormError."""
    reader = LedgerReader(lines)
    return LedgerText(reader.chain, tuple(reader), reader.count or 0)


def check_ledger(ledger: LedgerText) -> tuple[Finding, ...]:
    """Order, hashes, links, lists, commitments, bodies, first entry, erasures and the count at the end."""
    check = LedgerCheck(ledger.chain)
    found = [each for entry in ledger.entries for each in check.check_entry(entry)]
    return (*found, *check.finish(ledger.entries, ledger.count))
