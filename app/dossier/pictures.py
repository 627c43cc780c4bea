"""Pictures pass through: the compressed rows of our own PNG become a PDF image, byte for byte.

Rules:
- One picture is read at a time, in pieces: memory does not grow with their number, and no second copy of the
  evidence lies on a disk.
- The SHA-256 of each PNG is checked against the ledger's as it is read. One wrong byte and no dossier is made.
- Signature, IHDR and the chunk frames are fixed, so the sealed PNG can be rebuilt from the PDF and checked
  against the printed fingerprint.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from app.dossier.errors import PictureChangedError, PictureFormError
from app.dossier.hashing_writer import Emit
from app.dossier.model import PrintedExhibit
from app.dossier.pdf.file import PdfFile
from app.picture import OwnPngError, read_own_png_header, rows_like_above
from evidence_store import EntryId

OpenObject = Callable[[EntryId], BinaryIO]

_HEAD = 41  # signature, IHDR, length and name of IDAT
_TAIL = 16  # checksum of IDAT, and IEND
_PIECE = 1 << 20


class PictureSize(NamedTuple):
    """A picture's size in pixels."""

    width_px: int
    height_px: int


class _Png(NamedTuple):
    """What is known of a picture before it is read."""

    exhibit: PrintedExhibit
    size: PictureSize
    length: int


class Pictures:
    """The pictures of some exhibits, in order.

    Attributes:
        right: how many were read and found right so far.
    """

    def __init__(
        self,
        exhibits: Sequence[PrintedExhibit],
        open_object: OpenObject,
        between: Callable[[], None],
    ) -> None:
        """Read the beginning of every picture.

        Args:
            exhibits: those with a picture, in order.
            open_object: gives the PNG of an entry as a stream.
            between: called between two pieces of the work; what it raises ends it.

        Raises:
            PictureChangedError: a picture's bytes are not those the ledger names. Whoever writes raises it too.
            PictureFormError: a picture is not one of our own PNG files.
        """
        self._open_object = open_object
        self._between = between
        self.right = 0
        self._pngs = [self._begin(exhibit) for exhibit in exhibits]

    @property
    def sizes(self) -> list[PictureSize]:
        """Return how large they are."""
        return [png.size for png in self._pngs]

    def still_rows(self, at: int) -> bytes:
        """Return, a byte for each row, whether it is like the row above; b"" where the picture cannot be read."""
        with self._open_object(self._pngs[at].exhibit.shown) as png:
            try:
                return rows_like_above(png, self._between)
            except OwnPngError:
                # Reading it for the file names what is wrong with it.
                return b""

    def put(self, file: PdfFile, at: int, number: int) -> None:
        """Have a picture written as the image with this object number: it is read when its turn comes."""
        png = self._pngs[at]
        width_px, height_px = png.size
        entries = (
            f"/Type/XObject/Subtype/Image/Width {width_px}/Height {height_px}/ColorSpace/DeviceRGB"
            "/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3"
            f"/BitsPerComponent 8/Columns {width_px}>>"
        )
        file.stream_from(number, entries, png.length, lambda emit: self._read(png, emit))

    def _read(self, png: _Png, emit: Emit) -> None:
        with self._open_object(png.exhibit.shown) as stream:
            _read_whole(png, stream, emit)
        self.right += 1

    def _begin(self, exhibit: PrintedExhibit) -> _Png:
        self._between()
        return _begun(exhibit, self._open_object)


def _read_whole(png: _Png, stream: BinaryIO, emit: Emit) -> None:
    """Read a picture, give its data on piece by piece, and raise where it is not what the ledger says.

    Most are one piece: each call that lets the other thread run waits for its turn afterwards.
    """
    exhibit, left = png.exhibit, png.length
    digest = hashlib.sha256()
    before, tail = _HEAD, 0
    while left or before:
        length = min(left, _PIECE)
        left -= length
        after = 0 if left else _TAIL + 1  # a byte more, to see that nothing follows
        piece = _exactly(stream, before + length + after)
        if len(piece) < before + length:
            raise PictureChangedError(exhibit.number, exhibit.shown)
        digest.update(piece)
        emit(memoryview(piece)[before : before + length])
        tail, before = len(piece) - before - length, 0
    for piece in _rest(stream) if tail > _TAIL else ():
        digest.update(piece)
    if digest.hexdigest() != exhibit.sha256:
        raise PictureChangedError(exhibit.number, exhibit.shown)
    if tail != _TAIL:
        raise PictureFormError(exhibit.number, exhibit.shown)


def _begun(exhibit: PrintedExhibit, open_object: OpenObject) -> _Png:
    with open_object(exhibit.shown) as png:
        head = _exactly(png, _HEAD)
        try:
            width_px, height_px = read_own_png_header(head)
        except OwnPngError as error:
            digest = hashlib.sha256(head)
            for piece in _rest(png):
                digest.update(piece)
            if digest.hexdigest() != exhibit.sha256:
                raise PictureChangedError(exhibit.number, exhibit.shown) from error
            raise PictureFormError(exhibit.number, exhibit.shown) from error
        (length,) = struct.unpack(">I", head[33:37])
        return _Png(exhibit, PictureSize(width_px, height_px), length)


def _rest(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(_PIECE):
        yield piece


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length) if length else b""
    while len(data) < length:
        more = stream.read(length - len(data))
        if not more:
            break
        data += more
    return data
