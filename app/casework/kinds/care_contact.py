"""A contact with a doctor, a psychologist or another who treats or helps. Private."""

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
from app.casework.kind import PRIVATE, Around, Written, named_incidents
from app.casework.part import Part
from app.casework.usual_fields import AT, INCIDENTS, NAME, ONLY_BY_CONSENT
from app.language import Language, deferred
from app.vocabulary import CareKind, CareStatus, in_words
from evidence_store import EntryId, ObjectBody


class CareFacts(Part, frozen=True, kw_only=True, tag="care_contact"):
    """Who treats or helps, when, how far it is, and when it was linked to work."""

    form: CareKind = CareKind.OTHER
    at: str = ""
    status: CareStatus = CareStatus.UNKNOWN
    linked_on: str = ""
    incidents: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class CarePerson(Part, frozen=True, kw_only=True, tag="care_contact_to"):
    """Name and phone of the one who treats or helps (part ``to``)."""

    name: str = ""
    phone: str = ""


class CareText(Part, frozen=True, kw_only=True, tag="care_contact_text"):
    """What was said (part ``text``)."""

    words: str = ""


class CareSource(AttachedSource, frozen=True, kw_only=True, tag="care_contact_source"):
    """What the certificate or letter was called that came with it."""


class CareMet(msgspec.Struct, frozen=True):
    """A contact with somebody who treats or helps."""

    facts: CareFacts
    to: CarePerson | Gap | None = None
    text: CareText | Gap | None = None
    attached: Attached | None = None


class CareDraft(Draft, frozen=True, kw_only=True):
    """Such a contact as a person gives it."""

    form: CareKind | None = None
    name: str | None = None
    phone: str | None = None
    at: str | None = None
    status: CareStatus | None = None
    linked: str | None = None
    words: str | None = None
    incidents: tuple[EntryId, ...] | None = None


_FIELDS = (
    Field(
        name="form",
        kind=FieldKind.CHOICE,
        choices=CareKind,
        label=deferred("Whom you went to"),
        option_help=deferred("who it is"),
        shown=deferred("Doctor or psychologist"),
    ),
    msgspec.structs.replace(NAME, beside="form"),
    Field(
        name="phone",
        part="to",
        width=Width.PHONE,
        label=deferred("Phone"),
        option_help=deferred("phone"),
        shown=deferred("Phone"),
    ),
    AT,
    Field(
        name="status",
        kind=FieldKind.CHOICE,
        choices=CareStatus,
        label=deferred("How far it is"),
        option_help=deferred("how far it is"),
        shown=deferred("State"),
    ),
    Field(
        name="words",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What was said"),
        option_help=deferred("what was said"),
        shown=deferred("What was said"),
    ),
    Field(
        name="linked",
        attr="linked_on",
        kind=FieldKind.DAY,
        label=deferred("When it was linked to work"),
        help=deferred(
            "The day on which a doctor or psychologist first said that it comes from work."
        ),
        option_help=deferred("day on which it was linked to work"),
        shown=deferred("Linked to work"),
    ),
    INCIDENTS,
)


def _line(care: CareMet, _: Around, language: Language) -> tuple[str, str]:
    return in_words(care.facts.form, language), in_words(care.facts.status, language)


CARE_CONTACT = Written(
    tag="care_contact",
    name=deferred("contact with a doctor or psychologist"),
    erasing=Erasing(lists=("consent",)),
    parts={
        "facts": CareFacts,
        "to": CarePerson,
        "text": CareText,
        "source": CareSource,
        "object": ObjectBody,
    },
    searched={"to": ("name",), "text": ("words",)},
    zones=PRIVATE,
    value=CareMet,
    draft=CareDraft,
    sections=(FieldSection(deferred("Whom, when and what"), _FIELDS),),
    form=FormWords(
        new=deferred("Note a doctor or psychologist"),
        correct=deferred("Correct the doctor or psychologist"),
        lead=ONLY_BY_CONSENT,
        saved=deferred("It is saved and locked"),
        menu=deferred("Note a doctor or psychologist …"),
        shelf=Shelf.HEALTH,
    ),
    command=CommandWords(
        name="care",
        summary=deferred(
            "note a contact with a doctor or psychologist; it leaves only if you say yes"
        ),
        corrects=deferred("what it corrects; the old one stays readable"),
        saved=deferred("It is noted."),
    ),
    needs=("form", "name", "phone", "status", "linked", "words"),
    refers=named_incidents,
    happened="at",
    line=_line,
)
