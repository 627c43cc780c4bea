"""Somebody was told: who by role, when, how, what was sent, and what they answered."""

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
from app.casework.promises import PROMISE_FIELDS, PROMISE_ROWS, Promise
from app.casework.times import TimeDoubt
from app.casework.usual_fields import AT, HOW, NAME, REPLY, role_field
from app.casework.wording import Badge, Icon, Tone, dotted, first_words, listed
from app.language import Language, deferred
from app.vocabulary import Channel, PromiseStatus, Role, in_words, lowered
from evidence_store import EntryId


class NotificationFacts(Part, frozen=True, kw_only=True, tag="notification"):
    """Somebody was told: who by role, when, how, what was sent, and when they answered."""

    role: Role = Role.OTHER
    at: str = ""
    channel: Channel = Channel.OTHER
    sent: EntryId | None = None
    reply_at: str = ""
    follow_up_on: str = ""
    contact: EntryId | None = None
    corrects: EntryId | None = None


class NotificationPerson(Part, frozen=True, kw_only=True, tag="notification_person"):
    """The name of the one who was told (part ``to``)."""

    name: str = ""


class NotificationText(Part, frozen=True, kw_only=True, tag="notification_text"):
    """What was said and answered (part ``text``)."""

    said: str = ""
    reply: str = ""


class NotificationPromise(Promise, frozen=True, kw_only=True, tag="notification_promise"):
    """What was promised in the answer (part ``promise``)."""


class NotificationAbout(Part, frozen=True, kw_only=True, tag="notification_about"):
    """The incidents that somebody was told of (part ``about``)."""

    incidents: tuple[EntryId, ...] = ()


class Notification(msgspec.Struct, frozen=True):
    """Somebody was told."""

    facts: NotificationFacts
    to: NotificationPerson | Gap | None = None
    text: NotificationText | Gap | None = None
    promise: NotificationPromise | Gap | None = None
    about: NotificationAbout | Gap | None = None


class NotificationDraft(Draft, frozen=True, kw_only=True):
    """That somebody was told, as a person gives it."""

    contact: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    channel: Channel | None = None
    said: str | None = None
    sent: EntryId | None = None
    reply: str | None = None
    reply_at: str | None = None
    follow_up: str | None = None
    incidents: tuple[EntryId, ...] | None = None
    promise: str | None = None
    due: str | None = None
    kept: PromiseStatus | None = None
    settled: str | None = None


_WHOM = (
    Field(
        name="contact",
        kind=FieldKind.ENTRY,
        of=("contact",),
        label=deferred("From your contacts"),
    ),
    role_field(
        label=deferred("Who was told"),
        option_help=deferred("who was told"),
        shown=deferred("Who"),
    ),
    NAME,
    AT,
    HOW,
    Field(
        name="said",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What you said"),
        option_help=deferred("what was said or sent"),
        shown=deferred("What was said"),
    ),
    Field(
        name="sent",
        kind=FieldKind.ENTRY,
        of=("dossier",),
        option_help=deferred("the dossier that was sent"),
    ),
    Field(
        name="incidents",
        part="about",
        kind=FieldKind.ENTRIES,
        of=("incident",),
        option="incident",
        label=deferred("Which incidents"),
        option_help=deferred("an incident they were told of"),
        shown=deferred("Incidents"),
    ),
)
_ANSWER = (
    REPLY,
    Field(
        name="reply_at",
        kind=FieldKind.TIME,
        after=(After("at", TimeDoubt.ANSWERED_BEFORE_TOLD),),
        label=deferred("When the answer came"),
        help=deferred("Such as 23 Nov 2026 14:03 or yesterday 21:30"),
        option_help=deferred("when they answered"),
        shown=deferred("Answered"),
    ),
    Field(
        name="follow_up",
        attr="follow_up_on",
        kind=FieldKind.DAY,
        to_come=True,
        after=(After("at", TimeDoubt.ANSWERED_BEFORE_TOLD),),
        label=deferred("When you will ask again"),
        help=deferred("Such as 30 Nov 2026 or in a week"),
        option_help=deferred("day to follow up"),
        shown=deferred("Follow-up"),
    ),
)


def _line(told: Notification, _: object, language: Language) -> tuple[str, str]:
    facts = told.facts
    name = told.to.name if isinstance(told.to, NotificationPerson) else ""
    said = told.text.said if isinstance(told.text, NotificationText) else ""
    title = language.text("{role} was told", role=in_words(facts.role, language))
    return dotted(title, name), dotted(in_words(facts.channel, language), first_words(said))


def _brief(told: Notification, language: Language) -> str:
    if not isinstance(told.to, NotificationPerson):
        return ""
    return listed(lowered(in_words(told.facts.role, language)), told.to.name)


NOTIFICATION = Written(
    tag="notification",
    name=deferred("message"),
    erasing=Erasing(lists=("answer",)),
    parts={
        "facts": NotificationFacts,
        "to": NotificationPerson,
        "text": NotificationText,
        "promise": NotificationPromise,
        "about": NotificationAbout,
    },
    searched={"to": ("name",), "text": ("said", "reply"), "promise": ("what",)},
    value=Notification,
    draft=NotificationDraft,
    sections=(
        FieldSection(deferred("Whom, when and how"), _WHOM),
        FieldSection(deferred("Answer and next step"), _ANSWER),
        FieldSection(deferred("What was promised"), PROMISE_FIELDS, folded=True),
    ),
    form=FormWords(
        new=deferred("Note who was told"),
        correct=deferred("Correct the message"),
        lead=deferred(
            "Whom you have told, and what they answered. It shows later that you asked for help."
        ),
        saved=deferred("The message is saved and locked"),
        menu=deferred("Note who was told …"),
        key="Ctrl+B",
    ),
    command=CommandWords(
        name="notify",
        summary=deferred("note that somebody was told"),
        corrects=deferred(
            "the message it corrects or adds the answer to; the old one stays readable"
        ),
        saved=deferred("The message is noted."),
    ),
    refers=lambda told: told.about.incidents if isinstance(told.about, NotificationAbout) else (),
    happened="at",
    badge=Badge(deferred("Told"), Tone.INFO),
    icon=Icon.BUBBLE,
    line=_line,
    brief=_brief,
    order=(
        *("role", "name", "at", "channel", "said", "incidents", "reply_at", "reply"),
        *("promise", "due", "kept", "settled", "follow_up"),
    ),
    in_dossier=InDossier(
        section="notifications",
        heading=deferred("Who has been told"),
        called=deferred("Told: {who}"),
        title=("role", "name"),
        concerns="role",
        rows=(
            RowOf("at", missing=deferred("not stated")),
            RowOf("channel"),
            RowOf("said"),
            RowOf("incidents"),
            RowOf("sent", deferred("What was handed over")),
            RowOf(
                "reply_at",
                deferred("Answer"),
                missing=deferred("none noted"),
                told_by="answer",
            ),
            RowOf("reply", quoted=True),
            *PROMISE_ROWS,
            RowOf("follow_up"),
        ),
        moments=(
            MomentOf("at", deferred("Told: {who} ({channel})")),
            MomentOf("reply_at", deferred("Answer from: {who}")),
        ),
        left_out={
            "to": (
                deferred("Names of those who were told"),
                deferred("In the report’s own words they are named by their role."),
            )
        },
    ),
)
