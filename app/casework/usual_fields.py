"""Fields that several kinds ask for in the same words."""

from __future__ import annotations

from app.casework.fields import Field, FieldKind, Width
from app.language import deferred

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
