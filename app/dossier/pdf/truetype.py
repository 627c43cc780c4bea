"""A TrueType font as far as a dossier needs it: which character has which glyph, how wide it is, and a subset to embed.

Only static fonts with outlines in ``glyf``, read from our own resources; not a parser for strangers' fonts.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

_KEPT = ("cvt ", "fpgm", "prep")
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
_ARGS_ARE_WORDS, _HAS_SCALE, _MORE, _HAS_XY_SCALE, _HAS_MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
_CHECKSUM = 0xB1B0AFBA


class FontFormError(Exception):
    """The bytes are no font that can be embedded."""


class Measures(NamedTuple):
    """What a font descriptor says, in thousandths of the size."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    fixed_pitch: bool


class TrueTypeFont:
    """One font file.

    Attributes:
        glyphs: the glyph of each character.
        widths: how wide each character is, in thousandths of the size.
    """

    def __init__(self, data: bytes) -> None:
        """Read the tables that are asked for at once. Raises FontFormError."""
        self._data = data
        try:
            (count,) = struct.unpack_from(">H", data, 4)
            self._tables: dict[str, tuple[int, int]] = {
                tag.decode("ascii"): (offset, length)
                for tag, _, offset, length in struct.iter_unpack(
                    ">4sIII", data[12 : 12 + 16 * count]
                )
            }
            (self._em,) = struct.unpack_from(">H", data, self._at("head") + 18)
            (self._glyph_count,) = struct.unpack_from(">H", data, self._at("maxp") + 4)
            (self._advances_count,) = struct.unpack_from(">H", data, self._at("hhea") + 34)
            self.glyphs = self._read_glyphs()
            if ord(" ") in self.glyphs:
                self.glyphs[0xA0] = self.glyphs[ord(" ")]
            advances = self._advances
            scale = 1000 / self._em
            last = len(advances) - 1
            self.widths = {
                chr(code): round(advances[min(glyph, last)] * scale)
                for code, glyph in self.glyphs.items()
            }
        except (KeyError, IndexError, struct.error, ValueError, UnicodeDecodeError) as error:
            raise FontFormError from error

    @cached_property
    def measures(self) -> Measures:
        """Return what the descriptor says."""
        data, scale = self._data, 1000 / self._em
        box = struct.unpack_from(">4h", data, self._at("head") + 36)
        ascent, descent = struct.unpack_from(">2h", data, self._at("hhea") + 4)
        cap_height = ascent
        if "OS/2" in self._tables and self._tables["OS/2"][1] >= 90:
            (version,) = struct.unpack_from(">H", data, self._at("OS/2"))
            if version >= 2:
                (cap_height,) = struct.unpack_from(">h", data, self._at("OS/2") + 88)
        angle, fixed = 0.0, False
        if "post" in self._tables:
            whole, _, _, pitch = struct.unpack_from(">ihhI", data, self._at("post") + 4)
            angle, fixed = whole / 65536, bool(pitch)
        left, bottom, right, top = (round(each * scale) for each in box)
        return Measures(
            (left, bottom, right, top),
            round(ascent * scale),
            round(descent * scale),
            round(cap_height * scale),
            angle,
            fixed,
        )

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Return a font whose glyph n is ``glyphs[n]``; glyphs that others are made of follow them."""
        order = list(glyphs)
        place: dict[int, int] = {}
        for at, glyph in enumerate(order):
            place.setdefault(glyph, at)
        outlines: list[bytes] = []
        at = 0
        while at < len(order):
            outlines.append(self._outline(order[at], order, place))
            at += 1
        lengths = accumulate((len(outline) for outline in outlines), initial=0)
        tables = {tag: self._table(tag) for tag in _KEPT if tag in self._tables}
        tables["glyf"] = b"".join(outlines)
        tables["loca"] = struct.pack(f">{len(order) + 1}I", *lengths)
        tables["hmtx"] = b"".join(self._metric(glyph) for glyph in order)
        tables["maxp"] = self._patched("maxp", 4, len(order))
        tables["hhea"] = self._patched("hhea", 34, len(order))
        head = bytearray(self._table("head"))
        head[8:12] = bytes(4)
        head[50:52] = b"\x00\x01"  # offsets of four bytes
        tables["head"] = bytes(head)
        return _joined(tables)

    def _at(self, tag: str) -> int:
        return self._tables[tag][0]

    def _table(self, tag: str) -> bytes:
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    def _patched(self, tag: str, at: int, value: int) -> bytes:
        table = bytearray(self._table(tag))
        struct.pack_into(">H", table, at, value)
        return bytes(table)

    @cached_property
    def _advances(self) -> Sequence[int]:
        data = self._table("hmtx")[: 4 * self._advances_count]
        return _array("H", data)[::2]

    def _metric(self, glyph: int) -> bytes:
        at, wide = self._at("hmtx"), self._advances_count
        if glyph < wide:
            return self._data[at + 4 * glyph : at + 4 * glyph + 4]
        bearing = at + 4 * wide + 2 * (glyph - wide)
        advance = self._data[at + 4 * wide - 4 : at + 4 * wide - 2]
        return advance + self._data[bearing : bearing + 2]

    @cached_property
    def _offsets(self) -> Sequence[int]:
        (long,) = struct.unpack_from(">h", self._data, self._at("head") + 50)
        if long:
            return _array("I", self._table("loca"))
        return [2 * each for each in _array("H", self._table("loca"))]

    def _outline(self, glyph: int, order: list[int], place: dict[int, int]) -> bytes:
        """Return a glyph's outline, padded; one that is made of others names them by their new places."""
        start, end = self._offsets[glyph], self._offsets[glyph + 1]
        if start == end:
            return b""
        outline = bytearray(self._data[self._at("glyf") + start : self._at("glyf") + end])
        (contours,) = struct.unpack_from(">h", outline)
        if contours < 0:
            for at in _components(outline):
                (part,) = struct.unpack_from(">H", outline, at)
                if part not in place:
                    place[part] = len(order)
                    order.append(part)
                struct.pack_into(">H", outline, at, place[part])
        return bytes(outline) + bytes(-len(outline) % 4)

    def _read_glyphs(self) -> dict[int, int]:
        start = self._at("cmap")
        (count,) = struct.unpack_from(">H", self._data, start + 2)
        found = {
            (platform, encoding): start + offset
            for platform, encoding, offset in struct.iter_unpack(
                ">HHI", self._data[start + 4 : start + 4 + 8 * count]
            )
        }
        for kind in _UNICODE:
            if kind in found:
                (form,) = struct.unpack_from(">H", self._data, found[kind])
                if form == 12:
                    return self._groups(found[kind])
                if form == 4:
                    return self._segments(found[kind])
        raise FontFormError

    def _groups(self, at: int) -> dict[int, int]:
        """cmap format 12."""
        (count,) = struct.unpack_from(">I", self._data, at + 12)
        made: dict[int, int] = {}
        groups = struct.iter_unpack(">III", self._data[at + 16 : at + 16 + 12 * count])
        for first, last, glyph in groups:
            made.update(
                zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True)
            )
        return {code: glyph for code, glyph in made.items() if glyph}

    def _segments(self, at: int) -> dict[int, int]:
        """cmap format 4."""
        length, _, twice = struct.unpack_from(">HHH", self._data, at + 2)
        words = _array("H", self._data[at : at + length - length % 2])
        count = twice // 2
        ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
        deltas, offsets = words[8 + 2 * count : 8 + 3 * count], words[8 + 3 * count : 8 + 4 * count]
        made: dict[int, int] = {}
        for each in range(count):
            first, last, delta = starts[each], ends[each], deltas[each]
            codes = range(first, last + 1)
            if not offsets[each]:
                made.update((code, (code + delta) & 0xFFFF) for code in codes)
                continue
            begin = 8 + 3 * count + each + offsets[each] // 2
            listed = words[begin : begin + len(codes)]
            made.update(
                (code, (glyph + delta) & 0xFFFF if glyph else 0)
                for code, glyph in zip(codes, listed, strict=False)
            )
        made.pop(0xFFFF, None)
        return {code: glyph for code, glyph in made.items() if glyph}


def _components(outline: bytearray) -> Iterator[int]:
    """Return where the parts of a composite glyph are named."""
    at, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", outline, at)
        yield at + 2
        at += 4 + (4 if flags & _ARGS_ARE_WORDS else 2)
        if flags & _HAS_SCALE:
            at += 2
        elif flags & _HAS_XY_SCALE:
            at += 4
        elif flags & _HAS_MATRIX:
            at += 8


def _array(kind: str, data: bytes) -> array[int]:
    """Return big-endian numbers of two bytes ("H") or four ("I")."""
    made = array(kind, data)
    if sys.byteorder == "little":
        made.byteswap()
    return made


def _checksum(data: bytes) -> int:
    return sum(_array("I", data + bytes(-len(data) % 4))) & 0xFFFFFFFF


def _joined(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * (count - (1 << power)))
    at = len(head) + 16 * count
    records, bodies = [], []
    for tag in sorted(tables):
        body = tables[tag]
        records.append(struct.pack(">4sIII", tag.encode("ascii"), _checksum(body), at, len(body)))
        bodies.append(body + bytes(-len(body) % 4))
        at += len(bodies[-1])
    font = bytearray(head + b"".join(records) + b"".join(bodies))
    place: int = next(
        offset
        for name, _, offset, _ in struct.iter_unpack(">4sIII", b"".join(records))
        if name == b"head"
    )
    struct.pack_into(">I", font, place + 8, (_CHECKSUM - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)
