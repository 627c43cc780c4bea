"""The PNG encoder: fast, deterministic, and so plain that a PDF can hold its data as it stands.

Rules:
- 8-bit RGB, not interlaced, exactly three chunks: IHDR, one IDAT, IEND. No text, time or gamma.
- Every row carries the filter "up" (PNG specification, 9.2): screens repeat downwards, and one
  filter for the whole picture is one pass in C.
- isal deflates at level 1; where its wheel is missing, the standard library's zlib does, also at 1.
  The two give different bytes for the same pixels. Bytes are sealed once and never made again, so
  nothing compares across machines.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Protocol

from app.picture.pixels import Pixels

try:
    from isal import isal_zlib
except ImportError:
    isal_zlib = None  # type: ignore[assignment]  # a platform without a wheel

SIGNATURE = b"\x89PNG\r\n\x1a\n"
UP_FILTER = b"\x02"
IEND = b"\x00\x00\x00\x00IEND\xae\x42\x60\x82"
COLOUR_FORM = bytes((8, 2, 0, 0, 0))
"""Bit depth 8, colour type RGB, deflate, the standard filters, not interlaced."""

_STRIP_BYTES = 256 << 10
"""Rows are filtered a few at a time: what stays in the processor's cache and in memory that is already
there is three times as fast as the same work on whole frames."""


class Compressor(Protocol):
    """A stream that deflates."""

    def compress(self, data: bytes, /) -> bytes:
        """Take some bytes, and return what is ready."""
        ...

    def flush(self) -> bytes:
        """Return the rest."""
        ...


def zlib_compressor() -> Compressor:
    """Return the standard library's: about four times slower, for platforms without isal."""
    return zlib.compressobj(1)


def isal_compressor() -> Compressor:
    """Return isal's, the fast one."""
    return isal_zlib.compressobj(1)


def encode_png(pixels: Pixels, compressor: Compressor | None = None) -> bytes:
    """Return pixels as a PNG file.

    Args:
        pixels: what to write.
        compressor: a fresh stream; the fastest kind there is, unless told otherwise.

    Returns:
        The whole file. The same pixels give the same bytes on the same installation.
    """
    if compressor is None:
        compressor = zlib_compressor() if isal_zlib is None else isal_compressor()
    header = struct.pack(">II", pixels.width_px, pixels.height_px) + COLOUR_FORM
    data = [compressor.compress(rows) for rows in _filtered_rows(pixels)]
    data.append(compressor.flush())
    return b"".join((SIGNATURE, *_chunk(b"IHDR", [header]), *_chunk(b"IDAT", data), IEND))


def _filtered_rows(pixels: Pixels) -> Iterator[bytes]:
    """Yield some rows at a time: each as its difference to the row above, the filter's number before it.

    The bytes are handled as grey pictures. The differences are laid into a sheet one column wider, whose
    last column holds the number of the next row's filter: so nothing has to be joined row by row.
    """
    from PIL import Image, ImageChops

    stride = 3 * pixels.width_px
    strip = max(1, _STRIP_BYTES // stride)
    sheet = Image.new("L", (stride + 1, strip), UP_FILTER[0])
    yield UP_FILTER
    for top in range(0, pixels.height_px, strip):
        count = min(strip, pixels.height_px - top)
        rows = pixels.rows_with_one_above(top, count)
        size = (stride, count)
        above = Image.frombuffer("L", size, rows, "raw", "L", 0, 1)
        these = Image.frombuffer("L", size, rows[stride:], "raw", "L", 0, 1)
        sheet.paste(ImageChops.subtract_modulo(these, above), (0, 0))
        filtered = sheet.tobytes()
        # After the very last row there is no next one.
        more = top + count < pixels.height_px
        yield filtered if more else filtered[: count * (stride + 1) - 1]


def _chunk(name: bytes, pieces: list[bytes]) -> list[bytes]:
    checksum = zlib.crc32(name)
    for piece in pieces:
        checksum = zlib.crc32(piece, checksum)
    length = sum(len(piece) for piece in pieces)
    return [struct.pack(">I", length), name, *pieces, struct.pack(">I", checksum)]
