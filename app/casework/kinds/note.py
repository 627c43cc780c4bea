"""A note, neutral (it may leave in a dossier) or private (it never does): its zone is the chain it stands in."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.errors import EmptyNoteError
from app.casework.fields import (
    CommandWords,
    Draft,
    Field,
    FieldKind,
    FieldSection,
    FormWords,
    Width,
)
from app.casework.in_dossier import InDossier
from app.casework.kind import BOTH, Written, named_about
from app.casework.part import Part
from app.casework.usual_fields import ABOUT
from app.casework.wording import Badge, first_words
from app.language import Language, deferred
from app.vocabulary import Zone
from evidence_store import EntryId


class NoteFacts(Part, frozen=True, kw_only=True, tag="note"):
    """A note; its zone is the chain it stands in. ``about`` is the entry it belongs to."""

    about: EntryId | None = None
    corrects: EntryId | None = None


class NoteText(Part, frozen=True, kw_only=True, tag="note_text"):
    """The note's words (part ``text``)."""

    text: str = ""


class NoteReader(Part, frozen=True, kw_only=True, tag="note_reader"):
    """Who read what the note is about in the person's place, and sums it up (part ``reader``)."""

    name: str = ""


class Note(msgspec.Struct, frozen=True):
    """A note."""

    facts: NoteFacts
    text: NoteText | Gap | None = None
    reader: NoteReader | Gap | None = None


class NoteDraft(Draft, frozen=True, kw_only=True):
    """A note as a person gives it; ``zone`` is asked of a new one only, and neutral where it is not said."""

    text: str | None = None
    reader: str | None = None
    zone: Zone | None = None
    about: EntryId | None = None


def reader_of(note: Note) -> str:
    """Return who read in the person's place what the note is about; "" where nobody did."""
    return note.reader.name if isinstance(note.reader, NoteReader) else ""


def _line(note: Note, _: object, language: Language) -> tuple[str, str]:
    words = note.text.text if isinstance(note.text, NoteText) else language.text("cannot be read")
    return first_words(words), language.text("Note")


NOTE = Written(
    tag="note",
    name=deferred("note"),
    erasing=Erasing(),
    parts={"facts": NoteFacts, "text": NoteText, "reader": NoteReader},
    searched={"text": ("text",)},
    zones=BOTH,
    value=Note,
    draft=NoteDraft,
    sections=(
        FieldSection(
            "",
            (
                Field(
                    name="zone",
                    part="",
                    kind=FieldKind.CARDS,
                    choices=Zone,
                    label=deferred("Who may read it?"),
                    fixed=deferred("It stays what it was from the start."),
                    option="private",
                    const=Zone.PRIVATE,
                    option_help=deferred("for yourself: never leaves in a package"),
                ),
                Field(
                    name="text",
                    part="text",
                    kind=FieldKind.AREA,
                    label=deferred("Note"),
                    lines=9,
                    positional=True,
                    option_help=deferred("the note; - reads it from standard input"),
                    shown=deferred("Note"),
                ),
                Field(
                    name="reader",
                    part="reader",
                    attr="name",
                    width=Width.NAME,
                    label=deferred("Who has read it for you?"),
                    help=deferred(
                        "Only where somebody else has read it and writes in short what it says. It then stands before "
                        "the picture."
                    ),
                    option_help=deferred("who has read it in your place and sums it up"),
                    shown=deferred("Read by"),
                ),
                ABOUT,
            ),
        ),
    ),
    form=FormWords(
        new=deferred("Write a note"),
        new_about=deferred("Write a note about Exhibit {number}"),
        correct=deferred("Correct the note"),
        lead=deferred("What you write now is still fresh. A few words are enough."),
        saved=deferred("The note is saved and locked"),
        menu=deferred("Write note …"),
        key="Ctrl+N",
    ),
    command=CommandWords(
        name="note",
        summary=deferred("write a note"),
        corrects=deferred("the note it replaces; the old one stays readable"),
        saved=deferred("The note is saved and locked."),
    ),
    nothing=EmptyNoteError,
    needs=("text",),
    about="about",
    headings={Zone.EVIDENCE: deferred("Note"), Zone.PRIVATE: deferred("Private note")},
    badge=Badge(""),
    line=_line,
    brief=lambda note, _: note.text.text if isinstance(note.text, NoteText) else "",
    refers=named_about,
    in_dossier=InDossier(
        section="notes",
        heading=deferred("Notes"),
        called=deferred("Note, entry {seq}"),
        text="text",
        one_by_one=True,
    ),
)
