"""What the workplace registered itself: how far it is, who did it, number and place, and what was done."""

from __future__ import annotations

import msgspec

from app.casework.attached import Attached, AttachedSource
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
from app.casework.kind import Around, Written
from app.casework.part import Part
from app.casework.usual_fields import AT, INCIDENTS, LETTER, LETTERS, by_field, status_field
from app.casework.wording import Badge, Icon, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import DoneBy, RegistrationStatus, Role, in_words
from evidence_store import EntryId, ObjectBody


class RegistrationFacts(Part, frozen=True, kw_only=True, tag="internal_registration"):
    """How far it is, when, who registered it, who took care of it by role, and which incidents.

    ``handled_by`` other says nothing of who took care of it.
    """

    status: RegistrationStatus = RegistrationStatus.REGISTERED
    at: str = ""
    by: DoneBy = DoneBy.UNKNOWN
    handled_by: Role = Role.OTHER
    incidents: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class RegistrationReference(Part, frozen=True, kw_only=True, tag="internal_registration_reference"):
    """Its number, and where it is registered (part ``reference``)."""

    ref: str = ""
    system: str = ""


class RegistrationLetter(Part, frozen=True, kw_only=True, tag="internal_registration_letter"):
    """What was handed over, in its own words (part ``letter``)."""

    words: str = ""


class RegistrationText(Part, frozen=True, kw_only=True, tag="internal_registration_text"):
    """What was done (part ``text``)."""

    done: str = ""


class RegistrationSource(
    AttachedSource, frozen=True, kw_only=True, tag="internal_registration_source"
):
    """What the file with the copy of the form was called."""


class InternalRegistration(msgspec.Struct, frozen=True):
    """What the workplace registered itself."""

    facts: RegistrationFacts
    reference: RegistrationReference | Gap | None = None
    letter: RegistrationLetter | Gap | None = None
    text: RegistrationText | Gap | None = None
    attached: Attached | None = None


class RegistrationDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    status: RegistrationStatus | None = None
    at: str | None = None
    by: DoneBy | None = None
    handled_by: Role | None = None
    incidents: tuple[EntryId, ...] | None = None
    ref: str | None = None
    system: str | None = None
    done: str | None = None
    letter: str | None = None


_REGISTERED = (
    msgspec.structs.replace(status_field(RegistrationStatus), first=RegistrationStatus.REGISTERED),
    AT,
    by_field(
        label=deferred("Who registered it"),
        option_help=deferred("who registered it"),
        shown=deferred("Registered by"),
    ),
    Field(
        name="handled_by",
        kind=FieldKind.CHOICE,
        choices=Role,
        first=Role.OTHER,
        silent=Role.OTHER,
        silent_label=deferred("Not stated"),
        label=deferred("Who took care of it"),
        option_help=deferred("who took care of it"),
        shown=deferred("Taken care of by"),
    ),
    Field(
        name="ref",
        part="reference",
        width=Width.NAME,
        label=deferred("Number of the registration"),
        option_help=deferred("its number"),
        shown=deferred("Number of the registration"),
    ),
    Field(
        name="system",
        part="reference",
        width=Width.NAME,
        label=deferred("Where it is registered"),
        help=deferred("Such as the workplace’s system for incidents."),
        option_help=deferred("where it is registered"),
        shown=deferred("Registered in"),
    ),
    INCIDENTS,
    Field(
        name="done",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What was done"),
        option_help=deferred("what was done"),
        shown=deferred("Done"),
    ),
)


def _line(registration: InternalRegistration, _: Around, language: Language) -> tuple[str, str]:
    text, facts = language.text, registration.facts
    reference, done = registration.reference, registration.text
    ref = reference.ref if isinstance(reference, RegistrationReference) else ""
    what = first_words(done.done) if isinstance(done, RegistrationText) else ""
    if facts.status is RegistrationStatus.REGISTERED:
        return text("Registered internally"), dotted(ref, what)
    return text("Internal registration"), dotted(in_words(facts.status, language), what)


INTERNAL_REGISTRATION = Written(
    tag="internal_registration",
    name=deferred("internal registration"),
    erasing=Erasing(lists=("answer",)),
    parts={
        "facts": RegistrationFacts,
        "reference": RegistrationReference,
        "letter": RegistrationLetter,
        "text": RegistrationText,
        "source": RegistrationSource,
        "object": ObjectBody,
    },
    searched={"reference": ("ref", "system"), "text": ("done",)},
    value=InternalRegistration,
    draft=RegistrationDraft,
    sections=(
        FieldSection(deferred("What the workplace registered"), _REGISTERED),
        FieldSection(deferred("Letter"), (LETTER,), folded=True),
    ),
    form=FormWords(
        new=deferred("Note the internal registration"),
        correct=deferred("Correct the internal registration"),
        lead=deferred("What the workplace has registered itself. Write nothing of health here."),
        saved=deferred("The internal registration is saved and locked"),
        menu=deferred("Note the internal registration …"),
        shelf=Shelf.DEADLINES,
    ),
    command=CommandWords(
        name="registration",
        summary=deferred("note what the workplace registered itself"),
        corrects=deferred("the registration it corrects; the old one stays readable"),
        saved=deferred("The internal registration is noted."),
    ),
    about="incidents",
    refers=lambda registration: registration.facts.incidents,
    happened="at",
    badge=Badge(deferred("Registration"), Tone.OK),
    icon=Icon.DOCUMENT,
    line=_line,
    paper=deferred("Copy of the form"),
    in_dossier=InDossier(
        heading=deferred("Internal registration"),
        called=deferred("Internal registration, entry {seq}"),
        rows=(
            RowOf("status"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("by"),
            RowOf("handled_by"),
            RowOf("ref"),
            RowOf("system"),
            RowOf("incidents"),
            RowOf("done"),
            RowOf("letter"),
        ),
        moments=(MomentOf("at", deferred("Internal registration: {status}")),),
        also_left_out={"letter": LETTERS},
    ),
)
