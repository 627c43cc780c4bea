"""Something that the person asked of the employer: what, of whom, when, by when, and what was answered."""

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
)
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Written
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import (
    ABOUT,
    ANSWER_NEEDED,
    AT,
    CLOSING_FIELDS,
    HOW,
    NAME,
    REPLY,
    role_field,
)
from app.casework.wording import Badge, Tone
from app.language import deferred
from app.vocabulary import Channel, Outcome, RequestTopic, Role
from evidence_store import EntryId


class RequestFacts(Part, frozen=True, kw_only=True, tag="request"):
    """Who was asked by role, when, by which day an answer is needed, when it came, and what the request is about."""

    role: Role = Role.OTHER
    at: str = ""
    due_on: str = ""
    reply_at: str = ""
    about: EntryId | None = None
    corrects: EntryId | None = None


class RequestPerson(Part, frozen=True, kw_only=True, tag="request_person"):
    """The name of the one who was asked (part ``to``)."""

    name: str = ""


class RequestText(Part, frozen=True, kw_only=True, tag="request_text"):
    """What was asked for and answered (part ``text``)."""

    what: str = ""
    reply: str = ""


class RequestSubject(Part, frozen=True, kw_only=True, tag="request_topic"):
    """What it is about, and how it was asked (part ``topic``)."""

    topic: RequestTopic = RequestTopic.OTHER
    channel: Channel = Channel.OTHER


class RequestAgain(Part, frozen=True, kw_only=True, tag="request_again"):
    """The request that is made again (part ``again``)."""

    asked_before: EntryId | None = None


class RequestClosing(Part, frozen=True, kw_only=True, tag="request_closing"):
    """How it ended, and when (part ``closing``)."""

    outcome: Outcome = Outcome.OPEN
    closed_on: str = ""


class Request(msgspec.Struct, frozen=True):
    """Something that was asked of the employer."""

    facts: RequestFacts
    to: RequestPerson | Gap | None = None
    text: RequestText | Gap | None = None
    topic: RequestSubject | Gap | None = None
    again: RequestAgain | Gap | None = None
    closing: RequestClosing | Gap | None = None


class RequestDraft(Draft, frozen=True, kw_only=True):
    """What was asked of the employer, as a person gives it."""

    what: str | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    due: str | None = None
    reply: str | None = None
    reply_at: str | None = None
    about: EntryId | None = None
    topic: RequestTopic | None = None
    channel: Channel | None = None
    asked_before: EntryId | None = None
    outcome: Outcome | None = None
    closed: str | None = None


_ASKED = (
    Field(
        name="topic",
        part="topic",
        kind=FieldKind.CHOICE,
        choices=RequestTopic,
        first=RequestTopic.OTHER,
        silent=RequestTopic.OTHER,
        label=deferred("What about"),
        option_help=deferred("what the request is about"),
        shown=deferred("Subject"),
    ),
    Field(
        name="what",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What you asked for"),
        help=deferred("Such as a meeting, guidelines, or that somebody else takes the case."),
        option_help=deferred("what was asked for"),
        shown=deferred("What was asked for"),
    ),
    role_field(
        label=deferred("Who was asked"),
        option_help=deferred("who was asked"),
        shown=deferred("Who"),
    ),
    NAME,
    AT,
    msgspec.structs.replace(HOW, part="topic"),
    ANSWER_NEEDED,
    Field(
        name="asked_before",
        part="again",
        kind=FieldKind.ENTRY,
        of=("request",),
        brings=("topic", "what", "role", "name"),
        label=deferred("You ask again"),
        option_help=deferred("the request that is made again"),
        shown=deferred("Asked before"),
    ),
    ABOUT,
)
_ANSWER = (
    REPLY,
    Field(
        name="reply_at",
        kind=FieldKind.TIME,
        after=(After("at", TimeDoubt.ANSWERED_BEFORE_ASKED),),
        label=deferred("When the answer came"),
        help=deferred("Such as 23 Nov 2026 14:03 or yesterday 21:30"),
        option_help=deferred("when they answered"),
        shown=deferred("Answered"),
    ),
    *CLOSING_FIELDS,
)


def _refers(request: Request) -> tuple[EntryId, ...]:
    """What it belongs to, and the request that is made again."""
    again = request.again.asked_before if isinstance(request.again, RequestAgain) else None
    return tuple(each for each in (request.facts.about, again) if each is not None)


REQUEST = Written(
    tag="request",
    name=deferred("request"),
    erasing=Erasing(lists=("answer", "measure", "support", "request", "incident")),
    parts={
        "facts": RequestFacts,
        "to": RequestPerson,
        "text": RequestText,
        "topic": RequestSubject,
        "again": RequestAgain,
        "closing": RequestClosing,
    },
    searched={"to": ("name",), "text": ("what", "reply")},
    value=Request,
    draft=RequestDraft,
    sections=(
        FieldSection(deferred("What you asked for, of whom and when"), _ASKED),
        FieldSection(deferred("Answer"), _ANSWER),
    ),
    form=FormWords(
        new=deferred("Note a request to the workplace"),
        new_about=deferred("Note a request about Exhibit {number}"),
        correct=deferred("Correct the request"),
        lead=deferred("What you have asked of the workplace, and what was answered."),
        saved=deferred("The request is saved and locked"),
        menu=deferred("Note a request …"),
        key="Ctrl+Shift+B",
    ),
    command=CommandWords(
        name="request",
        summary=deferred("note what was asked of the employer"),
        corrects=deferred(
            "the request it corrects or adds the answer to; the old one stays readable"
        ),
        saved=deferred("The request is noted."),
    ),
    needs=("what",),
    about="about",
    refers=_refers,
    happened="at",
    badge=Badge(deferred("Asked for"), Tone.INFO),
    order=(
        *("what", "topic", "role", "name", "at", "channel", "due", "asked_before", "about"),
        *("reply", "reply_at", "outcome", "closed"),
    ),
    in_dossier=InDossier(
        heading=deferred("What the workplace was asked for"),
        called=deferred("Asked: {who}"),
        title=("role", "name"),
        concerns="role",
        rows=(
            RowOf("topic"),
            RowOf("what"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("channel"),
            RowOf("due"),
            RowOf("asked_before"),
            RowOf("about", deferred("Belongs to")),
            RowOf(
                "reply_at",
                deferred("Answer"),
                missing=deferred("none noted"),
                told_by="answer",
            ),
            RowOf("reply", quoted=True),
            RowOf("outcome"),
            RowOf("closed"),
        ),
        moments=(
            MomentOf("at", deferred("Asked: {who}")),
            MomentOf("reply_at", deferred("Answer from: {who}")),
        ),
        left_out={
            "to": (
                deferred("Names of those who were asked"),
                deferred("In the report’s own words they are named by their role."),
            )
        },
    ),
)
