"""What a file says around its pixels: read byte by byte, believed in nothing that matters for memory.

Rules:
- Words are passed over, whatever is wrong with them. What holds pixels is handed on to the decoder.
- Only EXIF turns a picture.
- A colour profile is handed on. What says in other ways that colours are not sRGB is told.
- Pictures of an animation are counted, and bytes behind the picture's end are told of.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from typing import Any

from .codes import AS_THEY_ARE, NOT_APPLIED


class Container:
    """What a file says around its pixels, and the bytes that the decoder gets."""

    def __init__(self, untrusted: bytes) -> None:
        """Take the file; what is not said stays as most files have it."""
        self.untrusted = untrusted
        self.exif: bytes | None = None
        self.profile: bytes | None = None
        self.colours = AS_THEY_ARE
        self.frames = 1
        self.depth = 8
        self.broken = False
        self.more = False
        self.tables: Any = None


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LARGEST_PROFILE = 4 << 20
_CHUNK = struct.Struct(">I4s")
_SRGB_GAMMA, _GAMMA_SLACK = 45_455, 1_500
_SRGB_PRIMARIES = (31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000)
_PRIMARY_SLACK = 1_000
_SCAN_END = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]", re.DOTALL)


def _png(untrusted: bytes) -> Container:
    """Keep what holds pixels, read what speaks of colours and turning, and pass over all words."""
    if untrusted[:8] != _SIGNATURE:
        raise SyntaxError
    around = Container(untrusted)
    kept, said = [_SIGNATURE], dict[bytes, bytes]()
    at, ended = 8, False
    while not ended and at + 8 < len(untrusted):
        length, name = _CHUNK.unpack_from(untrusted, at)
        body = memoryview(untrusted)[at + 8 : at + 8 + length]
        checksum = untrusted[at + 8 + length : at + 12 + length]
        computed = struct.pack(">I", zlib.crc32(body, zlib.crc32(name)))
        sound = checksum == computed
        if name in (b"IHDR", b"PLTE") and not sound:
            raise SyntaxError
        if name == b"IDAT" or (sound and (name in (b"IHDR", b"PLTE") or _clear(name, body, kept))):
            kept += [_CHUNK.pack(len(body), name), bytes(body), computed]
            around.broken |= len(body) == length and not sound
        elif sound:
            said.setdefault(name, bytes(body) if name in _SPOKEN else b"")
        ended = name == b"IEND"
        at += 12 + length
    around.more = ended and at < len(untrusted)
    around.untrusted = b"".join((*kept, b"\x00\x00\x00\x00IEND\xae\x42\x60\x82"))
    around.depth = around.untrusted[24]
    around.exif = said.get(b"eXIf")
    if len(count := said.get(b"acTL", b"")) == 8:
        (around.frames,) = struct.unpack(">I4x", count)
    _png_colours(around, said)
    return around


def _clear(name: bytes, body: memoryview, kept: list[bytes]) -> bool:
    """Return whether this says what is transparent, in the form that the header's colour type asks for."""
    colour_type = kept[2][9] if len(kept) > 2 and len(kept[2]) > 9 else 4
    needed = {0: 2, 2: 6, 3: 0}.get(colour_type)
    return name == b"tRNS" and needed is not None and len(body) >= needed


_SPOKEN = frozenset((b"eXIf", b"acTL", b"iCCP", b"gAMA", b"cHRM", b"cICP"))


def _png_colours(around: Container, said: dict[bytes, bytes]) -> None:
    """Note a profile, which is used, and what is said of colours in other ways, where it differs from sRGB."""
    if b"cICP" in said and said[b"cICP"][:2] != b"\x01\x0d":
        around.colours = NOT_APPLIED
    elif b"iCCP" in said:
        _, _, deflated = said[b"iCCP"].partition(b"\x00")
        inflater = zlib.decompressobj()
        try:
            around.profile = inflater.decompress(deflated[1:], _LARGEST_PROFILE)
        except zlib.error:
            around.colours = NOT_APPLIED
        if inflater.unconsumed_tail:
            around.profile, around.colours = None, NOT_APPLIED
    elif b"sRGB" not in said:
        gamma, primaries = said.get(b"gAMA", b""), said.get(b"cHRM", b"")
        if len(gamma) == 4 and abs(struct.unpack(">I", gamma)[0] - _SRGB_GAMMA) > _GAMMA_SLACK:
            around.colours = NOT_APPLIED
        if len(primaries) == 32:
            named = zip(struct.unpack(">8I", primaries), _SRGB_PRIMARIES, strict=True)
            if any(abs(is_ - should) > _PRIMARY_SLACK for is_, should in named):
                around.colours = NOT_APPLIED


def _jpeg(untrusted: bytes) -> Container:
    """Look for the end of the picture: some cameras and tools put more behind it."""
    around = Container(untrusted)
    at = 2
    while at + 4 <= len(untrusted) and untrusted[at] == 0xFF:
        marker = untrusted[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            break
        at += 2 + int.from_bytes(untrusted[at + 2 : at + 4], "big")
        if marker == 0xDA:
            found = _SCAN_END.search(untrusted, at)
            at = found.end() - 2 if found else len(untrusted)
    around.more = untrusted[at : at + 2] == b"\xff\xd9" and at + 2 < len(untrusted)
    return around


def _gif(untrusted: bytes) -> Container:
    """Count the pictures and look for the end; the data of each is passed over."""
    around = Container(untrusted)
    at = 13 + _palette_length(untrusted[10:11])
    frames = 0
    while at < len(untrusted) and untrusted[at] in b"\x21\x2c":
        if untrusted[at] == 0x2C:
            frames += 1
            at += 11 + _palette_length(untrusted[at + 9 : at + 10])
        else:
            at += 2
        while at < len(untrusted) and untrusted[at]:
            at += 1 + untrusted[at]
        at += 1
    around.frames = max(1, frames)
    around.more = untrusted[at : at + 1] == b"\x3b" and at + 1 < len(untrusted)
    return around


def _palette_length(flags: bytes) -> int:
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _webp(untrusted: bytes) -> Container:
    around = Container(untrusted)
    length = int.from_bytes(untrusted[4:8], "little")
    around.more = len(untrusted) > 8 + length + length % 2
    return around


AROUND: dict[str, Callable[[bytes], Container]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/gif": _gif,
    "image/webp": _webp,
    "image/avif": Container,
    "image/heic": Container,
    "image/bmp": Container,
    "image/tiff": Container,
}
