"""A file of the copy on its drive: encrypted by age while it is written, decrypted while it is read."""

from __future__ import annotations

import io
import os
import secrets
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.elsewhere.errors import CopyFormError, CopyKeyError
from app.elsewhere.keys import Identity
from app.elsewhere.library import library
from atomic_file import sync_folder, write_atomically

ENDING = ".age"
_ID_BYTES = 16
# What is left of killed writers is looked for in one of 256 folders, so that a file costs no more beside thousands.
_SHELF_DIGITS = 2
# What the library says of a whole file that is for somebody else.
_OTHER_KEY = "No matching keys found"


def new_id() -> str:
    """Return 32 random hex digits."""
    return secrets.token_hex(_ID_BYTES)


def write_sealed(folder: Path, pieces: Iterable[bytes], public: str) -> Path:
    """Write a new file under a random name, in the folder of its first two digits; whole and lasting, or not at all.

    Raises:
        CopyKeyError: that is no public half of a recovery key.
        OSError: the drive does not take it.
    """
    age = library()
    try:
        recipient = age.x25519.Recipient.from_str(public)
    except age.RecipientError as error:
        raise CopyKeyError from error
    name = new_id()
    shelf = folder / name[:_SHELF_DIGITS]
    if not shelf.is_dir():
        shelf.mkdir(exist_ok=True)
        sync_folder(folder)
    target = shelf / f"{name}{ENDING}"
    with write_atomically(target) as file:
        source = _Pieces(pieces)
        try:
            age.encrypt_io(source, file, [recipient])
        except BaseException as error:
            # What the source raised says more than what is made of it on the way.
            if source.error is not None:
                raise source.error from None
            if isinstance(error, age.EncryptError):
                raise OSError(str(error)) from error
            raise
    return target


@contextmanager
def open_sealed(path: Path, key: Identity) -> Iterator[BinaryIO]:
    """Give what a file says, as a stream; little of it is in memory.

    Raises:
        CopyFormError: when the block ends, where the file was damaged or cut off and was read to there, or is none;
            in place of what the block raises, where it is locked with another key.
        OSError: it cannot be read.
    """
    reading, writing = os.pipe()
    failed: list[BaseException] = []

    def decrypt() -> None:
        try:
            with os.fdopen(writing, "wb") as out, path.open("rb") as file:
                library().decrypt_io(file, out, [key])
        except BaseException as error:  # noqa: BLE001 - handed over to who reads
            failed.append(error)

    worker = threading.Thread(target=decrypt, name="decrypting")
    worker.start()
    left_early = False
    try:
        with os.fdopen(reading, "rb") as stream:
            yield stream
            left_early = bool(stream.peek(1))
    finally:
        worker.join()
        if failed and str(failed[0]) == _OTHER_KEY:
            raise CopyFormError(path.name, other_key=True) from failed[0]
    if failed and not left_early:
        raise CopyFormError(path.name) from failed[0]


class _Pieces(io.RawIOBase):
    """What an iterator yields, to be read from; an error of it is kept, since what calls this makes another of it."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._rest = memoryview(b"")
        self.error: BaseException | None = None

    def read(self, size: int = -1, /) -> bytes:
        while not self._rest:
            try:
                self._rest = memoryview(next(self._pieces))
            except StopIteration:
                return b""
            except BaseException as error:
                self.error = error
                raise
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytes(taken)
