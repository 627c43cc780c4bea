"""What else is said of a post or other event: each in a part of its own, since each has other readers.

The part that several fields share is opened as a whole, so a part has what the same readers may see.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.casework.fields import After, Draft, Field, FieldKind, Width
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.language import deferred
from app.vocabulary import (
    Affected,
    Basis,
    ContentTag,
    Direction,
    Role,
    Severity,
    SpringsFrom,
    YesNo,
)
from evidence_store import EntryId


class IncidentCircumstances(Part, frozen=True, kw_only=True, tag="incident_circumstances"):
    """How it is aimed, what it springs from, until when, and how the person knows (part ``circumstances``).

    ``told_by`` other says nothing of who told it.
    """

    directed_at: Direction = Direction.UNKNOWN
    springs_from: SpringsFrom = SpringsFrom.UNKNOWN
    outside_work: YesNo = YesNo.UNKNOWN
    ends_at: str = ""
    going_on: YesNo = YesNo.UNKNOWN
    basis_description: Basis = Basis.UNKNOWN
    basis_sender: Basis = Basis.UNKNOWN
    basis_reach: Basis = Basis.UNKNOWN
    told_by: Role = Role.OTHER


class IncidentTags(Part, frozen=True, kw_only=True, tag="incident_tags"):
    """What is in it (part ``tags``)."""

    tags: tuple[ContentTag, ...] = ()


class IncidentRelations(Part, frozen=True, kw_only=True, tag="incident_relations"):
    """Other events, and warnings, that it belongs together with (part ``relations``)."""

    series: tuple[EntryId, ...] = ()
    repost_of: EntryId | None = None
    reply_to: EntryId | None = None
    after_warning: EntryId | None = None


class IncidentAffected(Part, frozen=True, kw_only=True, tag="incident_affected"):
    """Who else is hit, never by name (part ``affected``)."""

    affected: tuple[Affected, ...] = ()


class IncidentSelfView(Part, frozen=True, kw_only=True, tag="incident_self_view"):
    """How bad it is to the person (part ``self_view``)."""

    severity: Severity = Severity.UNKNOWN


class IncidentRunUp(Part, frozen=True, kw_only=True, tag="incident_run_up"):
    """What went before (part ``run_up``)."""

    before: str = ""


class IncidentSenderContact(Part, frozen=True, kw_only=True, tag="incident_sender_contact"):
    """How the sender can be reached (part ``sender_contact``)."""

    mail: str = ""
    phone: str = ""


class IncidentQuoteFrom(Part, frozen=True, kw_only=True, tag="incident_quote_from"):
    """What a program read and the quote was taken from, and whether it was changed after (part ``quote_from``)."""

    readings: tuple[EntryId, ...] = ()
    changed: YesNo = YesNo.UNKNOWN


MORE_PARTS: Mapping[str, type[Part]] = {
    "circumstances": IncidentCircumstances,
    "tags": IncidentTags,
    "relations": IncidentRelations,
    "affected": IncidentAffected,
    "self_view": IncidentSelfView,
    "run_up": IncidentRunUp,
    "sender_contact": IncidentSenderContact,
    "quote_from": IncidentQuoteFrom,
}
"""By name, in the order of the entry."""

LEFT_OUT: Mapping[str, str] = {
    "run_up": deferred("what went before"),
    "affected": deferred("who else is hit"),
    "self_view": deferred("how bad it is to the employee"),
    "sender_contact": deferred("the sender’s e-mail and phone"),
}
"""Parts that not everybody is shown: what they are called where they stay shut; English msgids."""


class MoreDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    tags: tuple[ContentTag, ...] | None = None
    directed_at: Direction | None = None
    springs_from: SpringsFrom | None = None
    outside_work: YesNo | None = None
    ends: str | None = None
    going_on: YesNo | None = None
    basis_description: Basis | None = None
    basis_sender: Basis | None = None
    basis_reach: Basis | None = None
    told_by: Role | None = None
    series: tuple[EntryId, ...] | None = None
    repost_of: EntryId | None = None
    reply_to: EntryId | None = None
    after_warning: EntryId | None = None
    affected: tuple[Affected, ...] | None = None
    severity: Severity | None = None
    before: str | None = None
    sender_mail: str | None = None
    sender_phone: str | None = None
    quote_from: tuple[EntryId, ...] | None = None


SENDER_FIELDS = (
    Field(
        name="sender_mail",
        part="sender_contact",
        attr="mail",
        width=Width.NAME,
        label=deferred("The sender’s e-mail"),
        option_help=deferred("the sender’s e-mail address"),
        shown=deferred("The sender’s e-mail"),
    ),
    Field(
        name="sender_phone",
        part="sender_contact",
        attr="phone",
        width=Width.PHONE,
        label=deferred("The sender’s phone"),
        option_help=deferred("the sender’s phone number"),
        shown=deferred("The sender’s phone"),
    ),
)
TIME_FIELDS = (
    Field(
        name="ends",
        part="circumstances",
        attr="ends_at",
        kind=FieldKind.TIME,
        after=(
            After("published", TimeDoubt.ENDED_BEFORE_BEGUN),
            After("first_seen", TimeDoubt.BEFORE_FIRST_SEEN),
        ),
        label=deferred("Until when"),
        help=deferred("Such as when it was taken down, or when the last call came."),
        option_help=deferred("when it ended"),
        shown=deferred("Until"),
    ),
    Field(
        name="going_on",
        part="circumstances",
        kind=FieldKind.CHOICE,
        choices=YesNo,
        label=deferred("Does it go on"),
        option_help=deferred("whether it goes on"),
        shown=deferred("Still going on"),
    ),
)
CONTENT_FIELDS = (
    Field(
        name="tags",
        part="tags",
        kind=FieldKind.CHOICES,
        choices=ContentTag,
        option="tag",
        label=deferred("What is in it"),
        help=deferred(
            "Choose all that fit. Where part of it is legitimate criticism, say that too: it makes the rest"
            " more credible."
        ),
        option_help=deferred("what is in it; may be given several times"),
        shown=deferred("Content"),
    ),
    Field(
        name="directed_at",
        part="circumstances",
        kind=FieldKind.CHOICE,
        choices=Direction,
        label=deferred("Is it aimed at you"),
        option_help=deferred("how it is aimed at you"),
        shown=deferred("How it is aimed"),
    ),
    Field(
        name="springs_from",
        part="circumstances",
        kind=FieldKind.CHOICE,
        choices=SpringsFrom,
        label=deferred("What it springs from"),
        option_help=deferred("what it springs from"),
        shown=deferred("Springs from"),
    ),
    Field(
        name="outside_work",
        part="circumstances",
        kind=FieldKind.CHOICE,
        choices=YesNo,
        label=deferred("Did it reach you outside work"),
        option_help=deferred("whether it reached you outside work"),
        shown=deferred("Outside work"),
    ),
    Field(
        name="affected",
        part="affected",
        kind=FieldKind.CHOICES,
        choices=Affected,
        label=deferred("Who else is hit"),
        help=deferred("No names are needed."),
        option_help=deferred("who else is hit; may be given several times"),
        shown=deferred("Also hit"),
    ),
    Field(
        name="severity",
        part="self_view",
        kind=FieldKind.CHOICE,
        choices=Severity,
        in_sight=True,
        label=deferred("How bad it is to you"),
        option_help=deferred("how bad it is to you"),
        shown=deferred("Own view of how bad it is"),
    ),
    Field(
        name="before",
        part="run_up",
        kind=FieldKind.AREA,
        label=deferred("What went before"),
        help=deferred("Do not write about the citizen’s case. Refer to the record."),
        option_help=deferred("what went before"),
        shown=deferred("Run-up"),
    ),
)
BASIS_FIELDS = (
    Field(
        name="basis_description",
        part="circumstances",
        kind=FieldKind.CHOICE,
        choices=Basis,
        label=deferred("How you know what happened"),
        option_help=deferred("how you know what happened"),
        shown=deferred("Basis of the description"),
    ),
    Field(
        name="basis_sender",
        part="circumstances",
        kind=FieldKind.CHOICE,
        choices=Basis,
        label=deferred("How you know who wrote it"),
        option_help=deferred("how you know who wrote it"),
        shown=deferred("Basis of the sender"),
    ),
    Field(
        name="basis_reach",
        part="circumstances",
        kind=FieldKind.CHOICE,
        choices=Basis,
        label=deferred("How you know who saw it"),
        option_help=deferred("how you know who saw it"),
        shown=deferred("Basis of who saw it"),
    ),
    Field(
        name="told_by",
        part="circumstances",
        kind=FieldKind.CHOICE,
        choices=Role,
        first=Role.OTHER,
        silent=Role.OTHER,
        silent_label=deferred("Not stated"),
        label=deferred("Who told you"),
        option_help=deferred("who told you"),
        shown=deferred("Told by"),
    ),
)
RELATION_FIELDS = (
    Field(
        name="series",
        part="relations",
        kind=FieldKind.ENTRIES,
        of=("incident",),
        label=deferred("Same series"),
        option_help=deferred("an incident of the same series; may be given several times"),
        shown=deferred("Same series"),
    ),
    Field(
        name="repost_of",
        part="relations",
        kind=FieldKind.ENTRY,
        of=("incident",),
        label=deferred("Posted again from"),
        option_help=deferred("the incident that is posted again"),
        shown=deferred("Posted again from"),
    ),
    Field(
        name="reply_to",
        part="relations",
        kind=FieldKind.ENTRY,
        of=("incident",),
        label=deferred("Answer to"),
        option_help=deferred("the incident that it answers"),
        shown=deferred("Answer to"),
    ),
    Field(
        name="after_warning",
        part="relations",
        kind=FieldKind.ENTRY,
        of=("takedown", "own_reply", "measure", "request"),
        label=deferred("Earlier warning"),
        help=deferred("That the sender was asked to stop or to remove it."),
        option_help=deferred("the warning that came before"),
        shown=deferred("Earlier warning"),
    ),
)
MORE_FIELDS = (*CONTENT_FIELDS, *TIME_FIELDS, *BASIS_FIELDS, *RELATION_FIELDS, *SENDER_FIELDS)
"""All of them, in the order in which they are told."""
