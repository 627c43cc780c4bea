"""Support that the person got and wants to be able to show: what it was, who gave it by role, and when."""

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
)
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Around, Written, named_about
from app.casework.part import Part
from app.casework.usual_fields import AT, FROM_CONTACTS, NAME, NAMES_AT_WORK, role_field
from app.casework.wording import Badge, Tone, dotted
from app.language import Language, deferred
from app.vocabulary import Role, SupportKind, in_words
from evidence_store import EntryId


class SupportFacts(Part, frozen=True, kw_only=True, tag="support"):
    """What support it was, who gave it by role, when, and the request that it came from."""

    form: SupportKind = SupportKind.OTHER
    role: Role = Role.OTHER
    at: str = ""
    about: EntryId | None = None
    corrects: EntryId | None = None


class SupportPerson(Part, frozen=True, kw_only=True, tag="support_to"):
    """The name of the one who gave it (part ``to``)."""

    name: str = ""


class SupportText(Part, frozen=True, kw_only=True, tag="support_text"):
    """What it was (part ``text``)."""

    what: str = ""


class Support(msgspec.Struct, frozen=True):
    """Support that was given."""

    facts: SupportFacts
    to: SupportPerson | Gap | None = None
    text: SupportText | Gap | None = None


class SupportDraft(Draft, frozen=True, kw_only=True):
    """Support as a person gives it."""

    form: SupportKind | None = None
    contact: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    about: EntryId | None = None
    what: str | None = None


_FIELDS = (
    Field(
        name="form",
        kind=FieldKind.CHOICE,
        choices=SupportKind,
        first=SupportKind.OTHER,
        label=deferred("What support"),
        option_help=deferred("what support it was"),
        shown=deferred("Support"),
    ),
    FROM_CONTACTS,
    role_field(
        label=deferred("Who gave it"),
        option_help=deferred("who gave it"),
        shown=deferred("Given by"),
    ),
    NAME,
    AT,
    Field(
        name="about",
        kind=FieldKind.ENTRY,
        of=("request",),
        label=deferred("Belongs to"),
        option_help=deferred("the request it belongs to"),
        shown=deferred("Belongs to"),
    ),
    Field(
        name="what",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What it was"),
        help=deferred("Do not write about health here."),
        option_help=deferred("what it was; nothing about health"),
        shown=deferred("Content"),
    ),
)


def _line(support: Support, _: Around, language: Language) -> tuple[str, str]:
    facts = support.facts
    title = language.text("Support: {form}", form=in_words(facts.form, language))
    name = support.to.name if isinstance(support.to, SupportPerson) else ""
    return title, dotted(in_words(facts.role, language), name)


SUPPORT = Written(
    tag="support",
    name=deferred("support"),
    erasing=Erasing(lists=("support_offer",)),
    parts={"facts": SupportFacts, "to": SupportPerson, "text": SupportText},
    searched={"to": ("name",), "text": ("what",)},
    value=Support,
    draft=SupportDraft,
    sections=(FieldSection(deferred("What support, from whom and when"), _FIELDS),),
    form=FormWords(
        new=deferred("Note support you got"),
        correct=deferred("Correct the support"),
        lead=deferred("It may stand in a report. Do not write about health here."),
        saved=deferred("The support is saved and locked"),
        menu=deferred("Note support you got …"),
        shelf=Shelf.ANSWERS,
    ),
    command=CommandWords(
        name="support",
        summary=deferred("note support that you got; it may stand in a report"),
        corrects=deferred("the support it corrects; the old one stays readable"),
        saved=deferred("The support is noted."),
    ),
    needs=("form", "name", "what"),
    about="about",
    refers=named_about,
    happened="at",
    badge=Badge(deferred("Support"), Tone.OK),
    line=_line,
    in_dossier=InDossier(
        heading=deferred("Support that was given"),
        called=deferred("Support from: {who}"),
        title=("form",),
        concerns="role",
        rows=(
            RowOf("role"),
            RowOf("name"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("about"),
            RowOf("what"),
        ),
        moments=(MomentOf("at", deferred("Support: {form}")),),
        left_out={"to": NAMES_AT_WORK},
    ),
)
