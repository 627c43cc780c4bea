"""What lies in an envelope: files one after the other, and at the end what the phone says of them.

The form is told in docs/envelope.md. Rules:
- A size is believed only as far as an envelope may go, and only until the bytes are counted.
- Each file is followed by its SHA-256, which is compared; the end says how many files and bytes there were.
- Behind the end stands nothing.
- What the phone says of names, types and times is a claim.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TypeVar

import msgspec

from app.envelope.decrypting import Readable, decrypted
from app.envelope.errors import (
    EnvelopeTooLargeError,
    LyingEnvelopeError,
    NewerEnvelopeError,
    NotAnEnvelopeError,
)
from app.envelope.seen import HEAD_LENGTH, is_envelope
from app.streams import PieceStream

MOST_BYTES = 500 << 20
"""How many bytes the files of an envelope have together at the most."""

MOST_FILES = 500
"""How many files it holds at the most."""

_MB = 1 << 20
_START = b"bevismappe-envelope 1\n"
_NAME = b"bevismappe-envelope "
_LONGEST = 4096
_STAMP = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d\.\d{3}Z")
_OFFSET = re.compile(r"[+-][01]\d:[0-5]\d")
_PIECE = 1 << 18

T = TypeVar("T", bound=msgspec.Struct)


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before a file. ``changed`` is "" or UTC with milliseconds."""

    name: str
    type: str
    size: int
    changed: str


class _End(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands behind the last file."""

    files: int
    bytes: int
    closed: str
    offset: str


class Closing(msgspec.Struct, frozen=True):
    """What the phone says of the whole envelope.

    Attributes:
        files: how many there are.
        size: how many bytes they have together.
        closed_at: when it was closed, by the phone's clock, ``YYYY-MM-DDThh:mm:ss.sssZ``.
        offset: of the phone's time zone then, ``±hh:mm``.
    """

    files: int
    size: int
    closed_at: str
    offset: str


class HeldFile(PieceStream):
    """A file in the envelope, as a stream of exactly its bytes.

    Attributes:
        file_name: what the phone calls it.
        size: in bytes.
        changed_at: when it was last changed, by the phone; UTC with milliseconds, or "".
    """

    def __init__(self, head: _Head, stream: BinaryIO) -> None:
        super().__init__()
        self.file_name = head.name
        self.size = head.size
        self.changed_at = head.changed
        self._stream = stream
        self._left = head.size
        self._given = hashlib.sha256()

    def _piece(self, length: int) -> bytes:
        """Return the next piece. Raises LyingEnvelopeError where the envelope ends before the file does."""
        piece = self._stream.read(min(length, self._left, _PIECE))
        if self._left and length and not piece:
            raise LyingEnvelopeError("ends inside a file")
        self._given.update(piece)
        self._left -= len(piece)
        return piece

    def sha256(self) -> str:
        """Return the hash, in hex, of what was read so far."""
        return self._given.hexdigest()

    def finish(self) -> None:
        """Read what nobody has read, and compare the hash. Raises LyingEnvelopeError."""
        rest = bytearray(_PIECE)
        while self._left:
            self.readinto(rest)
        if _exactly(self._stream, 32) != self._given.digest():
            raise LyingEnvelopeError("another hash")


class OpenEnvelope:
    """An envelope that is being read.

    Attributes:
        closing: what the phone says of the whole; None before all files were read.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.closing: Closing | None = None
        self._stream = stream
        _check_start(stream)

    def files(self) -> Iterator[HeldFile]:
        """Lend each file, one after the other; one that was not read to its end is read on.

        Raises:
            LyingEnvelopeError: it is not in order; what was lent so far is not to be believed.
            EnvelopeTooLargeError: there is more than an envelope may hold.
        """
        count = size = 0
        while head := _read(self._stream, _Head):
            size += head.size
            count += 1
            if head.size < 1 or not head.name or (head.changed and not _is_time(head.changed)):
                raise LyingEnvelopeError("a file's facts")
            if size > MOST_BYTES or count > MOST_FILES:
                raise EnvelopeTooLargeError(MOST_BYTES // _MB)
            with HeldFile(head, self._stream) as file:
                yield file
                file.finish()
        end = _read(self._stream, _End)
        if end is None or not count or (end.files, end.bytes) != (count, size):
            raise LyingEnvelopeError("the count")
        if not _is_time(end.closed) or _OFFSET.fullmatch(end.offset) is None:
            raise LyingEnvelopeError("the time")
        if self._stream.read(1):
            raise LyingEnvelopeError("goes on behind its end")
        self.closing = Closing(count, size, end.closed, end.offset)


@contextmanager
def opened(source: Readable, identity: str) -> Iterator[OpenEnvelope]:
    """Lend what lies in an envelope.

    Args:
        source: the envelope, at its beginning.
        identity: the vault's secret key.

    Raises:
        NotAnEnvelopeError: it is none.
        OtherVaultError, EnvelopeChangedError, LyingEnvelopeError, EnvelopeTooLargeError, NewerEnvelopeError: also while
            its files are read.
        EnvelopeKeyError: the secret key is none.
    """
    head = source.read(HEAD_LENGTH)
    if not is_envelope(head):
        raise NotAnEnvelopeError
    with decrypted(_Joined(head, source), identity) as stream:
        yield OpenEnvelope(stream)


class _Joined:
    """The beginning that was looked at, and the rest behind it."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head = head
        self._rest = rest

    def read(self, length: int = -1, /) -> bytes:
        if not self._head:
            return self._rest.read(length)
        cut = len(self._head) if length < 0 else length
        given, self._head = self._head[:cut], self._head[cut:]
        return given + self._rest.read() if length < 0 else given


def _check_start(stream: BinaryIO) -> None:
    start = _up_to(stream, len(_START))
    if start == _START:
        return
    if start.startswith(_NAME):
        raise NewerEnvelopeError
    raise LyingEnvelopeError("begins otherwise")


def _read(stream: BinaryIO, record: type[T]) -> T | None:
    """Return the next record; None where its length is nought."""
    length = int.from_bytes(_exactly(stream, 4))
    if not length:
        return None
    if length > _LONGEST:
        raise LyingEnvelopeError("a record is too long")
    try:
        return msgspec.json.decode(_exactly(stream, length), type=record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LyingEnvelopeError("a record") from error


def _exactly(stream: BinaryIO, length: int) -> bytes:
    read = _up_to(stream, length)
    if len(read) != length:
        raise LyingEnvelopeError("ends too soon")
    return read


def _up_to(stream: BinaryIO, length: int) -> bytes:
    """Return that many bytes, fewer only at the end."""
    read = b""
    while len(read) < length and (piece := stream.read(length - len(read))):
        read += piece
    return read


def _is_time(written: str) -> bool:
    return _STAMP.fullmatch(written) is not None
