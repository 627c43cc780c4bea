"""How an exhibit is told in its row and in the pane beside the list. No Qt."""

from __future__ import annotations

from msgspec.structs import replace

from app.casework import (
    CaseState,
    Exhibit,
    Labelled,
    Tone,
    came_with,
    dotted,
    filled,
    film_words,
    frame_words,
    in_series,
    lying_in,
    moment_in_film,
    parent_of,
    series_words,
    support_words,
    told_of_file,
    unread_words,
    with_rest,
)
from app.casework.kinds.adopt import adopted
from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.casework.kinds.file import (
    FileFacts,
    FileFilm,
    FileFrame,
    FileSource,
    carried,
    claimed,
)
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NOTE, NoteText, reader_of
from app.language import Language
from app.timeline import EXHIBIT, Row, lacks_link, link_of
from app.ui.timeline.corrections import with_earlier
from app.vocabulary import exact, in_words
from evidence_store import ObjectBody


def exhibit_line(state: CaseState, exhibit: Exhibit, language: Language) -> tuple[str, str]:
    """Return the title of its row, and a few words more: those of the newest incident that it shows."""
    text = language.text
    series = in_series(state, exhibit)
    name = dotted(
        text("Exhibit {number}", number=exhibit.number), series.short if series is not None else ""
    )
    incident = next(
        (each for each in reversed(state.incidents_about(exhibit)) if not each.hidden), None
    )
    if incident is not None:
        title, second = INCIDENT.line_of(incident.current, state, language)
        return dotted(name, title), second
    if isinstance(exhibit.source, FileSource):
        outer = _outer(state, exhibit)
        came = came_with(outer.number, language) if outer is not None else ""
        if isinstance(exhibit.frame, FileFrame):
            film = state.exhibit_of(exhibit.frame.parent)
            at = moment_in_film(exhibit.frame.at_us, language)
            words = frame_words(exhibit.frame, film.number, language) if film is not None else at
            return dotted(name, text("Frame of a film")), words
        if isinstance(exhibit.film, FileFilm):
            return dotted(name, film_words(exhibit.film, language)), exhibit.source.name
        return dotted(name, text("File")), dotted(exhibit.source.name, came)
    if exhibit.context:
        return dotted(name, text("The whole screen")), text("Taken together with a part of it")
    return dotted(name, text("Screenshot")), ""


def exhibit_badge(state: CaseState, exhibit: Exhibit, language: Language) -> tuple[str, Tone]:
    """Return the words at the end of its row, and their tone."""
    if not isinstance(exhibit.object, ObjectBody):
        return language.text("Erased"), Tone.PLAIN
    if lacks_link(state, Row(exhibit.time, exhibit, EXHIBIT)):
        return language.text("Link is missing"), Tone.WAIT
    return language.text("Saved and locked"), Tone.OK


def exhibit_fields(state: CaseState, exhibit: Exhibit, language: Language) -> tuple[Labelled, ...]:
    """Return what was written down about it, how it came into being, and the notes about it."""
    fields: list[Labelled] = []
    for incident in state.incidents_about(exhibit):
        if not incident.hidden:
            fields += with_earlier(INCIDENT, incident.versions, language)
    link = Labelled(language.text("Link"), link_of(state, exhibit), link=True)
    if link.value and link.label not in {field.label for field in fields}:
        fields.append(link)
    fields += _capture_fields(exhibit, language)
    fields += _within_fields(state, exhibit, language)
    series = in_series(state, exhibit)
    if series is not None:
        fields.append(Labelled(language.text("Series"), series_words(series, language)))
    fields += support_words(state, exhibit, language)
    for note in state.about(exhibit.original, NOTE):
        if not note.hidden and not reader_of(note.current):
            fields += NOTE.details_of(note.current, language)
    return tuple(fields)


def read_for_you(state: CaseState, exhibit: Exhibit, language: Language) -> tuple[Labelled, ...]:
    """Return what those say of it who read it first, each with their name."""
    return tuple(
        Labelled(language.text("{name} has read it for you", name=name), note.text.text)
        for each in state.about(exhibit.original, NOTE)
        if not each.hidden
        for note in (each.current,)
        if (name := reader_of(note)) and isinstance(note.text, NoteText)
    )


def _capture_fields(exhibit: Exhibit, language: Language) -> tuple[Labelled, ...]:
    text = language.text
    match exhibit.facts:
        case CaptureFacts() as facts:
            window = exhibit.window.title if isinstance(exhibit.window, CaptureWindow) else ""
            size = text("{width} × {height} pixels", width=facts.width_px, height=facts.height_px)
            return _technical(
                Labelled(text("Taken"), exact(facts.captured_at or exhibit.time, language)),
                with_rest(text("How"), in_words(facts.method, language), size),
                Labelled(text("Window"), window),
            )
        case FileFacts() as facts:
            origin = adopted(exhibit.origin, exhibit.colleague, language)
            kept = _origin(exhibit, language)
            name = exhibit.source.name if isinstance(exhibit.source, FileSource) else ""
            return (
                *filled(
                    Labelled(text("File"), name),
                    Labelled(text("The picture"), " ".join(told_of_file(exhibit, language))),
                    *origin[:1],
                    *claimed(exhibit.claims, language),
                    *carried(exhibit.carried, language),
                ),
                *_technical(
                    Labelled(text("Added"), exact(facts.added_at or exhibit.time, language)),
                    *(origin[1:] if origin else (Labelled(text("Origin"), kept),)),
                    with_rest(text("Kind of file"), facts.media_type, language.size(facts.size)),
                ),
            )
        case gap:
            return (Labelled(text("How"), unread_words(gap, language)),)


def _origin(exhibit: Exhibit, language: Language) -> str:
    if isinstance(exhibit.frame, FileFrame):
        return language.text("Taken from the film by this program; the film is kept as received")
    return language.text("Kept as received; not captured with this program")


def _within_fields(state: CaseState, exhibit: Exhibit, language: Language) -> tuple[Labelled, ...]:
    """Return what the file lay in, and which files lay in it."""
    outer = _outer(state, exhibit)
    inside = lying_in(state.exhibits, exhibit.original)
    numbers = ", ".join(_number(each, language) for each in inside)
    number = _number(outer, language) if outer is not None else ""
    same, looking = exhibit.alike(state.exhibits)
    return filled(
        Labelled(language.text("Came with"), number),
        Labelled(language.text("What lay in it"), numbers),
        *_film_fields(state, exhibit, language),
        Labelled(language.text("Same file as exhibit"), ", ".join(map(str, same))),
        Labelled(language.text("Looks like exhibit"), ", ".join(map(str, looking))),
    )


def _film_fields(state: CaseState, exhibit: Exhibit, language: Language) -> tuple[Labelled, ...]:
    """Return of which film a frame is, and which frames of a film are exhibits."""
    text = language.text
    if isinstance(exhibit.frame, FileFrame):
        film = state.exhibit_of(exhibit.frame.parent)
        return (
            Labelled(text("Frame of"), _number(film, language) if film is not None else ""),
            Labelled(text("Moment in the film"), moment_in_film(exhibit.frame.at_us, language)),
        )
    taken = [each for each in state.exhibits if each.taken_from == exhibit.original]
    numbers = ", ".join(_number(each, language) for each in taken)
    return (Labelled(text("Frames that are exhibits"), numbers),)


def _outer(state: CaseState, exhibit: Exhibit) -> Exhibit | None:
    parent = parent_of(exhibit)
    return state.exhibit_of(parent) if parent is not None else None


def _number(exhibit: Exhibit, language: Language) -> str:
    return language.text("Exhibit {number}", number=exhibit.number)


def _technical(*rows: Labelled) -> tuple[Labelled, ...]:
    """Return those that have a value, marked as what only who checks has to see."""
    return tuple(replace(row, technical=True) for row in filled(*rows))
