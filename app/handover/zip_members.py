"""The files of a zip that another program wrote, by the list at its end.

Some programs take a package apart and zip it anew. That changes no file, so it is no alteration, if the zip is sound:
the list at the end and the headers of the files agree, and no byte lies outside of both. Otherwise two readers could
see different files in it. Stored and deflated files are read, which is what zip programs write by themselves.

Source: PKWARE's APPNOTE.TXT, 4.3.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from app.handover.layout import DOSSIER, LEDGER, MAX_FILES
from app.handover.tree import UnreadablePackageError, printable
from app.streams import PieceStream
from evidence_store import FindingKind

_END = struct.Struct("<4s4H2LH")
_RECORD = struct.Struct("<4s6H3L5H2L")
_HEADER = struct.Struct("<4s5H3L2H")
_TOTALS = struct.Struct("<3L")
_FAR_END = b"PK\x06\x07"
_FAR_END_SIZE = 20
_LARGEST_LIST = 64 * 1024 * 1024
_BEYOND = 2**32 - 1
_ENCRYPTED, _TOLD_LATER = 1, 8
STORED, DEFLATED = 0, 8
_PIECE = 64 * 1024

Read = Callable[[int, int], bytes]


class Member(msgspec.Struct, frozen=True):
    """A file in a zip; ``start`` is where its data begin."""

    name: str
    method: int
    checksum: int
    packed: int
    size: int
    start: int


class _Record(msgspec.Struct, frozen=True):
    name: bytes
    flags: int
    method: int
    totals: tuple[int, int, int]
    at: int


class _UnsoundError(Exception):
    """List and headers do not agree, or leave bytes between them."""


def read_members(read: Read, size: int) -> tuple[Member, ...] | None:
    """Return all members in the order of the list; None where the zip is not sound.

    Args:
        read: gives the bytes at a place, at most so many.
        size: of the zip.

    Raises:
        UnreadablePackageError: it is packed in a way that cannot be read here, or holds too much.
    """
    try:
        start, records = _read_list(read, size)
        at, members = 0, {}
        for record in sorted(records, key=lambda record: record.at):
            if record.at != at:
                return None
            members[record.at], at = _member(read, record)
    except _UnsoundError:
        return None
    return tuple(members[record.at] for record in records) if at == start else None


def top_folder(members: tuple[Member, ...]) -> str:
    """Return what stands before the names of a package's files: its folder and a slash, or ""."""
    for mark in (LEDGER, DOSSIER):
        for member in members:
            top = member.name.removesuffix(mark)
            if top != member.name and top.count("/") <= 1 and top[-1:] in {"", "/"}:
                return top
    return members[0].name.partition("/")[0] + "/" if members else ""


def _read_list(read: Read, size: int) -> tuple[int, list[_Record]]:
    end = read(max(size - _END.size, 0), _END.size)
    if len(end) < _END.size or not end.startswith(b"PK\x05\x06"):
        raise _UnsoundError
    if read(max(size - _END.size - _FAR_END_SIZE, 0), 4) == _FAR_END:
        raise UnreadablePackageError(FindingKind.ZIP_METHOD)
    _, disk, first, here, count, length, start, comment = _END.unpack(end)
    if disk or first or comment or here != count or start + length + _END.size != size:
        raise _UnsoundError
    if count > MAX_FILES or length > _LARGEST_LIST:
        raise UnreadablePackageError(FindingKind.TOO_LARGE, str(count))
    records = list(_records(read(start, length)))
    if len(records) != count:
        raise _UnsoundError
    return start, records


def _records(directory: bytes) -> Iterator[_Record]:
    at = 0
    while at < len(directory):
        if len(directory) - at < _RECORD.size or directory[at : at + 4] != b"PK\x01\x02":
            raise _UnsoundError
        fields = _RECORD.unpack_from(directory, at)
        at += _RECORD.size
        name = directory[at : at + fields[10]]
        yield _Record(name, fields[3], fields[4], fields[7:10], fields[16])
        at += sum(fields[10:13])
    if at != len(directory):
        raise _UnsoundError


def _member(read: Read, record: _Record) -> tuple[Member, int]:
    """Return the member that a record tells of, and where the next one must begin."""
    header = read(record.at, _HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise _UnsoundError
    _, _, flags, method, _, _, *totals, name_length, more = _HEADER.unpack(header)
    name = read(record.at + _HEADER.size, name_length)
    watched = _ENCRYPTED | _TOLD_LATER
    if (name, method, flags & watched) != (record.name, record.method, record.flags & watched):
        raise _UnsoundError
    beyond = _BEYOND in totals[1:] or _BEYOND in record.totals[1:]
    if method not in {STORED, DEFLATED} or flags & _ENCRYPTED or beyond:
        raise UnreadablePackageError(FindingKind.ZIP_METHOD, path=printable(name.decode("latin-1")))
    later = flags & _TOLD_LATER
    if tuple(totals) != record.totals and not (later and not any(totals)):
        raise _UnsoundError
    checksum, packed, size = record.totals
    if method == STORED and packed != size:
        raise _UnsoundError
    start = record.at + _HEADER.size + name_length + more
    end = start + packed
    if later:
        told = read(end, 16)
        skipped = 4 if told.startswith(b"PK\x07\x08") else 0
        if told[skipped : skipped + _TOTALS.size] != _TOTALS.pack(*record.totals):
            raise _UnsoundError
        end += skipped + _TOTALS.size
    return Member(name.decode("latin-1"), method, checksum, packed, size, start), end


class InflatedStream(PieceStream):
    """A deflated file as a stream; it ends where its data break off, and one byte after its size at the latest.

    Raises OSError, when read, where more lies in its place than the file itself.
    """

    def __init__(self, packed: BinaryIO, size: int) -> None:
        self._packed, self._left = packed, size + 1
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)

    def _piece(self, length: int) -> bytes:
        data = self._next(min(length, self._left)) if self._left else b""
        if self._inflate.eof and (self._inflate.unused_data or self._packed.read(1)):
            raise OSError
        self._left = self._left - len(data) if data else 0
        return data

    def _next(self, most: int) -> bytes:
        while not self._inflate.eof:
            packed = self._inflate.unconsumed_tail or self._packed.read(_PIECE)
            if not packed:
                break
            try:
                data = self._inflate.decompress(packed, most)
            except zlib.error:
                break
            if data:
                return data
        return b""
