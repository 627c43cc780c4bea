"""The objects of a PDF, written one after another as they become known; nothing is held but where each one stands.

Rules:
- Streams are objects of their own. All other objects go into object streams, a few hundred together.
- The two file ids are taken from the bytes before them: same input, same file.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from typing import NamedTuple, Protocol

from app.dossier.hashing_writer import HashingWriter, Source

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"\nendstream\nendobj\n"
_TOGETHER = 200
_PLACE = struct.Struct(">BQH")
_FREE, _ALONE = 0xFFFF, 0xFFFE
_LEVEL = 1  # pages and tags are small beside pictures: packing them better costs more than it saves


class End(NamedTuple):
    """What the end of a file says: where its table of objects is, how many there are with number 0, and its id."""

    table: int
    size: int
    id: str


class Objects(Protocol):
    """Where objects are written: a file, or what is added to one."""

    def reserve(self) -> int:
        """Return the number of an object that comes later."""
        ...

    def add(self, body: str) -> int:
        """Write an object that is no stream and that nothing named before; return its number."""
        ...

    def stream(self, number: int, entries: str, data: bytes, *, packed: bool = True) -> int:
        """Write a stream; return its number."""
        ...


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
        self._target.write(self._head(number, entries, len(data)) + data + _STREAM_END)
        return number

    def stream_from(self, number: int, entries: str, length: int, source: Source) -> int:
        """Write a stream of so many bytes that a source gives; return its number."""
        self._target.write(self._head(number, entries, length))
        self._target.write_from(source, length)
        self._target.write(_STREAM_END)
        return number

    def _head(self, number: int, entries: str, length: int) -> bytes:
        self._at[number], self._within[number] = self._target.size, _ALONE
        return f"{number} 0 obj\n<<{entries}/Length {length}>>\nstream\n".encode("ascii")

    def finish(self, root: int, info: int) -> End:
        """Write the table of objects."""
        self._put_held()
        table, start = self.reserve(), self._target.size
        self._at[table], self._within[table] = start, _ALONE
        data = zlib.compress(b"".join(self._places()), _LEVEL)
        entries = (
            f"/Type/XRef/Size {len(self._at)}/W[1 8 2]/Root {root} 0 R/Info {info} 0 R"
            f"/Filter/FlateDecode/Length {len(data)}"
        )
        # What stands in the table follows from what stands before it, so the id covers all of the file.
        id = self._target.digest().hexdigest()[:32].upper()
        head = f"{table} 0 obj\n<<{entries}/ID[<{id}><{id}>]>>\nstream\n"
        end = f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n"
        self._target.write(head.encode("ascii") + data + end.encode("ascii"))
        return End(start, len(self._at), id)

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
