"""The objects of a PDF, written one after another as they become known; nothing is held but where each one stands.

Rules:
- Streams are objects of their own. All other objects go into object streams, a few hundred together.
- The two file ids are taken from the bytes before them: same input, same file.
"""

from __future__ import annotations

import struct
import zlib
from array import array

from app.dossier.hashing_writer import HashingWriter

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_TOGETHER = 200
_PLACE = struct.Struct(">BQH")
_FREE, _ALONE = 0xFFFF, 0xFFFE
_LEVEL = 6


class PdfFile:
    """A file being written."""

    def __init__(self, target: HashingWriter) -> None:
        self._target = target
        # For each object: where it begins, or the object stream that holds it and its place in there.
        self._at = array("Q", [0])
        self._within = array("H", [_FREE])
        self._held: list[tuple[int, bytes]] = []
        target.write(_HEAD)

    def reserve(self) -> int:
        """Return the number of an object that comes later."""
        self._at.append(0)
        self._within.append(_FREE)
        return len(self._at) - 1

    def put(self, number: int, body: str) -> int:
        """Write an object that is no stream; return its number."""
        self._held.append((number, body.encode("ascii")))
        if len(self._held) >= _TOGETHER:
            self._put_held()
        return number

    def add(self, body: str) -> int:
        """Write an object that nothing named before; return its number."""
        return self.put(self.reserve(), body)

    def stream(self, number: int, entries: str, data: bytes, *, packed: bool = True) -> int:
        """Write a stream; return its number."""
        if packed:
            data = zlib.compress(data, _LEVEL)
            entries += "/Filter/FlateDecode"
        self.begin_stream(number, entries, len(data))
        self._target.write(data)
        self.end_stream()
        return number

    def begin_stream(self, number: int, entries: str, length: int) -> None:
        """Begin a stream whose ``length`` bytes are given to ``piece`` and then ended."""
        self._at[number], self._within[number] = self._target.size, _ALONE
        head = f"{number} 0 obj\n<<{entries}/Length {length}>>\nstream\n"
        self._target.write(head.encode("ascii"))

    def piece(self, data: bytes) -> None:
        """Write a piece of the stream that was begun."""
        self._target.write(data)

    def end_stream(self) -> None:
        """End the stream that was begun."""
        self._target.write(b"\nendstream\nendobj\n")

    def finish(self, root: int, info: int) -> tuple[int, str]:
        """Write the table of objects; return the file's size in bytes and its SHA-256."""
        self._put_held()
        table, start = self.reserve(), self._target.size
        self._at[table], self._within[table] = start, _ALONE
        data = zlib.compress(b"".join(self._places()), _LEVEL)
        entries = (
            f"/Type/XRef/Size {len(self._at)}/W[1 8 2]/Root {root} 0 R/Info {info} 0 R"
            f"/Filter/FlateDecode/Length {len(data)}"
        )
        # What stands in the table follows from what stands before it, so the id covers all of the file.
        id = self._target.hash_so_far()[:16].hex().upper()
        head = f"{table} 0 obj\n<<{entries}/ID[<{id}><{id}>]>>\nstream\n"
        end = f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n"
        self._target.write(head.encode("ascii") + data + end.encode("ascii"))
        return self._target.finish()

    def _places(self) -> list[bytes]:
        made = []
        for at, within in zip(self._at, self._within, strict=True):
            if within == _FREE:
                made.append(_PLACE.pack(0, 0, 0xFFFF))
            elif within == _ALONE:
                made.append(_PLACE.pack(1, at, 0))
            else:
                made.append(_PLACE.pack(2, at, within))
        return made

    def _put_held(self) -> None:
        if not self._held:
            return
        held, self._held = self._held, []
        number, offset = self.reserve(), 0
        numbers: list[str] = []
        for within, (each, body) in enumerate(held):
            numbers.append(f"{each} {offset}")
            offset += len(body) + 1
            self._at[each], self._within[each] = number, within
        head = (" ".join(numbers) + "\n").encode("ascii")
        bodies = b"\n".join(body for _, body in held)
        self.stream(
            number, f"/Type/ObjStm/N {len(held)}/First {len(head)}", head + bodies, packed=True
        )
