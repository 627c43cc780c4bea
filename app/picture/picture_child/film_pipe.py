"""How the child asks for a film's bytes and hands on what it makes: two pipes, piece by piece, no file and no name.

A film is too large to be read whole, and its index may stand at its end. So the child asks for pieces, and the parent
answers each one. What the child says, each a head of a letter and two numbers:

- ``R`` place, length: hand me these bytes of the film. The answer: their number (4 bytes), then they.
- ``I`` length, 0: what there is to say of the film, as JSON of that length.
- ``F`` moment, length: a frame that is shown from that moment on (microseconds): width, height, then RGB.
- ``O`` length, 0: so many more bytes of the clip. ``X`` place, length: these replace what was handed on before.
- ``P`` done, all: how far it is, in milliseconds of the film.
- ``E`` 0, 0: this was all.
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Mapping
from typing import BinaryIO

HEAD = struct.Struct(">cQQ")
LENGTH = struct.Struct(">I")
SIZE = struct.Struct(">II")
READ, INFO, FRAME, OUT, PATCH, PROGRESS, END = b"R", b"I", b"F", b"O", b"X", b"P", b"E"

_PIECE = 1 << 18
_HELD = 6
_MOST_PATCHED = 1 << 20


class EndedError(Exception):
    """The parent has gone."""


class Asking:
    """The child's end of the pipes."""

    def __init__(self, asked: BinaryIO, out: BinaryIO) -> None:
        self._asked = asked
        self._out = out

    def piece(self, place: int, length: int) -> bytes:
        """Return bytes of the film; fewer at its end. Raises EndedError."""
        self._say(READ, place, length)
        self._out.flush()
        head = self._asked.read(LENGTH.size)
        if len(head) != LENGTH.size:
            raise EndedError
        (given,) = LENGTH.unpack(head)
        data = self._asked.read(given)
        if len(data) != given:
            raise EndedError
        return data

    def info(self, said: Mapping[str, object]) -> None:
        """Say what there is to say of the film."""
        words = json.dumps(said).encode("ascii")
        self._say(INFO, len(words), 0)
        self._out.write(words)

    def frame(self, at_us: int, size: tuple[int, int], rgb: bytes) -> None:
        """Hand on a frame."""
        self._say(FRAME, at_us, SIZE.size + len(rgb))
        self._out.write(SIZE.pack(*size))
        self._out.write(rgb)
        self._out.flush()

    def clip(self, data: bytes) -> None:
        """Hand on more of a clip."""
        self._say(OUT, len(data), 0)
        self._out.write(data)
        self._out.flush()

    def patch(self, place: int, data: bytes) -> None:
        """Say what stands at a place of the clip instead."""
        self._say(PATCH, place, len(data))
        self._out.write(data)

    def progress(self, done_ms: int, all_ms: int) -> None:
        """Say how far it is."""
        self._say(PROGRESS, max(0, done_ms), max(0, all_ms))
        self._out.flush()

    def end(self) -> None:
        """Say that this was all."""
        self._say(END, 0, 0)
        self._out.flush()

    def _say(self, what: bytes, one: int, other: int) -> None:
        self._out.write(HEAD.pack(what, one, other))


class AskedFilm(io.RawIOBase):
    """The film as a file that is read from any place; the last pieces are kept."""

    def __init__(self, asking: Asking, size: int) -> None:
        super().__init__()
        self._asking = asking
        self._size = size
        self._at = 0
        self._held: dict[int, bytes] = {}

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, length: int = -1) -> bytes:
        left = max(0, self._size - self._at)
        length = left if length < 0 else min(length, left)
        if not length:
            return b""
        n, offset = divmod(self._at, _PIECE)
        data = self._piece(n)[offset : offset + length]
        self._at += len(data)
        return data

    def _piece(self, n: int) -> bytes:
        data = self._held.pop(n, None)
        if data is None:
            data = self._asking.piece(n * _PIECE, min(_PIECE, self._size - n * _PIECE))
            while len(self._held) >= _HELD:
                del self._held[next(iter(self._held))]
        self._held[n] = data
        return data


class ClipOut(io.RawIOBase):
    """Where a clip is written: what comes behind all that was written is handed on, the rest at the end."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._at = self.size = self._patched = 0
        self._patches: list[tuple[int, bytes]] = []

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, min(self.size, start + offset))
        return self._at

    def tell(self) -> int:
        return self._at

    def write(self, data: bytes) -> int:  # type: ignore[override]
        data = bytes(data)
        before = data[: self.size - self._at]
        if before:
            self._patched += len(before)
            if self._patched > _MOST_PATCHED:
                raise OSError("too much is written over")
            self._patches.append((self._at, before))
        if behind := data[len(before) :]:
            self._asking.clip(behind)
            self.size += len(behind)
        self._at += len(data)
        return len(data)

    def hand_on_patches(self) -> None:
        """Say what was written over."""
        for place, data in self._patches:
            self._asking.patch(place, data)
