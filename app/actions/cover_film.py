"""Cover something in a film: a clip of its own, encoded anew, in which it is black in every frame of an interval.

The film is never changed, and no clip is ever made from another. A clip is sealed with where and when it is black and
why; what is under the black is not in it. It goes along only where somebody chooses it.

While it is made it lies in the vault, encrypted, under no entry: whoever stops the work finds nothing of it left.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import BinaryIO

import msgspec

from app.actions.open_case import OpenCase
from app.actions.take_frame import NoSuchMomentError, film_in
from app.casework import CaseworkError, Exhibit
from app.casework.kinds.working_copy import ClipCover, WorkingCopyClip, WorkingCopyFacts
from app.picture import ClipOrder, ClipStream, FilmCover, FilmSaid
from app.streams import PieceStream
from evidence_store import EntryId, ObjectBody, StagedObject, VaultError

_WEBM = "video/webm"
_MILLIONTHS = 1_000_000
GiveWay = Callable[[int, int], None]


class NothingCoveredError(CaseworkError):
    """A clip was asked for in which nothing is covered, nothing left out and no sound muted."""


class CoverPlaceError(CaseworkError):
    """A place to cover lies outside the frames, or its time outside the clip.

    Attributes:
        position: which one, from 1.
    """

    def __init__(self, position: int) -> None:
        super().__init__(f"place {position} is not in the clip")
        self.position = position


class ClipPlan(msgspec.Struct, frozen=True):
    """What a clip shall be.

    Attributes:
        from_us: where in the film it begins, in microseconds.
        to_us: where it ends.
        covers: what is black in it, in times of the film.
        mute: whether its sound is left out.
    """

    from_us: int
    to_us: int
    covers: tuple[ClipCover, ...]
    mute: bool = False


def cover_film(
    case: OpenCase,
    exhibit: Exhibit,
    plan: ClipPlan,
    *,
    give_way: GiveWay = lambda _done, _all: None,
) -> EntryId:
    """Make the clip and seal it; answers its entry.

    Args:
        case: where it goes.
        exhibit: the film.
        plan: what the clip shall be.
        give_way: told how far it is, in milliseconds of the clip; it may use the vault, and what it raises ends the
            work and leaves nothing of it.

    Raises:
        NotAFilmError, NoSuchMomentError, CoverPlaceError, NothingCoveredError: nothing was begun.
        PictureRefusedError: the film cannot be read; nothing was sealed.
        VaultError: nothing was sealed.
    """
    film = film_in(exhibit)
    _check(plan, exhibit.number, film.runs_ms)
    staged, said = _make(case, exhibit, plan, give_way)
    try:
        with case.act() as act:
            return act.seal(
                {
                    "facts": WorkingCopyFacts(
                        parent=exhibit.original,
                        width_px=said.clip_px[0],
                        height_px=said.clip_px[1],
                    ),
                    "clip": WorkingCopyClip(
                        from_us=plan.from_us,
                        to_us=plan.to_us,
                        covers=plan.covers,
                        muted=plan.mute or not film.sound,
                        frames=said.frames,
                        covered=said.covered,
                    ),
                },
                content=staged,
            ).id
    except BaseException:
        _drop(case, staged)
        raise


def _check(plan: ClipPlan, number: int, runs_ms: int) -> None:
    end = runs_ms * 1000
    if not 0 <= plan.from_us < plan.to_us <= end:
        raise NoSuchMomentError(number, runs_ms)
    if not (plan.covers or plan.mute or plan.from_us or plan.to_us < end):
        raise NothingCoveredError
    for position, each in enumerate(plan.covers, start=1):
        inside = each.left >= 0 and each.top >= 0 and each.width > 0 and each.height > 0
        inside = inside and each.left + each.width <= _MILLIONTHS
        inside = inside and each.top + each.height <= _MILLIONTHS
        during = each.from_us < each.to_us and each.from_us < plan.to_us
        if not (inside and during and each.to_us > plan.from_us):
            raise CoverPlaceError(position)


def _make(
    case: OpenCase, exhibit: Exhibit, plan: ClipPlan, give_way: GiveWay
) -> tuple[StagedObject, FilmSaid]:
    """Return the clip as it will be sealed. What its writer put at its beginning last makes it be copied once."""
    body = exhibit.object
    size, media_type = (body.size, body.media_type) if isinstance(body, ObjectBody) else (0, "")
    told = [0, 0]

    def tell(done: int, total: int) -> None:
        if total:
            told[:] = done, total
        give_way(*told)

    order = ClipOrder(plan.from_us, plan.to_us, _film_covers(plan.covers), plan.mute)
    with (
        case.vault.open_object(exhibit.original) as source,
        ClipStream(source, size, media_type, order, tell) as clip,
    ):
        raw = case.vault.stage(io.BufferedReader(clip), _WEBM)
        try:
            said, patches = clip.said, tuple(clip.patches)
            with case.vault.open_staged(raw) as written:
                whole = case.vault.stage(
                    io.BufferedReader(_Patched(written, patches)),
                    _WEBM,
                    progress=lambda _: tell(0, 0),
                )
        finally:
            _drop(case, raw)
    return whole, said


def _film_covers(covers: Sequence[ClipCover]) -> tuple[FilmCover, ...]:
    return tuple(
        FilmCover(
            each.left / _MILLIONTHS,
            each.top / _MILLIONTHS,
            each.width / _MILLIONTHS,
            each.height / _MILLIONTHS,
            each.from_us,
            each.to_us,
        )
        for each in covers
    )


def _drop(case: OpenCase, staged: StagedObject) -> None:
    # Sweeping at the next opening would find it too.
    with suppress(VaultError):
        case.vault.discard(staged)


class _Patched(PieceStream):
    """A stream with other bytes at some places."""

    def __init__(self, source: BinaryIO, patches: Sequence[tuple[int, bytes]]) -> None:
        super().__init__()
        self._source = source
        self._patches = patches
        self._at = 0

    def _piece(self, length: int) -> bytearray:
        """Return the next bytes, with what stands elsewhere put in their place."""
        data = bytearray(self._source.read(length))
        for place, patch in self._patches:
            begin, end = max(place, self._at), min(place + len(patch), self._at + len(data))
            if begin < end:
                data[begin - self._at : end - self._at] = patch[begin - place : end - place]
        self._at += len(data)
        return data
