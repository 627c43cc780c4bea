"""The whole stick as one file that the owner of a key opens: age-encryption.org/v1.

It goes through in pieces, so that it may be as large as a file on a stick may be. A password opens a key of its own,
which is made for this stick and lies beside it: age encrypts by a password only what stands in memory as a whole.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from app.handover.errors import StickKeyError, StickLargeError, StickLockError
from app.handover.stick.layout import LARGEST_FILE, LOCKED, StickFile

_ZIP64 = (1 << 31) - 1
_PASSED_ON = 0
"""Level of compression: the pieces say where they end, so that the zip need not be sought in, and stay as they are."""

_ZIP_ROOM = 16 * 1024 * 1024
"""What the zip and the encryption add to so many bytes, with room."""


def locked(
    files: Iterable[StickFile], target: BinaryIO, *, keys: Sequence[str] = (), password: str = ""
) -> bytes:
    """Write a zip of the files, encrypted: nothing of it is ever written in the clear.

    Args:
        files: in their order.
        target: where to.
        keys: public keys of those who may open it, as ``age1…``; or
        password: what opens the key that is returned.

    Returns:
        The file of the key that the password opens; empty where keys were given.

    Raises:
        StickKeyError: a key is none.
        StickLockError: this computer lacks what encrypts.
        StickLargeError: all of it is larger than a file on a stick may be.
        Everything that reading the files raises.
    """
    try:
        import pyrage  # there is no wheel of it for Windows on ARM
    except ImportError as error:
        raise StickLockError from error
    try:
        recipients = [pyrage.x25519.Recipient.from_str(each.strip()) for each in keys]
    except pyrage.RecipientError as error:
        raise StickKeyError from error
    key = b""
    if not recipients:
        made = pyrage.x25519.Identity.generate()
        recipients = [made.to_public()]
        key = bytes(pyrage.passphrase.encrypt(f"{made}\n".encode("ascii"), password))
    source = _Pulled(_zipped(files))
    try:
        pyrage.encrypt_io(source, target, recipients)
    except pyrage.EncryptError:
        if source.fault is not None:
            raise source.fault from None
        raise
    return key


def _zipped(files: Iterable[StickFile]) -> Iterator[bytes]:
    """Give a zip piece by piece; what was given is not kept."""
    made = _Drain()
    size = 0
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=_PASSED_ON) as archive:
        for file in files:
            size += file.size
            if size > LARGEST_FILE - _ZIP_ROOM:
                raise StickLargeError(LOCKED)
            with archive.open(file.name, "w", force_zip64=file.size > _ZIP64) as stream:
                for piece in file.pieces:
                    stream.write(piece)
                    yield made.taken()
    yield made.taken()


class _Drain(io.RawIOBase):
    """A stream whose bytes are taken away as they come."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(memoryview(data))  # type: ignore[arg-type]
        self._held += piece
        return len(piece)

    def taken(self) -> bytes:
        """Return what came since, and forget it."""
        held = bytes(self._held)
        self._held.clear()
        return held


class _Pulled:
    """A stream out of pieces, for what reads; ``fault`` is what a piece raised, which the reader words otherwise."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = bytearray()
        self.fault: BaseException | None = None

    def read(self, size: int) -> bytes:
        """Return at most so many bytes; none at the end."""
        while len(self._held) < size:
            try:
                piece = next(self._pieces, None)
            except BaseException as error:
                self.fault = error
                raise
            if piece is None:
                break
            self._held += piece
        found = bytes(self._held[:size])
        del self._held[:size]
        return found
