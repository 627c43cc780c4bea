"""A request that something is taken down: who was asked, why, what came of it, and the complaint."""

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
from app.casework.kind import Around, Written
from app.casework.kinds.incident import Incident
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import (
    AT,
    HOW,
    INCIDENTS,
    LETTER,
    LETTERS,
    STATUS_ON,
    by_field,
    status_field,
)
from app.casework.versions import Versioned
from app.casework.wording import Badge, Icon, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import (
    Channel,
    DoneBy,
    TakedownGround,
    TakedownStatus,
    TakedownTo,
    in_words,
    lowered,
)
from evidence_store import EntryId, ObjectBody


class TakedownFacts(Part, frozen=True, kw_only=True, tag="takedown"):
    """Who was asked, by whom, when, how and why, what came of it and since when, and which incidents."""

    asked: TakedownTo = TakedownTo.PLATFORM
    by: DoneBy = DoneBy.UNKNOWN
    at: str = ""
    channel: Channel = Channel.OTHER
    ground: TakedownGround = TakedownGround.OTHER
    status: TakedownStatus = TakedownStatus.SENT
    status_on: str = ""
    incidents: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class TakedownReference(Part, frozen=True, kw_only=True, tag="takedown_reference"):
    """The number that they gave (part ``reference``)."""

    ticket: str = ""


class TakedownComplaint(Part, frozen=True, kw_only=True, tag="takedown_complaint"):
    """The complaint, and the out-of-court body that it went to (part ``complaint``)."""

    complained_at: str = ""
    complaint_ref: str = ""
    body: str = ""
    body_at: str = ""
    body_ref: str = ""


class TakedownLetter(Part, frozen=True, kw_only=True, tag="takedown_letter"):
    """What was handed over, in its own words (part ``letter``)."""

    words: str = ""


class TakedownText(Part, frozen=True, kw_only=True, tag="takedown_text"):
    """What they answered (part ``text``)."""

    answer: str = ""


class TakedownSource(AttachedSource, frozen=True, kw_only=True, tag="takedown_source"):
    """What the file of their answer was called."""


class Takedown(msgspec.Struct, frozen=True):
    """A request that something is taken down."""

    facts: TakedownFacts
    reference: TakedownReference | Gap | None = None
    complaint: TakedownComplaint | Gap | None = None
    letter: TakedownLetter | Gap | None = None
    text: TakedownText | Gap | None = None
    attached: Attached | None = None


class TakedownDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    asked: TakedownTo | None = None
    by: DoneBy | None = None
    at: str | None = None
    channel: Channel | None = None
    ground: TakedownGround | None = None
    incidents: tuple[EntryId, ...] | None = None
    letter: str | None = None
    status: TakedownStatus | None = None
    status_on: str | None = None
    ticket: str | None = None
    answer: str | None = None
    complained_at: str | None = None
    complaint_ref: str | None = None
    body: str | None = None
    body_at: str | None = None
    body_ref: str | None = None


_ASKED = (
    INCIDENTS,
    Field(
        name="asked",
        kind=FieldKind.CHOICE,
        choices=TakedownTo,
        label=deferred("Who was asked to remove it"),
        option_help=deferred("who was asked to remove it"),
        shown=deferred("Asked"),
    ),
    by_field(
        label=deferred("Who asked"),
        option_help=deferred("who asked for it"),
        shown=deferred("Asked by"),
    ),
    AT,
    HOW,
    Field(
        name="ground",
        kind=FieldKind.CHOICE,
        choices=TakedownGround,
        first=TakedownGround.OTHER,
        silent=TakedownGround.OTHER,
        label=deferred("Why"),
        option_help=deferred("why it is to be removed"),
        shown=deferred("Why"),
    ),
)
_STATUS = (
    status_field(TakedownStatus, label=deferred("What happened")),
    msgspec.structs.replace(STATUS_ON, after=(After("at", TimeDoubt.ANSWERED_BEFORE_ASKED),)),
    Field(
        name="ticket",
        part="reference",
        width=Width.NAME,
        label=deferred("Number they gave"),
        option_help=deferred("number they gave"),
        shown=deferred("Number they gave"),
    ),
    Field(
        name="answer",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What they answered"),
        option_help=deferred("what they answered"),
        shown=deferred("What was answered"),
    ),
)
_COMPLAINT = (
    Field(
        name="complained_at",
        part="complaint",
        kind=FieldKind.TIME,
        after=(After("at", TimeDoubt.ANSWERED_BEFORE_ASKED),),
        label=deferred("When you complained"),
        help=deferred("Such as 23 Nov 2026 14:03 or yesterday 21:30"),
        option_help=deferred("when you complained of the answer"),
        shown=deferred("Complained on"),
    ),
    Field(
        name="complaint_ref",
        part="complaint",
        width=Width.NAME,
        label=deferred("Number of the complaint"),
        option_help=deferred("number of the complaint"),
        shown=deferred("Number of the complaint"),
    ),
    Field(
        name="body",
        part="complaint",
        width=Width.NAME,
        label=deferred("Out-of-court body"),
        help=deferred("Who settles it without a court, if it went that far."),
        option_help=deferred("the out-of-court body"),
        shown=deferred("Out-of-court body"),
    ),
    Field(
        name="body_at",
        part="complaint",
        kind=FieldKind.TIME,
        after=(
            After("complained_at", TimeDoubt.CAME_BEFORE_SENT),
            After("at", TimeDoubt.ANSWERED_BEFORE_ASKED),
        ),
        label=deferred("When it went there"),
        option_help=deferred("when it went there"),
        shown=deferred("Sent there"),
    ),
    Field(
        name="body_ref",
        part="complaint",
        width=Width.NAME,
        label=deferred("Number there"),
        option_help=deferred("number there"),
        shown=deferred("Number there"),
    ),
    LETTER,
)


def _caution(about: tuple[EntryId, ...], around: Around) -> str:
    """Whether a picture of it is kept: what is removed can be captured no more."""
    posts = [thing.current for thing in map(around.thing_of, about) if isinstance(thing, Versioned)]
    shown = [each for each in posts if isinstance(each, Incident) and each.facts.exhibits]
    if shown or (not posts and around.exhibits):
        return ""
    return deferred(
        "No picture of it is saved yet, and what is removed can be captured no more. Take a picture first, or"
        " save this all the same."
    )


def _line(takedown: Takedown, _: Around, language: Language) -> tuple[str, str]:
    facts = takedown.facts
    answer = takedown.text.answer if isinstance(takedown.text, TakedownText) else ""
    who = lowered(in_words(facts.asked, language))
    title = language.text("Asked to remove it: {who}", who=who)
    return title, dotted(in_words(facts.status, language), first_words(answer))


TAKEDOWN = Written(
    tag="takedown",
    name=deferred("request for removal"),
    erasing=Erasing(lists=("answer", "incident")),
    parts={
        "facts": TakedownFacts,
        "reference": TakedownReference,
        "complaint": TakedownComplaint,
        "letter": TakedownLetter,
        "text": TakedownText,
        "source": TakedownSource,
        "object": ObjectBody,
    },
    searched={
        "reference": ("ticket",),
        "complaint": ("complaint_ref", "body", "body_ref"),
        "text": ("answer",),
    },
    value=Takedown,
    draft=TakedownDraft,
    sections=(
        FieldSection(deferred("Who was asked, when and why"), _ASKED),
        FieldSection(deferred("Answer"), _STATUS),
        FieldSection(deferred("Complaint and letter"), _COMPLAINT, folded=True),
    ),
    form=FormWords(
        new=deferred("Note a request for removal"),
        correct=deferred("Correct the request for removal"),
        lead=deferred("Take pictures first. What is removed can be captured no more."),
        saved=deferred("The request for removal is saved and locked"),
        menu=deferred("Note a request for removal …"),
        shelf=Shelf.INCIDENTS,
    ),
    command=CommandWords(
        name="takedown",
        summary=deferred("note that somebody was asked to remove it"),
        corrects=deferred("the request it corrects, such as when they answered"),
        saved=deferred("The request for removal is noted."),
    ),
    about="incidents",
    refers=lambda takedown: takedown.facts.incidents,
    happened="at",
    caution=_caution,
    badge=Badge(deferred("Removal"), Tone.INFO),
    icon=Icon.PLANE,
    line=_line,
    paper=deferred("Their answer"),
    in_dossier=InDossier(
        heading=deferred("Requests for removal"),
        called=deferred("Asked to remove it: {who}"),
        title=("asked",),
        rows=(
            RowOf("incidents"),
            RowOf("by"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("channel"),
            RowOf("ground"),
            RowOf("status"),
            RowOf("status_on"),
            RowOf("ticket"),
            RowOf("answer"),
            RowOf("complained_at"),
            RowOf("complaint_ref"),
            RowOf("body"),
            RowOf("body_at"),
            RowOf("body_ref"),
            RowOf("letter"),
        ),
        moments=(MomentOf("at", deferred("Asked to remove it: {asked}")),),
        also_left_out={"letter": LETTERS},
    ),
)
