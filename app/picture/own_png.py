"""The strict reader for PNG files that this program wrote, and for nothing else.

Rules:
- The structure can be checked without inflating, so that a PDF takes the picture's data unchanged:
  three chunks, fixed IHDR, checksums, and not a byte after IEND.
- Decoding inflates under a limit that the size in IHDR sets, and checks every row's filter.
- What looks like ours but is not, is refused; an imported picture goes another way.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from app.picture.errors import OwnPngError
from app.picture.pixels import Pixels
from app.picture.png import COLOUR_FORM, IEND, SIGNATURE, UP_FILTER

HEADER_LENGTH = len(SIGNATURE) + 25 + 8
"""Signature, the whole of IHDR, and the length and name of IDAT: the data begins here."""

TAIL_LENGTH = 4 + 12
"""The data's checksum and the whole of IEND."""

_MAX_PIXELS = 2**28
_READ_LENGTH = 1 << 20


class OwnPng(msgspec.Struct, frozen=True):
    """Where the compressed rows lie in one of our PNG files.

    Attributes:
        width_px: width in pixels.
        height_px: height in pixels.
        data_offset: where the body of IDAT begins, in bytes from the start of the file.
        data_length: how long it is: one zlib stream of rows, each with a filter byte (in a PDF:
            predictor 15).
    """

    width_px: int
    height_px: int
    data_offset: int
    data_length: int


def read_own_png_header(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels from the first bytes of one of our files.

    Args:
        data: the file or its beginning, at least ``HEADER_LENGTH`` bytes.

    Raises:
        OwnPngError: it does not begin as our files do.
    """
    width_px, height_px, _ = _read_head(data[:HEADER_LENGTH])
    return width_px, height_px


def own_png_stream(file: BinaryIO) -> OwnPng:
    """Check a whole file's structure and checksums, and return where the compressed rows lie.

    Reads the stream once, a megabyte at a time, from where it stands to its end; does not inflate.

    Raises:
        OwnPngError: anything differs from what the encoder writes, trailing bytes included.
    """
    width_px, height_px, length = _read_head(_read_exactly(file, HEADER_LENGTH))
    checksum = zlib.crc32(b"IDAT")
    left = length
    while left:
        piece = file.read(min(left, _READ_LENGTH))
        if not piece:
            raise OwnPngError("the data is cut short")
        checksum = zlib.crc32(piece, checksum)
        left -= len(piece)
    tail = _read_exactly(file, TAIL_LENGTH)
    if tail[:4] != struct.pack(">I", checksum):
        raise OwnPngError("the checksum of the data is wrong")
    if tail[4:] != IEND:
        raise OwnPngError("the data is not followed by IEND")
    if file.read(1):
        raise OwnPngError("there are bytes after the end")
    return OwnPng(width_px, height_px, HEADER_LENGTH, length)


def rows_like_above(file: BinaryIO, between: Callable[[], None] = lambda: None) -> bytes:
    """Return for each row a byte 1 or 0: whether it equals the row above it.

    The filter of our rows is the difference to the row above, so such a row is all zeros. The picture is
    never held whole.

    Args:
        file: one of our own PNG files, read from where it stands.
        between: called between two pieces.

    Raises:
        OwnPngError: it does not begin as our files do, or its data does not inflate.
    """
    width_px, height_px, left = _read_head(_read_exactly(file, HEADER_LENGTH))
    stride = 1 + 3 * width_px
    same = UP_FILTER + bytes(stride - 1)
    inflater = zlib.decompressobj()
    found, rest = bytearray(), b""
    while left and len(found) < height_px:
        piece = file.read(min(left, _READ_LENGTH))
        if not piece:
            raise OwnPngError("the data is cut short")
        left -= len(piece)
        while piece and len(found) < height_px:
            try:
                rest += inflater.decompress(piece, _READ_LENGTH)
            except zlib.error as error:
                raise OwnPngError("the data does not inflate") from error
            piece = inflater.unconsumed_tail
            whole = len(rest) // stride * stride
            found += bytes(rest[at : at + stride] == same for at in range(0, whole, stride))
            rest = rest[whole:]
            between()
    return bytes(found[:height_px])


def decode_own_png(data: bytes) -> Pixels:
    """Return the pixels of one of our PNG files.

    Raises:
        OwnPngError: anything differs from what the encoder writes.
    """
    from PIL.PngImagePlugin import PngImageFile

    place = own_png_stream(io.BytesIO(data))
    body = memoryview(data)[place.data_offset : place.data_offset + place.data_length]
    _check_rows(place, body)
    image = PngImageFile(io.BytesIO(data))
    image.load()
    return Pixels(place.width_px, place.height_px, image.tobytes())


def _check_rows(place: OwnPng, body: memoryview) -> None:
    """Inflate under a limit and check: exactly the promised rows, each of them filtered as ours are."""
    stride = 1 + 3 * place.width_px
    expected = stride * place.height_px
    inflater = zlib.decompressobj()
    try:
        rows = inflater.decompress(body, expected + 1)
    except zlib.error as error:
        raise OwnPngError("the data does not inflate") from error
    if len(rows) != expected or not inflater.eof or inflater.unused_data:
        raise OwnPngError("the data does not hold the promised rows")
    if rows[::stride].strip(UP_FILTER):
        raise OwnPngError("a row has another filter")


def _read_head(head: bytes) -> tuple[int, int, int]:
    """Return width, height and length of the data, from the fixed beginning."""
    if len(head) != HEADER_LENGTH:
        raise OwnPngError("the header is cut short")
    if head[:8] != SIGNATURE:
        raise OwnPngError("no PNG signature")
    if head[8:16] != b"\x00\x00\x00\x0dIHDR" or head[24:29] != COLOUR_FORM:
        raise OwnPngError("another form of PNG")
    if head[29:33] != struct.pack(">I", zlib.crc32(head[12:29])):
        raise OwnPngError("the checksum of the header is wrong")
    width_px, height_px = struct.unpack(">II", head[16:24])
    if not 1 <= width_px * height_px <= _MAX_PIXELS:
        raise OwnPngError("the size is impossible")
    length, name = struct.unpack(">I4s", head[33:])
    if name != b"IDAT" or length >= 2**31:
        raise OwnPngError("the header is not followed by one IDAT")
    return width_px, height_px, length


def _read_exactly(file: BinaryIO, length: int) -> bytes:
    data = b""
    while len(data) < length:
        piece = file.read(length - len(data))
        if not piece:
            raise OwnPngError("the file is cut short")
        data += piece
    return data
