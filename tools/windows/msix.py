"""Packs a folder as MSIX: manifest, files, block map, content types. The same folder gives the same bytes.

An MSIX is a zip whose files are told again in a block map: each block of 64 KiB by its SHA-256, and by how many
bytes it takes when it is packed. So each block is deflated on its own, up to a full flush. What Windows wants of
the zip is kept to: no descriptors behind the data, sizes of 64 bits at the end.
"""

from __future__ import annotations

import base64
import hashlib
import io
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

BLOCK = 1 << 16
MANIFEST = "AppxManifest.xml"
BLOCK_MAP = "AppxBlockMap.xml"
CONTENT_TYPES = "[Content_Types].xml"
SIGNATURE = "AppxSignature.p7x"

_NAMESPACES = "http://schemas.microsoft.com/appx/2010/blockmap"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_PACKAGE_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES = {
    "exe": "application/x-msdownload",
    "dll": "application/x-msdownload",
    "png": "image/png",
    "xml": "application/vnd.ms-appx.manifest+xml",
}
_ANY = "application/octet-stream"
_DEFLATED = 8
_DAY = 0x5321  # a fixed one: the block map is what tells files apart


@dataclass(frozen=True)
class _Packed:
    """A file as it lies in the zip."""

    name: bytes
    crc: int
    packed: int
    size: int
    at: int


class _Writer:
    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._files: list[_Packed] = []
        self._map: list[str] = []

    def put(self, name: str, data: bytes, *, mapped: bool = True) -> None:
        raw = (name if name == CONTENT_TYPES else _escaped(name)).encode("ascii")
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
        body, rows = bytearray(), []
        for start in range(0, len(data), BLOCK):
            block = data[start : start + BLOCK]
            packed = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
            digest = base64.b64encode(hashlib.sha256(block).digest()).decode("ascii")
            rows.append(f'<Block Hash="{digest}" Size="{len(packed)}"/>')
            body += packed
        body += squeeze.flush(zlib.Z_FINISH)
        file = _Packed(raw, zlib.crc32(data), len(body), len(data), self._out.tell())
        sizes = (file.crc, file.packed, file.size, len(raw), 0)
        head = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, _DEFLATED, 0, _DAY, *sizes) + raw
        self._out.write(head + body)
        self._files.append(file)
        if mapped:
            named = quoteattr(name.replace("/", "\\"))
            told = f'<File Name={named} Size="{len(data)}" LfhSize="{len(head)}">'
            self._map.append(f"{told}{''.join(rows)}</File>")

    def block_map(self) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n'
            f'<BlockMap xmlns="{_NAMESPACES}" HashMethod="{_SHA256}">{"".join(self._map)}</BlockMap>'
        )

    def finished(self) -> bytes:
        start = self._out.tell()
        for file in self._files:
            sizes = (file.crc, file.packed, file.size, len(file.name), *(0,) * 5, file.at)
            fixed = (b"PK\1\2", 45, 20, 0, _DEFLATED, 0, _DAY)
            self._out.write(struct.pack("<4s6H3I5H2I", *fixed, *sizes) + file.name)
        end = self._out.tell()
        count, size = len(self._files), end - start
        whole = (b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start)
        self._out.write(struct.pack("<4sQ2H2I4Q", *whole))
        self._out.write(struct.pack("<4sIQI", b"PK\6\7", 0, end, 1))
        unsaid = (0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
        self._out.write(struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, *unsaid, 0))
        return self._out.getvalue()


def pack_msix(manifest: str, files: Mapping[str, bytes]) -> bytes:
    """Return an unsigned MSIX.

    Args:
        manifest: what the package says of itself.
        files: what is in it, by path.
    """
    writer = _Writer()
    writer.put(MANIFEST, manifest.encode("utf-8"))
    for name in sorted(files):
        writer.put(name, files[name])
    writer.put(BLOCK_MAP, writer.block_map().encode("utf-8"), mapped=False)
    writer.put(CONTENT_TYPES, content_types([MANIFEST, *files]).encode("utf-8"), mapped=False)
    return writer.finished()


def content_types(names: Iterable[str]) -> str:
    """Return which kind each file is: by its ending, or by its name where it has none."""
    endings: set[str] = set()
    bare: list[str] = []
    for name in sorted(names):
        last = name.rpartition("/")[2]
        if "." in last:
            endings.add(last.rpartition(".")[2].lower())
        else:
            bare.append(name)
    told = [
        f"<Default Extension={quoteattr(each)} ContentType={quoteattr(_TYPES.get(each, _ANY))}/>"
        for each in sorted(endings)
    ]
    parts = [(f"/{_escaped(name)}", _ANY) for name in bare]
    parts += [
        (f"/{BLOCK_MAP}", "application/vnd.ms-appx.blockmap+xml"),
        (f"/{SIGNATURE}", "application/vnd.ms-appx.signature"),
    ]
    told += [
        f"<Override PartName={quoteattr(name)} ContentType={quoteattr(kind)}/>"
        for name, kind in parts
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\r\n'
    return f'{head}<Types xmlns="{_PACKAGE_TYPES}">{"".join(told)}</Types>'


def _escaped(name: str) -> str:
    return quote(name, safe="/!$&'()+,;=@._-~")
