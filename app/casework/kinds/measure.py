"""What the workplace does about it: what, who by role, by when, how far it is, and what came of it."""

from __future__ import annotations

import msgspec

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
)
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Around, Written, named_about
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import AT, FROM_CONTACTS, NAME, NAMES_AT_WORK, role_field
from app.casework.wording import Badge, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import MeasureKind, MeasureStatus, Role, in_words
from evidence_store import EntryId


class MeasureFacts(Part, frozen=True, kw_only=True, tag="measure"):
    """What is done, who does it by role, when it was agreed, by which day, and how far it is since when."""

    action: MeasureKind = MeasureKind.OTHER
    role: Role = Role.OTHER
    at: str = ""
    due_on: str = ""
    status: MeasureStatus = MeasureStatus.UNKNOWN
    status_on: str = ""
    about: EntryId | None = None
    corrects: EntryId | None = None


class MeasurePerson(Part, frozen=True, kw_only=True, tag="measure_to"):
    """The name of the one who does it (part ``to``)."""

    name: str = ""


class MeasureText(Part, frozen=True, kw_only=True, tag="measure_text"):
    """What was agreed, and what came of it (part ``text``)."""

    what: str = ""
    effect: str = ""


class Measure(msgspec.Struct, frozen=True):
    """Something that the workplace does."""

    facts: MeasureFacts
    to: MeasurePerson | Gap | None = None
    text: MeasureText | Gap | None = None


class MeasureDraft(Draft, frozen=True, kw_only=True):
    """A measure as a person gives it."""

    action: MeasureKind | None = None
    what: str | None = None
    contact: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    due: str | None = None
    about: EntryId | None = None
    status: MeasureStatus | None = None
    status_on: str | None = None
    effect: str | None = None


_AGREED = (
    Field(
        name="action",
        kind=FieldKind.CHOICE,
        choices=MeasureKind,
        first=MeasureKind.OTHER,
        label=deferred("What is done"),
        option_help=deferred("what is done"),
        shown=deferred("Measure"),
    ),
    Field(
        name="what",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What was agreed"),
        option_help=deferred("what was agreed"),
        shown=deferred("Agreement"),
    ),
    FROM_CONTACTS,
    role_field(
        label=deferred("Who does it"),
        option_help=deferred("who does it"),
        shown=deferred("Carried out by"),
    ),
    NAME,
    msgspec.structs.replace(
        AT,
        label=deferred("When it was agreed"),
        option_help=deferred("when it was agreed; otherwise now"),
        shown=deferred("Agreed"),
    ),
    Field(
        name="due",
        attr="due_on",
        kind=FieldKind.DAY,
        to_come=True,
        after=(After("at", TimeDoubt.BEFORE_AGREED),),
        label=deferred("By when"),
        help=deferred("Such as 30 Nov 2026 or in a week"),
        option_help=deferred("day by which it is done"),
        shown=deferred("To be done by"),
    ),
    Field(
        name="about",
        kind=FieldKind.ENTRY,
        of=("request", "incident"),
        label=deferred("Belongs to"),
        option_help=deferred("the request or incident it belongs to"),
        shown=deferred("Belongs to"),
    ),
)
_SINCE = (
    Field(
        name="status",
        kind=FieldKind.CHOICE,
        choices=MeasureStatus,
        label=deferred("How far it is"),
        option_help=deferred("how far it is"),
        shown=deferred("State"),
    ),
    Field(
        name="status_on",
        kind=FieldKind.DAY,
        label=deferred("Since when"),
        option_help=deferred("day since when it is so"),
        shown=deferred("Since"),
    ),
    Field(
        name="effect",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What came of it"),
        help=deferred("Can be added later."),
        option_help=deferred("what came of it"),
        shown=deferred("How it went"),
    ),
)


def _line(measure: Measure, _: Around, language: Language) -> tuple[str, str]:
    facts = measure.facts
    what = measure.text.what if isinstance(measure.text, MeasureText) else ""
    title = first_words(what) if facts.action is MeasureKind.OTHER else ""
    second = dotted(in_words(facts.status, language), "" if title else first_words(what))
    return title or in_words(facts.action, language), second


MEASURE = Written(
    tag="measure",
    name=deferred("measure"),
    erasing=Erasing(lists=("incident",)),
    parts={"facts": MeasureFacts, "to": MeasurePerson, "text": MeasureText},
    searched={"to": ("name",), "text": ("what", "effect")},
    value=Measure,
    draft=MeasureDraft,
    sections=(
        FieldSection(deferred("What is done, by whom and by when"), _AGREED),
        FieldSection(deferred("How far it is"), _SINCE),
    ),
    form=FormWords(
        new=deferred("Note what the workplace does"),
        correct=deferred("Correct what the workplace does"),
        lead=deferred("What was agreed, who does it, and what came of it."),
        saved=deferred("The measure is saved and locked"),
        menu=deferred("Note what the workplace does …"),
        shelf=Shelf.ANSWERS,
    ),
    command=CommandWords(
        name="measure",
        summary=deferred("note what the workplace does"),
        corrects=deferred("the measure it corrects, such as when it is done"),
        saved=deferred("The measure is noted."),
    ),
    needs=("action", "what", "effect", "status"),
    about="about",
    refers=named_about,
    happened="at",
    badge=Badge(deferred("Measure"), Tone.OK),
    line=_line,
    in_dossier=InDossier(
        heading=deferred("What the workplace does"),
        called=deferred("Measure: {who}"),
        title=("action",),
        concerns="role",
        rows=(
            RowOf("what"),
            RowOf("role"),
            RowOf("name"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("due"),
            RowOf("about"),
            RowOf("status"),
            RowOf("status_on"),
            RowOf("effect"),
        ),
        moments=(MomentOf("at", deferred("Measure agreed: {who}")),),
        left_out={"to": NAMES_AT_WORK},
    ),
)
