"""The bytes kept with entries: rows of 1 MiB, written and read one at a time, so memory stays bounded.

An object is known by a random number that says nothing; its SHA-256 stands in the entry's part ``object``
alone. While an object belongs to no entry it stands in ``staged``; what is found there at opening is a
leftover and is swept.
"""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import apsw
import msgspec

from evidence_store.bodies import check_body
from evidence_store.entries import EntryId, ObjectBody, PartState, StagedObject, StoredEntry
from evidence_store.errors import BodyError, ObjectDamagedError, StagedObjectError
from evidence_store.fault_translation import UNREADABLE
from evidence_store.schema import OBJECT_PART, PARTS_PER_ENTRY

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK_BYTES = 1024 * 1024
STAGE_BYTES = 8 * 1024 * 1024
_KEY_BITS = 62


def new_object(db: apsw.Connection) -> int:
    """Return a number for a new object, listed as staged."""
    while True:
        number = secrets.randbits(_KEY_BITS)
        taken = db.execute(
            "SELECT EXISTS(SELECT 1 FROM chunk WHERE object = ?1) OR "
            "EXISTS(SELECT 1 FROM staged WHERE object = ?1)",
            (number,),
        ).get
        if not taken:
            return number


def note_staged(db: apsw.Connection, object: int, size: int) -> None:
    """List an object as belonging to no entry (yet, or any more)."""
    db.execute("INSERT INTO staged VALUES(?, ?)", (object, size))


def unstage(db: apsw.Connection, object: int) -> None:
    """Take an object off that list: an entry has it now, or its chunks are gone."""
    db.execute("DELETE FROM staged WHERE object = ?", (object,))


def write_chunk(db: apsw.Connection, object: int, n: int, data: bytes | memoryview) -> None:
    """Write one row of an object."""
    db.execute("INSERT INTO chunk(object, n, data) VALUES(?, ?, ?)", (object, n, data))


def write_whole(db: apsw.Connection, source: bytes | BinaryIO, media_type: str) -> StagedObject:
    """Write an object inside the transaction under way, and return it as staged."""
    object = new_object(db)
    note_staged(db, object, 0)
    digest, size = hashlib.sha256(), 0
    for n, data in enumerate(chunks_of(source)):
        write_chunk(db, object, n, data)
        digest.update(data)
        size += len(data)
    return StagedObject(object, digest.hexdigest(), size, media_type)


def chunks_of(source: bytes | BinaryIO) -> Iterator[bytes | memoryview]:
    """Yield the bytes in pieces of exactly 1 MiB but for the last, whatever sizes the stream returns."""
    if isinstance(source, bytes):
        view = memoryview(source)
        for at in range(0, len(view), CHUNK_BYTES):
            yield view[at : at + CHUNK_BYTES]
        return
    while data := _read_full(source):
        yield data


def _read_full(source: BinaryIO) -> bytes:
    data = source.read(CHUNK_BYTES)
    if not data or len(data) == CHUNK_BYTES:
        return data
    pieces, missing = [data], CHUNK_BYTES - len(data)
    while missing and (data := source.read(missing)):
        pieces.append(data)
        missing -= len(data)
    return b"".join(pieces)


def drop_chunks(db: apsw.Connection, object: int) -> None:
    """Delete a staged object's rows, then take it off the list of the staged."""
    db.execute("DELETE FROM chunk WHERE object = ?", (object,))
    unstage(db, object)


def require_staged(db: apsw.Connection, staged: StagedObject) -> None:
    """Check that the object is staged, and as long as it says. Raises StagedObjectError."""
    listed = db.execute("SELECT EXISTS(SELECT 1 FROM staged WHERE object = ?)", (staged.key,)).get
    written = db.execute(
        "SELECT coalesce(sum(length(data)), 0) FROM chunk WHERE object = ?", (staged.key,)
    ).get
    if not listed or written != staged.size:
        raise StagedObjectError


def twin_of(db: apsw.Connection, fresh: StagedObject) -> int | None:
    """Return an object of the vault with the same bytes that is whole on disk and held by a living entry, or None.

    Candidates are found by size; a hash stands in the part ``object`` alone and is looked up nowhere.
    """
    tried: set[int] = set()
    sql = "SELECT n, object FROM entry WHERE size = ? AND object IS NOT NULL"
    for n, object in list(db.execute(sql, (fresh.size,))):
        if object in tried:
            continue
        facts = _living_facts(db, n)
        if facts is None or facts.sha256 != fresh.sha256:
            continue
        tried.add(object)
        # A damaged twin must not swallow good bytes, so it is read before it is trusted.
        if _digest(db, object, fresh.size) == fresh.sha256:
            return int(object)
    return None


def _living_facts(db: apsw.Connection, entry: int) -> ObjectBody | None:
    sql = (
        "SELECT body FROM part JOIN opening ON opening.part = part.n "
        "WHERE part.n BETWEEN ? AND ? AND name = ?"
    )
    first = entry * PARTS_PER_ENTRY
    for (body,) in db.execute(sql, (first, first + PARTS_PER_ENTRY - 1, OBJECT_PART)):
        try:
            return read_object_body(bytes(body))
        except BodyError:
            return None
    return None


def _digest(db: apsw.Connection, object: int, size: int) -> str:
    digest = hashlib.sha256()
    try:
        for n in range(chunk_count(size)):
            digest.update(read_chunk(db, object, n) or b"")
    except UNREADABLE:
        return ""
    return digest.hexdigest()


def chunk_count(size: int) -> int:
    """Return how many rows an object of that many bytes has."""
    return (size + CHUNK_BYTES - 1) // CHUNK_BYTES


def object_facts(entry: StoredEntry) -> ObjectBody | None:
    """Return what the entry's part ``object`` says, or None where there is none to read.

    Raises:
        BodyError: the part is open but not what it should be.
    """
    part = entry.part(OBJECT_PART)
    if part is None or part.state is not PartState.OPEN or part.body is None:
        return None
    return read_object_body(part.body)


def read_object_body(body: bytes) -> ObjectBody:
    """Return the body of a part ``object``. Raises BodyError."""
    check_body(body)
    try:
        facts = msgspec.json.decode(body, type=ObjectBody)
    except msgspec.MsgspecError as error:
        raise BodyError("object") from error
    if len(facts.sha256) != 64 or set(facts.sha256) - set("0123456789abcdef") or facts.size < 0:
        raise BodyError("object")
    return facts


def read_chunk(db: apsw.Connection, object: int, n: int) -> bytes | None:
    """Return one row's bytes, or None where there is no such row."""
    for (data,) in db.execute("SELECT data FROM chunk WHERE object = ? AND n = ?", (object, n)):
        return bytes(data)
    return None


class ObjectStream(io.RawIOBase):
    """Reads an object row by row, from any position; one row is in memory at a time."""

    def __init__(self, read: Callable[[int], bytes | None], id: EntryId, size: int) -> None:
        super().__init__()
        self._read_row = read
        self._id = id
        self._size = size
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte of the object, and return its position from 0."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        """Return the position of the next byte, from 0."""
        return self._at

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill a buffer as far as the current row goes, and return the number of bytes. Raises ObjectDamagedError."""
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), self._size - self._at)
        if wanted <= 0:
            return 0
        n, offset = divmod(self._at, CHUNK_BYTES)
        data = self._row(n)[offset : offset + wanted]
        if not data:
            raise ObjectDamagedError(self._id)
        view[: len(data)] = data
        self._at += len(data)
        return len(data)

    def _row(self, n: int) -> bytes:
        if self._held[0] != n:
            try:
                data = self._read_row(n)
            except UNREADABLE as error:
                raise ObjectDamagedError(self._id) from error
            if data is None:
                raise ObjectDamagedError(self._id)
            self._held = (n, data)
        return self._held[1]
