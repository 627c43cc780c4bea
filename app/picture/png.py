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
from collections.abc import Callable

from app.picture.pixels import Pixels

try:
    from isal import isal_zlib
except ImportError:
    isal_zlib = None  # type: ignore[assignment]  # a platform without a wheel

SIGNATURE = b"\x89PNG\r\n\x1a\n"
UP_FILTER = b"\x02"
COLOUR_FORM = bytes((8, 2, 0, 0, 0))
"""Bit depth 8, colour type RGB, deflate, the standard filters, not interlaced."""

Deflate = Callable[[bytes], bytes]


def deflate_with_zlib(data: bytes) -> bytes:
    """Deflate by the standard library: about four times slower, for platforms without isal."""
    return zlib.compress(data, 1)


def deflate_with_isal(data: bytes) -> bytes:
    """Deflate by isal."""
    return isal_zlib.compress(data, 1)


def encode_png(pixels: Pixels, deflate: Deflate | None = None) -> bytes:
    """Write pixels as a PNG file.

    Args:
        pixels: what to write.
        deflate: how to compress; the fastest there is, unless told otherwise.

    Returns:
        The whole file. The same pixels give the same bytes on the same installation.
    """
    if deflate is None:
        deflate = deflate_with_zlib if isal_zlib is None else deflate_with_isal
    header = struct.pack(">II", pixels.width_px, pixels.height_px) + COLOUR_FORM
    chunks = (
        _chunk(b"IHDR", header),
        _chunk(b"IDAT", deflate(_filtered_rows(pixels))),
        _chunk(b"IEND", b""),
    )
    return SIGNATURE + b"".join(chunks)


def _filtered_rows(pixels: Pixels) -> bytes:
    """Each row as its difference to the row above, with the filter's number before it."""
    from PIL import Image, ImageChops

    image = pixels.image()
    above = Image.new("RGB", image.size)
    above.paste(image, (0, 1))
    differences = memoryview(ImageChops.subtract_modulo(image, above).tobytes())
    stride = 3 * pixels.width_px
    rows = [differences[at : at + stride] for at in range(0, len(differences), stride)]
    return UP_FILTER + UP_FILTER.join(rows)


def _chunk(name: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(body, zlib.crc32(name))
    return b"".join((struct.pack(">I", len(body)), name, body, struct.pack(">I", checksum)))
