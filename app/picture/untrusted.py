"""Pictures of unknown origin: decoded in a child process under limits, never in this one.

Rules:
- PNG, JPEG, GIF, WebP, AVIF, HEIC, BMP, TIFF, and PDF by page. Everything else is kept as received and has no preview.
- The child is our own file, started without a shell, with an empty environment, isolated from the
  user's Python settings; where many files come it is copied for each (``child_process.py``). It gets the bytes on a
  pipe and gives pixels back on a pipe: no file, no name.
- What comes back is untrusted too: head, size and length are checked before it is believed.
- Metadata, colour profile and transparency do not survive in the pixels. The orientation from EXIF and the profile are
  applied, what is transparent gets a ground, and what was done is told beside the pixels. What the file says of when
  and where comes back as words of a known form.
- A damaged picture is shown as far as it goes, one with too many pixels is shown smaller; both are told.
- Limits: pixels, sides, bytes of input, wall-clock time, memory and processor time everywhere. The last two the child
  sets on itself: by rlimits on Linux and macOS, by a Job Object on Windows (tried under Wine, which takes it and does
  not enforce it). No file can be written or opened on Linux and macOS; on Windows no process can be started, but files
  can be opened as far as the person's rights go. Where a limit is refused the picture is, and that is told.
"""

from __future__ import annotations

import contextlib
import io
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, TypeVar

import msgspec

from app.picture.child_process import Turn, WarmChild, start_child
from app.picture.errors import PictureRefusedError, Refusal
from app.picture.picture_child import codes
from app.picture.pixels import Pixels
from app.picture.said import Said, read_tail

T = TypeVar("T")

_PIECE = 1 << 18
_XCPU = int(getattr(signal, "SIGXCPU", 0))
_REASONS = {
    codes.TOO_LARGE: Refusal.TOO_LARGE,
    codes.DAMAGED: Refusal.DAMAGED,
    codes.OUT_OF_MEMORY: Refusal.OUT_OF_MEMORY,
    codes.WITHOUT_LIMITS: Refusal.WITHOUT_LIMITS,
    codes.LOCKED: Refusal.LOCKED,
    codes.UNSUPPORTED: Refusal.UNSUPPORTED,
    codes.NOT_THERE: Refusal.NOT_THERE,
}
# How Windows says that a job's limit ended the process: ERROR_NOT_ENOUGH_QUOTA, or the status of a failure.
_WINDOWS_REASONS = {
    1816: Refusal.TIMED_OUT,
    0xC0000044: Refusal.TIMED_OUT,  # STATUS_QUOTA_EXCEEDED
    0xC0000017: Refusal.OUT_OF_MEMORY,  # STATUS_NO_MEMORY
    0xC000012D: Refusal.OUT_OF_MEMORY,  # STATUS_COMMITMENT_LIMIT
    0xC000009A: Refusal.OUT_OF_MEMORY,  # STATUS_INSUFFICIENT_RESOURCES
}
DECODABLE = frozenset(
    {
        *("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"),
        *("image/heic", "image/bmp", "image/tiff"),
    }
)
"""The media types of pictures that can be shown."""

PAGED = frozenset({"application/pdf"})
"""The media types of which pages are shown, one below the other."""

WORDED = frozenset(
    {
        *("message/rfc822", "multipart/related", "text/html", "application/x-ole-storage"),
        *("text/plain", "application/zip"),
    }
)
"""The media types of which the words are shown, on a page of our own."""


class DecodeLimits(msgspec.Struct, frozen=True):
    """How far a picture of unknown origin may go.

    Attributes:
        max_pixels: width times height of what is shown; a larger picture is shown smaller.
        max_decoded_pixels: width times height as its header says; checked before decoding.
        max_side_px: width and height, checked before decoding.
        max_input_bytes: length of the file.
        memory_bytes: address space of the child; on Windows what it may commit.
        processor_s: seconds of processor time of the child.
        timeout_s: seconds until the child is ended, whatever it does.
    """

    max_pixels: int = 100_000_000
    max_decoded_pixels: int = 200_000_000
    max_side_px: int = 65_535
    max_input_bytes: int = 256 << 20
    memory_bytes: int = 1536 << 20
    processor_s: int = 20
    timeout_s: float = 30.0


DEFAULT_LIMITS = DecodeLimits()


class Completeness(IntEnum):
    """How much of a picture is there."""

    WHOLE = codes.WHOLE
    CUT = codes.CUT
    BROKEN = codes.BROKEN


class Backdrop(IntEnum):
    """What a transparent picture was laid on."""

    NONE = codes.OPAQUE
    WHITE = codes.ON_WHITE
    DARK = codes.ON_DARK
    CHECKER = codes.ON_CHECKER


class ColourChange(IntEnum):
    """What became of what the file says about its colours."""

    AS_THEY_ARE = codes.AS_THEY_ARE
    CONVERTED = codes.CONVERTED
    NOT_APPLIED = codes.NOT_APPLIED


class InnerFile(msgspec.Struct, frozen=True):
    """A file that lies in another: its name there, its bytes, and whether the other's words show it."""

    name: str
    untrusted: bytes
    pictured: bool


class ReadDocument(msgspec.Struct, frozen=True):
    """The words of a file of unknown origin, and the files that lie in it."""

    said: Said
    inside: tuple[InnerFile, ...] = ()


class DecodedPicture(msgspec.Struct, frozen=True):
    """A picture of unknown origin as it can be shown, and what was done for that.

    Attributes:
        pixels: RGB without metadata, upright.
        whole: whether all of it could be read.
        percent: how much of its height could be read; 100 also where it is broken in other ways.
        frames: how many pictures the file says it has; the first one is shown.
        smaller: how many times smaller it is shown than it is.
        ground: what it was laid on.
        colours: whether they were converted to sRGB.
        more: whether the file goes on behind the picture's end (PNG, JPEG, GIF, WebP).
        said: what the file says of itself.
    """

    pixels: Pixels
    whole: Completeness = Completeness.WHOLE
    percent: int = 100
    frames: int = 1
    smaller: int = 1
    ground: Backdrop = Backdrop.NONE
    colours: ColourChange = ColourChange.AS_THEY_ARE
    more: bool = False
    said: Said = Said()


def decode_untrusted(
    untrusted: bytes | Path | BinaryIO,
    media_type: str,
    limits: DecodeLimits = DEFAULT_LIMITS,
    *,
    warm: WarmChild | None = None,
) -> DecodedPicture:
    """Decode a picture of unknown origin in a child process under limits, and return it.

    Args:
        untrusted: the file's bytes, its path, or a stream that is read to its end.
        media_type: what the file was found to be by its first bytes (see ``sniff``).
        limits: how far it may go.
        warm: the child to ask, where many files come one after the other; else one is started for this file.

    Raises:
        PictureRefusedError: the picture breaks a limit, nothing of it can be read, or it is of another type.
        OSError: the path or stream could not be read.
    """
    if media_type not in DECODABLE | PAGED:
        raise PictureRefusedError(Refusal.UNSUPPORTED)
    with _opened(untrusted) as source:
        return _decode(source, media_type, limits, lambda pipe: _read_answer(pipe, limits), warm)


def read_untrusted(
    untrusted: bytes,
    media_type: str,
    limits: DecodeLimits = DEFAULT_LIMITS,
    *,
    warm: WarmChild | None = None,
) -> ReadDocument:
    """Read the words of a mail or a saved page, and the files that lie in it, in a child process under limits.

    Args:
        untrusted: the file's bytes.
        media_type: what the file was found to be by its first bytes.
        limits: how far it may go.
        warm: as for ``decode_untrusted``.

    Raises:
        PictureRefusedError: it breaks a limit, nothing of it can be read, or it is of another type.
    """
    if media_type not in WORDED:
        raise PictureRefusedError(Refusal.UNSUPPORTED)
    return _decode(untrusted, media_type, limits, lambda pipe: _read_document(pipe, limits), warm)


def run_child(
    source: bytes,
    media_type: str,
    limits: DecodeLimits,
    more: tuple[str, ...],
    warm: WarmChild | None,
) -> Said:
    """Have the child answer about bytes of our own making, and return what it says. Raises PictureRefusedError.

    Args:
        source: the bytes.
        media_type: names the reader.
        limits: how far it may go.
        more: what the reader wants to load.
        warm: as for ``decode_untrusted``.
    """
    return _decode(
        source, media_type, limits, lambda pipe: _read_document(pipe, limits), warm, more
    ).said


def read_page(
    source: bytes, media_type: str, limits: DecodeLimits, *more: str, warm: WarmChild | None
) -> DecodedPicture:
    """Have the child paint one page, and return it with what is said of it; else as ``run_child``."""
    answer = partial(_read_answer, limits=limits)
    return _decode(source, media_type, limits, answer, warm, more)


def _decode(
    source: bytes | BinaryIO,
    media_type: str,
    limits: DecodeLimits,
    read: Callable[[IO[bytes]], T | None],
    warm: WarmChild | None = None,
    more: tuple[str, ...] = (),
) -> T:
    """Start the child, feed it, and return its answer only when all of it fits together."""
    words = [*_words(media_type, limits), *more]
    child = warm.turn(words) if warm is not None else start_child(words)
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("both pipes were asked for")
    overdue = threading.Event()
    feeder = _Feeder(source, child.stdin, limits.max_input_bytes)
    timer = threading.Timer(limits.timeout_s, _end, (child, overdue))
    feeder.start()
    timer.start()
    try:
        look = read(child.stdout)
        if look is None:
            # Nothing usable came: what the child says on leaving is the reason.
            child.stdout.close()
        status = child.wait()
    finally:
        timer.cancel()
        child.kill()
        child.wait()
        feeder.join()
        timer.join()
        child.stdout.close()
    if feeder.failure is not None:
        raise feeder.failure
    if overdue.is_set():
        raise PictureRefusedError(Refusal.TIMED_OUT)
    if status != 0 or look is None:
        raise PictureRefusedError(reason_of(status, sys.platform))
    return look


class _Feeder(threading.Thread):
    """Writes the picture to the child while its answer is read: neither waits for the other."""

    def __init__(self, source: bytes | BinaryIO, pipe: IO[bytes], max_bytes: int) -> None:
        super().__init__(name="picture-feeder", daemon=True)
        self.failure: OSError | None = None
        self._source = io.BytesIO(source) if isinstance(source, bytes) else source
        self._pipe = pipe
        self._left = max_bytes + 1  # one byte too many is how the child learns of it

    def run(self) -> None:
        """Feed until the source ends, the limit is passed, or the child has had enough."""
        try:
            while self._left > 0:
                try:
                    piece = self._source.read(min(_PIECE, self._left))
                except OSError as error:
                    self.failure = error
                    return
                if not piece:
                    return
                self._pipe.write(piece)
                self._left -= len(piece)
        except OSError:
            # The child has gone: its answer, or the lack of one, says why.
            return
        finally:
            with contextlib.suppress(OSError):
                self._pipe.close()


def _read_answer(pipe: IO[bytes], limits: DecodeLimits) -> DecodedPicture | None:
    """Return what head, rows and end say; None when any of it is not as promised."""
    head = pipe.read(codes.HEAD.size)
    if len(head) != codes.HEAD.size:
        return None
    magic, width_px, height_px, frames, smaller, whole, percent, ground, colours, more = (
        codes.HEAD.unpack(head)
    )
    if magic != codes.MAGIC or not 1 <= width_px * height_px <= limits.max_pixels:
        return None
    if max(width_px, height_px) > limits.max_side_px or not (smaller and frames):
        return None
    try:
        said = Completeness(whole), Backdrop(ground), ColourChange(colours)
    except ValueError:
        return None
    if not 1 <= percent <= 100 or more > 1:
        return None
    length = 3 * width_px * height_px
    rgb = pipe.read(length)
    if len(rgb) != length or (tail := read_tail(pipe, 0)) is None:
        return None
    pixels = Pixels(width_px, height_px, rgb)
    done = (said[0], percent, frames, smaller, *said[1:], bool(more))
    return DecodedPicture(pixels, *done, tail.said)


def _read_document(pipe: IO[bytes], limits: DecodeLimits) -> ReadDocument | None:
    """Return words and files; None when anything is not as promised."""
    head = pipe.read(codes.HEAD.size)
    if len(head) != codes.HEAD.size or codes.HEAD.unpack(head)[:3] != (codes.MAGIC, 0, 0):
        return None
    tail = read_tail(pipe, limits.max_input_bytes)
    if tail is None:
        return None
    files: list[InnerFile] = []
    at = 0
    for name, length, pictured in tail.said.inside:
        if length < 0 or at + length > len(tail.inside):
            return None
        files.append(InnerFile(name, tail.inside[at : at + length], pictured))
        at += length
    if at != len(tail.inside) or any(place >= len(files) for *_, place in tail.said.blocks):
        return None
    return ReadDocument(tail.said, tuple(files))


def reason_of(status: int, system: str) -> Refusal:
    """Return what the way the child left means; ``system`` is as ``sys.platform`` names it."""
    if system == "win32":
        return _WINDOWS_REASONS.get(status & 0xFFFFFFFF) or _REASONS.get(status, Refusal.DAMAGED)
    if status == -_XCPU:
        return Refusal.TIMED_OUT
    return _REASONS.get(status, Refusal.DAMAGED)


def _end(child: Turn, overdue: threading.Event) -> None:
    overdue.set()
    child.kill()


def _words(media_type: str, limits: DecodeLimits) -> list[str]:
    """Return what the child is told, in the order in which it takes it."""
    numbers = (
        *(limits.max_pixels, limits.max_decoded_pixels, limits.max_side_px),
        *(limits.memory_bytes, limits.processor_s, limits.max_input_bytes),
    )
    return [media_type, *(str(number) for number in numbers)]


@contextlib.contextmanager
def _opened(untrusted: bytes | Path | BinaryIO) -> Iterator[bytes | BinaryIO]:
    if isinstance(untrusted, Path):
        with untrusted.open("rb") as stream:
            yield stream
    else:
        yield untrusted
