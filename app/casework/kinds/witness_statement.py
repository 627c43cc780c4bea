"""What a witness saw: when, on what, in which words, how far the statement is, and who the witness is."""

from __future__ import annotations

import msgspec

from app.casework.attached import Attached, AttachedSource
from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.fields import (
    After,
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
from app.casework.times import TimeDoubt
from app.casework.usual_fields import ABOUT_INCIDENT, EXHIBITS, SIGNED_ON, status_field
from app.casework.wording import Badge, Icon, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import Basis, StatementStatus, in_words, lowered
from evidence_store import EntryId, ObjectBody


class WitnessFacts(Part, frozen=True, kw_only=True, tag="witness_statement"):
    """When the witness saw it, how far the statement is, how they know, and the exhibits that agree."""

    seen_at: str = ""
    status: StatementStatus = StatementStatus.DRAFT
    signed_on: str = ""
    basis: Basis = Basis.UNKNOWN
    exhibits: tuple[EntryId, ...] = ()
    about: EntryId | None = None
    corrects: EntryId | None = None


class WitnessPerson(Part, frozen=True, kw_only=True, tag="witness_statement_witness"):
    """Who the witness is (part ``witness``)."""

    name: str = ""
    title: str = ""


class WitnessContact(Part, frozen=True, kw_only=True, tag="witness_statement_witness_contact"):
    """How the witness can be reached (part ``witness_contact``)."""

    phone: str = ""
    mail: str = ""


class WitnessDevice(Part, frozen=True, kw_only=True, tag="witness_statement_device"):
    """What the witness saw it on (part ``device``)."""

    device: str = ""


class WitnessText(Part, frozen=True, kw_only=True, tag="witness_statement_text"):
    """What the witness saw (part ``text``)."""

    words: str = ""


class WitnessSource(AttachedSource, frozen=True, kw_only=True, tag="witness_statement_source"):
    """What the file of the signed paper was called."""


class WitnessStatement(msgspec.Struct, frozen=True):
    """What a witness saw."""

    facts: WitnessFacts
    witness: WitnessPerson | Gap | None = None
    witness_contact: WitnessContact | Gap | None = None
    device: WitnessDevice | Gap | None = None
    text: WitnessText | Gap | None = None
    attached: Attached | None = None


class WitnessDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    name: str | None = None
    title: str | None = None
    phone: str | None = None
    mail: str | None = None
    seen_at: str | None = None
    device: str | None = None
    basis: Basis | None = None
    words: str | None = None
    about: EntryId | None = None
    exhibits: tuple[EntryId, ...] | None = None
    status: StatementStatus | None = None
    signed_on: str | None = None


_WITNESS = (
    Field(
        name="name",
        part="witness",
        width=Width.NAME,
        label=deferred("Name"),
        option_help=deferred("the witness’s name"),
        shown=deferred("Name"),
    ),
    Field(
        name="title",
        part="witness",
        width=Width.NAME,
        label=deferred("Job title"),
        option_help=deferred("job title"),
        shown=deferred("Job title"),
    ),
    Field(
        name="phone",
        part="witness_contact",
        width=Width.PHONE,
        label=deferred("Phone"),
        option_help=deferred("phone number"),
        shown=deferred("Phone"),
    ),
    Field(
        name="mail",
        part="witness_contact",
        width=Width.NAME,
        label=deferred("E-mail"),
        option_help=deferred("e-mail address"),
        shown=deferred("E-mail"),
    ),
)
_SEEN = (
    Field(
        name="words",
        part="text",
        kind=FieldKind.AREA,
        lines=4,
        label=deferred("What the witness saw"),
        help=deferred("In the witness’s own words."),
        option_help=deferred("what the witness saw"),
        shown=deferred("Seen by the witness"),
    ),
    Field(
        name="seen_at",
        kind=FieldKind.TIME,
        label=deferred("When the witness saw it"),
        help=deferred("Such as 23 Nov 2026 14:03 or yesterday 21:30"),
        option_help=deferred("when the witness saw it"),
        shown=deferred("Seen"),
    ),
    Field(
        name="device",
        part="device",
        width=Width.NAME,
        label=deferred("Seen on"),
        placeholder=deferred("Such as computer or phone"),
        option_help=deferred("what it was seen on, such as computer or phone"),
        shown=deferred("Seen on"),
    ),
    Field(
        name="basis",
        kind=FieldKind.CHOICE,
        choices=Basis,
        label=deferred("How the witness knows it"),
        option_help=deferred("how the witness knows it"),
        shown=deferred("Basis"),
    ),
    msgspec.structs.replace(
        EXHIBITS, label=deferred("Pictures that agree"), shown=deferred("Pictures that agree")
    ),
    ABOUT_INCIDENT,
)
_STATEMENT = (
    status_field(StatementStatus),
    msgspec.structs.replace(SIGNED_ON, after=(After("seen_at", TimeDoubt.BEFORE_WITNESSED),)),
)


def _line(statement: WitnessStatement, _: Around, language: Language) -> tuple[str, str]:
    witness, text = statement.witness, statement.text
    name = witness.name if isinstance(witness, WitnessPerson) else ""
    words = text.words if isinstance(text, WitnessText) else ""
    status = lowered(in_words(statement.facts.status, language))
    title = language.text("Witness: {status}", status=status)
    return title, dotted(name, first_words(words))


WITNESS_STATEMENT = Written(
    tag="witness_statement",
    name=deferred("witness statement"),
    erasing=Erasing(),
    parts={
        "facts": WitnessFacts,
        "witness": WitnessPerson,
        "witness_contact": WitnessContact,
        "device": WitnessDevice,
        "text": WitnessText,
        "source": WitnessSource,
        "object": ObjectBody,
    },
    searched={
        "witness": ("name", "title"),
        "witness_contact": ("phone", "mail"),
        "device": ("device",),
        "text": ("words",),
    },
    value=WitnessStatement,
    draft=WitnessDraft,
    sections=(
        FieldSection(deferred("The witness"), _WITNESS),
        FieldSection(deferred("Seen by the witness"), _SEEN),
        FieldSection(deferred("The statement"), _STATEMENT),
    ),
    form=FormWords(
        new=deferred("Note what a witness saw"),
        correct=deferred("Correct what a witness saw"),
        lead=deferred("Let a colleague see the page, and note what they saw."),
        saved=deferred("The witness statement is saved and locked"),
        menu=deferred("Note what a witness saw …"),
        shelf=Shelf.INCIDENTS,
    ),
    command=CommandWords(
        name="witness",
        summary=deferred("note what a witness saw"),
        corrects=deferred("the statement it corrects, such as when it is signed"),
        saved=deferred("The witness statement is noted."),
    ),
    needs=("name", "title", "phone", "mail", "words", "seen_at", "device", "status", "exhibits"),
    about="about",
    refers=lambda statement: (*named_about(statement), *statement.facts.exhibits),
    happened="seen_at",
    badge=Badge(deferred("Witness"), Tone.INFO),
    icon=Icon.PERSON,
    line=_line,
    paper=deferred("The signed paper"),
    in_dossier=InDossier(
        heading=deferred("Witnesses"),
        called=deferred("Witness statement, entry {seq}"),
        title=("name", "title"),
        rows=(
            RowOf("phone"),
            RowOf("mail"),
            RowOf("seen_at", missing=deferred("not stated")),
            RowOf("device"),
            RowOf("basis", of_another=True),
            RowOf("words", quoted=True),
            RowOf("exhibits"),
            RowOf("about"),
            RowOf("status"),
            RowOf("signed_on"),
        ),
        moments=(MomentOf("seen_at", deferred("Seen by a witness")),),
        left_out={
            "witness": (
                deferred("Names of witnesses"),
                deferred("Not needed by this recipient."),
            )
        },
        also_left_out={
            "witness_contact": (
                deferred("How witnesses can be reached"),
                deferred("Not needed by this recipient."),
            ),
            "text": (
                deferred("The words of witnesses"),
                deferred("Not needed by this recipient."),
            ),
        },
    ),
)
