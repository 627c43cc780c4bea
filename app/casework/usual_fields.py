"""Fields that several kinds ask for in the same words."""

from __future__ import annotations

from enum import StrEnum

from app.casework.fields import After, Field, FieldKind, Width
from app.casework.times import TimeDoubt
from app.language import deferred
from app.vocabulary import Channel, DoneBy, Outcome, Role

NAME = Field(
    name="name",
    part="to",
    label=deferred("Name"),
    width=Width.NAME,
    option_help=deferred("name"),
    beside="role",
)
AT = Field(
    name="at",
    kind=FieldKind.TIME,
    now=True,
    label=deferred("When"),
    help=deferred("Stands at now. Change it if it was earlier."),
    option_help=deferred("when; otherwise now"),
    shown=deferred("When"),
)
REPLY = Field(
    name="reply",
    part="text",
    kind=FieldKind.AREA,
    label=deferred("What they answered or promised"),
    help=deferred("Can be added when the answer comes."),
    option_help=deferred("what they answered"),
    shown=deferred("What was answered"),
)
ABOUT = Field(name="about", kind=FieldKind.ENTRY, option_help=deferred("the item it belongs to"))
FROM_CONTACTS = Field(
    name="contact",
    part="",
    kind=FieldKind.ENTRY,
    of=("contact",),
    label=deferred("From your contacts"),
)
"""Role and name are copied from a contact; the entry itself is named nowhere."""
HOW = Field(
    name="channel",
    kind=FieldKind.CHOICE,
    choices=Channel,
    first=Channel.CONVERSATION,
    silent=Channel.OTHER,
    label=deferred("How"),
    option_help=deferred("how"),
    shown=deferred("How"),
)
ABOUT_INCIDENT = Field(
    name="about",
    kind=FieldKind.ENTRY,
    of=("incident",),
    label=deferred("Belongs to"),
    option_help=deferred("the incident it belongs to"),
    shown=deferred("Belongs to"),
)
INCIDENTS = Field(
    name="incidents",
    kind=FieldKind.ENTRIES,
    of=("incident",),
    option="incident",
    label=deferred("Which incidents"),
    option_help=deferred("an incident it belongs to"),
    shown=deferred("Incidents"),
)
OWN_WORDS = Field(
    name="words",
    part="text",
    kind=FieldKind.AREA,
    label=deferred("In your own words"),
    option_help=deferred("in your own words"),
    shown=deferred("In your own words"),
)
ANSWER_NEEDED = Field(
    name="due",
    attr="due_on",
    kind=FieldKind.DAY,
    to_come=True,
    after=(After("at", TimeDoubt.ANSWERED_BEFORE_ASKED),),
    label=deferred("When you need an answer"),
    help=deferred("Such as 30 Nov 2026 or in a week"),
    option_help=deferred("day by which an answer is needed"),
    shown=deferred("Answer needed by"),
)
CLOSING_FIELDS = (
    Field(
        name="outcome",
        part="closing",
        kind=FieldKind.CHOICE,
        choices=Outcome,
        label=deferred("How it ended"),
        option_help=deferred("how it ended"),
        shown=deferred("Outcome"),
    ),
    Field(
        name="closed",
        part="closing",
        attr="closed_on",
        kind=FieldKind.DAY,
        after=(After("at", TimeDoubt.ENDED_BEFORE_BEGUN),),
        label=deferred("When it ended"),
        option_help=deferred("day on which it ended"),
        shown=deferred("Ended"),
    ),
)
"""Of the part ``closing``: how what was asked ended, and when."""


EXHIBITS = Field(
    name="exhibits",
    kind=FieldKind.ENTRIES,
    of=("exhibit",),
    option="exhibit",
    label=deferred("Which pictures"),
    option_help=deferred("an exhibit it is about; may be given several times"),
    shown=deferred("Exhibits"),
)
STATUS_ON = Field(
    name="status_on",
    kind=FieldKind.DAY,
    label=deferred("Since when"),
    option_help=deferred("day since when it is so"),
    shown=deferred("Since"),
)
SIGNED_ON = Field(
    name="signed_on",
    kind=FieldKind.DAY,
    label=deferred("Signed on"),
    option_help=deferred("day on which it was signed"),
    shown=deferred("Signed on"),
)
LETTER = Field(
    name="letter",
    part="letter",
    attr="words",
    kind=FieldKind.AREA,
    lines=4,
    label=deferred("What was handed over in writing"),
    help=deferred("The words themselves, if you have them."),
    option_help=deferred("the words that were handed over"),
    shown=deferred("What was handed over"),
)


def status_field(choices: type[StrEnum], *, label: str = "") -> Field:
    """Return the field that says how far something is."""
    return Field(
        name="status",
        kind=FieldKind.CHOICE,
        choices=choices,
        label=label or deferred("How far it is"),
        option_help=deferred("how far it is"),
        shown=deferred("State"),
    )


def by_field(*, label: str, option_help: str, shown: str) -> Field:
    """Return the field that asks who did something: the person, or somebody on their side."""
    return Field(
        name="by",
        kind=FieldKind.CHOICE,
        choices=DoneBy,
        label=label,
        option_help=option_help,
        shown=shown,
    )


def role_field(*, label: str, option_help: str, shown: str) -> Field:
    """Return the field that asks by role for somebody at work; a new form begins with the manager."""
    return Field(
        name="role",
        kind=FieldKind.CHOICE,
        choices=Role,
        first=Role.MANAGER,
        in_sight=True,
        label=label,
        option_help=option_help,
        shown=shown,
    )


NAMES_AT_WORK = (
    deferred("Names of those who answered, helped or were asked"),
    deferred("In the report’s own words they are named by their role."),
)
"""What stays shut of the part ``to``, and why: said once for all kinds that have it."""
ONLY_BY_CONSENT = deferred("This stands in a report only if you say yes.")
"""What is said above every form of what is private and may be shared."""
LETTERS = (deferred("Letters as they were handed over"), deferred("Not needed by this recipient."))
"""What stays shut of the part ``letter``, and why: said once for all kinds that have it."""
