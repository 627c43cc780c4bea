"""Pictures pass through: the compressed rows of our own PNG become a PDF image, byte for byte.

Rules:
- Written straight to a file, one piece at a time: memory does not grow with the number of pictures.
- The SHA-256 of each PNG is checked on the way against the ledger's. One wrong byte and no dossier is made.
- Signature, IHDR and the chunk frames are fixed, so the sealed PNG can be rebuilt from the PDF and checked
  against the printed fingerprint.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from app.dossier.errors import PictureChangedError, PictureFormError
from app.dossier.model import Exhibit
from app.picture import OwnPngError, read_own_png_header
from evidence_store import EntryId

OpenObject = Callable[[EntryId], BinaryIO]

_HEAD = 41  # signature, IHDR, length and name of IDAT
_TAIL = 16  # checksum of IDAT, and IEND
_PIECE = 1 << 20
_FIRST_PICTURE = 3  # after the catalogue and the empty page tree


class PlacedPicture(NamedTuple):
    """A picture in the base file: its object number and its size in pixels."""

    object_number: int
    width_px: int
    height_px: int


def write_pictures(
    exhibits: Sequence[Exhibit],
    target: BinaryIO,
    open_object: OpenObject,
    progress: Callable[[int], None],
) -> tuple[PlacedPicture, ...]:
    """Write a PDF without pages that holds one image per exhibit.

    Args:
        exhibits: those with a picture, in order.
        target: an empty file, written from its beginning.
        open_object: gives the PNG of an entry as a stream.
        progress: called with the number of pictures written so far.

    Raises:
        PictureChangedError: a picture's bytes are not those the ledger names.
        PictureFormError: a picture is not one of our own PNG files.
    """
    writer = _Writer(target)
    writer.plain(1, b"<< /Type /Catalog /Pages 2 0 R >>")
    writer.plain(2, b"<< /Type /Pages /Kids [] /Count 0 >>")
    placed: list[PlacedPicture] = []
    for exhibit in exhibits:
        number = _FIRST_PICTURE + len(placed)
        with open_object(exhibit.shown) as png:
            placed.append(_pass_through(exhibit, png, number, writer))
        progress(len(placed))
    writer.end()
    return tuple(placed)


def _pass_through(exhibit: Exhibit, png: BinaryIO, number: int, writer: _Writer) -> PlacedPicture:
    digest = hashlib.sha256()
    head = _exactly(png, _HEAD)
    digest.update(head)
    try:
        width_px, height_px = read_own_png_header(head)
    except OwnPngError as error:
        for piece in _rest(png):
            digest.update(piece)
        if digest.hexdigest() != exhibit.sha256:
            raise PictureChangedError(exhibit.number, exhibit.shown) from error
        raise PictureFormError(exhibit.number, exhibit.shown) from error
    (length,) = struct.unpack(">I", head[33:37])
    writer.begin_image(number, width_px, height_px, length)
    left = length
    while left:
        piece = png.read(min(left, _PIECE))
        if not piece:
            raise PictureChangedError(exhibit.number, exhibit.shown)
        digest.update(piece)
        writer.data(piece)
        left -= len(piece)
    writer.end_image()
    tail = png.read(_TAIL + 1)
    digest.update(tail)
    for piece in _rest(png):
        digest.update(piece)
    if digest.hexdigest() != exhibit.sha256:
        raise PictureChangedError(exhibit.number, exhibit.shown)
    if len(tail) != _TAIL:
        raise PictureFormError(exhibit.number, exhibit.shown)
    return PlacedPicture(number, width_px, height_px)


def _rest(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(_PIECE):
        yield piece


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = b""
    while len(data) < length:
        piece = stream.read(length - len(data))
        if not piece:
            break
        data += piece
    return data


class _Writer:
    """The few lines of PDF that hold the images together."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._at = 0
        self._offsets: list[int] = []
        self.data(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def data(self, data: bytes) -> None:
        """Write bytes as they are."""
        self._target.write(data)
        self._at += len(data)

    def plain(self, number: int, body: bytes) -> None:
        """An object without a stream."""
        self._begin(number)
        self.data(body + b"\nendobj\n")

    def begin_image(self, number: int, width_px: int, height_px: int, length: int) -> None:
        """The dictionary of an image whose data comes next."""
        self._begin(number)
        self.data(
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB"
            b" /BitsPerComponent 8 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3"
            b" /BitsPerComponent 8 /Columns %d >> /Length %d >>\nstream\n"
            % (width_px, height_px, width_px, length)
        )

    def end_image(self) -> None:
        """After the data."""
        self.data(b"\nendstream\nendobj\n")

    def end(self) -> None:
        """Table of objects and trailer."""
        start = self._at
        size = len(self._offsets) + 1
        lines = [b"%010d 00000 n \n" % offset for offset in self._offsets]
        self.data(b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(lines))
        self.data(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start))

    def _begin(self, number: int) -> None:
        self._offsets.append(self._at)
        self.data(b"%d 0 obj\n" % number)
