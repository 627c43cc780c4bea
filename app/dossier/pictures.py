"""Pictures pass through: the compressed rows of our own PNG become a PDF image, byte for byte.

``PictureFile`` is a PDF without pages that holds one image per exhibit, and that nobody ever writes down: whoever
reads it is given the few lines of PDF from memory and the pictures straight from the vault.

Rules:
- One picture is read at a time, in pieces: memory does not grow with their number, and no second copy of the
  evidence lies on a disk.
- The SHA-256 of each PNG is checked against the ledger's as it is read. One wrong byte and no dossier is made.
- Signature, IHDR and the chunk frames are fixed, so the sealed PNG can be rebuilt from the PDF and checked
  against the printed fingerprint.
"""

from __future__ import annotations

import hashlib
import io
import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from app.dossier.errors import PictureChangedError, PictureFormError
from app.dossier.model import PrintedExhibit
from app.picture import OwnPngError, read_own_png_header, rows_like_above
from evidence_store import EntryId

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

OpenObject = Callable[[EntryId], BinaryIO]

_HEAD = 41  # signature, IHDR, length and name of IDAT
_TAIL = 16  # checksum of IDAT, and IEND
_PIECE = 1 << 20
_FIRST_PICTURE = 3  # after the catalogue and the empty page tree
_AHEAD = 512  # readers look a little into a stream before they read it


class PlacedPicture(NamedTuple):
    """A picture in the base file: its object number and its size in pixels."""

    object_number: int
    width_px: int
    height_px: int


class _Png(NamedTuple):
    """What is known of a picture before it is read."""

    exhibit: PrintedExhibit
    width_px: int
    height_px: int
    length: int
    ahead: bytes


class _Piece(NamedTuple):
    """A stretch of the file: bytes, or the data of a picture."""

    start: int
    length: int
    text: bytes
    picture: int


class PictureFile(io.RawIOBase):
    """The base file; ``placed`` are its pictures in order."""

    def __init__(
        self,
        exhibits: Sequence[PrintedExhibit],
        open_object: OpenObject,
        progress: Callable[[int], None],
    ) -> None:
        """Read the beginning of every picture.

        Args:
            exhibits: those with a picture, in order.
            open_object: gives the PNG of an entry as a stream.
            progress: called with the number of pictures read and found right so far, between two pieces.

        Raises:
            PictureChangedError: a picture's bytes are not those the ledger names. Reading raises it too.
            PictureFormError: a picture is not one of our own PNG files.
        """
        super().__init__()
        self._reading: _Reading | None = (
            None  # first, since a file that was never whole is closed as well
        )
        self._open_object = open_object
        self._progress = progress
        self._right: set[int] = set()
        self._pngs = [self._begin(exhibit) for exhibit in exhibits]
        self._pieces = list(_pieces(self._pngs))
        self._starts = [piece.start for piece in self._pieces]
        self._size = self._pieces[-1].start + self._pieces[-1].length
        self._at = 0
        self.error: BaseException | None = None

    @property
    def placed(self) -> tuple[PlacedPicture, ...]:
        """Return where the pictures are."""
        return tuple(
            PlacedPicture(_FIRST_PICTURE + at, png.width_px, png.height_px)
            for at, png in enumerate(self._pngs)
        )

    def still_rows(self, at: int) -> bytes:
        """Return, a byte for each row, whether it is like the row above; b"" where the picture cannot be read."""
        with self._open_object(self._pngs[at].exhibit.shown) as png:
            try:
                return rows_like_above(png, lambda: self._progress(len(self._right)))
            except OwnPngError:
                # Reading it for the file names what is wrong with it.
                return b""

    def finish(self) -> None:
        """Raise what stopped a reading; check every picture that was not read to its end."""
        if self.error is not None:
            raise self.error
        for at in range(len(self._pngs)):
            if at not in self._right:
                self._from(at, self._pngs[at].length)

    def close(self) -> None:
        """Let go of the picture that is being read."""
        self._stop()
        super().close()

    def readable(self) -> bool:
        """It is made for nothing else."""
        return True

    def seekable(self) -> bool:
        """Return True: every place can be read."""
        return True

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place."""
        self._at = offset + {0: 0, 1: self._at, 2: self._size}[whence]
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer as far as the file goes; the reader may be C++ that swallows errors, so they are kept."""
        view = memoryview(buffer).cast("B")
        filled = 0
        try:
            while filled < len(view) and self._at < self._size:
                data = self._read_here(len(view) - filled)
                view[filled : filled + len(data)] = data
                filled += len(data)
                self._at += len(data)
        except BaseException as error:
            self.error = self.error or error
            raise
        return filled

    def _begin(self, exhibit: PrintedExhibit) -> _Png:
        self._progress(0)
        return _begun(exhibit, self._open_object)

    def _read_here(self, most: int) -> bytes:
        piece = self._pieces[bisect_right(self._starts, self._at) - 1]
        within = self._at - piece.start
        length = min(most, piece.length - within, _PIECE)
        if piece.picture < 0:
            return piece.text[within : within + length]
        ahead = self._pngs[piece.picture].ahead
        if within + length <= len(ahead):
            return ahead[within : within + length]
        return self._from(piece.picture, within, length)

    def _from(self, picture: int, within: int, length: int = 0) -> bytes:
        reading = self._reading
        if reading is None or reading.picture != picture or reading.at > within:
            self._stop()
            png = self._pngs[picture]
            reading = self._reading = _Reading(picture, png, self._open_object(png.exhibit.shown))
        while reading.at < within:
            reading.take(min(_PIECE, within - reading.at))
            self._progress(len(self._right))
        data = reading.take(length)
        if reading.at == reading.png.length:
            reading.end()
            self._stop()
            self._right.add(picture)
        self._progress(len(self._right))
        return data

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.stream.close()
            self._reading = None


class _Reading:
    """One picture being read from its beginning, with the hash of all that was read."""

    def __init__(self, picture: int, png: _Png, stream: BinaryIO) -> None:
        self.picture = picture
        self.png = png
        self.stream = stream
        self.at = 0
        self._digest = hashlib.sha256(_exactly(stream, _HEAD))

    def take(self, length: int) -> bytes:
        """Return the next bytes of the data."""
        length = min(length, self.png.length - self.at)
        data = _exactly(self.stream, length)
        if len(data) < length:
            raise PictureChangedError(self.png.exhibit.number, self.png.exhibit.shown)
        self._digest.update(data)
        self.at += length
        return data

    def end(self) -> None:
        """Return what follows the data, and the verdict."""
        exhibit = self.png.exhibit
        tail = _exactly(self.stream, _TAIL + 1)
        self._digest.update(tail)
        for piece in _rest(self.stream):
            self._digest.update(piece)
        if self._digest.hexdigest() != exhibit.sha256:
            raise PictureChangedError(exhibit.number, exhibit.shown)
        if len(tail) != _TAIL:
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
        return _Png(exhibit, width_px, height_px, length, _exactly(png, min(length, _AHEAD)))


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


def _pieces(pngs: Sequence[_Png]) -> Iterator[_Piece]:
    """The few lines of PDF that hold the images together, with the images between them."""
    at = 0
    offsets: list[int] = []
    text = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    for number, body in (
        (1, b"<< /Type /Catalog /Pages 2 0 R >>"),
        (2, b"<< /Type /Pages /Kids [] /Count 0 >>"),
    ):
        offsets.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    for picture, png in enumerate(pngs):
        offsets.append(at + len(text))
        text += _image_head(_FIRST_PICTURE + picture, png)
        yield _Piece(at, len(text), text, -1)
        at += len(text)
        yield _Piece(at, png.length, b"", picture)
        at += png.length
        text = b"\nendstream\nendobj\n"
    start = at + len(text)
    size = len(offsets) + 1
    text += b"xref\n0 %d\n0000000000 65535 f \n" % size
    text += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    text += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    yield _Piece(at, len(text), text, -1)


def _image_head(number: int, png: _Png) -> bytes:
    return (
        b"%d 0 obj\n<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB"
        b" /BitsPerComponent 8 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3"
        b" /BitsPerComponent 8 /Columns %d >> /Length %d >>\nstream\n"
        % (number, png.width_px, png.height_px, png.width_px, png.length)
    )
