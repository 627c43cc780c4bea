"""Films and sound of unknown origin: seen, and covered, in a child process under limits. No file is made for that.

Rules:
- The child asks for pieces of the film and gets no more than them (``picture_child/film_pipe.py``). What it says is
  untrusted: lengths are checked before memory is given, and the answer counts only when it ended well.
- Between two answers ``give_way`` is called; what it raises ends the child, and nothing is left.
"""

from __future__ import annotations

from typing import Annotated, BinaryIO

import msgspec

from app.picture.errors import PictureRefusedError, Refusal
from app.picture.film_talk import GiveWay, Talk
from app.picture.picture_child import film_pipe as pipe
from app.picture.pixels import Pixels
from app.picture.untrusted import DecodeLimits
from app.streams import PieceStream

_MILLIONTHS = 1_000_000
_LOOKING = DecodeLimits(processor_s=120, timeout_s=240.0)
_COVERING = DecodeLimits(processor_s=6 * 3600, timeout_s=12 * 3600.0)
_Word = Annotated[str, msgspec.Meta(max_length=40)]
_Whole = Annotated[int, msgspec.Meta(ge=0, le=1 << 53)]


class FilmSaid(msgspec.Struct, frozen=True):
    """What was found out about a film.

    Attributes:
        end_us: how long it runs: when its last packet ends, in microseconds.
        said_us: how long its header says that it runs; 0 where it does not.
        picture: what its pictures are coded with; "" where it has none.
        sound: what its sound is coded with; "" where it has none.
        width_px: of its frames as they are coded, before they are turned upright.
        height_px: the same.
        frames_in_1000_s: how many frames it has on the average; 0 where that is not known.
        frames: of a clip, how many were written.
        covered: of a clip, in how many of them something is black.
        clip_px: of a clip, width and height.
    """

    end_us: _Whole = 0
    said_us: _Whole = 0
    picture: _Word = ""
    sound: _Word = ""
    width_px: _Whole = 0
    height_px: _Whole = 0
    frames_in_1000_s: _Whole = 0
    frames: _Whole = 0
    covered: _Whole = 0
    clip_px: tuple[_Whole, _Whole] = (0, 0)


class FilmFrame(msgspec.Struct, frozen=True):
    """A frame: when it begins, in microseconds of the film's own time, and its pixels, upright."""

    at_us: int
    pixels: Pixels


class FilmLook(msgspec.Struct, frozen=True):
    """What is seen of a film: what there is to say of it, and frames in the order of their time."""

    said: FilmSaid
    frames: tuple[FilmFrame, ...]


class FilmCover(msgspec.Struct, frozen=True):
    """What is black: a box in parts of the frame's sides (0 to 1), from one moment of the film to before another."""

    left: float
    top: float
    width: float
    height: float
    from_us: int
    to_us: int


class ClipOrder(msgspec.Struct, frozen=True):
    """What a clip holds: the part of the film, in microseconds, what is black in it, and whether sound is left out."""

    from_us: int
    to_us: int
    covers: tuple[FilmCover, ...]
    mute: bool = False


def look_at_film(
    source: BinaryIO,
    size: int,
    media_type: str,
    *,
    shots: int = 12,
    side_px: int = 480,
    give_way: GiveWay = lambda _done, _all: None,
    limits: DecodeLimits = _LOOKING,
) -> FilmLook:
    """Return what there is to say of a film, and small frames spread over it.

    Args:
        source: the film; read from any place.
        size: its bytes.
        media_type: one of ``PLAYED``.
        shots: how many frames at most.
        side_px: the longest side of each.
        give_way: called between two pieces; what it raises ends the work.
        limits: how far it may go.

    Raises:
        PictureRefusedError: it breaks a limit, or nothing of it can be seen or heard.
        OSError, VaultError: the source could not be read.
    """
    order = {"do": "look", "shots": shots, "side": side_px}
    return _collect(Talk(source, size, media_type, order, limits), give_way)


def frames_of_film(
    source: BinaryIO,
    size: int,
    media_type: str,
    at_us: tuple[int, ...],
    *,
    side_px: int = 0,
    give_way: GiveWay = lambda _done, _all: None,
    limits: DecodeLimits = _LOOKING,
) -> FilmLook:
    """Return the frames that are shown at moments of the film, each with the moment at which it begins.

    Args:
        source: the film; read from any place.
        size: its bytes.
        media_type: one of ``PLAYED``.
        at_us: the moments, in microseconds.
        side_px: the longest side of each; 0 where they stay as large as they are.
        give_way: as for ``look_at_film``.
        limits: how far it may go.

    Raises:
        PictureRefusedError: as for ``look_at_film``.
        OSError, VaultError: the source could not be read.
    """
    order = {"do": "frames", "at_us": [max(0, each) for each in at_us], "side": side_px}
    found = _collect(Talk(source, size, media_type, order, limits), give_way)
    if len(found.frames) != len(at_us):
        raise PictureRefusedError(Refusal.DAMAGED)
    return found


class ClipStream(PieceStream):
    """A covered clip as it is being made: read to its end, then what stands elsewhere in it instead.

    Reading it does the work, so it takes long. A context manager that ends the child.

    Attributes:
        said: what there is to say of the clip, once it was read to its end.
        patches: place and bytes that replace what was read there.
    """

    def __init__(
        self,
        source: BinaryIO,
        size: int,
        media_type: str,
        order: ClipOrder,
        give_way: GiveWay = lambda _done, _all: None,
        limits: DecodeLimits = _COVERING,
    ) -> None:
        super().__init__()
        covers = [
            [
                *(round(side * _MILLIONTHS) for side in (each.left, each.top)),
                *(round(side * _MILLIONTHS) for side in (each.width, each.height)),
                *(each.from_us, each.to_us),
            ]
            for each in order.covers
        ]
        asked = {
            "do": "clip",
            "from_us": order.from_us,
            "to_us": order.to_us,
            "covers": covers,
            "mute": order.mute,
            "threads": 2,
        }
        self._talk = Talk(source, size, media_type, asked, limits)
        self._parts = self._talk.messages(give_way)
        self._ready = b""
        self._size = 0
        self._info: bytes | None = None
        self.patches: list[tuple[int, bytes]] = []

    @property
    def said(self) -> FilmSaid:
        """Raises PictureRefusedError where nothing usable was said."""
        return _said(self._info)

    def _piece(self, length: int) -> bytes:
        """Return what there is. Raises PictureRefusedError, and what ``give_way`` raises."""
        while not self._ready:
            what, place, body = next(self._parts, (pipe.END, 0, b""))
            if what == pipe.END:
                return b""
            if what == pipe.OUT:
                self._ready = body
                self._size += len(body)
            elif what == pipe.PATCH and place + len(body) <= self._size:
                self.patches.append((place, body))
            elif what == pipe.INFO:
                self._info = body
            else:
                raise PictureRefusedError(Refusal.DAMAGED)
        taken, self._ready = self._ready[:length], self._ready[length:]
        return taken

    def close(self) -> None:
        """End the child, if it has not ended."""
        self._parts.close()
        super().close()


def _collect(talk: Talk, give_way: GiveWay) -> FilmLook:
    info: bytes | None = None
    frames: list[FilmFrame] = []
    for what, at_us, body in talk.messages(give_way):
        if what == pipe.INFO:
            info = body
        elif what == pipe.FRAME:
            frames.append(FilmFrame(at_us, _pixels(body)))
        else:
            raise PictureRefusedError(Refusal.DAMAGED)
    return FilmLook(_said(info), tuple(frames))


def _said(info: bytes | None) -> FilmSaid:
    try:
        return msgspec.json.decode(info or b"", type=FilmSaid)
    except msgspec.DecodeError as error:
        raise PictureRefusedError(Refusal.DAMAGED) from error


def _pixels(body: bytes) -> Pixels:
    if len(body) < pipe.SIZE.size:
        raise PictureRefusedError(Refusal.DAMAGED)
    width_px, height_px = pipe.SIZE.unpack_from(body)
    rgb = body[pipe.SIZE.size :]
    if not width_px * height_px or len(rgb) != 3 * width_px * height_px:
        raise PictureRefusedError(Refusal.DAMAGED)
    return Pixels(width_px, height_px, rgb)
