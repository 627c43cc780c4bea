"""Where something stands in the workplace's record: when it was written, under which number, by whom. No text of it."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.fields import (
    CommandWords,
    Draft,
    Field,
    FieldKind,
    FieldSection,
    FormWords,
    Shelf,
    Width,
)
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Around, Written, named_about
from app.casework.part import Part
from app.casework.usual_fields import ABOUT_INCIDENT, AT
from app.casework.wording import Badge, Tone
from app.language import Language, deferred
from app.vocabulary import YesNo
from evidence_store import EntryId


class JournalFacts(Part, frozen=True, kw_only=True, tag="journal_reference"):
    """When it was written, whether it is registered internally too, and what it preceded."""

    at: str = ""
    registered: YesNo = YesNo.UNKNOWN
    about: EntryId | None = None
    corrects: EntryId | None = None


class JournalReferencePart(Part, frozen=True, kw_only=True, tag="journal_reference_reference"):
    """The number in the record (part ``reference``)."""

    doc_no: str = ""


class JournalBy(Part, frozen=True, kw_only=True, tag="journal_reference_by"):
    """Who wrote it (part ``by``)."""

    written_by: str = ""


class JournalReference(msgspec.Struct, frozen=True):
    """Where something stands in the record."""

    facts: JournalFacts
    reference: JournalReferencePart | Gap | None = None
    by: JournalBy | Gap | None = None


class JournalDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    doc_no: str | None = None
    at: str | None = None
    written_by: str | None = None
    registered: YesNo | None = None
    about: EntryId | None = None


_FIELDS = (
    Field(
        name="doc_no",
        part="reference",
        width=Width.NAME,
        label=deferred("Number in the record"),
        option_help=deferred("number in the record"),
        shown=deferred("Number in the record"),
    ),
    msgspec.structs.replace(
        AT,
        label=deferred("When it was written"),
        option_help=deferred("when it was written; otherwise now"),
        shown=deferred("Written in the record"),
    ),
    Field(
        name="written_by",
        part="by",
        width=Width.NAME,
        label=deferred("Who wrote it"),
        option_help=deferred("who wrote it"),
        shown=deferred("Written by"),
    ),
    Field(
        name="registered",
        kind=FieldKind.CHOICE,
        choices=YesNo,
        in_sight=True,
        label=deferred("Registered internally too"),
        option_help=deferred("whether it is registered internally too"),
        shown=deferred("Internally registered"),
    ),
    msgspec.structs.replace(
        ABOUT_INCIDENT,
        label=deferred("What it preceded"),
        option_help=deferred("the incident that it preceded"),
        shown=deferred("Went before"),
    ),
)


def _line(stands: JournalReference, _: Around, language: Language) -> tuple[str, str]:
    text, registered = language.text, stands.facts.registered
    second = {
        YesNo.YES: text("Registered internally"),
        YesNo.NO: text("Not registered internally"),
    }
    return text("Stands in the record"), second.get(registered, "")


JOURNAL_REFERENCE = Written(
    tag="journal_reference",
    name=deferred("place in the record"),
    erasing=Erasing(),
    parts={"facts": JournalFacts, "reference": JournalReferencePart, "by": JournalBy},
    searched={"reference": ("doc_no",), "by": ("written_by",)},
    value=JournalReference,
    draft=JournalDraft,
    sections=(FieldSection(deferred("Where and when it was written"), _FIELDS),),
    form=FormWords(
        new=deferred("Note where it stands in the record"),
        correct=deferred("Correct where it stands in the record"),
        lead=deferred("Number and day are enough. Nothing of the text is kept here."),
        saved=deferred("The place in the record is saved and locked"),
        menu=deferred("Note where it stands in the record …"),
        shelf=Shelf.INCIDENTS,
    ),
    command=CommandWords(
        name="journal",
        summary=deferred("note where something stands in the workplace’s record"),
        corrects=deferred("the place in the record it corrects; the old one stays readable"),
        saved=deferred("The place in the record is noted."),
    ),
    about="about",
    refers=named_about,
    happened="at",
    badge=Badge("", Tone.PLAIN),
    line=_line,
    in_dossier=InDossier(
        heading=deferred("Where it stands in the record"),
        called=deferred("Place in the record, entry {seq}"),
        rows=(
            RowOf("doc_no"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("written_by"),
            RowOf("registered"),
            RowOf("about"),
        ),
        moments=(MomentOf("at", deferred("Written in the workplace’s record")),),
        left_out={
            "by": (
                deferred("Names of those who wrote in the workplace’s record"),
                deferred("Not needed by this recipient."),
            )
        },
        also_left_out={
            "reference": (
                deferred("Numbers in the workplace’s record"),
                deferred("Not needed by this recipient."),
            )
        },
    ),
)
