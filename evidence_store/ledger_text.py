"""The ledger as text: what leaves with a package and stands in a plain backup. Pure.

Form and rules: docs/format.md, "Ledger text". Reading is strict: one space between words, LF at each
line's end, nothing after the end; what a line says is checked elsewhere.

An entry of which nothing is open or erased has no lines for its parts: their names alone would tell what kind
of thing it is. Its list hash, which stands in its own line, keeps the chain whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

import msgspec

from evidence_store.entries import EntryId, PartState, SealedPart, StoredEntry
from evidence_store.errors import LedgerFormError
from evidence_store.hashing import is_digest, is_id, is_part_name, is_stamp

HEADER = "bevismappe/ledger/1"
MAX_LINE = 64 * 1024 * 1024
MAX_WORDS = 400
MAX_PARTS = 64
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})\Z")


class ChainName(Protocol):
    """What the text tells of a chain."""

    @property
    def id(self) -> str:
        """Return 32 hex digits."""
        ...

    @property
    def kind(self) -> str:
        """Return ``evidence`` or ``private``."""
        ...


class LedgerChain(msgspec.Struct, frozen=True):
    """The chain that a ledger text tells of."""

    id: str
    kind: str


def write_ledger(chain: ChainName, entries: Iterable[StoredEntry]) -> Iterator[bytes]:
    """Yield the lines of the text, each with its LF, in the order of the entries given."""
    yield f"{HEADER}\n".encode("ascii")
    yield f"chain {chain.id} {chain.kind}\n".encode("ascii")
    count = 0
    for entry in entries:
        words = (entry.id.seq, entry.time, entry.previous, entry.parts_hash, entry.hash)
        yield f"entry {' '.join(map(str, words))}\n".encode("ascii")
        if any(part.state is not PartState.WITHHELD for part in entry.parts):
            for part in entry.parts:
                yield from _part_lines(part)
        count += 1
    yield f"end {count}\n".encode("ascii")


def _part_lines(part: SealedPart) -> Iterator[bytes]:
    start = f"part {part.name} {part.commitment} {part.state}"
    if part.state is PartState.OPEN and part.salt is not None and part.body is not None:
        yield f"{start} {part.salt}\n".encode("ascii")
        yield b"body " + part.body + b"\n"
    else:
        yield f"{start}\n".encode("ascii")


class LedgerReader:
    """Reads a ledger text entry by entry, so that it need not be held whole.

    Where a line breaks the rules, the entries that came before have been given.

    Args:
        lines: its lines with their LF, as a binary file gives them.
        longest: how long a line may be; whoever cuts longer ones into pieces cuts them there.

    Attributes:
        chain: the chain that the text tells of.
        count: the number of entries that the last line claims; None until it is reached.
        line: number of the line read last.

    Raises:
        LedgerFormError: here and on the way, with the number of the line.
    """

    def __init__(self, lines: Iterable[bytes], *, longest: int = MAX_LINE) -> None:
        self._source = source = _Lines(lines, longest)
        if source.next() != HEADER.encode("ascii"):
            raise source.wrong("header")
        words = source.words()
        if len(words) != 3 or words[0] != "chain":
            raise source.wrong("chain")
        if not is_id(words[1]) or not is_part_name(words[2]):
            raise source.wrong("chain")
        self.chain = LedgerChain(words[1], words[2])
        self.count: int | None = None

    @property
    def line(self) -> int:
        """Return the number of the line read last."""
        return self._source.number

    def __iter__(self) -> Iterator[StoredEntry]:
        """The entries, once."""
        source = self._source
        words = source.words()
        while words[0] == "entry":
            entry, words = _read_entry(self.chain.id, words, source)
            yield entry
        if len(words) != 2 or words[0] != "end" or not _NUMBER.match(words[1]):
            raise source.wrong("unknown line")
        source.end()
        self.count = int(words[1])


def _read_entry(chain: str, words: list[str], source: _Lines) -> tuple[StoredEntry, list[str]]:
    """Return one entry from its first line on, and the words of the line that follows it."""
    if len(words) != 6 or not _NUMBER.match(words[1]) or not is_stamp(words[2]):
        raise source.wrong("entry")
    if not all(is_digest(word) for word in words[3:]):
        raise source.wrong("entry")
    _, seq, time, previous, list_hash, own_hash = words
    parts: list[SealedPart] = []
    words = source.words()
    while words[0] == "part":
        part = _read_part(words, source)
        if len(parts) >= MAX_PARTS or any(part.name == other.name for other in parts):
            raise source.wrong("parts")
        parts.append(part)
        words = source.words()
    if parts and all(part.state is PartState.WITHHELD for part in parts):
        raise source.wrong("nothing open")
    id = EntryId(chain, int(seq))
    return StoredEntry(id, time, previous, list_hash, own_hash, tuple(parts)), words


def _read_part(words: list[str], source: _Lines) -> SealedPart:
    if len(words) < 4 or not is_part_name(words[1]) or not is_digest(words[2]):
        raise source.wrong("part")
    _, name, commitment, state, *rest = words
    if state in (PartState.WITHHELD, PartState.ERASED) and not rest:
        return SealedPart(name, commitment, PartState(state))
    if state != PartState.OPEN or len(rest) != 1 or not is_digest(rest[0]):
        raise source.wrong("part")
    line = source.next()
    if not line.startswith(b"body "):
        raise source.wrong("body")
    return SealedPart(name, commitment, PartState.OPEN, rest[0], line[5:])


class _Lines:
    """The lines one at a time, each without its LF, counted."""

    def __init__(self, lines: Iterable[bytes], longest: int) -> None:
        self._lines = iter(lines)
        self._longest = longest
        self.number = 0

    def next(self) -> bytes:
        self.number += 1
        line = next(self._lines, b"")
        if len(line) > self._longest or (len(line) == self._longest and line[-1:] != b"\n"):
            raise self.wrong("line too long")
        if not line.endswith(b"\n"):
            raise self.wrong("cut")
        return line[:-1]

    def words(self) -> list[str]:
        line = self.next()
        if len(line) > MAX_WORDS:
            raise self.wrong("line too long")
        return line.decode("latin-1").split(" ")

    def end(self) -> None:
        if next(self._lines, b""):
            self.number += 1
            raise self.wrong("after end")

    def wrong(self, reason: str) -> LedgerFormError:
        return LedgerFormError(self.number, reason)
