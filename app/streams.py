"""Streams of which somebody gives the next piece: read from beginning to end, and nothing else."""

from __future__ import annotations

import io
from abc import abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class PieceStream(io.RawIOBase):
    """A stream that is only read. Whoever inherits it gives the pieces in ``_piece``."""

    def readable(self) -> bool:
        """It can be read, and nothing else."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill a buffer with the next piece, and return how many bytes that are; 0 at the end."""
        view = memoryview(buffer).cast("B")
        piece = self._piece(len(view))
        view[: len(piece)] = piece
        return len(piece)

    @abstractmethod
    def _piece(self, length: int) -> bytes | bytearray | memoryview:
        """Return at most so many bytes; none at the end, and at no other place where ``length`` is not 0."""
