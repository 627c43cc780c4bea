"""What is seen of a film or sound that comes in: how long it runs, and an overview of its frames."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from app.actions.view_of_file import FileView, Looked
from app.casework import times_apart
from app.casework.kinds.file import FileFilm
from app.casework.kinds.view import ViewPages, ViewShown
from app.picture import (
    PLAYED,
    FilmLook,
    PictureRefusedError,
    draw_film_sheet,
    encode_png,
    look_at_film,
    thumbnail,
)
from app.vocabulary import DrawnAs

_FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "NotoSans-Regular.ttf"

__all__ = ["PLAYED", "facts_of_film", "look_into_film"]


def look_into_film(
    source: BinaryIO,
    size: int,
    media_type: str,
    give_way: Callable[[], None] = lambda: None,
) -> Looked:
    """Return what is seen of a film, and what there is to say of it.

    Args:
        source: the film; read from any place.
        size: its bytes.
        media_type: one of ``PLAYED``.
        give_way: called between two pieces; what it raises ends the work.

    Raises:
        VaultError, OSError: the source could not be read.
    """
    try:
        look = look_at_film(source, size, media_type, give_way=lambda *_: give_way())
    except PictureRefusedError as error:
        return Looked(str(error.reason))
    if not look.frames:
        return Looked("not_a_picture", film=facts_of_film(look))
    times = times_apart([each.at_us for each in look.frames])
    sheet = draw_film_sheet(
        [(each.pixels, time) for each, time in zip(look.frames, times, strict=True)], _FONT
    )
    first = look.frames[len(look.frames) // 2].pixels
    view = FileView(
        sheet,
        encode_png(sheet),
        thumbnail(first),
        ViewShown(),
        ViewPages(drawn_as=DrawnAs.FRAMES),
    )
    return Looked("shown", view, film=facts_of_film(look))


def facts_of_film(look: FilmLook) -> FileFilm:
    """Return what was found out about a film, in the words of the log."""
    said = look.said
    return FileFilm(
        runs_ms=said.end_us // 1000,
        said_ms=said.said_us // 1000,
        picture=said.picture,
        sound=said.sound,
        frames_in_1000_s=said.frames_in_1000_s,
    )
