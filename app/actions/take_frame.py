"""Make frames of a film exhibits: each a picture of its own that names its film and the moment at which it begins.

The film itself is never changed. The picture is ours: encoded without metadata, so marks and black boxes lie on it as
on every other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from app.actions.open_case import OpenCase
from app.casework import CaseworkError, Exhibit, is_film
from app.casework.kinds.file import (
    FileClaims,
    FileContents,
    FileFacts,
    FileFilm,
    FileFindings,
    FileFrame,
    FileFull,
    FileLikeness,
    FileSource,
    FileWithin,
    told_file,
)
from app.casework.kinds.view import ViewFacts, ViewPages, ViewShown
from app.clock import stamp
from app.picture import FilmLook, Pixels, difference_hash, encode_png, frames_of_film, thumbnail
from evidence_store import EntryId, NewObject, ObjectBody

_PNG = "image/png"


class NotAFilmError(CaseworkError):
    """The exhibit is no film whose pictures can be seen.

    Attributes:
        number: that of the exhibit.
    """

    def __init__(self, number: int) -> None:
        super().__init__(f"exhibit {number} is no film")
        self.number = number


class NoSuchMomentError(CaseworkError):
    """The film has no such moment.

    Attributes:
        number: that of the exhibit.
        runs_ms: how long it runs.
    """

    def __init__(self, number: int, runs_ms: int) -> None:
        super().__init__(f"exhibit {number} runs for {runs_ms} ms")
        self.number = number
        self.runs_ms = runs_ms


class TakenFrame(msgspec.Struct, frozen=True):
    """A frame that is an exhibit: its entry, and when in the film it begins; ``new`` where it was not one before."""

    entry: EntryId
    at_us: int
    new: bool


def film_in(exhibit: Exhibit) -> FileFilm:
    """Return what is known of a film.

    Raises:
        NotAFilmError: it is none.
    """
    if not is_film(exhibit) or not isinstance(exhibit.film, FileFilm):
        raise NotAFilmError(exhibit.number)
    return exhibit.film


def see_frames(
    case: OpenCase,
    exhibit: Exhibit,
    at_us: Sequence[int],
    *,
    side_px: int = 0,
    give_way: Callable[[], None] = lambda: None,
) -> FilmLook:
    """Return the frames that are shown at moments of a film; nothing is sealed.

    Args:
        case: whose exhibit it is.
        exhibit: the film.
        at_us: the moments, in microseconds.
        side_px: the longest side of each; 0 where they stay as large as they are.
        give_way: called between two pieces; what it raises ends the work.

    Raises:
        NotAFilmError: it is none.
        NoSuchMomentError: it is shorter.
        PictureRefusedError: nothing can be seen of it.
        VaultError: it cannot be read.
    """
    _check(exhibit, at_us)
    with case.vault.open_object(exhibit.original) as source:
        return frames_of_film(
            source,
            exhibit.object.size if isinstance(exhibit.object, ObjectBody) else 0,
            exhibit.object.media_type if isinstance(exhibit.object, ObjectBody) else "",
            tuple(at_us),
            side_px=side_px,
            give_way=lambda *_: give_way(),
        )


def take_frames(
    case: OpenCase,
    exhibit: Exhibit,
    at_us: Sequence[int],
    *,
    give_way: Callable[[], None] = lambda: None,
) -> tuple[TakenFrame, ...]:
    """Make the frames that are shown at moments exhibits; one that is one already stays the one it is.

    Args:
        case: where they go.
        exhibit: the film.
        at_us: the moments, in microseconds.
        give_way: called between two pieces; what it raises ends the work.

    Raises:
        NotAFilmError, NoSuchMomentError: as for ``see_frames``; nothing was sealed.
        PictureRefusedError, VaultError: as for ``see_frames``; the frames of the moments before stay.
    """
    _check(exhibit, at_us)
    taken: list[TakenFrame] = []
    for moment in at_us:
        # One at a time: each is as large as the film's own.
        (frame,) = see_frames(case, exhibit, (moment,), give_way=give_way).frames
        there = _taken_before(case, exhibit, frame.at_us)
        entry = there or _seal(case, exhibit, frame.at_us, frame.pixels)
        taken.append(TakenFrame(entry, frame.at_us, new=there is None))
    return tuple(taken)


def _check(exhibit: Exhibit, at_us: Sequence[int]) -> None:
    film = film_in(exhibit)
    if any(not 0 <= each <= film.runs_ms * 1000 for each in at_us):
        raise NoSuchMomentError(exhibit.number, film.runs_ms)


def _taken_before(case: OpenCase, film: Exhibit, at_us: int) -> EntryId | None:
    for each in case.state.exhibits:
        if each.taken_from == film.original and isinstance(each.frame, FileFrame):
            there = isinstance(each.object, ObjectBody) and not each.hidden
            if each.frame.at_us == at_us and there:
                return each.original
    return None


def _seal(case: OpenCase, film: Exhibit, at_us: int, pixels: Pixels) -> EntryId:
    """The frame and its view, in one transaction; the bytes are kept once."""
    moment = case.clock.now()
    png = encode_png(pixels)
    facts = FileFacts(
        added_at=stamp(moment.utc),
        media_type=_PNG,
        size=len(png),
        width_px=pixels.width_px,
        height_px=pixels.height_px,
        preview="shown",
    )
    with case.act() as act:
        original = act.seal(
            {
                "facts": told_file(facts),
                "full": FileFull(size=facts.size),
                "source": FileSource(),
                "findings": FileFindings(),
                "claims": FileClaims(),
                "contents": FileContents(),
                "within": FileWithin(),
                "likeness": FileLikeness(bits=difference_hash(pixels)),
                "frame": FileFrame(parent=film.original, at_us=at_us),
            },
            moment=moment,
            content=NewObject(png, _PNG),
            thumbnail=thumbnail(pixels),
        ).id
        act.seal(
            {
                "facts": ViewFacts(
                    parent=original, width_px=pixels.width_px, height_px=pixels.height_px
                ),
                "shown": ViewShown(),
                "pages": ViewPages(),
            },
            content=NewObject(png, _PNG),
        )
    return original
