"""Objects added behind a PDF whose bytes stay as they are: an incremental update (ISO 32000-1, 7.5.6)."""

from __future__ import annotations

import struct
import zlib

_PLACE = struct.Struct(">BQH")
_LEVEL = 6


class Update:
    """Objects that are added, or take the place of others."""

    def __init__(self, start: int, size: int) -> None:
        """Begin.

        Args:
            start: how long the file is.
            size: how many objects it has, with number 0.
        """
        self._start = start
        self._next = size
        self._places: dict[int, int] = {}
        self._made: list[bytes] = []
        self._length = 0

    @property
    def at(self) -> int:
        """Return how long the file is by now."""
        return self._start + self._length

    def reserve(self) -> int:
        """Return the number of an object that comes later."""
        self._next += 1
        return self._next - 1

    def put(self, number: int, body: str) -> int:
        """Write an object that is no stream; return its number."""
        self._begin(number, body.encode("ascii"), b"")
        return number

    def add(self, body: str) -> int:
        """Write an object that nothing named before; return its number."""
        return self.put(self.reserve(), body)

    def stream(self, number: int, entries: str, data: bytes, *, packed: bool = True) -> int:
        """Write a stream; return its number."""
        if packed:
            data = zlib.compress(data, _LEVEL)
            entries += "/Filter/FlateDecode"
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii")
        self._begin(number, head + data, b"\nendstream")
        return number

    def finish(self, root: int, info: int, id: str, previous: int) -> bytes:
        """Return the update; the other arguments are from the trailer before."""
        table, start = self.reserve(), self.at
        self._places[table] = start
        numbers = sorted(self._places)
        data = b"".join(_PLACE.pack(1, self._places[number], 0) for number in numbers)
        index = " ".join(f"{number} 1" for number in numbers)
        head = (
            f"{table} 0 obj\n<</Type/XRef/Size {self._next}/Index[{index}]/W[1 8 2]/Root {root} 0 R"
            f"/Info {info} 0 R/Prev {previous}/ID[<{id}><{id}>]/Length {len(data)}>>\nstream\n"
        )
        end = f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n"
        return b"".join(self._made) + head.encode("ascii") + data + end.encode("ascii")

    def _begin(self, number: int, body: bytes, end: bytes) -> None:
        self._places[number] = self.at
        made = b"%d 0 obj\n%s%s\nendobj\n" % (number, body, end)
        self._made.append(made)
        self._length += len(made)
