"""What is printed of films, sound, and frames that were taken from films."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from app.casework import Exhibit, dotted, film_words, moment_in_film
from app.casework.kinds.file import FileFilm, FileFrame
from app.casework.kinds.working_copy import WorkingCopyClip
from app.dossier.composing.gate import Gate
from app.dossier.errors import ClipNotPossibleError
from app.dossier.model import Manner, Omission, PrintedRow
from app.language import Language
from evidence_store import EntryId, ObjectBody


class DisclosedClip(msgspec.Struct, frozen=True):
    """A covered clip that goes along: its entry, what it is, and its file."""

    entry: EntryId
    clip: WorkingCopyClip
    body: ObjectBody


def keeps_overview(exhibit: Exhibit) -> bool:
    """Return whether the overview of a film stays out: what is covered in a clip of it can be seen there."""
    return any(each.clip is not None for each in exhibit.copies)


def overview_omission(number: int, language: Language) -> Omission:
    """Return what is said of an overview that stays out."""
    exhibit = language.text("Exhibit {number}", number=number)
    what = language.text("{exhibit}: the overview of the film", exhibit=exhibit)
    why = language.text("Something in the film is covered, and would be seen there.")
    return Omission(what, why, number)


def must_be_included(wanted: Collection[int], included: Collection[int]) -> None:
    """Raise ClipNotPossibleError where a clip of an exhibit is wanted that the dossier is not about."""
    for number in wanted:
        if number not in included:
            raise ClipNotPossibleError(number)


def disclose_clip(exhibit: Exhibit, gate: Gate) -> DisclosedClip:
    """Open the newest covered clip of a film.

    Raises:
        ClipNotPossibleError: there is none, or the recipient is shown none.
    """
    for copy in reversed(exhibit.clips):
        gate.disclose("working_copy", "facts", copy.entry, copy.facts)
        clip = gate.disclose("working_copy", "clip", copy.entry, copy.clip)
        body = gate.disclose_object("working_copy", copy.entry, copy.object)
        if isinstance(clip, WorkingCopyClip) and body is not None:
            return DisclosedClip(copy.entry, clip, body)
        break
    raise ClipNotPossibleError(exhibit.number)


def clip_rows(shown: DisclosedClip, language: Language) -> tuple[PrintedRow, ...]:
    """Return the rows of a covered clip."""
    text, clip = language.text, shown.clip
    words = [
        text(
            "{begin} to {end} of the film, encoded anew; goes along as a file",
            begin=moment_in_film(clip.from_us, language),
            end=moment_in_film(clip.to_us, language),
        )
    ]
    if clip.covers:
        words.append(
            language.plural(
                "black in {count} frame of {frames}",
                "black in {count} frames of {frames}",
                clip.covered,
                frames=clip.frames,
            )
        )
    if clip.muted:
        words.append(text("without sound"))
    reasons = ", ".join(dict.fromkeys(each.reason for each in clip.covers if each.reason))
    return (
        PrintedRow(text("Covered clip"), dotted(*words)),
        PrintedRow(text("Covered in the clip"), reasons),
        PrintedRow(text("Fingerprint of the clip"), shown.body.sha256, Manner.CODE),
    )


def disclose_film(exhibit: Exhibit, gate: Gate) -> tuple[FileFilm | None, FileFrame | None]:
    """Return how long an exhibit runs, and from which film it was taken, as far as the policy opens that."""
    kind = exhibit.kind.value
    film = gate.disclose(kind, "film", exhibit.original, exhibit.film)
    frame = gate.disclose(kind, "frame", exhibit.original, exhibit.frame)
    return (
        film if isinstance(film, FileFilm) else None,
        frame if isinstance(frame, FileFrame) else None,
    )


def frame_rows(frame: FileFrame, taken: str, language: Language) -> tuple[PrintedRow, ...]:
    """Return the rows of a frame; ``taken`` is when, and by whom."""
    text = language.text
    origin = text("Taken from the film by this program; the film is kept as received")
    return (
        PrintedRow(text("Frame taken"), taken),
        PrintedRow(text("Moment in the film"), moment_in_film(frame.at_us, language)),
        PrintedRow(text("Origin"), origin),
    )


def film_row(film: FileFilm | None, language: Language) -> PrintedRow:
    """Return what a film is and how long it runs; an empty row of any other file."""
    return PrintedRow(
        language.text("Running time"), film_words(film, language) if film is not None else ""
    )
