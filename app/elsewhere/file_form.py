"""What stands in a file of the copy, before it is encrypted: a header, entries, an end. Streams; pure.

Lines are JSON of one line each, with its LF; what follows a line of an entry is as long as the line says.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import BinaryIO, cast

import msgspec

from evidence_store import (
    Chain,
    ChainKind,
    LedgerFormError,
    LedgerReader,
    Record,
    StoredEntry,
    write_ledger,
)

FIRST_LINE = b"bevismappe/copy/1\n"
_PIECE = 256 * 1024
_LONGEST_LINE = 64 * 1024 * 1024


class CopyKind(StrEnum):
    """What a file holds: all of the vault as it was, or what came after."""

    FULL = "full"
    INCREMENT = "increment"


class CopyHeader(msgspec.Struct, frozen=True):
    """The second line.

    Attributes:
        vault: id of the vault.
        kind: what the file holds.
        full: id of the whole copy that it is, or that it goes on from: 32 random hex digits.
        made: when, as the ledger writes times.
        since: it holds the entries above this place among all of the vault, …
        until: … and up to this one.
        rows: of a whole copy, the rows of the vault's own table but for its id.
    """

    vault: str
    kind: CopyKind
    full: str
    made: str
    since: int
    until: int
    rows: tuple[tuple[str, str], ...] = ()


class _Line(msgspec.Struct, frozen=True):
    """The line before an entry: its place, its chain, and how many bytes of what follow it."""

    n: int
    chain: str
    case: str
    kind: ChainKind
    ledger: int
    content: int | None = None
    thumbnail: int | None = None


class _End(msgspec.Struct, frozen=True):
    """The last line: how many entries there are."""

    end: int


class DamagedFormError(Exception):
    """What was decrypted is no such file, or ends too early."""


def write_form(header: CopyHeader, records: Iterable[Record]) -> Iterator[bytes]:
    """Yield the bytes of a file in pieces of at most some hundred kilobytes but for what a person wrote."""
    yield FIRST_LINE
    yield msgspec.json.encode(header) + b"\n"
    count = 0
    for record in records:
        ledger = b"".join(write_ledger(record.chain, (record.entry,)))
        line = _Line(
            n=record.n,
            chain=record.chain.id,
            case=record.chain.case_id,
            kind=record.chain.kind,
            ledger=len(ledger),
            content=record.size if record.content is not None else None,
            thumbnail=len(record.thumbnail) if record.thumbnail is not None else None,
        )
        yield msgspec.json.encode(line) + b"\n"
        yield ledger
        if record.thumbnail is not None:
            yield record.thumbnail
        if record.content is not None:
            with record.content as content:
                while piece := content.read(_PIECE):
                    yield piece
        count += 1
    yield msgspec.json.encode(_End(count)) + b"\n"


def read_header(source: BinaryIO) -> CopyHeader:
    """Return the header. Raises DamagedFormError."""
    if source.readline(len(FIRST_LINE)) != FIRST_LINE:
        raise DamagedFormError
    try:
        return msgspec.json.decode(source.readline(_LONGEST_LINE), type=CopyHeader)
    except msgspec.DecodeError as error:
        raise DamagedFormError from error


def read_records(source: BinaryIO) -> Iterator[Record]:
    """Yield what follows the header. The bytes of an entry are to be read before the next is asked for.

    Raises:
        DamagedFormError: also after some records, where the file ends too early.
    """
    count = 0
    while True:
        line = _next_line(source)
        if isinstance(line, _End):
            if line.end != count or source.read(1):
                raise DamagedFormError
            return
        entry = _read_entry(line, source)
        small = _exactly(source, line.thumbnail) if line.thumbnail is not None else None
        content = _Within(source, line.content) if line.content is not None else None
        yield Record(
            n=line.n,
            chain=Chain(line.chain, line.case, line.kind),
            entry=entry,
            content=cast("BinaryIO | None", content),
            size=line.content or 0,
            thumbnail=small,
        )
        if content is not None:
            content.pass_by()
        count += 1


def _next_line(source: BinaryIO) -> _Line | _End:
    words = source.readline(_LONGEST_LINE)
    try:
        if words.startswith(b'{"end"'):
            return msgspec.json.decode(words, type=_End)
        return msgspec.json.decode(words, type=_Line)
    except msgspec.DecodeError as error:
        raise DamagedFormError from error


def _read_entry(line: _Line, source: BinaryIO) -> StoredEntry:
    text = io.BytesIO(_exactly(source, line.ledger))
    try:
        reader = LedgerReader(text)
        (entry,) = reader
    except (LedgerFormError, ValueError) as error:
        raise DamagedFormError from error
    if reader.chain.id != line.chain or reader.chain.kind != line.kind:
        raise DamagedFormError
    return entry


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise DamagedFormError
    return data


class _Within(io.BufferedIOBase):
    """The next so many bytes of a stream, as a stream of their own."""

    def __init__(self, source: BinaryIO, size: int) -> None:
        self._source, self._left = source, size

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        data = _exactly(self._source, wanted)
        self._left -= len(data)
        return data

    def pass_by(self) -> None:
        """Read what nobody has read."""
        while self.read(_PIECE):
            pass
