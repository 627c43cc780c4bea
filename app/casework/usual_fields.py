"""Fields that several kinds ask for in the same words."""

from __future__ import annotations

from app.casework.fields import Field, FieldKind, Width
from app.language import deferred
from app.vocabulary import Channel

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
NAMES_AT_WORK = (
    deferred("Names of those who answered, helped or were asked"),
    deferred("In the report’s own words they are named by their role."),
)
"""What stays shut of the part ``to``, and why: said once for all kinds that have it."""
