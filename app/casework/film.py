"""How films and sound are told: running times, moments, and why nothing of one is seen. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.casework.exhibit import Exhibit, told_of_picture
from app.casework.kinds.file import FileFacts, FileFilm, FileFrame
from app.language import Language, deferred

_MEDIA = ("video/", "audio/")
# A header that is out by less is rounded, not wrong.
_CUT_MS = 1_500
_REFUSED = {
    "damaged": deferred(
        "Nothing of the film or sound can be read: the file is damaged or not whole. The file is kept as it is."
    ),
    "too_large": deferred(
        "The frames of the film are larger than this program shows. The file is kept as it is."
    ),
    "timed_out": deferred("It took too long to look through the film. The file is kept as it is."),
    "out_of_memory": deferred(
        "Looking through the film took too much memory. The file is kept as it is."
    ),
    "without_limits": deferred(
        "This computer does not let the program limit what a film may do, so it was not opened. The file is kept as"
        " it is."
    ),
    "not_there": deferred(
        "This version of the program cannot see films. The file is kept as it is, and can be opened in"
        " another program."
    ),
}


def is_media(exhibit: Exhibit) -> bool:
    """Return whether an exhibit is a film or sound, seen or not."""
    facts = exhibit.facts
    return isinstance(facts, FileFacts) and facts.media_type.startswith(_MEDIA)


def is_film(exhibit: Exhibit) -> bool:
    """Return whether an exhibit is a film whose pictures can be seen."""
    return isinstance(exhibit.film, FileFilm) and bool(exhibit.film.picture)


def running_time(ms: int) -> str:
    """Return a running time as players show it: 0:12, 1:02:03."""
    seconds = round(ms / 1000)
    minutes, hours = seconds // 60, seconds // 3600
    if hours:
        return f"{hours}:{minutes % 60:02}:{seconds % 60:02}"
    return f"{minutes}:{seconds % 60:02}"


def times_apart(moments_us: Sequence[int]) -> tuple[str, ...]:
    """Return moments of one film as running times; to a tenth of a second where two would read the same."""
    plain = tuple(running_time(us // 1000) for us in moments_us)
    if len(set(plain)) == len(plain):
        return plain
    tenths = [us // 100_000 for us in moments_us]
    return tuple(f"{running_time(each // 10 * 1000)},{each % 10}" for each in tenths)


def moment_in_film(us: int, language: Language) -> str:
    """Return a moment of a film to the millisecond: 0:12,480 (English 0:12.480)."""
    ms = us // 1000
    dot = "," if language.code == "da" else "."
    return f"{running_time(ms // 1000 * 1000)}{dot}{ms % 1000:03}"


def film_words(film: FileFilm, language: Language) -> str:
    """Return what a film or sound is, in one line."""
    text, time = language.text, running_time(film.runs_ms)
    if not film.picture:
        return text("Sound, {time} long", time=time)
    if not film.sound:
        return text("Film without sound, {time} long", time=time)
    return text("Film with sound, {time} long", time=time)


def frame_words(frame: FileFrame, number: int, language: Language) -> str:
    """Return what a frame is, in a few words; ``number`` is that of the film's exhibit."""
    return language.text(
        "frame at {time} in exhibit {number}",
        time=moment_in_film(frame.at_us, language),
        number=number,
    )


def told_of_file(exhibit: Exhibit, language: Language) -> tuple[str, ...]:
    """Return all that its owner has to know of an added file: of the film it is, and of its picture."""
    return (*told_of_film(exhibit, language), *told_of_picture(exhibit, language))


def told_of_film(exhibit: Exhibit, language: Language) -> tuple[str, ...]:
    """Return what its owner has to know of a film or sound; nothing of other exhibits."""
    film, facts = exhibit.film, exhibit.facts
    if isinstance(film, FileFilm):
        said = (f"{film_words(film, language)}.",)
        if film.said_ms > film.runs_ms + _CUT_MS:
            cut = language.text(
                "The file says that it is {said} long, but it ends after {time}.",
                said=running_time(film.said_ms),
                time=running_time(film.runs_ms),
            )
            return (*said, cut)
        return said
    if not is_media(exhibit) or not isinstance(facts, FileFacts):
        return ()
    why = _REFUSED.get(facts.preview)
    return (language.text(why),) if why else ()
