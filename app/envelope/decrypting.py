"""A decrypted envelope as a stream that is read piece by piece.

The library writes into what it is given, and the vault reads from what it is given; so the library runs in a thread of
its own that stops after a few pieces until they were taken. Rules:
- At most ``_AHEAD`` pieces wait, so a large envelope takes no more memory than a small one.
- What the library refuses is raised where the stream is read, when what came before was read.
- Leaving the block ends the thread, however far it was.
"""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

from app.envelope.errors import EnvelopeChangedError, EnvelopeKeyError, OtherVaultError
from app.envelope.library import library
from app.streams import PieceStream

_PIECE = 1 << 18
_AHEAD = 4
_WAIT_S = 0.05
# How the library says that a header names no key of ours; what is encrypted by a passphrase counts too.
_NO_KEY = "No matching keys found"


class Readable(Protocol):
    """What an envelope is read from."""

    def read(self, length: int = -1, /) -> bytes:
        """Return that many bytes, fewer where there are no more just now, none at the end."""
        ...


class _LeftError(Exception):
    """Nobody reads any more."""


class _Pieces:
    """What the library writes into; it takes pieces of 8 KiB and hands on larger ones."""

    def __init__(self) -> None:
        self.ready: queue.Queue[bytes | BaseException | None] = queue.Queue(_AHEAD)
        self.left = threading.Event()
        self._piece = bytearray()

    def write(self, data: bytes) -> int:
        self._piece += data
        if len(self._piece) >= _PIECE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        if self._piece:
            self.put(bytes(self._piece))
            self._piece.clear()

    def put(self, what: bytes | BaseException | None) -> None:
        while not self.left.is_set():
            try:
                self.ready.put(what, timeout=_WAIT_S)
            except queue.Full:
                continue
            return
        raise _LeftError


class DecryptedStream(PieceStream):
    """What lies in an envelope; raises the errors of ``decrypted`` when it is read."""

    def __init__(self, pieces: _Pieces) -> None:
        super().__init__()
        self._pieces = pieces
        self._rest = memoryview(b"")
        self._ended = False

    def _piece(self, length: int) -> memoryview:
        if not self._rest and not self._ended:
            came = self._pieces.ready.get()
            if isinstance(came, BaseException):
                self._ended = True
                raise came
            self._ended = came is None
            self._rest = memoryview(came or b"")
        taken, self._rest = self._rest[:length], self._rest[length:]
        return taken


@contextmanager
def decrypted(source: Readable, identity: str) -> Iterator[BinaryIO]:
    """Lend what lies in an envelope as a stream.

    Args:
        source: the envelope, as age's bytes or as its text; read in a thread of its own.
        identity: the secret key.

    Raises:
        OtherVaultError: by reading: it is for another key.
        EnvelopeChangedError: by reading: it was cut short or changed.
        EnvelopeKeyError: the secret key is none.
        EnvelopesUnsupportedError: the library is not there.
        Exception: by reading: what ``source`` raises.
    """
    age = library()
    try:
        own = age.x25519.Identity.from_str(identity)
    except age.IdentityError as error:
        raise EnvelopeKeyError from error
    pieces = _Pieces()
    reading = _Source(source)
    thread = threading.Thread(target=_run, args=(reading, pieces, own), name="envelope")
    thread.start()
    try:
        with DecryptedStream(pieces) as raw, io.BufferedReader(raw, buffer_size=_PIECE) as stream:
            yield stream
    finally:
        pieces.left.set()
        thread.join()


class _Source:
    """Reads for the library, and keeps what went wrong there: the library would turn it into words."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self.error: BaseException | None = None

    def read(self, length: int = -1) -> bytes:
        try:
            return self._source.read(length)
        except Exception as error:
            self.error = error
            raise


def _run(source: _Source, pieces: _Pieces, identity: object) -> None:
    age = library()
    try:
        try:
            age.decrypt_io(source, pieces, [identity])
            pieces.flush()
        except _LeftError:
            raise
        except age.DecryptError as error:
            foreign = OtherVaultError() if str(error) == _NO_KEY else None
            pieces.put(source.error or foreign or EnvelopeChangedError(str(error)))
        except Exception as error:  # noqa: BLE001 - told where the stream is read
            pieces.flush()
            pieces.put(source.error or EnvelopeChangedError(str(error)))
        else:
            pieces.put(None)
    except _LeftError:
        return
