"""What the child is told to do with a film: look at it, give frames, make a clip."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from . import codes, film_clip, film_pipe, limits
from .films import Film, FilmTooLargeError, time_us


def run(arguments: list[str], given: BinaryIO, out: BinaryIO) -> int:
    """Do what is ordered, and return the exit code.

    Args:
        arguments: the order as JSON: what to ``do``, ``type`` and ``size`` of the film, and what that wants to know.
        given: where the parent's answers come from.
        out: where they are asked for.
    """
    order = json.loads(arguments[0])
    try:
        av, do = _load(order["do"])
    except ImportError:
        return codes.NOT_THERE
    limits.forbid_files()
    asking = film_pipe.Asking(given, out)
    try:
        file = film_pipe.AskedFilm(asking, order["size"])
        film = Film(av, file, order["type"], order.get("threads", 1))
        do(av, film, order, asking)
        asking.end()
    except FilmTooLargeError:
        return codes.TOO_LARGE
    except (film_pipe.EndedError, RecursionError, ZeroDivisionError, *codes.BAD) as error:
        # av names what memory could not be had for by the number of the system.
        return codes.OUT_OF_MEMORY if getattr(error, "errno", 0) == 12 else codes.DAMAGED
    return 0


def _load(what: str) -> tuple[Any, Any]:
    """Load all that will be wanted: soon no file can be opened any more. Raises ImportError."""
    import av
    import av.error
    import av.logging

    # What av would load when it meets a stream of such a kind.
    import av.subtitles.codeccontext
    import av.subtitles.stream
    import av.subtitles.subtitle
    from PIL import Image, ImageFile  # noqa: F401  # the second is what a picture loads when its bytes are asked for

    av.logging.set_level(None)
    return av, {"look": _look, "frames": _frames, "clip": film_clip.cover}[what]


def _look(_av: Any, film: Film, order: dict[str, Any], asking: film_pipe.Asking) -> None:  # noqa: ANN401
    """Say what there is to say, and hand on small frames, spread over the film."""
    asking.info(film.about())
    if film.picture is None:
        return
    shots = max(1, int(order["shots"]))
    seen = -1
    for n in range(shots):
        frame = film.frame_at(film.end_us * (2 * n + 1) // (2 * shots))
        if frame is None or time_us(frame) <= seen:
            continue
        seen = time_us(frame)
        _hand_on(film, frame, order["side"], asking)
    if seen < 0:
        raise ValueError("no frame can be decoded")


def _frames(_av: Any, film: Film, order: dict[str, Any], asking: film_pipe.Asking) -> None:  # noqa: ANN401
    asking.info(film.about())
    for at_us in order["at_us"]:
        frame = film.frame_at(int(at_us))
        if frame is None:
            raise ValueError("no frame can be decoded")
        _hand_on(film, frame, order.get("side", 0), asking)


def _hand_on(film: Film, frame: Any, side: int, asking: film_pipe.Asking) -> None:  # noqa: ANN401
    width, height, planes = film.upright(frame, "rgb24", side)
    asking.frame(time_us(frame), (width, height), planes[0].tobytes())
