"""An idea for how the workplace can prevent it: what, who looks after it by role, whether it was tried and helped."""

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
from app.casework.in_dossier import InDossier, RowOf
from app.casework.kind import Around, Written, named_about
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import (
    ABOUT_INCIDENT,
    AT,
    FROM_CONTACTS,
    NAME,
    NAMES_AT_WORK,
    role_field,
)
from app.casework.wording import Badge, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import IdeaEffect, IdeaStatus, Role, in_words
from evidence_store import EntryId


class IdeaFacts(Part, frozen=True, kw_only=True, tag="idea"):
    """Who looks after it by role, when it came up, whether it was tried and when, and whether it helped."""

    role: Role = Role.OTHER
    at: str = ""
    status: IdeaStatus = IdeaStatus.NOT_TRIED
    tried_on: str = ""
    effect: IdeaEffect = IdeaEffect.UNKNOWN
    about: EntryId | None = None
    corrects: EntryId | None = None


class IdeaPerson(Part, frozen=True, kw_only=True, tag="idea_to"):
    """The name of the one who looks after it (part ``to``)."""

    name: str = ""


class IdeaText(Part, frozen=True, kw_only=True, tag="idea_text"):
    """The idea, and what came of it (part ``text``)."""

    what: str = ""
    effect_words: str = ""


class Idea(msgspec.Struct, frozen=True):
    """An idea."""

    facts: IdeaFacts
    to: IdeaPerson | Gap | None = None
    text: IdeaText | Gap | None = None


class IdeaDraft(Draft, frozen=True, kw_only=True):
    """An idea as a person gives it."""

    what: str | None = None
    contact: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    about: EntryId | None = None
    status: IdeaStatus | None = None
    tried_on: str | None = None
    effect: IdeaEffect | None = None
    effect_words: str | None = None


_IDEA = (
    Field(
        name="what",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("The idea"),
        option_help=deferred("the idea"),
        shown=deferred("The idea"),
    ),
    FROM_CONTACTS,
    role_field(
        label=deferred("Who looks after it"),
        option_help=deferred("who looks after it"),
        shown=deferred("Looked after by"),
    ),
    NAME,
    msgspec.structs.replace(
        AT,
        label=deferred("When it came up"),
        option_help=deferred("when it came up; otherwise now"),
        shown=deferred("Came up"),
    ),
    ABOUT_INCIDENT,
)
_TRIED = (
    Field(
        name="status",
        kind=FieldKind.CHOICE,
        choices=IdeaStatus,
        in_sight=True,
        label=deferred("Was it tried"),
        option_help=deferred("whether it was tried"),
        shown=deferred("Tried or not"),
    ),
    Field(
        name="tried_on",
        kind=FieldKind.DAY,
        after=(After("at", TimeDoubt.BEFORE_CAME_UP),),
        label=deferred("When it was tried"),
        option_help=deferred("day on which it was tried"),
        shown=deferred("Tried on"),
    ),
    Field(
        name="effect",
        kind=FieldKind.CHOICE,
        choices=IdeaEffect,
        label=deferred("Did it help"),
        option_help=deferred("whether it helped"),
        shown=deferred("Effect"),
    ),
    Field(
        name="effect_words",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What came of it"),
        help=deferred("Can be added later."),
        option_help=deferred("what came of it"),
        shown=deferred("How it went"),
    ),
)


def _line(idea: Idea, _: Around, language: Language) -> tuple[str, str]:
    what = idea.text.what if isinstance(idea.text, IdeaText) else ""
    facts = idea.facts
    second = dotted(in_words(facts.status, language), in_words(facts.effect, language))
    return dotted(language.text("Idea"), first_words(what)), second


IDEA = Written(
    tag="idea",
    name=deferred("idea"),
    erasing=Erasing(lists=("answer",)),
    parts={"facts": IdeaFacts, "to": IdeaPerson, "text": IdeaText},
    searched={"to": ("name",), "text": ("what", "effect_words")},
    value=Idea,
    draft=IdeaDraft,
    sections=(
        FieldSection(deferred("The idea, and who looks after it"), _IDEA),
        FieldSection(deferred("What came of it"), _TRIED),
    ),
    form=FormWords(
        new=deferred("Note an idea"),
        correct=deferred("Correct the idea"),
        lead=deferred("What could prevent it, who looks after it, and whether it helped."),
        saved=deferred("The idea is saved and locked"),
        menu=deferred("Note an idea …"),
        shelf=Shelf.PREVENTION,
    ),
    command=CommandWords(
        name="idea",
        summary=deferred("note an idea for what could prevent it"),
        corrects=deferred("the idea it corrects, such as when it was tried"),
        saved=deferred("The idea is noted."),
    ),
    needs=("what", "effect_words"),
    about="about",
    refers=named_about,
    happened="at",
    badge=Badge("", Tone.PLAIN),
    line=_line,
    in_dossier=InDossier(
        heading=deferred("Ideas for what could prevent it"),
        called=deferred("Idea (looked after by: {who})"),
        title=("role", "name"),
        concerns="role",
        rows=(
            RowOf("what"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("about"),
            RowOf("status"),
            RowOf("tried_on"),
            RowOf("effect"),
            RowOf("effect_words"),
        ),
        left_out={"to": NAMES_AT_WORK},
    ),
)
