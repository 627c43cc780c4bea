"""A concern that was shared with somebody: what it is, what to watch for, what was agreed, and when to look again."""

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
from app.casework.usual_fields import (
    ABOUT_INCIDENT,
    AT,
    FROM_CONTACTS,
    HOW,
    NAME,
    NAMES_AT_WORK,
    role_field,
)
from app.casework.wording import Badge, Tone, first_words
from app.language import Language, deferred
from app.vocabulary import Channel, Role, in_words, lowered
from evidence_store import EntryId


class ConcernFacts(Part, frozen=True, kw_only=True, tag="concern"):
    """With whom it was shared by role, when and how, and when it is looked at again."""

    role: Role = Role.OTHER
    at: str = ""
    channel: Channel = Channel.OTHER
    follow_up_on: str = ""
    about: EntryId | None = None
    corrects: EntryId | None = None


class ConcernPerson(Part, frozen=True, kw_only=True, tag="concern_to"):
    """The name of the one with whom it was shared (part ``to``)."""

    name: str = ""


class ConcernText(Part, frozen=True, kw_only=True, tag="concern_text"):
    """What worries the person (part ``text``)."""

    what: str = ""


class ConcernWatchPoints(Part, frozen=True, kw_only=True, tag="concern_watch_points"):
    """What to watch for, and what was agreed (part ``watch_points``)."""

    watch_for: str = ""
    agreed: str = ""


class Concern(msgspec.Struct, frozen=True):
    """A concern that was shared."""

    facts: ConcernFacts
    to: ConcernPerson | Gap | None = None
    text: ConcernText | Gap | None = None
    watch_points: ConcernWatchPoints | Gap | None = None


class ConcernDraft(Draft, frozen=True, kw_only=True):
    """A concern as a person gives it."""

    what: str | None = None
    contact: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    channel: Channel | None = None
    about: EntryId | None = None
    watch_for: str | None = None
    agreed: str | None = None
    follow_up: str | None = None


_SHARED = (
    Field(
        name="what",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What worries you"),
        option_help=deferred("what worries you"),
        shown=deferred("Concern"),
    ),
    FROM_CONTACTS,
    role_field(
        label=deferred("Who you shared it with"),
        option_help=deferred("who you shared it with"),
        shown=deferred("Shared with"),
    ),
    NAME,
    AT,
    HOW,
    ABOUT_INCIDENT,
)
_WATCHED = (
    Field(
        name="watch_for",
        part="watch_points",
        kind=FieldKind.AREA,
        label=deferred("What to watch for"),
        option_help=deferred("what to watch for"),
        shown=deferred("To watch for"),
    ),
    Field(
        name="agreed",
        part="watch_points",
        kind=FieldKind.AREA,
        label=deferred("What was agreed"),
        option_help=deferred("what was agreed"),
        shown=deferred("Agreement"),
    ),
    Field(
        name="follow_up",
        attr="follow_up_on",
        kind=FieldKind.DAY,
        to_come=True,
        after=(After("at", TimeDoubt.ANSWERED_BEFORE_TOLD),),
        label=deferred("When you will look at it again"),
        help=deferred("Such as 30 Nov 2026 or in a week"),
        option_help=deferred("day on which you will look at it again"),
        shown=deferred("Looked at again"),
    ),
)


def _line(concern: Concern, _: Around, language: Language) -> tuple[str, str]:
    what = concern.text.what if isinstance(concern.text, ConcernText) else ""
    role = lowered(in_words(concern.facts.role, language))
    return language.text("Concern shared with: {who}", who=role), first_words(what)


CONCERN = Written(
    tag="concern",
    name=deferred("concern"),
    erasing=Erasing(lists=("answer",)),
    parts={
        "facts": ConcernFacts,
        "to": ConcernPerson,
        "text": ConcernText,
        "watch_points": ConcernWatchPoints,
    },
    searched={"to": ("name",), "text": ("what",), "watch_points": ("watch_for", "agreed")},
    value=Concern,
    draft=ConcernDraft,
    sections=(
        FieldSection(deferred("What worries you, and who you shared it with"), _SHARED),
        FieldSection(deferred("What to watch for"), _WATCHED),
    ),
    form=FormWords(
        new=deferred("Note a concern you shared"),
        correct=deferred("Correct the concern"),
        lead=deferred("What worries you before something happens, and what was agreed about it."),
        saved=deferred("The concern is saved and locked"),
        menu=deferred("Note a concern you shared …"),
        shelf=Shelf.PREVENTION,
    ),
    command=CommandWords(
        name="concern",
        summary=deferred("note a concern that you shared"),
        corrects=deferred("the concern it corrects; the old one stays readable"),
        saved=deferred("The concern is noted."),
    ),
    needs=("what", "watch_for", "agreed"),
    about="about",
    refers=named_about,
    happened="at",
    badge=Badge(deferred("Concern"), Tone.INFO),
    line=_line,
    in_dossier=InDossier(
        heading=deferred("Concerns that were shared"),
        called=deferred("Concern shared with: {who}"),
        title=("role", "name"),
        concerns="role",
        rows=(
            RowOf("what"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("channel"),
            RowOf("about"),
            RowOf("watch_for"),
            RowOf("agreed"),
            RowOf("follow_up"),
        ),
        moments=(MomentOf("at", deferred("Concern shared with: {who}")),),
        left_out={"to": NAMES_AT_WORK},
    ),
)
