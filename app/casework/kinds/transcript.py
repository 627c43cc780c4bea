"""What is said and seen in a film or in sound, typed by a person, with the times in the film.

Nothing is written down by a machine: a transcript is what somebody heard, and is told as such.
"""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.fields import CommandWords, Draft, Field, FieldKind, FieldSection, FormWords
from app.casework.in_dossier import InDossier, RowOf
from app.casework.kind import Around, Written, named_about
from app.casework.kinds.file import FileFilm
from app.casework.part import Part
from app.casework.transcript import times_going_back, times_past_end, transcript_lines
from app.casework.wording import Badge, Icon, Labelled, Tone, filled, first_words, listed
from app.language import Language, deferred
from evidence_store import EntryId


class TranscriptFacts(Part, frozen=True, kw_only=True, tag="transcript"):
    """Which film or sound."""

    about: EntryId | None = None
    corrects: EntryId | None = None


class TranscriptText(Part, frozen=True, kw_only=True, tag="transcript_text"):
    """What is said and seen, as it was typed (part ``text``)."""

    words: str = ""


class Transcript(msgspec.Struct, frozen=True):
    """What is said and seen in a film."""

    facts: TranscriptFacts
    text: TranscriptText | Gap | None = None

    @property
    def words(self) -> str:
        """What was typed; "" where it cannot be read."""
        return self.text.words if isinstance(self.text, TranscriptText) else ""


class TranscriptDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    about: EntryId | None = None
    words: str | None = None


_FIELDS = (
    Field(
        name="about",
        kind=FieldKind.ENTRY,
        of=("exhibit",),
        label=deferred("The film or sound"),
        option_help=deferred("the exhibit with the film or sound"),
        shown=deferred("Film or sound"),
    ),
    Field(
        name="words",
        part="text",
        kind=FieldKind.AREA,
        lines=12,
        label=deferred("What is said and seen"),
        help=deferred(
            "Begin each line with its time in the film, such as 0:12. Write what you hear, and mark what you cannot "
            "hear."
        ),
        positional=True,
        option_help=deferred("what is said and seen, each line with its time, such as 0:12"),
        shown=deferred("What is said and seen"),
    ),
)


def _number(transcript: Transcript, around: Around) -> str:
    about = transcript.facts.about
    return listed(*map(str, around.numbers_of((about,) if about is not None else ())))


def _line(transcript: Transcript, around: Around, language: Language) -> tuple[str, str]:
    number = _number(transcript, around)
    title = language.text("Transcript")
    if number:
        title = language.text("Transcript of exhibit {number}", number=number)
    lines = transcript_lines(transcript.words)
    return title, first_words(next((line.words for line in lines if line.words), ""))


def _more(transcript: Transcript, around: Around, language: Language) -> tuple[Labelled, ...]:
    about = transcript.facts.about
    film = getattr(around.thing_of(about), "film", None) if about is not None else None
    late = times_past_end(transcript.words, film.runs_ms) if isinstance(film, FileFilm) else ()
    back = times_going_back(transcript.words)
    text = language.text
    return filled(
        Labelled(text("Film or sound"), _number(transcript, around)),
        Labelled(
            text("Look again"), text("A time lies after the end of the film.") if late else ""
        ),
        Labelled(text("Look again"), text("A time lies before the one above it.") if back else ""),
    )


TRANSCRIPT = Written(
    tag="transcript",
    name=deferred("transcript"),
    erasing=Erasing(),
    parts={"facts": TranscriptFacts, "text": TranscriptText},
    searched={"text": ("words",)},
    value=Transcript,
    draft=TranscriptDraft,
    sections=(FieldSection("", _FIELDS),),
    form=FormWords(
        new=deferred("Write down what is said in a film"),
        new_about=deferred("Write down what is said in Exhibit {number}"),
        correct=deferred("Correct what is said in a film"),
        lead=deferred("It is your own transcript: what you hear and see, in your words."),
        saved=deferred("The transcript is saved and locked"),
        menu=deferred("Write down what is said in a film …"),
        key="Ctrl+Shift+D",
    ),
    command=CommandWords(
        name="transcript",
        summary=deferred("write down what is said and seen in a film or in sound"),
        corrects=deferred("the transcript it corrects; the old one stays readable"),
        saved=deferred("The transcript is saved and locked."),
    ),
    needs=("words",),
    about="about",
    refers=named_about,
    badge=Badge(deferred("Transcript"), Tone.INFO),
    icon=Icon.LINES,
    line=_line,
    more=_more,
    in_dossier=InDossier(
        heading=deferred("What is said in films and sound"),
        called=deferred("Transcript, entry {seq}"),
        rows=(
            RowOf("about", label=deferred("Film or sound")),
            RowOf("words", label=deferred("Typed by the employee")),
        ),
        also_left_out={
            "text": (
                deferred("The words of transcripts"),
                deferred("Not needed by this recipient."),
            )
        },
    ),
)
